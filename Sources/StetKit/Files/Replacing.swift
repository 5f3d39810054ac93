import Glibc

extension Files {
  /// Gives a file new content: all of it or, when anything goes wrong, none.
  ///
  /// The bytes go to a temporary file in the same folder and reach the disk; then that file takes the old one's name. Mode
  /// and, where allowed, owner stay. A symbolic link stays too: its target is replaced. Other hard links keep the old text.
  ///
  /// - Parameter expected: The file's status when it was read; a file that has changed since is left alone.
  public static func replace(_ path: Path, with bytes: [UInt8], expected: FileStatus) throws(FileError) {
    guard let target = real(path), let before = status(of: target) else { throw vanished(path) }
    try refuseUnwritable(path, target, before)
    try put(bytes, at: target, shown: path, like: before) { () throws(FileError) in
      guard let now = status(of: target) else { throw vanished(path) }
      if !now.isUnchanged(since: expected) {
        throw FileError("write", path, reason: "it has changed since it was read; nothing was written")
      }
    }
  }

  /// Writes a report: a new file, or a new content for an old one, whole or not at all. A pipe or device is written to as it is.
  ///
  /// - Parameter durably: It must outlive a power cut, for which the disk is waited for.
  public static func write(_ bytes: [UInt8], to path: Path, durably: Bool = true) throws(FileError) {
    guard let before = status(of: path), let target = real(path) else {
      return try put(bytes, at: path, shown: path, like: nil, durably: durably) {}
    }
    switch before.kind {
    case .folder: throw FileError("write", path, code: EISDIR)
    case .regular:
      try refuseUnwritable(path, target, before)
      try put(bytes, at: target, shown: path, like: before, durably: durably) {}
    case .pipe, .device, .link, .other:
      try reporting("write", path) { () throws(SystemCode) in try Descriptor(opening: path, O_WRONLY).write(bytes) }
    }
  }

  /// Adds to a file that others add to as well, or makes it.
  public static func append(_ bytes: [UInt8], to path: Path) throws(FileError) {
    try reporting("write", path) { () throws(SystemCode) in
      try Descriptor(opening: path, O_WRONLY | O_CREAT | O_APPEND, mode: 0o666).write(bytes)
    }
  }

  private static func vanished(_ path: Path) -> FileError {
    FileError("write", path, reason: "it has gone since it was read")
  }

  private static func refuseUnwritable(_ path: Path, _ target: Path, _ status: FileStatus) throws(FileError) {
    if status.kind != .regular { throw FileError("write", path, reason: "it is not a regular file") }
    if status.isReadOnly { throw FileError("write", path, reason: "it is read-only") }
    if unsafe target.withCString({ unsafe access($0, W_OK) }) != 0 { throw FileError("write", path, code: errno) }
  }

  /// The temporary file's life: made, filled, checked, renamed; removed when any of that fails.
  private static func put(
    _ bytes: [UInt8], at target: Path, shown: Path, like old: FileStatus?, durably: Bool = true, unless check: () throws(FileError) -> Void
  ) throws(FileError) {
    let temporary = target.folder.appending(temporaryName())
    try reporting("write", shown) { () throws(SystemCode) in
      let file = try Descriptor(opening: temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: old == nil ? 0o666 : 0o600)
      try removingOnFailure(temporary) { () throws(SystemCode) in try fill(file, with: bytes, like: old, durably) }
    }
    try removingOnFailure(temporary, check)
    try removingOnFailure(temporary) { () throws(FileError) in
      try reporting("write", shown) { () throws(SystemCode) in
        _ = try retrying { unsafe temporary.withCString { from in unsafe target.withCString { unsafe rename(from, $0) } } }
      }
    }
    if !durably { return }
    // The new name must outlive a power cut too; a file system that cannot promise so is no reason to fail.
    if let folder = try? Descriptor(opening: target.folder, O_RDONLY | O_DIRECTORY) { try? folder.flushToDisk() }
  }

  private static func fill(_ file: borrowing Descriptor, with bytes: [UInt8], like old: FileStatus?, _ durably: Bool) throws(SystemCode) {
    try file.write(bytes)
    if let old {
      // Only root may give a file away; for others the file stays their own. Before fchmod, since a new owner clears set-id bits.
      if let own = file.status, (own.owner, own.group) != (old.owner, old.group) { _ = fchown(file.number, old.owner, old.group) }
      _ = try retrying { fchmod(file.number, old.permissions) }
    }
    if durably { try file.flushToDisk() }
  }

  private static func removingOnFailure<Failure: Error>(_ path: Path, _ body: () throws(Failure) -> Void) throws(Failure) {
    do throws(Failure) {
      try body()
    } catch {
      _ = unsafe path.withCString { unsafe unlink($0) }
      throw error
    }
  }

  static func reporting(_ action: String, _ path: Path, _ body: () throws(SystemCode) -> Void) throws(FileError) {
    do throws(SystemCode) {
      try body()
    } catch {
      throw FileError(action, path, code: error.number)
    }
  }

  /// Hidden, so that no walk takes it for a draft, and not to be guessed.
  private static func temporaryName() -> String { ".stet-" + String(UInt64.random(in: .min ... .max), radix: 36) + ".tmp" }
}
