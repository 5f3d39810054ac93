/// A map from keys to sets of bits that is asked about every token, and answers without a branch: each key stands at one of two places, and
/// both are looked at (“cuckoo hashing”, Pagh and Rodler 2001).
///
/// Whether a word of running text is in a list cannot be foreseen; a processor that guesses wrong loses more than the look.
public struct TwoPlaceTable: Sendable {
  /// A key, then its value; zero is no key.
  @usableFromInline let slots: [UInt64]
  @usableFromInline let mask: Int

  /// The table of what another has; for lists of our own, whose keys are known to find their places.
  public init(_ table: KeyTable) {
    var size = 64
    while size < table.count * 3 { size *= 2 }
    var slots = TwoPlaceTable.placed(table.pairs, size)
    // Different keys differ in their lowest bits at last.
    while slots == nil {
      size *= 2
      slots = TwoPlaceTable.placed(table.pairs, size)
    }
    self.slots = slots ?? []
    mask = size - 1
  }

  /// All pairs at their places, as far as there is one for each.
  private static func placed(_ pairs: [(key: UInt64, value: UInt64)], _ size: Int) -> [UInt64]? {
    var slots = [UInt64](repeating: 0, count: 2 * size)
    for var pair in pairs {
      var place = places(of: pair.key, size - 1).0
      var moves = 0
      while slots[2 * place] != 0 {
        // Whoever stands there goes to the other place it may have.
        let (key, value) = (slots[2 * place], slots[2 * place + 1])
        (slots[2 * place], slots[2 * place + 1]) = (pair.key, pair.value)
        pair = (key, value)
        let (one, other) = places(of: key, size - 1)
        place = place == one ? other : one
        moves += 1
        if moves > 64 { return nil }
      }
      (slots[2 * place], slots[2 * place + 1]) = (pair.key, pair.value)
    }
    return slots
  }

  /// By the lowest bits, of which those of marks differ, and by others.
  @inlinable @inline(__always)
  static func places(of key: UInt64, _ mask: Int) -> (Int, Int) { (Int(truncatingIfNeeded: key) & mask, Int(truncatingIfNeeded: key >> 36) & mask) }

  /// The bits of a key; none for one that was not added.
  @inlinable @inline(__always)
  public func value(of key: UInt64) -> UInt64 {
    let (one, other) = TwoPlaceTable.places(of: key, mask)
    let first: UInt64 = slots[2 &* one] == key ? ~0 : 0
    let second: UInt64 = slots[2 &* other] == key ? ~0 : 0
    return slots[2 &* one &+ 1] & first | slots[2 &* other &+ 1] & second
  }
}
