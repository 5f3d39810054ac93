import StetText

/// Tokens by cue, one list after the other.
struct CueLists: Sendable {
  private let tokens: [Int]
  /// Where the list of each cue begins, and where it ends, which is where the next one begins.
  private let starts: [Int]

  /// - Parameters:
  ///   - found: Tokens in order, each with the set of its cues in the lower half; words, and all others.
  ///   - rest: The tokens of cues that are none of those.
  init(_ found: [ArraySlice<UInt64>], _ rest: [(cue: Cue, tokens: [Int])]) {
    var counts = Counts(repeating: 0)
    for found in found { CueLists.count(found, &counts) }
    for (cue, tokens) in rest { counts[cue.rawValue] = tokens.count }
    var starts = [0]
    for cue in counts.indices { starts.append(starts[cue] + counts[cue]) }
    var next = Counts(repeating: 0)
    for cue in counts.indices { next[cue] = starts[cue] }
    var tokens = [Int](repeating: 0, count: starts[counts.count])
    for found in found { CueLists.list(found, &next, &tokens) }
    for (cue, own) in rest { tokens.replaceSubrange(starts[cue.rawValue]..<starts[cue.rawValue] + own.count, with: own) }
    // The others of a cue came after its words.
    for cue in CueLists.mixed { tokens[starts[cue.rawValue]..<starts[cue.rawValue + 1]].sort() }
    self.tokens = tokens
    self.starts = starts
  }

  /// Cues of words as well as of other tokens.
  private static let mixed: [Cue] = [.styleHead, .tornLead, .invisible]

  /// A place for every cue that a set of them has room for, so that none needs to be looked whether it is there.
  private typealias Counts = InlineArray<32, Int>

  /// Stands for a cue where a token has only one: nearly all have one or two, and which have two cannot be foreseen.
  private static let none: UInt64 = 1 << 31

  private static func count(_ found: ArraySlice<UInt64>, _ counts: inout Counts) {
    for one in found {
      var cues = one & Cue.all
      counts[cues.trailingZeroBitCount & 31] &+= 1
      cues &= cues &- 1
      counts[(cues | none).trailingZeroBitCount & 31] &+= 1
      cues &= cues &- 1
      while cues != 0 {
        counts[cues.trailingZeroBitCount & 31] &+= 1
        cues &= cues &- 1
      }
    }
  }

  private static func list(_ found: ArraySlice<UInt64>, _ next: inout Counts, _ tokens: inout [Int]) {
    var room = tokens.mutableSpan
    for one in found {
      var cues = one & Cue.all
      let token = Int(truncatingIfNeeded: one >> Cue.bits)
      let first = cues.trailingZeroBitCount & 31
      room[next[first]] = token
      next[first] &+= 1
      cues &= cues &- 1
      let second = (cues | none).trailingZeroBitCount & 31
      room[next[second]] = token
      next[second] &+= 1
      cues &= cues &- 1
      while cues != 0 {
        let cue = cues.trailingZeroBitCount & 31
        room[next[cue]] = token
        next[cue] &+= 1
        cues &= cues &- 1
      }
    }
  }

  /// The tokens with a cue, in ascending order.
  subscript(cue: Cue) -> ArraySlice<Int> { tokens[starts[cue.rawValue]..<starts[cue.rawValue + 1]] }

  func has(_ cue: Cue) -> Bool { starts[cue.rawValue] < starts[cue.rawValue + 1] }
}
