import StetText
import Synchronization

/// Capitalised words that are near to no name of an index, remembered over drafts: "The" begins a sentence in every one, and finding out
/// takes longer than all else that is done to a word.
///
/// Each key has one place, where the last one to come stays. Drafts that are read side by side read and write it without waiting for each
/// other; what one of them forgets is found out again.
final class BarrenWords: Sendable {
  private static let count = 16_384
  private let keys = InlineArray<16_384, Atomic<UInt64>> { _ in Atomic(0) }

  @inline(__always)
  private static func place(_ key: TokenKey) -> Int { Int(truncatingIfNeeded: key.rawValue) & (count - 1) }

  @inline(__always)
  func contains(_ key: TokenKey) -> Bool { keys[BarrenWords.place(key)].load(ordering: .relaxed) == key.rawValue }

  func add(_ key: TokenKey) { keys[BarrenWords.place(key)].store(key.rawValue, ordering: .relaxed) }
}
