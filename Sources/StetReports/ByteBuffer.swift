import StetText

/// Bytes that are written one after the other, a few at a time. An array takes longer over each few than over copying them, and
/// a short string it takes byte by byte.
struct ByteBuffer {
  /// As long as there is room; what stands from `count` on means nothing.
  private var room: [UInt8]
  /// How many bytes were written.
  private(set) var count = 0

  init(capacity: Int = 500) { room = Array(repeating: 0, count: max(64, capacity)) }

  /// What was written.
  var bytes: [UInt8] { Array(room[..<count]) }

  /// What was written, which is gone from here then.
  mutating func take() -> [UInt8] {
    var all: [UInt8] = []
    swap(&all, &room)
    all.removeLast(all.count - count)
    count = 0
    return all
  }

  /// Begins anew in the same room.
  mutating func clear() { count = 0 }

  /// Makes room for a number of bytes, and for a word that is stored where fewer bytes count.
  mutating func reserve(_ more: Int) {
    let missing = count + more + 8 - room.count
    if missing > 0 { room.append(contentsOf: repeatElement(0, count: max(missing, room.count))) }
  }

  /// Lets many pieces be put one behind the other, for which room is made once.
  ///
  /// - Parameter most: They never take more.
  @inline(__always)
  mutating func write(atMost most: Int, _ body: (inout MutableRawSpan, inout Int) -> Void) {
    reserve(most + FixedText.longest)
    var end = count
    do {
      var target = room.mutableSpan
      // Any bits are bytes, and each store checks its bounds.
      var bytes = unsafe target.mutableBytes
      body(&bytes, &end)
    }
    count = end
  }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    room[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ piece: [UInt8]) { append(piece.span) }

  mutating func append(_ text: String) {
    if #available(macOS 26, *) { append(text.utf8.span) } else { append(Array(text.utf8)) }
  }

  mutating func append(_ piece: Swift.Span<UInt8>) {
    let length = piece.count, start = count
    reserve(length)
    count += length
    var target = room.mutableSpan
    // Any bits are bytes, and each store checks its bounds.
    var words = unsafe target.mutableBytes
    guard length >= 8 else {
      var word: UInt64 = 0
      for i in 0..<length { word |= UInt64(piece[i]) &<< UInt64(8 * i) }
      return words.storeBytes(of: word.littleEndian, toByteOffset: start, as: UInt64.self)
    }
    var at = 0
    while at + 8 < length {
      words.storeBytes(of: piece.word(at: at).bits.littleEndian, toByteOffset: start + at, as: UInt64.self)
      at += 8
    }
    // The last eight, some of which may stand there already.
    words.storeBytes(of: piece.word(at: length - 8).bits.littleEndian, toByteOffset: start + length - 8, as: UInt64.self)
  }

  /// A character of ASCII so many times.
  mutating func append(repeating character: Unicode.Scalar, count times: Int) {
    for _ in 0..<times { append(UInt8(ascii: character)) }
  }

  /// A number in decimal digits.
  mutating func append(_ number: Int) {
    guard number >= 0, number < 100_000_000 else { return append(String(number)) }
    var digits: UInt64 = 0, rest = number, length = 0
    repeat {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      length += 1
    } while rest > 0
    append(word: digits, length: length)
  }

  /// Up to eight bytes, the first one lowest.
  private mutating func append(word: UInt64, length: Int) {
    let start = count
    reserve(8)
    count += length
    var target = room.mutableSpan
    // Any bits are bytes, and each store checks its bounds.
    var words = unsafe target.mutableBytes
    words.storeBytes(of: word.littleEndian, toByteOffset: start, as: UInt64.self)
  }
}
