import StetText
import Synchronization

/// The capitalised words of a draft, each once, with where they stand: what a word's letters tell is asked once a word, and its
/// places are looked at only if that leaves a doubt.
struct CapitalWords: Sendable {
  /// Where capitalised words stand, in order.
  let places: [Int]
  /// The number of the word at each of these places.
  private(set) var numbers: [UInt32] = []
  /// By number, in the order of their first places: the keys of the words, and the first token of each.
  private(set) var keys: [UInt64] = []
  private(set) var firsts: [UInt32] = []
  /// Numbers and one more, by key, in open addressing; zero is none.
  private var slots: [UInt32]
  private let mask: Int

  /// - Parameter places: The capitalised words of the draft.
  init(_ draft: Draft, _ places: [Int]) {
    self.places = places
    var size = 16
    while size < places.count * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    mask = size - 1
    numbers.reserveCapacity(places.count)
    keys.reserveCapacity(places.count)
    firsts.reserveCapacity(places.count)
    for i in places { add(draft.tokens[i].key.rawValue, i) }
  }

  /// How many words there are.
  var count: Int { keys.count }

  /// The number of a word; nil for one that never has a capital here.
  func number(of key: TokenKey) -> Int? {
    let slot = slot(of: key.rawValue)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  @inline(__always)
  private mutating func add(_ key: UInt64, _ token: Int) {
    let slot = slot(of: key)
    if slots[slot] == 0 {
      keys.append(key)
      firsts.append(UInt32(truncatingIfNeeded: token))
      slots[slot] = UInt32(truncatingIfNeeded: keys.count)
    }
    numbers.append(slots[slot] &- 1)
  }

  /// Where a key is, or would be.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
    return slot
  }
}

/// The capitalised words of a draft, gathered when they are asked for.
final class LazyCapitals: Sendable {
  private let made = Mutex<CapitalWords?>(nil)

  func words(of draft: Draft, _ survey: Survey) -> CapitalWords {
    made.withLock { made in
      if let made { return made }
      let words = CapitalWords(draft, survey[.capitalized])
      made = words
      return words
    }
  }
}
