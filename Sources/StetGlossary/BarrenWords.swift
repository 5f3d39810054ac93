import StetText

/// Capitalised words that are near to no name of an index, remembered over drafts: "The" begins a sentence in every one, and finding out
/// takes longer than all else that is done to a word.
///
/// Each key has a place, and may be moved to the one beside it when another comes; whoever stood there is forgotten. Drafts that are read side by side read and write it without waiting for each
/// other; what one of them forgets is found out again.
struct BarrenWords: Sendable {
  private let keys = AtomicWords(bits: 15)

  @inline(__always)
  func contains(_ key: TokenKey) -> Bool {
    let key = key.rawValue
    return keys[key] == key || keys[key ^ 1] == key
  }

  func add(_ key: TokenKey) {
    let key = key.rawValue
    keys[key ^ 1] = keys[key]
    keys[key] = key
  }
}
