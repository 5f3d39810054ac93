import Glibc

/// An open file, closed when its owner lets go of it.
struct Descriptor: ~Copyable {
  let number: Int32

  init(number: Int32) { self.number = number }

  /// - Throws: the system's code.
  init(opening path: Path, _ flags: Int32, mode: mode_t = 0) throws(SystemCode) {
    let flags = flags | O_CLOEXEC
    number = try retrying { unsafe path.withCString { unsafe open($0, flags, mode) } }
  }

  deinit { close(number) }

  var status: FileStatus? {
    var raw = stat()
    return unsafe fstat(number, &raw) == 0 ? FileStatus(raw) : nil
  }

  /// Appends what there is to read, at most `room` bytes; 0 is the end.
  func read(into bytes: inout [UInt8], room: Int) throws(SystemCode) -> Int {
    var outcome: Result<Int, SystemCode> = .success(0)
    let read = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      do throws(SystemCode) {
        count = try retrying { unsafe Glibc.read(number, buffer.baseAddress, room) }
        outcome = .success(count)
      } catch {
        outcome = .failure(error)
      }
    }
    let count = try outcome.get()
    if bytes.isEmpty { bytes = read } else { bytes += read }
    return count
  }

  /// Everything up to the end. `expected` is a guess that saves copying.
  func readToEnd(expected: Int) throws(SystemCode) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = max(expected + 1, 16_384)
    // Where no more is expected, room for much would be made and given up for nothing.
    while try read(into: &bytes, room: room) > 0 { room = bytes.count <= expected ? max(512, expected + 1 - bytes.count) : 1 << 16 }
    return bytes
  }

  func write(_ bytes: [UInt8]) throws(SystemCode) {
    var at = 0
    while at < bytes.count {
      at += try retrying {
        unsafe bytes.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress?.advanced(by: at), bytes.count - at) }
      }
    }
  }

  /// Sets the time of change to this very second, and to a fraction of it. Not every disk can tell fractions.
  func setTimeOfChange(nanoseconds: Int) {
    // The time of the last look comes first.
    let now = timespec(tv_sec: time(nil), tv_nsec: nanoseconds)
    _ = unsafe futimens(number, [now, now])
  }

  func flushToDisk() throws(SystemCode) { _ = try retrying { fsync(number) } }
}

/// What the system said instead of doing as told: its `errno`.
struct SystemCode: Error, Equatable {
  let number: Int32
}

/// Calls again when a signal came between, and throws what else goes wrong.
func retrying<Number: SignedInteger>(_ call: () -> Number) throws(SystemCode) -> Number {
  while true {
    let result = call()
    if result >= 0 { return result }
    let code = errno
    if code != EINTR { throw SystemCode(number: code) }
  }
}
