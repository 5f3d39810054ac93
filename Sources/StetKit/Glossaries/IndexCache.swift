import StetGlossary

/// Compiled indexes in the user's cache folder, so that glossaries are read and worked out once and not at every run.
///
/// A file that is missing, damaged, somebody else's or made from anything else is as good as none: the index is made anew.
/// Any number of processes may use the folder at once.
public struct IndexCache: Sendable {
  private let folder: Path

  /// So many indexes are kept, the newest.
  private static let limit = 12
  fileprivate static let ending = ".stet-index"

  /// - Parameter folder: Made when something is kept; nobody else's business.
  public init(folder: Path) { self.folder = folder }

  /// The cache of the user: `$XDG_CACHE_HOME/stet` or `~/.cache/stet`; nil without a home.
  public static var user: IndexCache? {
    if let cache = System.variable("XDG_CACHE_HOME").map(Path.init(argument:)), cache.isAbsolute {
      return IndexCache(folder: cache.appending("stet"))
    }
    guard let home = System.variable("HOME").map(Path.init(argument:)), home.isAbsolute else { return nil }
    return IndexCache(folder: home.appending(".cache").appending("stet"))
  }

  func index(_ key: IndexKey) -> CompiledIndex? {
    let path = folder.appending(key.name + IndexCache.ending)
    return Files.map(path).flatMap { CompiledIndex($0.bytes, key, seal: $0.status.nanoseconds) }
  }

  /// Keeps an index for later runs. That it cannot be kept (a full disk, a folder nobody may write) is no
  /// failure, and told by the answer.
  func keep(_ compiled: CompiledIndex, _ key: IndexKey) -> Bool {
    let file = compiled.file(key), name = key.name + IndexCache.ending
    guard (try? Files.keep(file, as: name, in: folder, seal: CompiledIndex.seal(of: file))) != nil else { return false }
    removeOldest()
    return true
  }

  private func removeOldest() {
    let names = ((try? Files.list(folder)) ?? []).filter { $0.kind == .regular && $0.isIndex }.map { folder.appending($0.name) }
    let files = names.compactMap { path in Files.status(of: path).map { (path: path, status: $0) } }
    let newest = files.sorted { ($0.status.seconds, $0.status.nanoseconds) > ($1.status.seconds, $1.status.nanoseconds) }
    for file in newest.dropFirst(IndexCache.limit) { Files.remove(file.path) }
  }
}

extension FolderItem {
  /// An index, or what a writer that was stopped has left of one.
  fileprivate var isIndex: Bool {
    let name = name.display
    return name.hasSuffix(IndexCache.ending) || isHidden && name.hasSuffix(".tmp") && name.contains(IndexCache.ending + ".")
  }
}
