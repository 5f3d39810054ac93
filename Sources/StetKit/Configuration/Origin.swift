/// Where a setting was made.
public enum Origin: Hashable, Sendable {
  /// Nowhere: it is as if nothing had been said.
  case standard
  case commandLine
  /// A line of a configuration file, as shown.
  case file(String, line: Int)
}

extension Origin: CustomStringConvertible {
  public var description: String {
    switch self {
    case .standard: "as if not said"
    case .commandLine: "the command line"
    case .file(let path, let line): "\(path):\(line)"
    }
  }
}

/// A value, and where it was given.
public struct Setting<Value: Sendable>: Sendable {
  public var value: Value
  public var origin: Origin

  public init(_ value: Value, _ origin: Origin = .standard) {
    self.value = value
    self.origin = origin
  }
}

extension Setting: Equatable where Value: Equatable {}

/// A glossary as a configuration or the command line names it.
public struct GlossaryReference: Hashable, Sendable {
  /// A name, or a path.
  public let argument: String
  /// The folder in which a name is looked up first, and which a path is relative to.
  let folder: Path

  init(_ argument: String, in folder: Path = .current) {
    self.argument = argument
    self.folder = folder
  }
}
