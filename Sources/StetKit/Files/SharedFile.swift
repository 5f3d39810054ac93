import Glibc

/// An open regular file that many threads read, each at places of its own.
final class SharedFile: Sendable {
  private let descriptor: Descriptor
  /// As it was opened.
  let status: FileStatus

  /// Nil for what is no regular file.
  init?(_ path: Path) throws(FileError) {
    do throws(SystemCode) {
      let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
      guard let status = file.status else { throw SystemCode(number: errno) }
      guard status.kind == .regular else { return nil }
      descriptor = file
      self.status = status
    } catch {
      throw FileError("read", path, code: error.number)
    }
  }

  /// Whether it is still what it was when it was opened, as far as the system tells.
  var isUnchanged: Bool { descriptor.status.map { $0.isUnchanged(since: status) } ?? false }

  /// The bytes of a range; fewer where the file ends before.
  func read(_ range: Range<Int>) throws(SystemCode) -> [UInt8] {
    var outcome: Result<Int, SystemCode> = .success(0)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      outcome = unsafe fill(UnsafeMutableRawBufferPointer(buffer), from: range.lowerBound)
      count = (try? outcome.get()) ?? 0
    }
    _ = try outcome.get()
    return bytes
  }

  /// Fills a buffer from a place on with what the file has at an offset.
  ///
  /// - Returns: How many bytes there were; fewer than wanted only where the file ends.
  func read(at offset: Int, into bytes: inout [UInt8], from place: Int) throws(SystemCode) -> Int {
    let outcome = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe fill(UnsafeMutableRawBufferPointer(rebasing: buffer[place...]), from: offset)
    }
    return try outcome.get()
  }

  private func fill(_ buffer: UnsafeMutableRawBufferPointer, from offset: Int) -> Result<Int, SystemCode> {
    var done = 0
    do throws(SystemCode) {
      while done < buffer.count {
        let count = try retrying {
          unsafe pread(descriptor.number, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(offset + done))
        }
        if count == 0 { break }
        done += count
      }
      return .success(done)
    } catch {
      return .failure(error)
    }
  }
}
