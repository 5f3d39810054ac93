import StetText

/// The traces of the words that may be the next to a token, in one direction: the token beside it, and the one past marks that may be
/// stepped over.
struct TracesBeside {
  /// One in each of up to three bytes. No trace is zero.
  private let bytes: UInt32

  /// - Parameter step: 1 for what comes after the token, -1 for what stands before it.
  init(_ i: Int, _ step: Int, _ segment: Range<Int>, _ draft: Draft) {
    var bytes: UInt32 = 0
    _ = TracesBeside.contains(i, step, segment, draft) {
      bytes = bytes << 8 | UInt32(Pattern.trace(of: $0))
      return false
    }
    self.bytes = bytes
  }

  /// Whether one of up to three tokens that may be the next word to another, or part it from the next, is a wanted one.
  @inline(__always)
  static func contains(_ i: Int, _ step: Int, _ segment: Range<Int>, _ draft: Draft, where isWanted: (TokenKey) -> Bool) -> Bool {
    var at = i + step, passed = 0
    while segment.contains(at) {
      let token = draft.tokens[at]
      if isWanted(token.key) { return true }
      passed += 1
      guard token.kind == .punctuation, passed < 3, token.isHyphen || token.isApostrophe else { break }
      at += step
    }
    return false
  }

  @inline(__always)
  func has(_ trace: UInt8) -> Bool {
    let others = bytes ^ UInt32(trace) &* 0x0101_0101
    return (others &- 0x0101_0101) & ~others & 0x8080_8080 != 0
  }
}
