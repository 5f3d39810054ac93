import StetText

/// The capitalised words of a draft, each once, with where they stand: what a word's letters tell is asked once a word, and its
/// places are looked at only if that leaves a doubt.
struct CapitalWords: Sendable {
  /// Where capitalised words stand, in order.
  let places: [Int]
  /// The number of the word at each of these places.
  let numbers: [UInt32]
  /// By number, in the order of their first places: the keys of the words, and the first token of each.
  let keys: [UInt64]
  let firsts: [UInt32]
  /// Numbers and one more, by key, in open addressing; zero is none.
  private let slots: [UInt32]

  /// - Parameter places: The capitalised words of the draft.
  init(_ draft: Draft, _ places: ArraySlice<Int>) {
    // In locals, so that they need not be loaded anew after each word.
    let tokens = draft.tokens
    var size = 16
    while size < places.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size), numbers = [UInt32](repeating: 0, count: places.count)
    var keys: [UInt64] = [], firsts: [UInt32] = []
    keys.reserveCapacity(places.count)
    firsts.reserveCapacity(places.count)
    var room = slots.mutableSpan, roomForNumbers = numbers.mutableSpan, at = 0
    for place in places {
      let key = tokens[place].key.rawValue
      var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & (size &- 1)
      while room[slot] != 0, keys[Int(room[slot]) &- 1] != key { slot = (slot &+ 1) & (size &- 1) }
      if room[slot] == 0 {
        keys.append(key)
        firsts.append(UInt32(truncatingIfNeeded: place))
        room[slot] = UInt32(truncatingIfNeeded: keys.count)
      }
      roomForNumbers[at] = room[slot] &- 1
      at &+= 1
    }
    (self.places, self.numbers, self.keys, self.firsts, self.slots) = (Array(places), numbers, keys, firsts, slots)
  }

  /// How many words there are.
  var count: Int { keys.count }

  /// The number of a word; nil for one that never has a capital here.
  func number(of key: TokenKey) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.rawValue ^ (key.rawValue >> 29)) & mask
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key.rawValue { slot = (slot + 1) & mask }
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }
}
