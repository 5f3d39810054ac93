import StetFindings
import StetGlossary
import StetICU
import StetNames

/// Asks the index about each form of an entry, so that what is listed is what linting does.
struct VariantProbe {
  typealias Row = NameVariants.Row
  private let index: GlossaryIndex
  private let id: EntryID
  private let entry: Entry
  private static let sentence = "On Monday they saw % there."

  init(_ index: GlossaryIndex, _ id: EntryID) {
    self.index = index
    self.id = id
    entry = index[id]
  }

  /// What the glossary itself lists.
  var listed: [Row] {
    [Row(text: entry.term, status: "preferred", systems: [])]
      + entry.admit.map { Row(text: $0, status: "admitted", systems: []) }
      + entry.forbid.map { judged(Row(text: $0, status: Grade.listed.rawValue, systems: [])) }
  }

  /// A row with the status and gate that the index gives it.
  ///
  /// - Parameter besideFamily: A given name is looked at before the preferred family name.
  func judged(_ row: Row, besideFamily: Bool = false) -> Row {
    let sentence = besideFamily ? "On Monday they saw % \(entry.familyName ?? "") there." : VariantProbe.sentence
    var status = row.status, gate: String?
    switch index.recognition(of: row.text, as: id, in: sentence) {
    case .reported(let grade): status = grade.rawValue
    case .own(let form): status = form == .admitted ? "admitted" : "preferred"
    case .held(let reason): gate = words(for: reason)
    case .unknown: gate = unreadable(row.text)
    }
    return Row(
      text: row.text, status: status, systems: row.systems, original: row.original, isGuessed: row.isGuessed, cases: row.cases,
      gate: gate)
  }

  /// Examples of what no list holds: spellings that sound alike, and slips of the hand.
  func nearby(besides rows: [Row]) -> [Row] {
    guard entry.isName, let word = (entry.familyName ?? entry.term).split(separator: " ").last, word.count >= 5 else { return [] }
    let known = Set(rows.map { CharacterTable.shared.folded($0.text) })
    let whole = entry.kind == .person ? "" : entry.term.dropLast(word.count)
    var found: [Row] = []
    for grade in [Grade.skeleton, .fuzzy] {
      var count = 0
      for slip in Slips.of(String(word)) where count < 3 && !known.contains(CharacterTable.shared.folded(whole + slip)) {
        let row = judged(Row(text: whole + slip, status: grade.rawValue, systems: []))
        guard row.gate == nil, row.status == grade.rawValue else { continue }
        found.append(row)
        count += 1
      }
    }
    return found
  }

  /// Why no word of a form leads to its entry: marks that mean something else in English copy.
  private func unreadable(_ form: String) -> String {
    if form.contains("”") { return "its ” reads as a quotation mark in copy" }
    return form.lowercased().hasSuffix("’s") ? "reads as a possessive in copy" : "not taken for this name"
  }

  private func words(for gate: Gate) -> String {
    switch gate {
    case .noCapital: "not without its capital"
    case .ordinaryWord: "an ordinary English word: not reported alone"
    case .commonName: "a common name in English: not taken for a case form"
    case .needsSupport: "reported only after a title or where the draft has the whole name"
    case .eitherSex: "also a woman’s family name: reported only where the draft has the whole name"
    case .somebodyElse: "somebody else’s, as it stands"
    case .tooFar: "too far from the name to stand alone"
    case .rightFor(let id): "right for \(index[id].term)"
    case .within(let id): "part of \(index[id].term)"
    case .surer(let id): "taken for \(index[id].term)"
    case .exception: "an exception of the entry"
    case .noContext: "reported only near a context word"
    }
  }
}

/// Spellings near a word: letters that sound alike, doubled, swapped, left out.
private enum Slips {
  private static let alike = [
    ("y", "i"), ("i", "y"), ("ie", "e"), ("kh", "h"), ("k", "ck"), ("v", "w"), ("ts", "tz"), ("sh", "sch"), ("zh", "j"), ("ch", "tch"),
  ]

  static func of(_ word: String) -> [String] {
    let letters = Array(word), first = String(letters[0]), rest = String(letters[1...])
    var slips: [String] = []
    for (letter, other) in alike where rest.contains(letter) { slips.append(first + rest.replacing(letter, with: other)) }
    func add(_ change: (inout [Character], Int) -> Void) {
      for i in 2..<letters.count {
        var changed = letters
        change(&changed, i)
        if changed != letters { slips.append(String(changed)) }
      }
    }
    add { $0.insert($0[$1], at: $1) }
    add { $0.swapAt($1 - 1, $1) }
    add { $0.remove(at: $1) }
    return slips
  }
}
