import StetICU
import StetNames
import StetText

/// Every rendering of the words of source forms: keys with the systems that write them, and skeletons.
struct WordForms: Sendable {
  struct Form: Sendable {
    let key: TokenKey
    var systems: SystemSet
  }

  /// What is known of one word of one language.
  struct Word: Sendable {
    var forms: [Form] = []
    /// Distinct strict keys, of the renderings with their marks and without.
    var strictKeys: [[UInt8]] = []
    /// Texts whose keys are made already: most systems agree on most words.
    fileprivate var seen: [(text: String, form: Int)] = []
  }

  /// A case form, romanized.
  struct InflectedForm: Sendable {
    let key: TokenKey
    let isAlsoFeminine: Bool
  }

  private var words: [String: [String: Word]] = [:]
  private var inflected: [String: [DeclinedWord: [InflectedForm]]] = [:]

  /// Case endings come through machine translation in the commonest systems only.
  private static let inflectedSystems = [
    "uk": ["KMU2010", "BGN-PCGN-1965", "Press-en"], "ru": ["BGN-PCGN-1947", "GOST52535-ICAO", "Press-en"],
  ]

  /// ICU works best on about this many names at once.
  private static let batch = 200

  /// Romanizes each word of each language once, by every system of the language.
  init(words wanted: [String: [String]], declined: [String: Set<DeclinedWord>]) throws(ICUError) {
    guard !wanted.isEmpty else { return }
    var romanizer = Romanizer()
    for (language, words) in declined { try decline(Array(words), language, &romanizer) }
    let numbers = Dictionary(uniqueKeysWithValues: RomanizationSystems.shared.all.enumerated().map { ($0.element.id, $0.offset) })
    for (language, list) in wanted.sorted(by: { $0.key < $1.key }) {
      var found = [Word](repeating: Word(), count: list.count)
      for start in stride(from: 0, to: list.count, by: Self.batch) {
        let end = min(start + Self.batch, list.count)
        let batch = NameBatch(Array(list[start..<end]))
        for system in RomanizationSystems.shared.systems(for: language) {
          let number = numbers[system.id] ?? 0
          for (i, text) in try romanizer.plain(batch, by: system).enumerated() { found[start + i].add(text, number) }
        }
      }
      for i in found.indices { found[i].seen = [] }
      words[language] = Dictionary(zip(list, found), uniquingKeysWith: { first, _ in first })
    }
  }

  private mutating func decline(_ words: [DeclinedWord], _ language: String, _ romanizer: inout Romanizer) throws(ICUError) {
    let forms = words.map { Declension.forms(of: $0.text, language: language, unit: $0.unit) }
    let texts = forms.flatMap { $0.map(\.text) }
    var keys = [[TokenKey]](repeating: [], count: texts.count)
    for name in Self.inflectedSystems[language] ?? [] {
      guard let system = RomanizationSystems.shared.system(name, language: language) else { continue }
      for start in stride(from: 0, to: texts.count, by: Self.batch) {
        let end = min(start + Self.batch, texts.count)
        for (i, text) in try romanizer.plain(NameBatch(Array(texts[start..<end])), by: system).enumerated() {
          let key = TokenKey(lettersOf: text)
          if !keys[start + i].contains(key) { keys[start + i].append(key) }
        }
      }
    }
    var at = 0
    for (word, forms) in zip(words, forms) {
      var known: [InflectedForm] = []
      for form in forms {
        known += keys[at].map { InflectedForm(key: $0, isAlsoFeminine: form.isAlsoFeminine) }
        at += 1
      }
      inflected[language, default: [:]][word] = known
    }
  }

  /// The romanized case forms of a word.
  func inflectedForms(of word: DeclinedWord, language: String) -> [InflectedForm] { inflected[language]?[word] ?? [] }

  /// The forms of a word; none if no table writes its language.
  func word(_ word: String, language: String) -> Word? { words[language]?[word] }
}

extension WordForms.Word {
  fileprivate mutating func add(_ text: String, _ system: Int) {
    if let known = seen.first(where: { $0.text == text }) {
      if known.form >= 0 { forms[known.form].systems.insert(system) }
      return
    }
    guard !text.isEmpty, WordForms.Word.isLatin(text) else {
      seen.append((text, -1))
      return
    }
    let key = TokenKey(lettersOf: text)
    let at = forms.firstIndex { $0.key == key } ?? forms.count
    if at == forms.count { forms.append(WordForms.Form(key: key, systems: SystemSet())) }
    forms[at].systems.insert(system)
    seen.append((text, at))
    for strict in SkeletonKeys.strictKeys(of: text) where !strictKeys.contains(strict) { strictKeys.append(strict) }
  }

  /// No letter of another script is left: a table that lacks a letter of the name writes no usable form.
  private static func isLatin(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if scalar.value < 0x80 { return true }
      let properties = CharacterTable.shared.properties(of: scalar.value)
      return properties.isLatin || properties.characterClass != .letter || (0x2B0...0x2FF).contains(scalar.value)
    }
  }
}
