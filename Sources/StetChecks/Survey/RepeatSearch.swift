import StetText

/// Finds words and phrases of up to five words that stand again right after themselves, by their keys.
struct RepeatSearch {
  /// The most words of a phrase that is looked for.
  static let longest = 5

  /// The first tokens of what stands twice, each once; by the place where the second copy ends.
  private(set) var found: [Int] = []
  /// Where a word with a key of this ending stood last: the lowest bits of its place. Tells of nearly every word that it does not stand
  /// again; whoever takes its place here stood later, so that no repetition is lost.
  private var last = InlineArray<256, UInt8>(repeating: 0)

  @inline(__always)
  mutating func add(_ key: TokenKey, at i: Int, _ tokens: [Token]) {
    let slot = Int(key.rawValue & 0xFF), place = UInt8(truncatingIfNeeded: i)
    if place &- last[slot] <= UInt8(Self.longest) { look(at: i, tokens) }
    last[slot] = place
  }

  private mutating func look(at i: Int, _ tokens: [Token]) {
    for length in 1...Self.longest {
      let first = i + 1 - 2 * length
      if first >= 0, standsTwice(first, length, tokens), !found.suffix(6).contains(first) { found.append(first) }
    }
  }

  private func standsTwice(_ first: Int, _ length: Int, _ tokens: [Token]) -> Bool {
    for i in stride(from: first + length - 1, through: first, by: -1) {
      guard tokens[i].kind == .word, tokens[i].key == tokens[i + length].key, tokens[i + length].kind == .word else { return false }
    }
    return true
  }
}
