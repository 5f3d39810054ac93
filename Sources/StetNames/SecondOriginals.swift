/// The Russian form of a Ukrainian or Belarusian name, guessed by the correspondences of the languages' spelling: Могилів is
/// Могилев or Могилёв, Соснівка is Сосновка.
///
/// Endings are those of the school grammars' tables of place names and family names; inside the word і stands for и, о, е
/// or ы, и for и or ы. Own rules, unverified, 2026-11-22.
public enum SecondOriginals {
  /// At most this many guesses for a word.
  public static let limit = 12

  private static let inside: [(String, String)] = [
    ("ськ", "ск"), ("цьк", "цк"), ("зьк", "зск"), ("ьо", "ё"), ("йо", "ё"), ("’я", "ъя"), ("’є", "ъе"), ("’ю", "ъю"), ("’ї", "ьи"),
  ]
  private static let endings: [(String, [String])] = [
    ("ський", ["ский"]), ("цький", ["цкий"]), ("ний", ["ный", "ной"]), ("ій", ["ий"]), ("ий", ["ый", "ой"]), ("івка", ["овка", "евка"]),
    ("івці", ["овцы", "евцы"]), ("ів", ["ов", "ев"]), ("їв", ["ев"]), ("ське", ["ское"]), ("не", ["ное"]), ("ичі", ["ичи"]),
    ("иця", ["ица"]), ("ці", ["цы"]), ("ове", ["овое", "ово"]), ("еве", ["евое", "ево"]), ("є", ["е", "ее"]),
  ]

  /// The guesses for one Ukrainian word, likeliest first, in lower case.
  public static func russian(ofUkrainian word: String) -> [String] {
    var text = SourceName.prepared(word)
    for (from, to) in inside { text = text.replacing(from, with: to) }
    var stems = [text]
    if let (ending, replacements) = endings.first(where: { text.hasSuffix($0.0) || text.hasSuffix(russified($0.0)) }) {
      let length = text.hasSuffix(ending) ? ending.count : russified(ending).count
      stems = replacements.map { String(text.dropLast(length)) + $0 }
    }
    return Array(stems.flatMap(variants).prefix(limit))
  }

  /// An ending as `inside` has left it.
  private static func russified(_ ending: String) -> String {
    inside.reduce(ending) { $0.replacing($1.0, with: $1.1) }
  }

  private static func variants(_ word: String) -> [String] {
    var all = [""]
    for (i, letter) in word.enumerated() {
      let choices: [Character]
      switch letter {
      case "і": choices = i == 0 ? ["и"] : ["и", "о", "е"]
      case "и": choices = ["и", "ы"]
      case "ї": choices = ["и"]
      case "є": choices = ["е"]
      case "ґ": choices = ["г"]
      case "’": choices = ["ъ"]
      default: choices = [letter]
      }
      all = all.flatMap { stem in choices.map { stem + String($0) } }
      if all.count > limit { all = Array(all.prefix(limit)) }
    }
    return all
  }
}
