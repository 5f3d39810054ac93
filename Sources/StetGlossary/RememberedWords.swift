import StetText

/// Words of which something was found out that takes long, remembered over drafts: that they are near to no name, say. "The" begins a
/// sentence in every draft.
///
/// Each key has a place, and may be moved to the one beside it when another comes; whoever stood there is forgotten. Drafts that are read
/// side by side read and write it without waiting for each other; what one of them forgets is found out again.
struct RememberedWords: Sendable {
  private let keys: AtomicWords

  /// - Parameter bits: There is room for 2 to the power of this many words.
  init(bits: Int) { keys = AtomicWords(bits: bits) }

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
