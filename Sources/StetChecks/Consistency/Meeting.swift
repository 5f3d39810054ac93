/// A spelling under a key by which it meets others: those that sound alike, that are a letter apart, or that are known for one.
struct Meeting: Comparable {
  private let key: UInt64
  private let spelling: Int

  /// A crowd under one key is no name's: each spelling meets so many at most.
  private static let crowd = 16

  static func < (a: Meeting, b: Meeting) -> Bool { a.key < b.key || a.key == b.key && a.spelling < b.spelling }

  /// Buffers for reading words one after the other.
  struct Room {
    var letters: [UInt8] = []
    var sound: [UInt8] = []
    var room: [UInt8] = []
  }

  /// The pairs of spellings that have a key in common, each once, by their indices.
  static func pairs(of spellings: [Spellings.Spelling]) -> [(Int, Int)] {
    var meetings: [Meeting] = []
    for s in spellings.indices {
      for key in Spellings.meetingKeys(of: spellings[s]) { meetings.append(Meeting(key: key, spelling: s)) }
    }
    meetings.sort()
    var pairs: [(Int, Int)] = []
    var start = 0
    while start < meetings.count {
      var end = start + 1
      while end < meetings.count, meetings[end].key == meetings[start].key { end += 1 }
      for i in start + 1..<max(start + 1, end) {
        for j in start..<min(i, start + crowd) where meetings[j].spelling != meetings[i].spelling {
          pairs.append((meetings[j].spelling, meetings[i].spelling))
        }
      }
      start = end
    }
    pairs.sort { $0 < $1 }
    return pairs.enumerated().filter { at, pair in at == 0 || pairs[at - 1] != pair }.map(\.element)
  }
}
