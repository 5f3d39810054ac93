import StetText

/// A sequence of words that names an entry: for each place the words that may stand there are postings of the index.
struct Pattern: Sendable {
  enum Role: UInt8, Sendable {
    /// The whole name.
    case whole
    /// A person's family name alone.
    case family
    case acronym, calque, phrase
    /// A phrase that holds a form and is right: stops name checks at its place.
    case exception
    /// The name in its own script, whole or the family name alone.
    case sourceWhole, sourceFamily
  }

  /// The entry's number, counted over all glossaries.
  let entry: UInt32
  let role: Role
  /// How many words and marks it has.
  let count: UInt8
  /// The word that is looked up first: the rarest, as far as its length tells.
  let anchor: UInt8
  /// Where a listed form stands in its entry's list; for source forms the place in `from`.
  let listed: UInt16
  /// Which words are the family name, of a person's whole name.
  let family: Range<UInt8>
  /// For each place its slot among the skeletons; empty if the pattern has none.
  let slots: [Int32]
}

/// One word that may stand at one place of a pattern.
struct Posting: Sendable {
  enum Status: UInt8, Sendable, Comparable {
    /// A case form of a source form, romanized. `inflectedEitherSex` is also the name of a woman of that family.
    case inflectedEitherSex, inflected
    /// Comes of an original that was itself guessed: a second language's form, a given name's other forms.
    case guessed
    /// Comes of a source form by a romanization system.
    case derived
    case forbidden, admitted, preferred
    static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }
  }

  let key: TokenKey
  let pattern: UInt32
  let place: UInt8
  var status: Status
  /// For `derived`: which systems write it so, as a number into the index's sets of systems.
  var systems: UInt32
}

/// Open addressing from keys to places in the sorted postings.
struct KeyTable: Sendable {
  private let keys: [UInt64]
  private let starts: [UInt32]
  private let mask: Int

  /// `sorted` is ascending; equal keys stand together.
  init(sorted: [Posting]) {
    var distinct = 0
    for i in sorted.indices where i == 0 || sorted[i].key != sorted[i - 1].key { distinct += 1 }
    var capacity = 16
    while capacity < distinct * 2 { capacity *= 2 }
    mask = capacity - 1
    var keys = [UInt64](repeating: 0, count: capacity), starts = [UInt32](repeating: 0, count: capacity)
    for i in sorted.indices where i == 0 || sorted[i].key != sorted[i - 1].key {
      let key = sorted[i].key.rawValue
      var slot = KeyTable.slot(key, mask)
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      starts[slot] = UInt32(i)
    }
    self.keys = keys
    self.starts = starts
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key ^ (key >> 29)) & mask }

  /// Where the postings of a key begin, or nil.
  @inline(__always)
  func start(of key: TokenKey) -> Int? {
    guard key.rawValue != 0 else { return nil }
    var slot = KeyTable.slot(key.rawValue, mask)
    while keys[slot] != 0 {
      if keys[slot] == key.rawValue { return Int(starts[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
