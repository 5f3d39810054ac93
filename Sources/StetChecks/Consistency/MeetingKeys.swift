/// The keys by which words meet: what they sound like, their letters, and their letters without any one of them.
enum MeetingKeys {
  /// Letters are digits of a number to this base, the first the lowest, so that one can be taken out of the middle.
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The base times this is one.
  private static let inverse: UInt64 = {
    var inverse: UInt64 = 1
    // Each round doubles the bits that are right.
    for _ in 0..<6 { inverse = inverse &* (2 &- base &* inverse) }
    return inverse
  }()

  /// How many keys a word has at most.
  static func limit(letters: Int) -> Int { letters + 3 }

  /// Hands over the keys of a word, one by one.
  ///
  /// - Parameters:
  ///   - letters: Letters of ASCII in any case.
  ///   - sound: A hash of what the letters sound like.
  ///   - partner: A number that the word has with those it is known to be one with.
  ///   - kept: So many of the last letters are never left out.
  @inline(__always)
  static func each(of letters: Swift.Span<UInt8>, sound: UInt64, _ partner: UInt64?, keeping kept: Int = 0, _ body: (UInt64) -> Void) {
    let base = base, inverse = inverse
    var whole: UInt64 = 0, power: UInt64 = 1
    for i in letters.indices {
      whole &+= UInt64(letters[i] | 0x20) &* power
      power &*= base
    }
    body(whole)
    // The letters behind the one that is left out move up by one.
    var head: UInt64 = 0, last: UInt8 = 0
    power = 1
    for i in 0..<max(0, letters.count - kept) {
      let letter = letters[i] | 0x20, own = UInt64(letter) &* power
      if letter != last { body(head &+ (whole &- head &- own) &* inverse) }
      head &+= own
      power &*= base
      last = letter
    }
    body(sound ^ 0xA5A5_A5A5_A5A5_A5A5)
    if let partner { body(partner) }
  }
}

/// Which word of many had a key first. It may take two keys for one, seldom, and never one for two.
struct KeyOwners {
  /// Open addressing: half of the key, and the number of the word and one more; zero is no key.
  private var slots: [UInt64]

  /// - Parameter limit: More keys than these will not be added.
  init(_ limit: Int) { slots = [UInt64](repeating: 0, count: limit + limit / 2 + 8) }

  /// The word that had a key first, which is this one if none has it yet.
  @inline(__always)
  mutating func owner(of key: UInt64, adding number: Int) -> Int {
    let hash = (key ^ (key >> 32)) &* 0xD6E8_FEB8_6659_FD93
    let half = hash & 0xFFFF_FFFF
    var slot = Int(truncatingIfNeeded: UInt64(slots.count).multipliedFullWidth(by: hash).high)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == half { return Int(slots[slot] & 0xFFFF_FFFF) - 1 }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    slots[slot] = half << 32 | UInt64(UInt32(truncatingIfNeeded: number + 1))
    return number
  }
}
