import StetNames
import StetText

/// A set of keys that is asked about every token. `Set` would hash each key anew, though a key is a hash already.
struct KeySet: Sendable {
  /// Open addressing; zero is no key.
  private let table: [UInt64]
  private let mask: Int

  init(_ keys: some Collection<TokenKey>) {
    var capacity = 16
    while capacity < keys.count * 3 { capacity *= 2 }
    mask = capacity - 1
    var table = [UInt64](repeating: 0, count: capacity)
    for key in keys {
      var slot = KeySet.slot(key.rawValue, mask)
      while table[slot] != 0, table[slot] != key.rawValue { slot = (slot + 1) & mask }
      table[slot] = key.rawValue
    }
    self.table = table
  }

  /// The words of lists, none of which is made a string.
  init(_ lists: WordList...) {
    self.init(lists.flatMap { list in list.words.map { TokenKey(word: $0) } })
  }

  @inline(__always)
  func contains(_ key: TokenKey) -> Bool {
    guard key.rawValue != 0 else { return false }
    var slot = KeySet.slot(key.rawValue, mask)
    while table[slot] != 0 {
      if table[slot] == key.rawValue { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key ^ (key >> 29)) & mask }
}
