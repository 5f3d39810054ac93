/// A spelling under a key by which it meets others: those that sound alike, that are a letter apart, or that are known for one.
struct Meeting: Comparable {
  private let key: UInt64
  private let spelling: Int

  /// A crowd under one key is no name's: each spelling meets so many at most.
  private static let crowd = 16

  private struct Pair: Hashable {
    let first, second: Int
  }

  static func < (a: Meeting, b: Meeting) -> Bool { a.key < b.key || a.key == b.key && a.spelling < b.spelling }

  /// Buffers for reading words one after the other, and the keys that were found.
  struct Room {
    var letters: [UInt8] = []
    var sound: [UInt8] = []
    var room: [UInt8] = []
    var keys: [UInt64] = []
  }

  /// The numbers, from zero, of words that may share a key with another: a few of many. Some may share none.
  ///
  /// - Parameter appendKeys: Appends the keys of the word with a number.
  static func numbers(count: Int, _ appendKeys: (Int, inout Room) -> Void) -> [Int] {
    var room = Room(), ends: [Int] = []
    for number in 0..<count {
      appendKeys(number, &room)
      ends.append(room.keys.count)
    }
    var met = MetKeys(room.keys.count)
    for key in room.keys { met.add(key) }
    var start = 0
    return ends.indices.filter { number in
      defer { start = ends[number] }
      return room.keys[start..<ends[number]].contains { met.isShared($0) }
    }
  }

  /// The pairs of spellings that have a key in common, each once, by their indices.
  static func pairs(of spellings: [Spellings.Spelling]) -> [(Int, Int)] {
    var meetings: [Meeting] = []
    for s in spellings.indices {
      for key in Spellings.meetingKeys(of: spellings[s]) { meetings.append(Meeting(key: key, spelling: s)) }
    }
    meetings.sort()
    var pairs: Set<Pair> = []
    var start = 0
    while start < meetings.count {
      var end = start + 1
      while end < meetings.count, meetings[end].key == meetings[start].key { end += 1 }
      for i in start + 1..<max(start + 1, end) {
        for j in start..<min(i, start + crowd) where meetings[j].spelling != meetings[i].spelling {
          pairs.insert(Pair(first: meetings[j].spelling, second: meetings[i].spelling))
        }
      }
      start = end
    }
    return pairs.map { ($0.first, $0.second) }
  }
}

/// Which of many keys were added twice or more; others may be taken for such, and none is missed.
private struct MetKeys {
  private var once: [UInt64]
  private var twice: [UInt64]
  private let shift: UInt64

  init(_ count: Int) {
    var size: UInt64 = 10
    // A word has ten keys, and one in a hundred taken for another's is one word in ten.
    while 1 << size < count * 128, size < 32 { size += 1 }
    shift = 64 - size
    once = [UInt64](repeating: 0, count: 1 << Int(size - 6))
    twice = once
  }

  private func place(_ key: UInt64) -> (word: Int, bit: UInt64) {
    let place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    return (place >> 6, 1 << UInt64(place & 63))
  }

  mutating func add(_ key: UInt64) {
    let place = place(key)
    twice[place.word] |= once[place.word] & place.bit
    once[place.word] |= place.bit
  }

  func isShared(_ key: UInt64) -> Bool {
    let place = place(key)
    return twice[place.word] & place.bit != 0
  }
}
