import StetText
import Synchronization

/// Which slots a word is near to, remembered over drafts: hundreds of keys have to be compared to find out, and a name that is written
/// otherwise in one place is so in the next.
final class RememberedSlots: Sendable {
  typealias Near = (slot: Int, nearness: NearWords.Nearness)

  private struct Known {
    let key: TokenKey
    let near: [Near]
  }

  /// Each in the place that its key has in a table of fixed size; empty before the first.
  private let known = Mutex<[Known?]>([])
  private static let kept: UInt64 = 2_048

  /// The slots of a word, if they are known; those of words that have none are not kept here (`RememberedWords`).
  func slots(of key: TokenKey) -> [Near]? {
    known.withLock { known in
      guard !known.isEmpty, let found = known[RememberedSlots.place(key)], found.key == key else { return nil }
      return found.near
    }
  }

  func add(_ near: [Near], of key: TokenKey) {
    known.withLock { known in
      if known.isEmpty { known = Array(repeating: nil, count: Int(RememberedSlots.kept)) }
      known[RememberedSlots.place(key)] = Known(key: key, near: near)
    }
  }

  private static func place(_ key: TokenKey) -> Int { Int(truncatingIfNeeded: key.rawValue % kept) }
}
