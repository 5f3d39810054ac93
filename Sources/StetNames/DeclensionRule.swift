/// One ending of a nominative and the endings of its other cases: a row of `declensions.tsv`, for one of its endings.
struct DeclensionRule: Sendable {
  struct Ending: Sendable {
    let text: String
    let cases: [Declension.Case]
    let isAlsoFeminine: Bool
  }

  enum Letter: Sendable, Hashable {
    case consonant, vowel
    case only(Unicode.Scalar)

    func fits(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .consonant: DeclensionRule.consonants.contains(scalar)
      case .vowel: DeclensionRule.vowels.contains(scalar)
      case .only(let letter): letter == scalar
      }
    }
  }

  private static let vowels = Set("аеёиоуыэюяєії".unicodeScalars)
  private static let consonants = Set("бвгґджзклмнпрстфхцчшщ".unicodeScalars)

  /// The nominative's ending, last letter first.
  let letters: [Letter]
  /// Whether nothing but the start of the word, or of a part after a hyphen, may stand before the letters.
  let isWhole: Bool
  /// How many letters of the nominative the endings replace.
  let cut: Int
  let endings: [Ending]

  /// Of rules that fit, those with the highest rank hold: longer before shorter, letters before classes of letters.
  var rank: Int {
    let exact = letters.count { if case .only = $0 { true } else { false } }
    return letters.count * 16 + (isWhole ? 8 : 0) + exact
  }

  init(pattern: Substring, cut: Int, endings: [Ending]) {
    isWhole = pattern.hasPrefix("^")
    letters = pattern.unicodeScalars.reversed().filter { $0 != "^" }.map { letter in
      switch letter {
      case "C": .consonant
      case "V": .vowel
      default: .only(letter)
      }
    }
    self.cut = cut
    self.endings = endings
  }

  /// `word` is in lower case.
  func fits(_ word: [Unicode.Scalar]) -> Bool {
    guard letters.count <= word.count, cut < word.count else { return false }
    for (i, letter) in letters.enumerated() where !letter.fits(word[word.count - 1 - i]) { return false }
    return !isWhole || letters.count == word.count || word[word.count - 1 - letters.count] == "-"
  }
}

/// The rules of all languages, found by language, unit and last letter.
struct DeclensionRules: Sendable {
  static let shared = DeclensionRules()

  private struct Key: Hashable {
    let language: Substring
    let unit: Substring
    let last: Unicode.Scalar
  }

  /// Highest rank first; rules of one rank in the order of the file.
  private let rules: [Key: [DeclensionRule]]

  private init() {
    var rules: [Key: [DeclensionRule]] = [:]
    for row in DataFile.rows(DataFile.declensions, columns: 7) where !row[0].hasPrefix("#") {
      let endings = Self.endings(row[4], feminine: row[5])
      let units = row[1].split(separator: ",").flatMap(Self.units)
      for pattern in row[2].split(separator: ",") {
        let rule = DeclensionRule(pattern: pattern, cut: Int(row[3]) ?? 0, endings: endings)
        guard case .only(let last)? = rule.letters.first else { continue }
        for unit in units { rules[Key(language: row[0], unit: unit, last: last), default: []].append(rule) }
      }
    }
    self.rules = rules.mapValues { rules in
      rules.enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }.map(\.element)
    }
  }

  private static func units(_ name: Substring) -> [Substring] {
    switch name {
    case "m": ["surname-m", "given-m", "patronymic-m"]
    case "f": ["surname-f", "given-f", "patronymic-f"]
    default: [name]
    }
  }

  /// "ого=gen,acc;ому=dat".
  private static func endings(_ cell: Substring, feminine: Substring) -> [DeclensionRule.Ending] {
    cell.split(separator: ";").map { form in
      let parts = form.split(separator: "=")
      let cases = parts[1].split(separator: ",").compactMap { Declension.Case(abbreviation: $0) }
      let text = parts[0] == "-" ? "" : String(parts[0])
      return DeclensionRule.Ending(text: text, cases: cases, isAlsoFeminine: parts[0] == feminine)
    }
  }

  /// The rules that hold for a word in lower case, none if it is not declined.
  func rules(for word: [Unicode.Scalar], language: Substring, unit: Substring) -> ArraySlice<DeclensionRule> {
    guard let last = word.last, let candidates = rules[Key(language: language, unit: unit, last: last)],
      let first = candidates.firstIndex(where: { $0.fits(word) })
    else { return [] }
    let rank = candidates[first].rank
    return candidates[first...].prefix { $0.rank == rank }.filter { $0.fits(word) }[...]
  }
}
