/// What a filter knows the anchor of a pattern by, together with the word that must stand beside it: two words say more than their traces.
enum AnchorPair {
  /// The place of a pattern that is beside its anchor's: the one before it, if there is any.
  static func place(beside anchor: Int) -> Int { anchor > 0 ? anchor - 1 : 1 }

  /// The key of an anchor beside which any word may stand, or none.
  @inline(__always)
  static func key(_ anchor: UInt64) -> UInt64 { anchor &* 0x9E37_79B9_7F4A_7C15 }

  /// The key of an anchor and the word beside it.
  @inline(__always)
  static func key(_ anchor: UInt64, _ other: UInt64, isBefore: Bool) -> UInt64 {
    (anchor ^ (other &+ (isBefore ? 1 : 2)) &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
  }
}
