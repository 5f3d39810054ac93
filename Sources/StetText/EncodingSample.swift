/// What the detector looks at: the words with bytes outside ASCII, and how often ASCII letters occur.
struct EncodingSample {
  /// A run of letters, digits, apostrophes and bytes outside ASCII, with its neighbours.
  struct Run {
    let bytes: [UInt8]
    let before: UInt8
    let after: UInt8
    /// The nearest words on both sides are ASCII.
    let isAmongASCII: Bool
  }

  /// Different runs, each where it stands first: a name said forty times is no more evidence.
  private(set) var runs: [Run] = []
  private var known: Set<[UInt8]> = []
  /// How often the letters a to z occur in words of ASCII.
  private(set) var letters = [Int](repeating: 0, count: 26)
  /// How often each byte occurs in the whole text.
  private(set) var counts = [Int](repeating: 0, count: 256)

  /// Enough for any doubt; beyond it only rare bytes are looked at.
  private static let enough = 6_000

  init(_ bytes: [UInt8]) {
    var at = 0, taken = 0
    while at < bytes.count {
      let start = at
      var isASCII = true, isRare = false
      while at < bytes.count, EncodingSample.isInWord(bytes[at]) {
        let byte = bytes[at]
        counts[Int(byte)] += 1
        if byte >= 0x80 {
          isASCII = false
          if counts[Int(byte)] <= 8 { isRare = true }
        }
        at += 1
      }
      if at == start {
        counts[Int(bytes[at])] += 1
        at += 1
      } else if isASCII {
        if start < 1 << 17 { count(bytes[start..<at]) }
      } else if taken < EncodingSample.enough || isRare {
        taken += at - start
        // A run of thousands of bytes is no word; its beginning is enough.
        add(bytes, start, min(at, start + 256))
      }
    }
  }

  /// Control characters that text has no use for.
  var hasControls: Bool {
    (1..<0x20).contains { counts[$0] > 0 && !(9...13).contains($0) && $0 != 0x1A && $0 != 0x1B }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isASCIILetter(byte) || byte == 0x27 || (0x30...0x39).contains(byte)
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private mutating func count(_ word: ArraySlice<UInt8>) {
    for byte in word where EncodingSample.isASCIILetter(byte) { letters[Int((byte | 0x20) - 0x61)] += 1 }
  }

  private mutating func add(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    let word = Array(bytes[start..<end])
    guard known.insert(word).inserted else { return }
    runs.append(
      Run(
        bytes: word, before: start > 0 ? bytes[start - 1] : 0x20, after: end < bytes.count ? bytes[end] : 0x20,
        isAmongASCII: EncodingSample.isASCII(bytes[..<start].suffix(12).reversed())
          && EncodingSample.isASCII(bytes[end...].prefix(12))))
  }

  /// Whether the first letter of these bytes is one of ASCII.
  private static func isASCII(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.first { $0 >= 0x80 || isASCIILetter($0) }.map { $0 < 0x80 } ?? false
  }
}
