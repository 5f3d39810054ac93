/// Towns that do not exist, with a Ukrainian and a Russian original each.
struct MadeName: Sendable {
  let term: String
  let ukrainian: String
  let russian: String
  /// As BGN/PCGN would write the Russian name: what a glossary finds without being told.
  let variant: String

  private typealias Part = (term: String, ukrainian: String, russian: String, variant: String)

  private static let onsets: [Part] = [
    ("B", "б", "б", "b"), ("Hr", "гр", "гр", "gr"), ("D", "д", "д", "d"), ("Kl", "кл", "кл", "kl"), ("L", "л", "л", "l"),
    ("M", "м", "м", "m"), ("Pr", "пр", "пр", "pr"), ("R", "р", "р", "r"), ("St", "ст", "ст", "st"), ("Kh", "х", "х", "kh"),
    ("Zv", "зв", "зв", "zv"), ("Sh", "ш", "ш", "sh"), ("V", "в", "в", "v"), ("H", "г", "г", "g"), ("T", "т", "т", "t"),
  ]
  private static let vowels: [Part] = [
    ("a", "а", "а", "a"), ("o", "о", "о", "o"), ("u", "у", "у", "u"), ("y", "и", "ы", "y"), ("i", "і", "и", "i"), ("e", "е", "е", "e"),
  ]
  private static let endings: [Part] = [
    ("nivka", "нівка", "новка", "novka"), ("rivtsi", "рівці", "ровцы", "rovtsy"), ("nyky", "ники", "ники", "niki"),
    ("lychi", "личі", "личи", "lichi"), ("hirsk", "гірськ", "горск", "gorsk"), ("dove", "дове", "дово", "dovo"),
    ("myn", "мин", "мин", "min"), ("piil", "піїль", "поиль", "poil"),
  ]

  /// So many names, no two alike. There are 64,800 at most.
  static func make(_ count: Int) -> [MadeName] {
    var chance = Chance(seed: 1), names: [MadeName] = [], seen: Set<String> = []
    while names.count < count {
      let parts = [onsets, vowels, onsets, vowels, endings].map { $0[chance.number(below: $0.count)] }
      let term = capitalized(parts.map { $0.term.lowercased() }.joined())
      guard seen.insert(term).inserted else { continue }
      names.append(
        MadeName(
          term: term, ukrainian: capitalized(parts.map(\.ukrainian).joined()), russian: capitalized(parts.map(\.russian).joined()),
          variant: capitalized(parts.map(\.variant).joined())))
    }
    return names
  }

  private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  /// A glossary of them, as a file has it.
  static func glossary(_ names: [MadeName]) -> String {
    var text = "glossary: made-up\nlanguage: en\nentries:\n"
    for name in names {
      text += "  - term: \(name.term)\n    from: {uk: \(name.ukrainian), ru: \(name.russian)}\n    kind: place\n"
    }
    return text
  }
}
