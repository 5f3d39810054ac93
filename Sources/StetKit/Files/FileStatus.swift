import Glibc

/// What the system knows about a file, and whether it is still the file that was read.
public struct FileStatus: Equatable, Sendable {
  public enum Kind: Sendable { case regular, folder, link, pipe, device, other }

  public let kind: Kind
  public let size: Int
  let device: UInt
  let inode: UInt
  let seconds: Int
  let nanoseconds: Int
  let permissions: mode_t
  let owner: uid_t
  let group: gid_t

  init(_ raw: stat) {
    kind = Kind(mode: raw.st_mode)
    size = Int(raw.st_size)
    device = UInt(raw.st_dev)
    inode = UInt(raw.st_ino)
    seconds = raw.st_mtim.tv_sec
    nanoseconds = raw.st_mtim.tv_nsec
    permissions = raw.st_mode & 0o7777
    owner = raw.st_uid
    group = raw.st_gid
  }

  /// Nobody may write it, says its mode. Root could all the same, and must not.
  var isReadOnly: Bool { permissions & 0o222 == 0 }

  /// The same file with the same content, as far as the system tells: inode, size, time of change.
  func isUnchanged(since earlier: FileStatus) -> Bool {
    device == earlier.device && inode == earlier.inode && size == earlier.size && seconds == earlier.seconds
      && nanoseconds == earlier.nanoseconds
  }
}

extension FileStatus.Kind {
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO, S_IFSOCK: self = .pipe
    case S_IFCHR, S_IFBLK: self = .device
    default: self = .other
    }
  }
}

extension Files {
  /// The status of what a path names, links followed; nil when there is nothing or it cannot be looked at.
  public static func status(of path: Path) -> FileStatus? {
    var raw = stat()
    return unsafe path.withCString { unsafe stat($0, &raw) } == 0 ? FileStatus(raw) : nil
  }

  /// The same of a link itself.
  public static func statusOfLink(_ path: Path) -> FileStatus? {
    var raw = stat()
    return unsafe path.withCString { unsafe lstat($0, &raw) } == 0 ? FileStatus(raw) : nil
  }

  /// The path without links, `.` and `..`; nil when there is no such file.
  public static func real(_ path: Path) -> Path? {
    guard let resolved = unsafe path.withCString({ unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe Path(bytes: UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) })
  }
}

extension Path {
  /// The path as C wants it. A path from the command line or a folder holds no NUL.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("an array of one element has an address") }
      return unsafe body(base)
    }
  }
}
