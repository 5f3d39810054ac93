/// Tells of nearly every word that a set of keys does not have it, with one look at two bits of one word: few words of a draft are any name’s.
struct KeyFilter: Sendable {
  /// A power of two of words; of one of them two bits are set for each key.
  let bits: Flat<UInt64>
  private let shift: UInt64

  /// - Parameter spread: How many bits there are for each key: with 16 one of some hundred other words is looked up in vain, with 8 one of
  ///   thirty.
  init(_ keys: [UInt64], spread: Int = 16) {
    var size: UInt64 = 10
    while 1 << size < keys.count * spread, size < 32 { size += 1 }
    shift = 64 - size
    var bits = [UInt64](repeating: 0, count: 1 << Int(size - 6))
    for key in keys {
      let place = KeyFilter.place(key, shift)
      bits[place.word] |= place.bits
    }
    self.bits = Flat(bits)
  }

  /// One read from a file; nil if there cannot be so many bits.
  init?(_ bits: Flat<UInt64>) {
    let size = bits.count.trailingZeroBitCount + 6
    guard bits.count == 1 << (size - 6), (10...32).contains(size) else { return nil }
    self.bits = bits
    shift = UInt64(64 - size)
  }

  @inline(__always)
  private static func place(_ key: UInt64, _ shift: UInt64) -> (word: Int, bits: UInt64) {
    // The upper bits but the first, which all words have, number a bit among all; six lower ones give a second bit of the same word.
    let place = (key << 1) &>> shift
    return (Int(truncatingIfNeeded: place >> 6), 1 &<< (place & 63) | 1 &<< (key >> 20 & 63))
  }

  @inline(__always)
  func mayHold(_ key: UInt64) -> Bool {
    let place = KeyFilter.place(key, shift)
    return bits[place.word] & place.bits == place.bits
  }
}
