import StetGlossary
import StetText

/// Collects the faults of one file while it is read.
final class FaultLog {
  let path: String
  private var found: [Fault] = []

  init(path: String) { self.path = path }

  /// What was found, by place; where two stand at one place, in the order found.
  var faults: [Fault] {
    found.enumerated()
      .sorted { ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset) }
      .map(\.element)
  }

  func error(_ message: String, at position: Position?, hint: String? = nil) {
    add(.error, message, position, hint)
  }

  func warning(_ message: String, at position: Position?, hint: String? = nil) {
    add(.warning, message, position, hint)
  }

  func add(_ faults: [Fault]) { found += faults }

  private func add(_ severity: Fault.Severity, _ message: String, _ position: Position?, _ hint: String?) {
    found.append(
      Fault(severity, path: path, line: position?.line ?? 0, column: position?.column ?? 0, message: message, hint: hint))
  }
}

/// "a", "a and b", "a, b and c".
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
