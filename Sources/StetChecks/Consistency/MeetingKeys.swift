import StetNames

/// The keys by which words meet: what they sound like, their letters, and their letters without any one of them.
enum MeetingKeys {
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
    Deletions.each(of: letters, ignoring: 0x20, keeping: kept, body)
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
