import StetICU

/// A name in a case other than the nominative.
public struct InflectedForm: Sendable, Hashable {
  /// In the letters and capitals of the nominative: "Зеленського".
  public let text: String
  /// The cases it may be, in the order of the grammars, never empty.
  public internal(set) var cases: [Declension.Case]
  /// Whether the form of a man's or a place's name is a woman's name in the nominative too: Иванова of Иванов, Валерія of
  /// Валерій. Without more evidence, it is no damage.
  public internal(set) var isAlsoFeminine: Bool

  public init(text: String, cases: [Declension.Case], isAlsoFeminine: Bool) {
    self.text = text
    self.cases = cases
    self.isAlsoFeminine = isAlsoFeminine
  }
}

/// How names are declined in Ukrainian and Russian, by rules and no dictionary.
///
///     Declension.forms(of: "Київ", language: "uk", unit: .place).map(\.text)
///     // ["Києва", "Києву", "Києвом", "Києві", "Києве"]
///
/// A rule sees letters, not words: where a name may be declined in two ways (Донець: Дінця, Донця), all forms are given,
/// those no Ukrainian would use among them. They serve to recognise forms, not to write them.
public enum Declension {
  public enum Gender: Sendable, Hashable, CaseIterable { case masculine, feminine, unknown }

  /// What kind of name a word is.
  public enum Unit: Sendable, Hashable {
    /// One word of a place's name.
    case place
    case surname(Gender), given(Gender), patronymic(Gender)
  }

  /// In the order of the grammars.
  public enum Case: String, Sendable, Hashable, CaseIterable, Comparable {
    case genitive, dative, accusative, instrumental, locative, vocative

    /// "gen".
    init?(abbreviation: Substring) {
      guard let known = Case.allCases.first(where: { $0.rawValue.hasPrefix(abbreviation) }) else { return nil }
      self = known
    }

    private var order: Int { Case.allCases.firstIndex(of: self) ?? 0 }
    public static func < (a: Self, b: Self) -> Bool { a.order < b.order }
  }

  /// The languages with rules.
  public static let languages = ["ru", "uk"]

  /// The forms of one word in its own script other than the nominative, which is given; none if the word is not declined or
  /// the language has no rules. Of a word with hyphens, the last part is declined. With an unknown gender: those of both.
  public static func forms(of word: String, language: String, unit: Unit) -> [InflectedForm] {
    guard languages.contains(language) else { return [] }
    let word = composed(word)
    let scalars = Array(word.unicodeScalars)
    let lower = lowercased(word, scalars)
    guard lower.count == scalars.count else { return [] }
    let isUpper = scalars.count > 1 && !scalars.contains { $0.properties.isLowercase }
    var forms: [InflectedForm] = []
    for unit in unit.names {
      for rule in DeclensionRules.shared.rules(for: lower, language: language[...], unit: unit[...]) {
        let stem = string(scalars.dropLast(rule.cut))
        for ending in rule.endings {
          let text = stem + (isUpper ? ending.text.uppercased() : ending.text)
          add(InflectedForm(text: text, cases: ending.cases, isAlsoFeminine: ending.isAlsoFeminine), to: &forms)
        }
      }
    }
    forms.removeAll { $0.text.isEmpty || isSame($0.text, word) }
    return forms
  }

  /// Small letters; plain Cyrillic ones without asking what Unicode knows of capitals.
  private static func lowercased(_ word: String, _ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var lower: [Unicode.Scalar] = []
    lower.reserveCapacity(scalars.count)
    for scalar in scalars {
      switch scalar.value {
      case 0x430...0x45F: lower.append(scalar)
      case 0x410...0x42F: lower.append(Unicode.Scalar(scalar.value + 32) ?? scalar)
      case _ where apostrophes.contains(scalar): lower.append("’")
      default: return word.lowercased().unicodeScalars.map { apostrophes.contains($0) ? "’" : $0 }
      }
    }
    return lower
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Byte by byte: all forms are composed alike.
  private static func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  private static let apostrophes: Set<Unicode.Scalar> = ["'", "ʼ", "`", "´", "′", "‘", "＇"]

  private static func add(_ form: InflectedForm, to forms: inout [InflectedForm]) {
    guard let i = forms.firstIndex(where: { isSame($0.text, form.text) }) else { return forms.append(form) }
    for other in form.cases where !forms[i].cases.contains(other) { forms[i].cases.append(other) }
    forms[i].cases.sort()
    if form.isAlsoFeminine { forms[i].isAlsoFeminine = true }
  }

  /// In NFC and without stress marks: й and ї are one letter each.
  private static func composed(_ word: String) -> String {
    guard word.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) else { return word }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: word.unicodeScalars.filter { $0 != "\u{301}" && $0 != "\u{300}" })
    return (try? String(plain).normalized(.nfc)) ?? word
  }
}

extension Declension.Unit {
  /// As the data file calls it.
  fileprivate var names: [String] {
    switch self {
    case .place: ["place"]
    case .surname(let gender): gender.suffixes.map { "surname" + $0 }
    case .given(let gender): gender.suffixes.map { "given" + $0 }
    case .patronymic(let gender): gender.suffixes.map { "patronymic" + $0 }
    }
  }
}

extension Declension.Gender {
  fileprivate var suffixes: [String] {
    switch self {
    case .masculine: ["-m"]
    case .feminine: ["-f"]
    case .unknown: ["-m", "-f"]
    }
  }
}
