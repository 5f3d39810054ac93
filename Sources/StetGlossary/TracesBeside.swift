import StetText

/// The traces of the words that may be the next to a token, in one direction: the token beside it, and the one past marks that may be
/// stepped over.
struct TracesBeside {
  /// One in each of up to three bytes. No trace is zero.
  private let bytes: UInt32

  /// - Parameter step: 1 for what comes after the token, -1 for what stands before it.
  init(_ i: Int, _ step: Int, _ segment: Range<Int>, _ draft: Draft) {
    var bytes: UInt32 = 0, at = i + step
    while segment.contains(at) {
      let token = draft.tokens[at]
      bytes = bytes << 8 | UInt32(Pattern.trace(of: token.key))
      guard token.kind == .punctuation, bytes < 1 << 16, token.isHyphen || token.isApostrophe else { break }
      at += step
    }
    self.bytes = bytes
  }

  @inline(__always)
  func contains(where isWanted: (UInt8) -> Bool) -> Bool {
    var rest = bytes
    while rest != 0 {
      if isWanted(UInt8(truncatingIfNeeded: rest)) { return true }
      rest >>= 8
    }
    return false
  }

  @inline(__always)
  func has(_ trace: UInt8) -> Bool {
    let others = bytes ^ UInt32(trace) &* 0x0101_0101
    return (others &- 0x0101_0101) & ~others & 0x8080_8080 != 0
  }
}
