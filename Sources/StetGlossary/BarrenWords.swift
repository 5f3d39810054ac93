import StetText
import Synchronization

/// Capitalised words that are near to no name of an index, remembered over drafts: "The" begins a sentence in every one, and finding out
/// takes longer than all else that is done to a word.
///
/// Each draft works with a copy and hands back what it has learnt.
final class BarrenWords: Sendable {
  private let known = Mutex(KeyTable())
  /// The commonest come first, in nearly every draft; a longer list would be copied too often.
  private static let limit = 4_096

  var all: KeyTable { known.withLock { $0 } }

  func add(_ keys: [TokenKey]) {
    guard !keys.isEmpty else { return }
    known.withLock { known in
      for key in keys where known.count < BarrenWords.limit { known.add(key, 1) }
    }
  }
}
