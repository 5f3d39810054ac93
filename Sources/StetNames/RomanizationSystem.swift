import StetICU

/// A published table, script to Latin: KMU 2010, BGN/PCGN 1947, ISO 9.
public struct RomanizationSystem: Sendable, Hashable {
  /// Where its rules come from.
  enum Rules: Sendable, Hashable {
    /// Stretches of the data file, read when the table is needed: most runs only name systems.
    case table([Range<Int>])
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
    var label = "", rest = name[...]
    // Told with many a finding: the library's `replacing` would take longer than all the rest of it.
    for (written, shown) in [("BGN-PCGN", "BGN/PCGN"), ("ALA-LC", "ALA-LC")] where rest.hasPrefix(written) {
      label = shown
      rest = rest.dropFirst(written.count)
    }
    for character in rest {
      if character.isNumber, let last = label.last, last.isLetter { label += " " }
      label.append(character == "-" ? " " : character)
    }
    return label
  }

  public static func == (a: Self, b: Self) -> Bool { a.name == b.name && a.language == b.language }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(language)
  }

  /// Opens the transliterator that runs this system.
  func transliterator() throws(ICUError) -> Transliterator {
    switch rules {
    case .table: try Transliterator(rules: LetterRule.transliteratorRules(letters))
    case .icu(let id): try Transliterator(id: id)
    }
  }

  /// The rows of a letter table; none for a system of ICU's own.
  var letters: [LetterRule] {
    guard case .table(let stretches) = rules else { return [] }
    return stretches.flatMap(DataFile.romanization.lines).map { line in
      let cells = DataFile.romanization.cells(line, columns: RomanizationSystems.columns)
      let output = cells[4] == "(none)" ? "" : String(cells[4])
      return LetterRule(source: String(cells[2]), context: LetterRule.Context(cells[3]), output: output)
    }
  }
}

/// All systems, in the order of the data files: official and scholarly tables, then the press, then ICU's own.
public struct RomanizationSystems: Sendable {
  public static let shared = RomanizationSystems()

  public let all: [RomanizationSystem]
  private let byLanguage: [String: [RomanizationSystem]]

  /// Of the file of letter tables.
  static let columns = 7

  private init() {
    var systems = RomanizationSystems.tables(DataFile.romanization)
    for row in DataFile.rows(DataFile.icuSystems, columns: 4) {
      systems.append(
        RomanizationSystem(
          name: String(row[0]), language: String(row[1]), check: "ICU", note: String(row[3]), rules: .icu(String(row[2]))))
    }
    all = systems
    byLanguage = Dictionary(grouping: systems, by: \.language)
  }

  /// The systems that have a letter table. The lines of one mostly stand together.
  private static func tables(_ file: DataBytes) -> [RomanizationSystem] {
    var names: [Range<Int>] = [], stretches: [[Range<Int>]] = []
    for stretch in file.stretches(from: file.lineEnd(0) + 1) {
      let name = stretch.lowerBound..<file.secondTab(stretch)
      if let known = names.firstIndex(where: { file.areEqual($0, name) }) {
        stretches[known].append(stretch)
      } else {
        names.append(name)
        stretches.append([stretch])
      }
    }
    return stretches.map { stretches in
      let cells = file.cells(stretches[0].lowerBound..<file.lineEnd(stretches[0].lowerBound), columns: columns)
      return RomanizationSystem(
        name: String(cells[0]), language: String(cells[1]), check: String(cells[5]), note: String(cells[6]), rules: .table(stretches))
    }
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
