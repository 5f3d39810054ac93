/// A 64-bit sum that tells damage and change, as fast as memory is read. No defence against anybody who means to forge one.
public enum Checksum {
  private static let odd: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The sum of some bytes; other seeds give other sums.
  public static func of(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe sums(of: $0, seed).first }
  }

  /// Two sums of some bytes, for the time of one.
  static func pair(of bytes: [UInt8], seed: UInt64) -> (first: UInt64, second: UInt64) {
    unsafe bytes.withUnsafeBytes { unsafe sums(of: $0, seed) }
  }

  static func of(_ bytes: [UInt8], from offset: Int) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe sums(of: UnsafeRawBufferPointer(rebasing: $0.dropFirst(offset)), 0).first }
  }

  /// The sum of a file's bytes from an offset on.
  static func of(_ bytes: IndexBytes, from offset: Int) -> UInt64 {
    guard offset <= bytes.count else { return 0 }
    return unsafe sums(of: UnsafeRawBufferPointer(start: bytes.start + offset, count: bytes.count - offset), 0).first
  }

  /// Four sums side by side, each of every fourth word, so that the processor need not wait for one to take the next.
  private static func sums(of bytes: UnsafeRawBufferPointer, _ seed: UInt64) -> (first: UInt64, second: UInt64) {
    var a = seed ^ 0x2545_F491_4F6C_DD1D, b = a &+ odd, c = b &+ odd, d = c &+ odd
    var at = 0
    while at + 32 <= bytes.count {
      a = mixed(a, unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      b = mixed(b, unsafe bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
      c = mixed(c, unsafe bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
      d = mixed(d, unsafe bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
      at += 32
    }
    var sum = mixed(mixed(mixed(a, b), c), d), other = mixed(mixed(mixed(c, d), b), a)
    while at < bytes.count {
      sum = mixed(sum, unsafe UInt64(bytes[at]))
      other = mixed(other, unsafe UInt64(bytes[at]) &+ odd)
      at += 1
    }
    return (mixed(sum, UInt64(bytes.count)), mixed(other, UInt64(bytes.count)))
  }

  /// Not reversible by the next word alone, and never loses a bit of it.
  @inline(__always)
  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* odd
    return product ^ (product >> 29)
  }
}
