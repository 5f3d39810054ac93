import StetICU
import StetNames
import StetText

/// Every rendering of the words of source forms, as keys with the systems that write them.
struct WordForms: Sendable {
  struct Form: Sendable {
    let key: TokenKey
    var systems: SystemSet
  }

  private var forms: [String: [String: [Form]]] = [:]

  /// ICU works best on about this many names at once.
  private static let batch = 200

  /// Romanizes each word of each language once, by every system of the language.
  init(words: [String: [String]]) throws(ICUError) {
    var romanizer = Romanizer()
    let numbers = Dictionary(uniqueKeysWithValues: RomanizationSystems.shared.all.enumerated().map { ($0.element.id, $0.offset) })
    for (language, words) in words.sorted(by: { $0.key < $1.key }) {
      var found: [[Form]] = Array(repeating: [], count: words.count)
      for start in stride(from: 0, to: words.count, by: Self.batch) {
        let end = min(start + Self.batch, words.count)
        let batch = NameBatch(Array(words[start..<end]))
        for system in RomanizationSystems.shared.systems(for: language) {
          let number = numbers[system.id] ?? 0
          for (i, text) in try romanizer.plain(batch, by: system).enumerated() {
            guard !text.isEmpty, WordForms.isLatin(text) else { continue }
            WordForms.add(TokenKey(lettersOf: text), number, to: &found[start + i])
          }
        }
      }
      forms[language] = Dictionary(zip(words, found), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func add(_ key: TokenKey, _ system: Int, to forms: inout [Form]) {
    if let i = forms.firstIndex(where: { $0.key == key }) {
      forms[i].systems.insert(system)
      return
    }
    var systems = SystemSet()
    systems.insert(system)
    forms.append(Form(key: key, systems: systems))
  }

  /// No letter of another script is left: a table that lacks a letter of the name writes no usable form.
  private static func isLatin(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if scalar.value < 0x80 { return true }
      let properties = CharacterTable.shared.properties(of: scalar.value)
      return properties.isLatin || properties.characterClass != .letter || (0x2B0...0x2FF).contains(scalar.value)
    }
  }

  /// The forms of a word; none if no table writes its language.
  func forms(of word: String, language: String) -> [Form] { forms[language]?[word] ?? [] }
}
