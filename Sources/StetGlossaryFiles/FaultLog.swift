import StetGlossary
import StetText

/// Collects the faults of one file while it is read.
package final class FaultLog {
  package let path: String
  private var found: [Fault] = []

  package init(path: String) { self.path = path }

  /// What was found, by place; where two stand at one place, in the order found.
  package var faults: [Fault] {
    found.enumerated()
      .sorted { ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset) }
      .map(\.element)
  }

  package func error(_ message: String, at position: Position?, hint: String? = nil) {
    add(.error, message, position, hint)
  }

  package func warning(_ message: String, at position: Position?, hint: String? = nil) {
    add(.warning, message, position, hint)
  }

  package func add(_ faults: [Fault]) { found += faults }

  private func add(_ severity: Fault.Severity, _ message: String, _ position: Position?, _ hint: String?) {
    found.append(
      Fault(severity, path: path, line: position?.line ?? 0, column: position?.column ?? 0, message: message, hint: hint))
  }
}

/// "a", "a and b", "a, b and c".
package func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
