import StetText

/// Capitalised words that are near to no name of an index, remembered over drafts: "The" begins a sentence in every one, and finding out
/// takes longer than all else that is done to a word.
///
/// Each key has one place, where the last one to come stays. Drafts that are read side by side read and write it without waiting for each
/// other; what one of them forgets is found out again.
struct BarrenWords: Sendable {
  private let keys = AtomicWords(bits: 13)

  @inline(__always)
  func contains(_ key: TokenKey) -> Bool { keys[key.rawValue] == key.rawValue }

  func add(_ key: TokenKey) { keys[key.rawValue] = key.rawValue }
}
