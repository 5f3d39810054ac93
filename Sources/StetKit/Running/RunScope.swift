/// Which part of the drafts a run looks at.
public struct RunScope: Sendable {
  /// The folders that are searched, absolute.
  private let folders: [Path]
  /// Only some drafts were named, by a list.
  private let isPartial: Bool
  /// Only some lines count.
  let isOfLines: Bool

  public init(paths: [String], isPartial: Bool = false, isOfLines: Bool = false) {
    let found = paths.filter { $0 != "-" }.compactMap { Files.real(Path(argument: $0)) }
    folders = found.filter { Files.status(of: $0)?.kind == .folder }
    self.isPartial = isPartial || isOfLines
    self.isOfLines = isOfLines
  }

  /// Whether every draft below a folder is looked at, so that what was not met is not there.
  func coversAll(of folder: Path) -> Bool { !isPartial && folders.contains { $0 == folder || folder.below($0) != nil } }
}
