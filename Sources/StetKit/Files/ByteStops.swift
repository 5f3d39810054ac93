/// Runs over prose eight bytes at a time to the bytes at which something may begin or end.
enum ByteStops {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first byte at or after `start` that is a control below 0x10, `<`, `>`, `]` or no ASCII; `end` if there is none.
  static func next(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let end = min(end, bytes.count)
    guard start < end else { return end }
    return unsafe bytes.withUnsafeBytes { buffer in
      var at = start
      while at + 8 <= end {
        let found = stops(UInt64(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
        if found != 0 { return at + found.trailingZeroBitCount / 8 }
        at += 8
      }
      while at < end {
        if stops(UInt64(unsafe buffer[at]) | filler) != 0 { return at }
        at += 1
      }
      return end
    }
  }

  /// Seven spaces above one byte.
  private static let filler: UInt64 = 0x2020_2020_2020_2000

  /// The high bit of each byte that is one to stop at; of the lowest such byte it is exact.
  @inline(__always) private static func stops(_ word: UInt64) -> UInt64 {
    let controls = (word &- 0x10 &* ones) & ~word
    let angles = zeros((word & ~(0x02 &* ones)) ^ (0x3C &* ones))
    let brackets = zeros(word ^ (0x5D &* ones))
    return (controls | angles | brackets | word) & highs
  }

  @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
}
