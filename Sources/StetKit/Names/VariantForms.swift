import StetFindings
import StetGlossary
import StetICU
import StetNames
import StetText

/// Derives the written forms of an entry's source forms, part by part, in the order of sureness.
struct VariantForms: ~Copyable {
  typealias Row = NameVariants.Row
  enum Part { case whole, family, given }

  private var romanizer = Romanizer()
  /// The renderings of every known given name, by name; made when first needed.
  private var givenNames: [[Row]]?

  init() {}

  /// The distinct forms of a part: by systems, by guessed originals, as other given names, in other cases.
  mutating func rows(of entry: Entry, _ part: Part) throws(ICUError) -> [Row] {
    var rows = Rows()
    for form in entry.from.compactMap({ part.cut($0, of: entry) }) { try add(form, isGuessed: false, &rows) }
    for form in entry.guessedOriginals.compactMap({ part.cut($0, of: entry) }) { try add(form, isGuessed: true, &rows) }
    if part == .given, let given = entry.term.split(separator: " ").first {
      for row in try otherGivenNames(String(given)) { rows.add(row) }
    }
    for form in entry.from.compactMap({ part.cut($0, of: entry) }) {
      for inflected in entry.caseForms(of: form, isFamily: part != .given) {
        let original = "\(form.tableLanguage):\(inflected.text)"
        for system in RomanizationSystems.shared.caseFormSystems(for: form.tableLanguage) {
          guard let text = try written(inflected.text, system) else { continue }
          let cases = inflected.cases.map(\.rawValue)
          rows.add(Row(text: text, status: Grade.case.rawValue, systems: [system.id], original: original, cases: cases))
        }
      }
    }
    return rows.all
  }

  private mutating func add(_ form: Entry.SourceForm, isGuessed: Bool, _ rows: inout Rows) throws(ICUError) {
    let status = isGuessed ? Grade.skeleton : .system
    for system in RomanizationSystems.shared.systems(for: form.tableLanguage) {
      guard let text = try written(form.text, system) else { continue }
      let original = "\(form.tableLanguage):\(form.text)"
      rows.add(Row(text: text, status: status.rawValue, systems: [system.id], original: original, isGuessed: isGuessed))
    }
  }

  /// A name in one system; nil where the table lacks a letter of it.
  private mutating func written(_ name: String, _ system: RomanizationSystem) throws(ICUError) -> String? {
    guard let text = try romanizer.romanize([name], by: system).first, !text.isEmpty else { return nil }
    return Token.tokens(of: text).allSatisfy { !$0.flags.contains(.otherScript) } ? text : nil
  }

  /// The forms of every name that a written given name may stand for: Dmytro, Dmitry, Dzmitry.
  private mutating func otherGivenNames(_ given: String) throws(ICUError) -> [Row] {
    if givenNames == nil { givenNames = try allGivenNames() }
    let key = TokenKey(given)
    return (givenNames ?? []).filter { $0.contains { TokenKey($0.text) == key } }.flatMap { $0 }
  }

  private mutating func allGivenNames() throws(ICUError) -> [[Row]] {
    var names: [[Row]] = []
    for name in GivenNames.shared.all {
      var rows = Rows()
      for original in name.originals {
        try add(Entry.SourceForm(language: original.language, text: original.text), isGuessed: true, &rows)
      }
      for other in name.others { rows.add(Row(text: other, status: Grade.skeleton.rawValue, systems: [], isGuessed: true)) }
      names.append(rows.all)
    }
    return names
  }
}

/// Rows by their texts; what comes first is surer, and systems of one text stand together.
private struct Rows {
  private(set) var all: [NameVariants.Row] = []
  private var places: [String: Int] = [:]

  mutating func add(_ row: NameVariants.Row) {
    guard let place = places[row.text] else {
      places[row.text] = all.count
      all.append(row)
      return
    }
    let known = all[place]
    guard known.status == row.status, known.isGuessed == row.isGuessed else { return }
    var merged = NameVariants.Row(
      text: row.text, status: row.status, systems: known.systems + row.systems.filter { !known.systems.contains($0) },
      original: known.original, isGuessed: known.isGuessed)
    merged.cases = known.cases + row.cases.filter { !known.cases.contains($0) }
    all[place] = merged
  }
}

extension VariantForms.Part {
  /// This part of a source form; nil if the form has no such part.
  func cut(_ form: Entry.SourceForm, of entry: Entry) -> Entry.SourceForm? {
    let words = form.text.split(separator: " ")
    let families = entry.familyName?.split(separator: " ").count ?? 1
    let kept: ArraySlice<Substring>
    switch self {
    case .whole: kept = words[...]
    case .family: kept = entry.hasFamilyFirst ? words.prefix(families) : words.suffix(families)
    // A patronymic may be left out of a draft and of an entry.
    case .given: kept = entry.hasFamilyFirst ? [] : words.dropLast(families).prefix(1)
    }
    return kept.isEmpty ? nil : Entry.SourceForm(language: form.language, text: kept.joined(separator: " "))
  }
}

extension Entry {
  /// The family name stands before the given name: Xi Jinping.
  var hasFamilyFirst: Bool { familyName.map { term.hasPrefix($0 + " ") && !term.hasSuffix(" " + $0) } ?? false }
}
