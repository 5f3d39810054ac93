/// Tokens by cue, one list after the other.
struct CueLists: Sendable {
  private let tokens: [Int]
  /// Where the list of each cue begins, and where the last one ends.
  private let starts: [Int]

  /// - Parameters:
  ///   - found: Tokens in order, each with the set of its cues in the lower half.
  ///   - neighbours: The tokens of the two cues that need neighbours.
  init(_ found: ArraySlice<UInt64>, _ neighbours: NeighbourSearch) {
    let rest: [(cue: Cue, tokens: [Int])] = [(.recurring, neighbours.recurring.sorted()), (.wideGap, neighbours.afterGaps)]
    let mask: UInt64 = 1 << Cue.bits - 1
    // A place for every cue that a set of them has room for, so that none needs to be looked whether it is there.
    var counts = InlineArray<32, Int>(repeating: 0)
    for one in found {
      var cues = one & mask
      while cues != 0 {
        counts[cues.trailingZeroBitCount & 31] &+= 1
        cues &= cues &- 1
      }
    }
    for (cue, tokens) in rest { counts[cue.rawValue] = tokens.count }
    var starts = [0]
    for cue in Cue.allCases.indices { starts.append(starts[cue] + counts[cue]) }
    var next = InlineArray<32, Int>(repeating: 0)
    for cue in Cue.allCases.indices { next[cue] = starts[cue] }
    var tokens = [Int](repeating: 0, count: starts[Cue.allCases.count])
    var room = tokens.mutableSpan
    for one in found {
      var cues = one & mask
      let token = Int(truncatingIfNeeded: one >> Cue.bits)
      while cues != 0 {
        let cue = cues.trailingZeroBitCount & 31
        room[next[cue]] = token
        next[cue] &+= 1
        cues &= cues &- 1
      }
    }
    for (cue, own) in rest { tokens.replaceSubrange(starts[cue.rawValue]..<starts[cue.rawValue] + own.count, with: own) }
    self.tokens = tokens
    self.starts = starts
  }

  /// The tokens with a cue, in ascending order.
  subscript(cue: Cue) -> ArraySlice<Int> { tokens[starts[cue.rawValue]..<starts[cue.rawValue + 1]] }

  func has(_ cue: Cue) -> Bool { starts[cue.rawValue] < starts[cue.rawValue + 1] }
}
