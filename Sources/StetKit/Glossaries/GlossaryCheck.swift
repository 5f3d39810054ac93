import StetGlossary

/// What `stet glossary check` does: reads glossaries, and runs the tests of their entries.
public struct GlossaryCheck: Sendable {
  /// What came up, to be printed, and the exit code it makes.
  public struct Outcome: Sendable {
    /// Faults and failing tests, one a line.
    public var lines: [String] = []
    /// What could not be read or found.
    public var failures: [String] = []
    var glossaries = 0
    var faults = 0
    var tests = 0
    var failedTests = 0

    public var status: RunStatus {
      if !failures.isEmpty { return .failure }
      return lines.isEmpty ? .clean : .findings
    }

    public var summary: String {
      func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
      let glossaries = glossaries == 1 ? "1 glossary" : "\(glossaries) glossaries"
      return "\(glossaries): \(counted(faults, "fault")), \(failedTests) of \(counted(tests, "test")) failed"
    }
  }

  private let locator: GlossaryLocator

  public init(_ locator: GlossaryLocator = GlossaryLocator()) { self.locator = locator }

  /// - Parameter arguments: Names or files; none means every glossary of the first `Glossaries` folder there is.
  public func run(_ arguments: [String]) -> Outcome {
    var outcome = Outcome()
    let files = arguments.isEmpty ? allFiles(&outcome) : arguments.compactMap { locate($0, &outcome) }
    for file in files { check(file, &outcome) }
    return outcome
  }

  private func allFiles(_ outcome: inout Outcome) -> [Path] {
    let files = locator.all()
    if files.isEmpty {
      outcome.failures.append("there is no glossary in \(locator.projectPlaces.map(\.display).joined(separator: " or "))")
    }
    return files
  }

  private func locate(_ argument: String, _ outcome: inout Outcome) -> Path? {
    do throws(GlossaryNotFound) {
      return try locator.locate(argument)
    } catch {
      outcome.failures.append(error.description)
      return nil
    }
  }

  private func check(_ file: Path, _ outcome: inout Outcome) {
    let loaded = LoadedGlossaries(file)
    outcome.failures += loaded.failures
    if loaded.failures.isEmpty { outcome.glossaries += 1 }
    outcome.faults += loaded.faults.count
    outcome.lines += loaded.faults.map(\.description)
    for glossary in loaded.glossaries { test(glossary, &outcome) }
  }

  private func test(_ glossary: Glossary, _ outcome: inout Outcome) {
    do {
      let failed = try glossary.failedTests()
      outcome.tests += glossary.testCount
      outcome.failedTests += failed.count
      outcome.lines += failed.map(\.description)
    } catch {
      outcome.failures.append("cannot test \(glossary.name): \(error)")
    }
  }
}
