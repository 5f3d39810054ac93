import StetNames
import StetText

/// What the glossaries' source forms are made of: each word once, and every form as numbers of words. The tables then write
/// a word once however many names have it.
struct SourceWordCollector {
  /// The words of one language.
  struct Language {
    let name: String
    var words: [String] = []
    /// Words to decline, each with what it names.
    var declined: [DeclinedWord] = []
    fileprivate var numbers: [UTF8Key: Int] = [:]
    fileprivate var declinedNumbers: [DeclinedWord: Int] = [:]

    fileprivate init(_ name: String) { self.name = name }
  }

  private(set) var languages: [Language] = []
  /// The source forms of each entry, counted over all glossaries: those of the file, then guessed ones.
  private(set) var readings: [[SourceReading]] = []
  /// The originals of each given name, where any person needs them.
  private(set) var givenNames: [[(language: Int, word: Int)]] = []

  init(_ glossaries: [Glossary]) {
    var hasPersons = false
    for entry in glossaries.lazy.flatMap(\.entries) {
      hasPersons = hasPersons || entry.kind == .person
      let termWords = entry.term.isEmpty || entry.from.isEmpty ? 0 : entry.term.split(separator: " ").count
      var found = entry.from.map { read($0, .derived, entry, termWords) }
      found += SourceWordCollector.secondOriginals(of: entry).map { read($0, .guessed, entry, termWords) }
      readings.append(found)
    }
    guard hasPersons else { return }
    givenNames = GivenNames.shared.all.map { name in
      name.originals.map { original in
        let language = languageNumber(original.language)
        return (language, languages[language].number(of: original.text))
      }
    }
  }

  private mutating func read(_ form: Entry.SourceForm, _ status: Posting.Status, _ entry: Entry, _ termWords: Int) -> SourceReading {
    let source = SourceWords(form, isPerson: entry.kind == .person, termWords: termWords)
    let number = languageNumber(source.language)
    var reading = SourceReading(language: number, status: status)
    reading.words = source.words.map { $0.map { languages[number].number(of: $0) } }
    reading.patronymic = source.patronymic.map { $0.map { languages[number].number(of: $0) } }
    if Declension.languages.contains(source.language), entry.kind == .person || entry.kind == .place {
      reading.declined = reading.words.indices.map { i in
        reading.words[i].last.map { languages[number].number(of: DeclinedWord(word: $0, unit: source.unit(i, entry))) } ?? -1
      }
    }
    return reading
  }

  private mutating func languageNumber(_ name: String) -> Int {
    if let known = languages.firstIndex(where: { $0.name == name }) { return known }
    languages.append(Language(name))
    return languages.count - 1
  }

  /// The Russian forms of a name that is given in Ukrainian only.
  static func secondOriginals(of entry: Entry) -> [Entry.SourceForm] {
    guard !entry.from.isEmpty, entry.kind == .person || entry.kind == .place else { return [] }
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

/// A source form as numbers of the words of its language.
struct SourceReading: Sendable {
  let language: Int
  let status: Posting.Status
  /// Words without the patronymic; each is split at hyphens.
  var words: [[Int]] = []
  /// A patronymic that may stand before the family name.
  var patronymic: [Int]?
  /// For each word what it is declined as, by number; -1 for none, empty where nothing is declined.
  var declined: [Int] = []

  init(language: Int, status: Posting.Status) {
    self.language = language
    self.status = status
  }
}

/// A word, by its number in its language, and what it names, which decides how it is declined.
struct DeclinedWord: Hashable, Sendable {
  let word: Int
  let unit: Declension.Unit
}

extension SourceWordCollector.Language {
  /// The number of a word, a new one if it was not met before.
  fileprivate mutating func number(of word: String) -> Int {
    let next = words.count
    let number = numbers[UTF8Key(word), default: next]
    if number == next {
      numbers[UTF8Key(word)] = next
      words.append(word)
    }
    return number
  }

  fileprivate mutating func number(of word: DeclinedWord) -> Int {
    if let known = declinedNumbers[word] { return known }
    declinedNumbers[word] = declined.count
    declined.append(word)
    return declined.count - 1
  }

  /// The number of a word to decline, if any entry has it.
  func known(_ word: DeclinedWord) -> Int? { declinedNumbers[word] }
}

/// A word compared by its bytes: what Swift does for letters outside ASCII, to find equivalent ones, costs ten times as much.
private struct UTF8Key: Hashable {
  private let text: String
  private let hash: UInt64

  init(_ text: String) {
    self.text = text
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    self.hash = hash
  }

  static func == (a: UTF8Key, b: UTF8Key) -> Bool { a.hash == b.hash && a.text.utf8.elementsEqual(b.text.utf8) }
  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension SourceWords {
  /// What a word names: of a person the last word is the family name, and a single one too unless the entry has none.
  func unit(_ word: Int, _ entry: Entry) -> Declension.Unit {
    guard entry.kind == .person else { return .place }
    return word == words.count - 1 && entry.family != .none ? .surname(entry.declensionGender) : .given(entry.declensionGender)
  }
}

extension Entry {
  var declensionGender: Declension.Gender { gender == .m ? .masculine : gender == .f ? .feminine : .unknown }
}
