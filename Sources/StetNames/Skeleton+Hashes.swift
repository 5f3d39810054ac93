// The numbers by which keys and words are found in tables.
extension Skeleton {
  /// A 64-bit hash of a key, for tables.
  public static func hash(_ key: [UInt8], seed: UInt64) -> UInt64 {
    // Spread over all bits: a seed that touched the low bits only could be undone by another first letter.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15)
    for i in key.indices { hash = (hash ^ UInt64(key[i])) &* 0x0000_0100_0000_01B3 }
    return finished(hash)
  }

  @inline(__always)
  private static func finished(_ state: UInt64) -> UInt64 {
    let hash = (state ^ (state >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return (hash ^ (hash >> 32)) | 1
  }
}

/// The hash of a strict key while its sounds come in.
struct KeyHash {
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private var last: UInt8 = 0
  /// As it was before the last sound, which may go again. Two in a row never do.
  private var before: (hash: UInt64, last: UInt8) = (0, 0)

  @inline(__always)
  mutating func append(_ sound: UInt8) {
    if sound == last { return }
    if last == UInt8(ascii: "i"), KeyHash.isVowel(sound) {
      (hash, last) = before
      if sound == last { return }
    }
    before = (hash, last)
    hash = (hash ^ UInt64(sound)) &* 0x0000_0100_0000_01B3
    last = sound
  }

  @inline(__always)
  private static func isVowel(_ sound: UInt8) -> Bool {
    sound == UInt8(ascii: "a") || sound == UInt8(ascii: "e") || sound == UInt8(ascii: "o") || sound == UInt8(ascii: "u")
  }
}
