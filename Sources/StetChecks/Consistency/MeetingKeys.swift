/// The keys by which words meet: what they sound like, their letters, and their letters without any one of them.
struct MeetingKeys {
  private(set) var all: [UInt64] = []

  /// Letters are digits of a number to this base, the first the lowest, so that one can be taken out of the middle.
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The base times this is one.
  private static let inverse: UInt64 = {
    var inverse: UInt64 = 1
    // Each round doubles the bits that are right.
    for _ in 0..<6 { inverse = inverse &* (2 &- base &* inverse) }
    return inverse
  }()

  mutating func reserve(words: Int) { all.reserveCapacity(words * 10) }

  /// Adds the keys of a word.
  ///
  /// - Parameters:
  ///   - letters: Letters of ASCII in any case.
  ///   - sound: A hash of what the letters sound like.
  ///   - partner: A number that the word has with those it is known to be one with.
  mutating func add(letters: ArraySlice<UInt8>, sound: UInt64, _ partner: UInt64?) {
    let base = MeetingKeys.base, inverse = MeetingKeys.inverse
    var whole: UInt64 = 0, power: UInt64 = 1
    for letter in letters {
      whole &+= UInt64(letter | 0x20) &* power
      power &*= base
    }
    all.append(whole)
    // The letters behind the one that is left out move up by one.
    var head: UInt64 = 0, last: UInt8 = 0
    power = 1
    for byte in letters {
      let letter = byte | 0x20, own = UInt64(letter) &* power
      if letter != last { all.append(head &+ (whole &- head &- own) &* inverse) }
      head &+= own
      power &*= base
      last = letter
    }
    all.append(sound ^ 0xA5A5_A5A5_A5A5_A5A5)
    if let partner { all.append(partner) }
  }
}

/// Which word of many had a key first. It may take two keys for one, seldom, and never one for two.
struct KeyOwners {
  /// Open addressing: half of the key, and the number of the word and one more; zero is no key.
  private var slots: [UInt64]
  private let shift: UInt64

  /// - Parameter count: How many keys will be added at most.
  init(_ count: Int) {
    var bits: UInt64 = 6
    while 1 << bits < count * 2 { bits += 1 }
    shift = 64 - bits
    slots = [UInt64](repeating: 0, count: 1 << Int(bits))
  }

  /// The word that had a key first, which is this one if none has it yet.
  @inline(__always)
  mutating func owner(of key: UInt64, adding number: Int) -> Int {
    let hash = (key ^ (key >> 32)) &* 0xD6E8_FEB8_6659_FD93
    let half = hash & 0xFFFF_FFFF
    var slot = Int(truncatingIfNeeded: hash >> shift)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == half { return Int(slots[slot] & 0xFFFF_FFFF) - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = half << 32 | UInt64(UInt32(truncatingIfNeeded: number + 1))
    return number
  }
}
