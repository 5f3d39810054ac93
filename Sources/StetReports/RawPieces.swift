/// A text of our own that is written again and again: of 32 bytes at most, so that it is put down in one go.
struct FixedText: Sendable {
  static let longest = 32
  /// Its bytes, eight a word, the first lowest; spaces stand for those behind the last.
  fileprivate let words: SIMD4<UInt64>
  fileprivate let count: Int

  init(_ text: String) {
    let bytes = Array(text.utf8)
    precondition(bytes.count <= FixedText.longest, "two pieces are needed for “\(text)”")
    words = SIMD4((0..<4).map { bytes.span.upToEight(at: 8 * $0).littleEndian })
    count = bytes.count
  }
}

// Pieces of a report, one put behind the other. Each has its room: whoever calls has made enough, with 32 bytes to spare, for so many are
// stored where fewer count.
extension MutableRawSpan {
  /// - Parameter at: Where it is put; where it ends, afterwards.
  @inline(__always)
  mutating func put(_ piece: FixedText, _ at: inout Int) {
    // Any bits are bytes, and each store checks its bounds.
    storeBytes(of: piece.words, toByteOffset: at, as: SIMD4<UInt64>.self)
    at &+= piece.count
  }

  /// A text that needs no escape.
  mutating func put(_ text: String, _ at: inout Int) {
    if #available(macOS 26, *) { put(text.utf8.span, &at) } else { put(Array(text.utf8).span, &at) }
  }

  @inline(__always)
  private mutating func put(_ text: Swift.Span<UInt8>, _ at: inout Int) {
    var from = 0
    while from < text.count {
      storeBytes(of: text.upToEight(at: from).littleEndian, toByteOffset: at &+ from, as: UInt64.self)
      from &+= 8
    }
    at &+= text.count
  }

  /// A number in decimal digits.
  @inline(__always)
  mutating func put(_ number: Int, _ at: inout Int) {
    guard number >= 0, number < 100_000_000 else { return put(String(number), &at) }
    var digits: UInt64 = 0, rest = UInt32(number), length = 0
    repeat {
      digits = digits &<< 8 | UInt64(0x30 &+ rest % 10)
      rest /= 10
      length &+= 1
    } while rest > 0
    storeBytes(of: digits.littleEndian, toByteOffset: at, as: UInt64.self)
    at &+= length
  }

  /// Sixteen hexadecimal digits.
  @inline(__always)
  mutating func put(hexadecimal value: UInt64, _ at: inout Int) {
    storeBytes(of: UInt32(value >> 32).hexadecimalDigits.littleEndian, toByteOffset: at, as: UInt64.self)
    storeBytes(of: UInt32(truncatingIfNeeded: value).hexadecimalDigits.littleEndian, toByteOffset: at &+ 8, as: UInt64.self)
    at &+= 16
  }

  /// What stands between the quotation marks of a string in JSON. It takes six times the room of the text at most.
  mutating func put(escaping text: String, _ at: inout Int) {
    if #available(macOS 26, *) { put(escaping: text.utf8.span, &at) } else { put(escaping: Array(text.utf8).span, &at) }
  }

  /// The same of a stretch of a draft.
  mutating func put(escaping text: [UInt8], _ range: Range<Int>, _ at: inout Int) { put(escaping: text.span.extracting(range), &at) }

  @inline(__always)
  private mutating func put(escaping text: Swift.Span<UInt8>, _ at: inout Int) {
    // Eight bytes after eight, the last eight of them twice if need be, as long as nothing needs a look.
    let start = at, last = text.count &- 8
    var from = 0
    while from < text.count {
      let here = last < 0 ? from : Swift.min(from, last)
      let word = text.upToEight(at: here)
      if JSONWriter.mayNeedEscape(word) { break }
      storeBytes(of: word.littleEndian, toByteOffset: start &+ here, as: UInt64.self)
      from = here &+ 8
    }
    at = start &+ Swift.min(from, text.count)
    if from < text.count { put(escaping: text, from: from, &at) }
  }

  /// The same where something may have to be escaped.
  private mutating func put(escaping text: Swift.Span<UInt8>, from start: Int, _ at: inout Int) {
    var from = start
    while from < text.count {
      let word = text.upToEight(at: from)
      if !JSONWriter.mayNeedEscape(word) {
        storeBytes(of: word.littleEndian, toByteOffset: at, as: UInt64.self)
        let length = Swift.min(8, text.count &- from)
        at &+= length
        from &+= length
      } else if let scalar = JSONWriter.escapable(text, from) {
        put(JSONWriter.escape(scalar), &at)
        from += UTF8.width(scalar)
      } else {
        storeBytes(of: text[from], toByteOffset: at, as: UInt8.self)
        at &+= 1
        from &+= 1
      }
    }
  }
}

extension Swift.Span where Element == UInt8 {
  /// The eight bytes from a place on, the first lowest; spaces stand for those behind the last.
  @inline(__always)
  fileprivate func upToEight(at start: Int) -> UInt64 {
    if start &+ 8 <= count { return word(at: start).bits }
    var word: UInt64 = 0x2020_2020_2020_2020, at = count
    while at > start {
      at &-= 1
      word = word &<< 8 | UInt64(self[at])
    }
    return word
  }
}

extension UInt32 {
  /// Its eight digits as bytes, the first digit lowest.
  @inline(__always)
  fileprivate var hexadecimalDigits: UInt64 {
    // Each byte in two of its own, then each half byte in one.
    var spread = UInt64(byteSwapped)
    spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFF
    spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF
    spread = (spread >> 4 | spread << 8) & 0x0F0F_0F0F_0F0F_0F0F
    let letters = (spread &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    return spread &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
  }
}
