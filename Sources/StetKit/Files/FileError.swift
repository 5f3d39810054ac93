import Glibc

/// Why a file could not be read or written: what was tried, on which path, and the reason in plain words.
public struct FileError: Error, Equatable, Sendable {
  /// "read", "write", "search".
  public let action: String
  /// As shown to people; "standard input" for what has no path.
  public let path: String
  /// Lower case, no full stop: "the disk is full".
  public let reason: String
  /// The system's number for it, 0 for a reason of our own.
  public let code: Int32

  init(_ action: String, _ path: Path, code: Int32) {
    self.init(action, path.display, reason: Self.reason(of: code), code: code)
  }

  init(_ action: String, _ path: Path, reason: String) { self.init(action, path.display, reason: reason, code: 0) }

  init(_ action: String, _ path: String, reason: String, code: Int32 = 0) {
    self.action = action
    self.path = path
    self.reason = reason
    self.code = code
  }

  /// There is no such file.
  var isAbsence: Bool { code == ENOENT }

  /// What a newsroom can act on, for the codes that happen; the system's own words for the rest.
  static func reason(of code: Int32) -> String {
    if let plain = plainReasons[code] { return plain }
    var buffer = [CChar](repeating: 0, count: 256)
    if unsafe strerror_r(code, &buffer, buffer.count) != 0 { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).lowercased()
  }

  private static let plainReasons: [Int32: String] = [
    ENOENT: "no such file or folder",
    ENOTDIR: "a part of the path is a file, not a folder",
    EISDIR: "it is a folder",
    EACCES: "permission denied",
    EPERM: "not permitted",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EFBIG: "too large",
    EROFS: "the disk is read-only",
    ELOOP: "its symbolic links go in a circle",
    ENAMETOOLONG: "the name is too long",
    EMFILE: "too many open files",
    EIO: "the disk reports a fault",
  ]
}

extension FileError: CustomStringConvertible {
  public var description: String { "cannot \(action) \(path): \(reason)" }
}
