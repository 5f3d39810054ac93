/// Eight bytes of a text at once, as one number: the first byte is the lowest.
public enum EightBytes {
  /// The eight bytes from `at` on; they must lie within the text.
  @inlinable @inline(__always)
  public static func load(_ text: RawSpan, _ at: Int) -> UInt64 {
    // Any eight bytes are a number, and the load checks its bounds.
    UInt64(littleEndian: unsafe text.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// The same byte eight times.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The top bit of each byte that is no small ASCII letter.
  @inline(__always)
  static func others(thanSmallLetters bytes: UInt64) -> UInt64 {
    let low = bytes & all(0x7F)
    // No sum leaves its byte: the top bit tells whether a byte reaches "a", and whether it passes "z".
    let letters = (low &+ all(0x80 - 0x61)) & ~(low &+ all(0x80 - 0x7B)) & ~bytes
    return ~letters & all(0x80)
  }
}
