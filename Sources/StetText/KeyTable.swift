/// A map from keys to sets of bits that is asked about every token.
public struct KeyTable: Sendable {
  /// Open addressing: a key, then its value; zero is no key.
  @usableFromInline private(set) var slots = [UInt64](repeating: 0, count: 64)
  @usableFromInline private(set) var mask = 31
  /// How many keys it has.
  public private(set) var count = 0

  public init() {}

  /// Adds bits to what a key has.
  public mutating func add(_ key: TokenKey, _ bits: UInt64) {
    guard key.rawValue != 0 else { return }
    if count * 3 > mask { grow(to: mask * 2 + 1) }
    var slot = KeyTable.slot(key.rawValue, mask)
    while slots[2 * slot] != 0, slots[2 * slot] != key.rawValue { slot = (slot + 1) & mask }
    if slots[2 * slot] == 0 { count += 1 }
    slots[2 * slot] = key.rawValue
    slots[2 * slot + 1] |= bits
  }

  /// Makes room for so many keys at once.
  public mutating func reserveCapacity(_ count: Int) {
    while count * 3 > mask { mask = mask * 2 + 1 }
    grow(to: mask)
  }

  private mutating func grow(to mask: Int) {
    let old = slots
    self.mask = mask
    slots = [UInt64](repeating: 0, count: 2 * (mask + 1))
    count = 0
    for slot in stride(from: 0, to: old.count, by: 2) where old[slot] != 0 { add(TokenKey(rawValue: old[slot]), old[slot + 1]) }
  }

  /// The bits of a key; none for one that was not added.
  @inlinable @inline(__always)
  public func value(of key: UInt64) -> UInt64 {
    var slot = KeyTable.slot(key, mask)
    while true {
      let found = slots[2 * slot]
      if found == key { return slots[2 * slot + 1] }
      if found == 0 { return 0 }
      slot = (slot + 1) & mask
    }
  }

  @inlinable @inline(__always)
  static func slot(_ key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key ^ (key >> 29)) & mask }
}
