/// Where a draft comes from.
public enum DraftSource: Hashable, Sendable {
  case file(Path)
  /// Standard input; the name is what reports show.
  case standardInput(name: String)

  /// What reports show.
  public var shown: String {
    switch self {
    case .file(let path): path.display
    case .standardInput(let name): name
    }
  }

  /// What reports are ordered by.
  var sortKey: [UInt8] {
    switch self {
    case .file(let path): path.bytes
    case .standardInput(let name): Array(name.utf8)
    }
  }
}
