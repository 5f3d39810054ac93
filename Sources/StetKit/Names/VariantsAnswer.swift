import StetGlossary
import StetICU
import StetNames

/// What `stet glossary variants` prints.
public struct VariantsAnswer: Sendable {
  /// The entries that the name belongs to.
  public private(set) var found: [NameVariants] = []
  public private(set) var complaints: [String] = []
  public private(set) var status = RunStatus.clean

  /// - Parameter glossaries: As given to `-g`; empty means all of the `Glossaries` folder.
  public init(_ name: String, glossaries names: [String]) {
    let locator = GlossaryLocator()
    let paths = names.isEmpty ? locator.all().map(\.display) : names
    let loaded = GlossaryLoader(locator).load(paths + [GlossaryLoader.none])
    guard loaded.isUsable else {
      complaints = loaded.failures + loaded.faults.filter { $0.severity == .error }.map(\.description)
      status = .failure
      return
    }
    do throws(ICUError) {
      try answer(name, GlossaryIndex(loaded.glossaries))
    } catch {
      complaints.append(error.description)
      status = .failure
    }
  }

  private mutating func answer(_ name: String, _ index: GlossaryIndex) throws(ICUError) {
    found = try NameVariants.find(name, in: index)
    if found.isEmpty, let language = SourceLanguage.guesses(for: name).first {
      var entry = Entry(term: name)
      entry.from = [Entry.SourceForm(language: language, text: name)]
      found = try NameVariants.find(name, in: GlossaryIndex([Glossary(name: "none", entries: [entry])]))
    }
    if found.isEmpty {
      complaints.append("no glossary has ‘\(name)’, and it is in Latin letters: give the name in its own script")
      status = .failure
    }
  }

  /// The answer for people, an entry after the other.
  public var lines: [String] {
    var lines: [String] = []
    for variants in found {
      if !lines.isEmpty { lines.append("") }
      lines.append("\(variants.entry.term) (\(variants.glossary))")
      for part in variants.parts { lines += ["  \(part.name)"] + part.rows.map { "    " + VariantsAnswer.line($0) } }
    }
    return lines
  }

  private static func line(_ row: NameVariants.Row) -> String {
    var words = [row.text.padded(to: 24), row.status]
    if row.isGuessed { words.append("by way of \(row.original ?? "another given name")") }
    if !row.cases.isEmpty { words.append(row.cases.joined(separator: ", ")) }
    if !row.systems.isEmpty { words.append(row.systems.joined(separator: ", ")) }
    if let gate = row.gate { words.append("[\(gate)]") }
    return words.joined(separator: " ")
  }
}
