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

  /// The pairs of spellings that have a key in common, each once, by their indices.
  ///
  /// - Parameter isName: Asked of the few spellings that meet any: whether one counts at all.
  static func pairs(of spellings: [Spellings.Spelling], where isName: (Spellings.Spelling) -> Bool) -> [(Int, Int)] {
    var meetings: [Meeting] = []
    for s in spellings.indices {
      for key in Spellings.meetingKeys(of: spellings[s]) { meetings.append(Meeting(key: key, spelling: s)) }
    }
    meetings.sort()
    var known = [Bool?](repeating: nil, count: spellings.count)
    func counts(_ s: Int) -> Bool {
      if let known = known[s] { return known }
      let isName = isName(spellings[s])
      known[s] = isName
      return isName
    }
    var pairs: Set<Pair> = []
    var start = 0
    while start < meetings.count {
      var end = start + 1
      while end < meetings.count, meetings[end].key == meetings[start].key { end += 1 }
      if end > start + 1 {
        var met: [Int] = []
        for meeting in meetings[start..<end] where counts(meeting.spelling) { met.append(meeting.spelling) }
        add(met, to: &pairs)
      }
      start = end
    }
    return pairs.map { ($0.first, $0.second) }
  }

  private static func add(_ met: [Int], to pairs: inout Set<Pair>) {
    for i in met.indices {
      for j in met.indices.prefix(min(i, crowd)) where met[j] != met[i] { pairs.insert(Pair(first: met[j], second: met[i])) }
    }
  }
}
