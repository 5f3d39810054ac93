/// Reads scalars from valid UTF-8.
enum UTF8Scalar {
  /// The scalar that begins at `at` and how many bytes it takes; a stray byte counts as U+FFFD of one byte.
  @inline(__always)
  static func decode(_ text: [UInt8], _ at: Int, _ limit: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(text[at])
    if lead < 0x80 { return (lead, 1) }
    if lead >= 0xC2, lead < 0xE0, at + 1 < limit {
      return ((lead & 0x1F) << 6 | UInt32(text[at + 1] & 0x3F), 2)
    }
    if lead >= 0xE0, lead < 0xF0, at + 2 < limit {
      return ((lead & 0x0F) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F), 3)
    }
    if lead >= 0xF0, lead < 0xF5, at + 3 < limit {
      let high = (lead & 0x07) << 18 | UInt32(text[at + 1] & 0x3F) << 12
      return (high | UInt32(text[at + 2] & 0x3F) << 6 | UInt32(text[at + 3] & 0x3F), 4)
    }
    return (0xFFFD, 1)
  }
}
