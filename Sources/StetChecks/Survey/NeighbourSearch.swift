import StetText

/// Finds what only neighbours tell: words and phrases of up to five words that stand again right after themselves, and wide gaps.
struct NeighbourSearch {
  /// The most words of a phrase that is looked for.
  static let longest = 5

  /// The first tokens of what stands twice, each once; by the place where the second copy ends.
  private(set) var recurring: [Int] = []
  /// The tokens before which two blanks or more stand on their line, in order.
  private(set) var afterGaps: [Int] = []

  init(_ tokens: [Token]) {
    // Where a word with a key of this ending stood last: the lowest bits of its place. Tells of nearly every word that it does not stand
    // again; whoever takes its place here stood later, so that no repetition is lost.
    var last = InlineArray<256, UInt8>(repeating: 0)
    var end = 0
    for i in tokens.indices {
      let token = tokens[i]
      if Int(token.start) > end &+ 1, token.flags.contains(.spaceBefore) { afterGaps.append(i) }
      end = token.end
      guard token.kind == .word else { continue }
      let slot = Int(truncatingIfNeeded: token.key.rawValue & 0xFF), place = UInt8(truncatingIfNeeded: i)
      if place &- last[slot] <= UInt8(Self.longest) { look(at: i, tokens) }
      last[slot] = place
    }
  }

  // Rarely called: inlined, it would take the loop above the registers it needs.
  @inline(never)
  private mutating func look(at i: Int, _ tokens: [Token]) {
    for length in 1...Self.longest where length <= i && tokens[i - length].key == tokens[i].key {
      let first = i + 1 - 2 * length
      if first >= 0, standsTwice(first, length, tokens), !recurring.suffix(6).contains(first) { recurring.append(first) }
    }
  }

  private func standsTwice(_ first: Int, _ length: Int, _ tokens: [Token]) -> Bool {
    for i in stride(from: first + length - 1, through: first, by: -1) {
      guard tokens[i].kind == .word, tokens[i].key == tokens[i + length].key, tokens[i + length].kind == .word else { return false }
    }
    return true
  }
}
