import Glibc

/// A file's bytes, and what it was when they were read.
public struct FileContents: Sendable {
  public let bytes: [UInt8]
  public let status: FileStatus
}

/// Whole files in, whole files out. The only place of Stet that talks to the file system.
public enum Files {
  /// Reads a file, or what is left in a pipe that somebody writes to (`<(command)`).
  ///
  /// Folders and devices are refused, and so is a pipe without a writer: it would be waited for until doomsday, or be
  /// taken for an empty draft.
  public static func read(_ path: Path) throws(FileError) -> FileContents {
    do throws(SystemCode) {
      let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
      guard let status = file.status else { throw SystemCode(number: errno) }
      switch status.kind {
      case .regular: return FileContents(bytes: try file.readToEnd(expected: status.size), status: status)
      case .pipe:
        guard let bytes = try readPipe(file) else { throw SystemCode(number: Refusal.silentPipe) }
        return FileContents(bytes: bytes, status: status)
      case .folder: throw SystemCode(number: EISDIR)
      case .device, .link, .other: throw SystemCode(number: Refusal.device)
      }
    } catch {
      throw FileError("read", path, refusing: error)
    }
  }

  /// All of standard input.
  public static func readStandardInput() throws(FileError) -> [UInt8] {
    do throws(SystemCode) {
      let copy = Descriptor(number: try retrying { dup(0) })
      return try copy.readToEnd(expected: 0)
    } catch {
      throw FileError("read", "standard input", reason: FileError.reason(of: error.number), code: error.number)
    }
  }

  /// Nil when nobody writes to the pipe.
  private static func readPipe(_ pipe: borrowing Descriptor) throws(SystemCode) -> [UInt8]? {
    var first: [UInt8] = []
    do throws(SystemCode) {
      if try pipe.read(into: &first, room: 1 << 16) == 0 { return nil }
    } catch {
      if error.number != EAGAIN { throw error }
    }
    let flags = fcntl(pipe.number, F_GETFL)
    _ = try retrying { fcntl(pipe.number, F_SETFL, flags & ~O_NONBLOCK) }
    return first + (try pipe.readToEnd(expected: 0))
  }
}

/// Reasons of our own, below the system's numbers.
enum Refusal {
  static let silentPipe: Int32 = -1
  static let device: Int32 = -2
}

extension FileError {
  fileprivate init(_ action: String, _ path: Path, refusing code: SystemCode) {
    switch code.number {
    case Refusal.silentPipe: self.init(action, path, reason: "it is a pipe that nobody writes to")
    case Refusal.device: self.init(action, path, reason: "it is a device, not a file")
    default: self.init(action, path, code: code.number)
    }
  }
}
