import StetNames
import StetText

/// The distinct words that the romanization tables have to write for some glossaries.
struct SourceWordCollector {
  /// By the language whose tables write them.
  private(set) var words: [String: [String]] = [:]
  private(set) var hasPersons = false
  /// Words to decline, by language, each with what it names.
  private(set) var declined: [String: Set<DeclinedWord>] = [:]
  private var seen: [String: Set<String>] = [:]

  init(_ glossaries: [Glossary]) {
    for entry in glossaries.lazy.flatMap(\.entries) {
      if entry.kind == .person { hasPersons = true }
      let termWords = entry.term.split(separator: " ").count
      for form in entry.from + SourceWordCollector.secondOriginals(of: entry) {
        let source = SourceWords(form, isPerson: entry.kind == .person, termWords: termWords)
        for part in source.words.joined() + (source.patronymic ?? []) { add(part, source.language) }
        for word in source.declined(for: entry) { declined[source.language, default: []].insert(word) }
      }
    }
    guard hasPersons else { return }
    for name in GivenNames.shared.all { for form in name.originals { add(form.text, form.language) } }
  }

  private mutating func add(_ word: String, _ language: String) {
    if seen[language, default: []].insert(word).inserted { words[language, default: []].append(word) }
  }

  /// The Russian forms of a name that is given in Ukrainian only.
  static func secondOriginals(of entry: Entry) -> [Entry.SourceForm] {
    guard entry.kind == .person || entry.kind == .place else { return [] }
    guard !entry.from.contains(where: { $0.tableLanguage != "uk" }) else { return [] }
    return entry.from.flatMap { form in
      SourceWordCollector.combined(form.text).map { Entry.SourceForm(language: "ru", text: $0) }
    }
  }

  /// Each word's guesses side by side: the first of all, the second of all …
  private static func combined(_ text: String) -> [String] {
    let words = text.split(separator: " ").map { word in
      word.split(separator: "-").map { SecondOriginals.russian(ofUkrainian: String($0)) }
    }
    let count = words.joined().map(\.count).max() ?? 0
    return (0..<count).map { i in
      words.map { $0.map { $0[min(i, $0.count - 1)] }.joined(separator: "-") }.joined(separator: " ")
    }
  }
}

/// A word and what it names, which decides how it is declined.
struct DeclinedWord: Hashable, Sendable {
  let text: String
  let unit: Declension.Unit
}

extension SourceWords {
  /// The words that have case forms, for persons and places: of a word with hyphens the last part.
  func declined(for entry: Entry) -> [DeclinedWord] {
    guard Declension.languages.contains(language), entry.kind == .person || entry.kind == .place else { return [] }
    return words.indices.compactMap { i in words[i].last.map { DeclinedWord(text: $0, unit: unit(i, entry)) } }
  }

  /// What a word names: of a person the last word is the family name, and a single one too unless the entry has none.
  func unit(_ word: Int, _ entry: Entry) -> Declension.Unit {
    guard entry.kind == .person else { return .place }
    let gender: Declension.Gender = entry.gender == .m ? .masculine : entry.gender == .f ? .feminine : .unknown
    return word == words.count - 1 && entry.family != .none ? .surname(gender) : .given(gender)
  }
}

/// From a written given name to its other forms.
struct GivenNameIndex: Sendable {
  private var names: [TokenKey: [Int]] = [:]
  private var allForms: [[WordForms.Form]] = []

  init(_ forms: WordForms, isNeeded: Bool) {
    guard isNeeded else { return }
    for (number, name) in GivenNames.shared.all.enumerated() {
      var known: [WordForms.Form] = []
      for original in name.originals { known += forms.word(original.text, language: original.language)?.forms ?? [] }
      known += name.others.map { WordForms.Form(key: TokenKey($0), systems: SystemSet()) }
      allForms.append(known)
      for form in known where names[form.key]?.contains(number) != true { names[form.key, default: []].append(number) }
    }
  }

  /// Every form of the names that a written form may stand for.
  func forms(of key: TokenKey) -> [WordForms.Form] { (names[key] ?? []).flatMap { allForms[$0] } }
}
