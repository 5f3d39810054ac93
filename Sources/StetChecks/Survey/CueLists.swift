/// Tokens by cue, one list after the other.
struct CueLists: Sendable {
  private let tokens: [Int]
  /// Where the list of each cue begins, and where the last one ends.
  private let starts: [Int]

  /// - Parameters:
  ///   - found: Tokens in order, each with the set of its cues in the lower half.
  ///   - recurring: The tokens of the cue of that name, in order.
  init(_ found: ArraySlice<UInt64>, _ recurring: [Int]) {
    let mask: UInt64 = 1 << Cue.bits - 1
    var starts = [Int](repeating: 0, count: Cue.allCases.count + 1)
    for one in found {
      var cues = one & mask
      while cues != 0 {
        starts[cues.trailingZeroBitCount &+ 1] &+= 1
        cues &= cues &- 1
      }
    }
    starts[Cue.recurring.rawValue + 1] = recurring.count
    for cue in Cue.allCases.indices { starts[cue + 1] += starts[cue] }
    var tokens = [Int](repeating: 0, count: starts[Cue.allCases.count])
    var next = starts
    for one in found {
      var cues = one & mask
      let token = Int(truncatingIfNeeded: one >> Cue.bits)
      while cues != 0 {
        let cue = cues.trailingZeroBitCount
        tokens[next[cue]] = token
        next[cue] &+= 1
        cues &= cues &- 1
      }
    }
    for (place, token) in recurring.enumerated() { tokens[starts[Cue.recurring.rawValue] + place] = token }
    self.tokens = tokens
    self.starts = starts
  }

  /// The tokens with a cue, in ascending order.
  subscript(cue: Cue) -> ArraySlice<Int> { tokens[starts[cue.rawValue]..<starts[cue.rawValue + 1]] }

  func has(_ cue: Cue) -> Bool { starts[cue.rawValue] < starts[cue.rawValue + 1] }
}
