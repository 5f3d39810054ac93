/// The Russian form of a Ukrainian or Belarusian name, guessed by the correspondences of the languages' spelling: Могилів and
/// Магілёў are Могилев or Могилёв, Соснівка is Сосновка.
///
/// Endings are those of the school grammars' tables of place names and family names. Inside a Ukrainian word і stands for
/// и, о, е or ы, and и for и or ы; inside a Belarusian one а stands for а or о, since Belarusian writes о only under stress.
/// Own rules, unverified, 2026-11-22.
public enum SecondOriginals {
  /// At most this many guesses for a word.
  public static let limit = 12
  /// The languages whose names have Russian forms.
  public static let languages = ["be", "uk"]

  /// How one language's spelling corresponds to Russian.
  private struct Correspondence: Sendable {
    let inside: [(String, String)]
    let endings: [(String, [String])]
    /// What a letter may be, likeliest first; `isFirst`: at the start of the word.
    let choices: @Sendable (_ letter: Character, _ isFirst: Bool) -> [Character]
  }

  private static let ukrainian = Correspondence(
    inside: [
      ("ськ", "ск"), ("цьк", "цк"), ("зьк", "зск"), ("ьо", "ё"), ("йо", "ё"), ("’я", "ъя"), ("’є", "ъе"), ("’ю", "ъю"), ("’ї", "ьи"),
    ],
    endings: [
      ("ський", ["ский"]), ("цький", ["цкий"]), ("ний", ["ный", "ной"]), ("ій", ["ий"]), ("ий", ["ый", "ой"]), ("івка", ["овка", "евка"]),
      ("івці", ["овцы", "евцы"]), ("ів", ["ов", "ев"]), ("їв", ["ев"]), ("ське", ["ское"]), ("не", ["ное"]), ("ичі", ["ичи"]),
      ("иця", ["ица"]), ("ці", ["цы"]), ("ове", ["овое", "ово"]), ("еве", ["евое", "ево"]), ("є", ["е", "ее"]),
    ]
  ) { letter, isFirst in
    switch letter {
    case "і": isFirst ? ["и"] : ["и", "о", "е"]
    case "и": ["и", "ы"]
    case "ї": ["и"]
    case "є": ["е"]
    case "ґ": ["г"]
    case "’": ["ъ"]
    default: [letter]
    }
  }

  private static let belarusian = Correspondence(
    inside: [
      ("шч", "щ"), ("дзь", "дь"), ("дзі", "ди"), ("дзя", "дя"), ("дзе", "де"), ("дзё", "дё"), ("дзю", "дю"), ("ць", "ть"), ("ці", "ти"), ("ця", "тя"),
      ("це", "те"), ("цё", "тё"), ("цю", "тю"), ("чы", "чи"), ("жы", "жи"), ("шы", "ши"),
    ],
    endings: [
      ("скі", ["ский"]), ("цкі", ["цкий"]), ("кі", ["кий", "ки"]), ("аў", ["ов", "ав"]), ("ёў", ["ёв", "ев"]), ("еў", ["ев"]), ("оўка", ["овка"]),
      ("аўка", ["овка"]), ("энка", ["енко"]), ("анка", ["анко"]), ("ына", ["ина"]), ("іна", ["ина"]), ("на", ["но", "на"]), ("ыч", ["ич"]),
      ("ычы", ["ичи"]), ("ічы", ["ичи"]), ("ый", ["ый", "ий"]),
    ]
  ) { letter, isFirst in
    switch letter {
    case "і": ["и"]
    case "ў": ["в"]
    case "э": isFirst ? ["э", "е"] : ["е"]
    case "а": ["а", "о"]
    case "я": ["я", "е"]
    case "ы": ["ы", "и"]
    case "’": ["ъ"]
    default: [letter]
    }
  }

  /// The guesses for one word of a language, likeliest first, in lower case; none for a language without correspondences.
  public static func russian(of word: String, language: String) -> [String] {
    guard let rules = language == "uk" ? ukrainian : language == "be" ? belarusian : nil else { return [] }
    var text = SourceName.prepared(word)
    func russified(_ ending: String) -> String { rules.inside.reduce(ending) { $0.replacing($1.0, with: $1.1) } }
    text = russified(text)
    var stems = [(text, "")]
    if let (ending, replacements) = rules.endings.first(where: { text.hasSuffix($0.0) || text.hasSuffix(russified($0.0)) }) {
      let length = text.hasSuffix(ending) ? ending.count : russified(ending).count
      stems = replacements.map { (String(text.dropLast(length)), $0) }
    }
    // Of each ending the likeliest stem first, then the next of each.
    let lists = stems.map { stem, ending in variants(stem, rules).map { $0 + ending } }
    let longest = lists.map(\.count).max() ?? 0
    let all = (0..<longest).flatMap { i in lists.compactMap { i < $0.count ? $0[i] : nil } }
    return Array(all.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.prefix(limit))
  }

  private static func variants(_ word: String, _ rules: Correspondence) -> [String] {
    var all = [""]
    for (i, letter) in word.enumerated() {
      let choices = rules.choices(letter, i == 0)
      // The likeliest reading of all letters stays first.
      all = choices.flatMap { choice in all.map { $0 + String(choice) } }
      if all.count > limit { all = Array(all.prefix(limit)) }
    }
    return all
  }
}
