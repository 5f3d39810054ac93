/// Tells valid UTF-8 by the table 3-7 of the Unicode standard, without making a String.
public enum UTF8Validator {
  /// How many bytes at the start are ASCII and not NUL.
  static func plainLength(_ bytes: [UInt8]) -> Int {
    let text = bytes.span
    var length = 0
    while length <= text.count &- 16 {
      // A NUL is the only byte of ASCII that is above it when one is taken from it; what is above ASCII is so already.
      let (a, b) = text.words(at: length)
      if (a.bits | (a.bits &- ByteWord.ones) | b.bits | (b.bits &- ByteWord.ones)) & ByteWord.highs != 0 { break }
      length &+= 16
    }
    while length < text.count, text[length] &- 1 < 0x7F { length &+= 1 }
    return length
  }

  /// The offset of the first byte that begins no valid sequence, or `nil`.
  ///
  /// - Parameter start: Where to begin; what stands before it is ASCII.
  static func firstFault(in bytes: [UInt8], from start: Int = 0) -> Int? {
    var at = start
    while at < bytes.count {
      if bytes[at] < 0x80 {
        at = endOfASCII(bytes, at)
        continue
      }
      let length = sequenceLength(bytes, at)
      if length == 0 { return at }
      at += length
    }
    return nil
  }

  /// Whether the text is plainly UTF-8 with some damage: twice as many valid sequences as stray bytes. Text in an 8-bit
  /// charset has valid sequences only by accident; those of three bytes that Russian words in IBM866 make (“том”) do not
  /// count, but for curly quotes and dashes.
  static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var valid = 0, stray = 0, at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 {
        at = endOfASCII(bytes, at)
        continue
      }
      let length = sequenceLength(bytes, at)
      if length == 0 { stray += 1 } else if length == 2 || bytes[at] == 0xE2 && bytes[at + 1] == 0x80 { valid += 1 }
      at += max(1, length)
    }
    return valid > 0 && valid >= 2 * stray
  }

  /// The end of the run of ASCII that begins at `start`.
  @inline(__always)
  private static func endOfASCII(_ bytes: [UInt8], _ start: Int) -> Int {
    let text = bytes.span.extracting(start..<bytes.count)
    var at = 0
    while text.has(16, from: at) {
      let (a, b) = text.words(at: at)
      if a.nonASCII | b.nonASCII != 0 { break }
      at &+= 16
    }
    while text.has(8, from: at) {
      let others = text.word(at: at).nonASCII
      if others != 0 { return start &+ at &+ others.firstByte }
      at &+= 8
    }
    while at < text.count, text[at] < 0x80 { at &+= 1 }
    return start &+ at
  }

  /// How many bytes the sequence outside ASCII at `at` has; zero if it is not valid.
  @inlinable public static func sequenceLength(_ bytes: [UInt8], _ at: Int) -> Int {
    let lead = bytes[at]
    let length = switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
    guard length > 0, at + length <= bytes.count else { return 0 }
    for i in at + 1..<at + length where bytes[i] & 0xC0 != 0x80 { return 0 }
    let second = bytes[at + 1]
    // Overlong forms, surrogates, and scalars above U+10FFFF.
    if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return 0 }
    if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return 0 }
    return length
  }
}
