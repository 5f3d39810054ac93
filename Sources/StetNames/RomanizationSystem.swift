import StetICU

/// A published table, script to Latin: KMU 2010, BGN/PCGN 1947, ISO 9.
public struct RomanizationSystem: Sendable, Hashable {
  /// Where its rules come from.
  enum Rules: Sendable, Hashable {
    case table([LetterRule])
    /// A transliterator of ICU's own.
    case icu(String)
  }

  /// "KMU2010"; one name may serve several languages.
  public let name: String
  /// BCP 47 code of the language it writes.
  public let language: String
  /// How far the table was checked, from the data file.
  public let check: String
  public let note: String
  let rules: Rules

  /// "uk:KMU2010".
  public var id: String { "\(language):\(name)" }

  /// The name as a reader meets it: "KMU 2010", "BGN/PCGN 1947", "German press".
  public var label: String {
    if name.hasPrefix("Press-") {
      return languageName(String(name.dropFirst(6).prefix(2))) + " press"
    }
    var label = ""
    for character in name.replacing("BGN-PCGN", with: "BGN/PCGN") {
      if character.isNumber, let last = label.last, last.isLetter { label += " " }
      label.append(character == "-" ? " " : character)
    }
    return label.replacing("ALA LC", with: "ALA-LC")
  }

  public static func == (a: Self, b: Self) -> Bool { a.name == b.name && a.language == b.language }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(language)
  }

  /// Opens the transliterator that runs this system.
  func transliterator() throws(ICUError) -> Transliterator {
    switch rules {
    case .table(let letters): try Transliterator(rules: LetterRule.transliteratorRules(letters))
    case .icu(let id): try Transliterator(id: id)
    }
  }
}

/// All systems, in the order of the data files: official and scholarly tables, then the press, then ICU's own.
public struct RomanizationSystems: Sendable {
  public static let shared = RomanizationSystems()

  public let all: [RomanizationSystem]
  private let byLanguage: [String: [RomanizationSystem]]

  private init() {
    var systems: [RomanizationSystem] = []
    let rows = DataFile.rows(DataFile.romanization, columns: 7)
    // The rows of one table follow each other.
    var start = 0
    for end in rows.indices.map({ $0 + 1 }) where end == rows.count || rows[end][0] != rows[start][0] || rows[end][1] != rows[start][1] {
      let first = rows[start]
      let letters = rows[start..<end].map { row in
        LetterRule(source: String(row[2]), context: LetterRule.Context(row[3]), output: row[4] == "(none)" ? "" : String(row[4]))
      }
      systems.append(
        RomanizationSystem(
          name: String(first[0]), language: String(first[1]), check: String(first[5]), note: String(first[6]), rules: .table(letters)))
      start = end
    }
    for row in DataFile.rows(DataFile.icuSystems, columns: 4) {
      systems.append(
        RomanizationSystem(
          name: String(row[0]), language: String(row[1]), check: "ICU", note: String(row[3]), rules: .icu(String(row[2]))))
    }
    all = systems
    byLanguage = Dictionary(grouping: systems, by: \.language)
  }

  /// The systems that write a language, in order; none for a language Stet has no table of.
  public func systems(for language: String) -> [RomanizationSystem] { byLanguage[language] ?? [] }

  /// The languages with a system, sorted.
  public var languages: [String] { byLanguage.keys.sorted() }

  /// The system of a language by its name, without regard to case.
  public func system(_ name: String, language: String) -> RomanizationSystem? {
    systems(for: language).first { $0.name.lowercased() == name.lowercased() }
  }
}
