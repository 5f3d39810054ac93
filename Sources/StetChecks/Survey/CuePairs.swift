import StetText

/// Words that are a cue only where certain words, or a mark, come next.
struct CuePair {
  let cue: Cue
  let words: KeySet
  /// How the first word is written.
  let shape: CueShape
  let next: KeySet
  let isBeforeMarks: Bool

  init(_ cue: Cue, _ words: KeySet, _ shape: CueShape = .any, next: KeySet = KeySet([]), isBeforeMarks: Bool = false) {
    (self.cue, self.words, self.shape, self.next, self.isBeforeMarks) = (cue, words, shape, next, isBeforeMarks)
  }

  /// A byte has a bit for each.
  static let limit = 8
}

/// Tells of nearly every token that it is not the second of a pair: it may take one for another, and overlooks none.
struct Followers: Sendable {
  /// By a part of the key, the pairs of which a token with such a key may be the second: a bit for each.
  private var pairs = [UInt8](repeating: 0, count: 1 << Int(bits))
  private static let bits: UInt64 = 13

  init(_ all: [CuePair]) {
    for (number, pair) in all.enumerated() {
      let bit: UInt8 = 1 << UInt8(number)
      for key in pair.next.keys { pairs[Followers.place(key)] |= bit }
      // The keys of marks are small numbers: they have one place.
      if pair.isBeforeMarks { pairs[0] |= bit }
    }
  }

  /// All words have the uppermost bit.
  @inline(__always)
  private static func place(_ key: TokenKey) -> Int { Int(truncatingIfNeeded: (key.rawValue &<< 1) &>> (64 &- bits)) }

  /// The pairs of which a token may be the second: a bit for each, the first the lowest.
  @inline(__always)
  func pairs(endingWith key: TokenKey) -> UInt64 { UInt64(pairs[Followers.place(key)]) }
}
