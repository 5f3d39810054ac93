/// A set of keys that is asked often. `Set` would hash each key anew, though a key is a hash already.
public struct KeySet: Sendable {
  /// In the order given.
  public let keys: [TokenKey]
  /// Open addressing; zero is no key.
  @usableFromInline let table: [UInt64]
  @usableFromInline let mask: Int

  public init(_ keys: some Collection<TokenKey>) { self.init(Array(keys)) }

  public init(_ keys: [TokenKey]) {
    // Short lists are asked about most of the words, and nearly always in vain: they get room enough to say so at once.
    let roomy = keys.count <= 64 ? 8 : 3
    var capacity = 16
    while capacity < keys.count * roomy { capacity *= 2 }
    mask = capacity - 1
    var table = [UInt64](repeating: 0, count: capacity)
    for key in keys {
      var slot = KeySet.slot(key.rawValue, mask)
      while table[slot] != 0, table[slot] != key.rawValue { slot = (slot + 1) & mask }
      table[slot] = key.rawValue
    }
    self.table = table
    self.keys = keys
  }

  /// The keys of both.
  public func union(_ other: KeySet) -> KeySet { KeySet(keys + other.keys) }

  @inlinable @inline(__always)
  public func contains(_ key: TokenKey) -> Bool {
    guard key.rawValue != 0 else { return false }
    var slot = KeySet.slot(key.rawValue, mask)
    while table[slot] != 0 {
      if table[slot] == key.rawValue { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  @inlinable @inline(__always)
  static func slot(_ key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key ^ (key >> 29)) & mask }
}
