/// A fault in a glossary file: where it is and what to do.
public struct Fault: Sendable, Equatable {
  /// Whether linting can go on.
  public enum Severity: String, Sendable {
    /// Stops `lint` and `fix`.
    case error
    /// Told on stderr; linting goes on.
    case warning
  }

  public let severity: Severity
  /// The file as shown in messages.
  public let path: String
  /// 1-based; 0 when the fault is the whole file's.
  public let line: Int
  public let column: Int
  /// What is wrong, quoting it; lower case, no full stop.
  public let message: String
  /// What to do about it, or nil.
  public let hint: String?
  /// The check it is reported as: "glossary-fault", "configuration-fault"; nil until somebody says.
  public var check: String?

  public init(_ severity: Severity, path: String, line: Int, column: Int, message: String, hint: String? = nil) {
    self.severity = severity
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }
}

extension Fault: CustomStringConvertible {
  /// `path:line:column: error: message (hint)`
  public var description: String {
    let place = line > 0 ? "\(path):\(line):\(column)" : path
    return "\(place): \(severity.rawValue): \(message)" + (hint.map { " (\($0))" } ?? "") + (check.map { " [\($0)]" } ?? "")
  }
}
