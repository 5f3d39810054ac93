import StetFindings
import StetGlossary
import StetText

/// A sentence of an entry that is not found, or found, against the entry's word.
public struct FailedTest: Equatable, Sendable, CustomStringConvertible {
  public enum Expectation: Sendable { case flagged, allowed }

  /// The glossary's file, or its name.
  public let path: String
  public let line: Int
  public let column: Int
  public let term: String
  public let sentence: String
  public let expectation: Expectation
  /// What was found in a sentence that ought to be left alone.
  public let found: [String]

  public var description: String {
    let place = "\(path):\(line):\(column): error: "
    switch expectation {
    case .flagged: return place + "nothing is found in “\(sentence)” (\(term), flags)"
    case .allowed: return place + "“\(sentence)” is not left alone (\(term), allows): " + found.joined(separator: "; ")
    }
  }
}

extension Glossary {
  /// Lints the tests of every entry, each as a draft of its own with this glossary alone: in `flags` it must find
  /// something, in `allows` nothing.
  public func failedTests() throws -> [FailedTest] {
    let linter = try Linter(glossaries: [self])
    return entries.flatMap { entry in
      entry.tests.flags.compactMap { failure(entry, $0, .flagged, linter) }
        + entry.tests.allows.compactMap { failure(entry, $0, .allowed, linter) }
    }
  }

  /// How many sentences there are to lint.
  public var testCount: Int { entries.reduce(0) { $0 + $1.tests.flags.count + $1.tests.allows.count } }

  private func failure(
    _ entry: Entry, _ sentence: Entry.Tests.Sentence, _ expectation: FailedTest.Expectation, _ linter: Linter
  ) -> FailedTest? {
    let draft = Draft(path: path ?? name, text: sentence.text, format: .plain)
    // What garble checks say of a sentence cut from its text is no matter of the entry's.
    let findings = linter.lint(draft).filter { $0.glossary == name }
    if findings.isEmpty == (expectation == .allowed) { return nil }
    return FailedTest(
      path: path ?? name, line: sentence.line, column: sentence.column, term: entry.term, sentence: sentence.text,
      expectation: expectation, found: findings.map(\.message))
  }
}
