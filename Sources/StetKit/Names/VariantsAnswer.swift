import StetGlossary
import StetICU
import StetNames

/// What `stet glossary variants` prints.
public struct VariantsAnswer: Sendable {
  public private(set) var lines: [String] = []
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
    var found = try NameVariants.find(name, in: index)
    if found.isEmpty, let language = SourceLanguage.guesses(for: name).first {
      var entry = Entry(term: name)
      entry.from = [Entry.SourceForm(language: language, text: name)]
      var romanizer = Romanizer()
      found = [try NameVariants(entry, glossary: "none", &romanizer)]
    }
    if found.isEmpty {
      complaints.append("no glossary has ‘\(name)’, and it is in Latin letters: give the name in its own script")
      status = .failure
    }
    for variants in found { show(variants) }
  }

  private mutating func show(_ variants: NameVariants) {
    if !lines.isEmpty { lines.append("") }
    lines.append("\(variants.entry.term) (\(variants.glossary))")
    for part in variants.parts {
      lines.append("  \(part.name)")
      for row in part.rows {
        let systems = row.systems.isEmpty ? "" : " " + row.systems.joined(separator: ", ")
        let gate = row.gate.map { " [\($0)]" } ?? ""
        lines.append("    \(row.text.padded(to: 24)) \(row.status)\(systems)\(gate)")
      }
    }
  }
}
