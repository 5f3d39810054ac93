/// Eight bytes of text, for loops that look at every byte of a draft.
///
/// What is asked of a word is answered for each byte by itself, in the byte's highest bit.
public struct ByteWord {
  /// The first byte is the lowest.
  public let bits: UInt64

  @inlinable @inline(__always) public init(bits: UInt64) { self.bits = bits }

  @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
  @usableFromInline static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Bytes outside ASCII.
  @inline(__always) var nonASCII: UInt64 { bits & ByteWord.highs }
  /// Bytes that go on a scalar: 10xxxxxx.
  @inline(__always) var continuations: UInt64 { bits & ~(bits << 1) & ByteWord.highs }
  /// Bytes that begin a scalar of four bytes: 1111xxxx.
  @inline(__always) var leadsOfFour: UInt64 { bits & bits << 1 & bits << 2 & bits << 3 & ByteWord.highs }

  /// Bytes of ASCII below a limit of ASCII.
  @inline(__always)
  func below(_ limit: UInt8) -> UInt64 {
    // 0x80 - limit is added to what has no highest bit, so that nothing is carried from one byte to the next.
    let raised = (bits & ~ByteWord.highs) &+ UInt64(0x80 - limit) &* ByteWord.ones
    return ~(raised | bits) & ByteWord.highs
  }

  /// Not zero if a byte of ASCII is below a limit. It tells which is the first; what it says of those behind it may be wrong.
  @inline(__always)
  func anyBelow(_ limit: UInt8) -> UInt64 { (bits &- UInt64(limit) &* ByteWord.ones) & ~bits & ByteWord.highs }

  /// Bytes that are no letters of ASCII.
  @inline(__always) var notLetters: UInt64 {
    let small = (bits | 0x20 &* ByteWord.ones) & ~ByteWord.highs
    // No sum leaves its byte: the highest bit tells whether a byte reaches "a", and whether it passes "z".
    let letters = (small &+ (0x80 - 0x61) &* ByteWord.ones) & ~(small &+ (0x80 - 0x7B) &* ByteWord.ones) & ~bits
    return ~letters & ByteWord.highs
  }

  /// Bytes that are zero, and perhaps one above such a byte.
  @inlinable @inline(__always) public var mayBeZero: UInt64 { (bits &- ByteWord.ones) & ~bits & ByteWord.highs }

  /// Bytes that are neither letters of ASCII nor spaces.
  @inline(__always) var notLettersOrSpaces: UInt64 {
    let others = ByteWord(bits: bits ^ 0x20 &* ByteWord.ones)
    return notLetters & (others.bits | ((others.bits & ~ByteWord.highs) &+ 0x7F &* ByteWord.ones))
  }

  /// Letters of ASCII in small letters; what is no letter may become something else.
  @inline(__always) var small: UInt64 { bits | 0x20 &* ByteWord.ones }

  /// Not zero if a byte is the one given; which one it is, is not told.
  @inline(__always)
  func any(_ byte: UInt8) -> UInt64 { ByteWord(bits: bits ^ UInt64(byte) &* ByteWord.ones).anyBelow(1) }
}

extension UInt64 {
  /// Which byte is the first to have its highest bit set, if one has.
  @inlinable @inline(__always) public var firstByte: Int { trailingZeroBitCount >> 3 }
  /// How many bytes have their highest bit set, if no other bits are.
  @inline(__always) var countOfBytes: Int { Int(truncatingIfNeeded: ((self >> 7) &* ByteWord.ones) >> 56) }
}

extension Swift.Span where Element == UInt8 {
  /// Whether so many bytes stand from `at` on. Asked in unsigned numbers, for then the compiler sees that the same
  /// test in `word(at:)` and `words(at:)` is needless.
  @inline(__always)
  func has(_ bytes: Int, from at: Int) -> Bool {
    UInt(bitPattern: at) <= UInt(bitPattern: count) && UInt(bitPattern: at &+ bytes) <= UInt(bitPattern: count)
  }

  /// The eight bytes from `at` on, which must lie within. The bounds are tested once, and the compiler makes one load of the rest.
  @inlinable @inline(__always)
  public func word(at: Int) -> ByteWord {
    let bytes = extracting(at..<at &+ 8)
    var bits: UInt64 = 0
    for i in 0..<8 { bits |= UInt64(bytes[i]) &<< UInt64(8 &* i) }
    return ByteWord(bits: bits)
  }

  /// The bytes from `at` on as far as the text goes, and spaces after it.
  @inline(never)
  func lastWord(at: Int) -> ByteWord {
    var bits: UInt64 = 0
    for i in 0..<8 { bits |= UInt64(at + i < count ? self[at + i] : 0x20) << UInt64(8 * i) }
    return ByteWord(bits: bits)
  }

  /// Two words, with one test of the bounds.
  @inline(__always)
  func words(at: Int) -> (ByteWord, ByteWord) {
    let bytes = extracting(at..<at &+ 16)
    return (bytes.word(at: 0), bytes.word(at: 8))
  }
}

extension [UInt8] {
  /// The first place of a range where a byte of ASCII stands, or `nil`.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    let text = span.extracting(range)
    var at = 0
    while text.has(16, from: at) {
      let (a, b) = text.words(at: at)
      if a.any(byte) | b.any(byte) != 0 { break }
      at &+= 16
    }
    while at < text.count {
      if text[at] == byte { return range.lowerBound + at }
      at &+= 1
    }
    return nil
  }
}

/// How many characters begin in a stretch of a draft, in the units that columns are counted in.
public enum CharacterCount {
  /// Unicode scalars.
  public static func scalars(in text: [UInt8], _ range: Range<Int>) -> Int {
    range.count - count(in: text, range, { $0.continuations }, { $0 & 0xC0 == 0x80 })
  }

  /// Units of UTF-16: a scalar that takes four bytes takes two of them.
  public static func utf16(in text: [UInt8], _ range: Range<Int>) -> Int {
    scalars(in: text, range) + count(in: text, range, { $0.leadsOfFour }, { $0 >= 0xF0 })
  }

  /// How many bytes are of a kind outside ASCII.
  ///
  /// - Parameters:
  ///   - those: The bytes of this kind in a word.
  ///   - isOne: Whether one byte is of it.
  @inline(__always)
  private static func count(in text: [UInt8], _ range: Range<Int>, _ those: (ByteWord) -> UInt64, _ isOne: (UInt8) -> Bool) -> Int {
    let bytes = text.span.extracting(range)
    var count = 0, at = 0
    while bytes.has(8, from: at) {
      let word = bytes.word(at: at)
      if word.nonASCII != 0 { count &+= those(word).countOfBytes }
      at &+= 8
    }
    while at < bytes.count {
      if isOne(bytes[at]) { count &+= 1 }
      at &+= 1
    }
    return count
  }
}
