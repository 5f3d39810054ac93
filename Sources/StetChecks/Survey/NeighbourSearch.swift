import StetText

/// Finds what only neighbours tell: words and phrases of up to five words that stand again right after themselves.
struct NeighbourSearch {
  /// The most words of a phrase that is looked for.
  static let longest = 5
  /// The first tokens of what stands twice, each once; by the place where the second copy ends.
  private(set) var recurring: [Int] = []

  /// - Parameter traces: The lowest byte of each token's key, and zeros up to a full eight.
  init(_ tokens: [Token], traces: [UInt8]) {
    let traces = traces.span
    var at = 0, before: UInt64 = 0
    while at < tokens.count {
      let here = traces.word(at: at).bits
      var hits = Self.ends(here, before)
      while hits != 0 {
        let last = at &+ hits.firstByte
        if last < tokens.count { look(at: last, tokens) }
        hits &= hits &- 1
      }
      before = here
      at &+= 8
    }
  }

  /// Of eight tokens those that, by their traces and those of the eight before, may end what stands twice: a word that stands before
  /// itself, or two words that stand again at the same distance, of a longer phrase.
  @inline(__always)
  private static func ends(_ here: UInt64, _ before: UInt64) -> UInt64 {
    let one = here &<< 8 | before &>> 56, two = here &<< 16 | before &>> 48, three = here &<< 24 | before &>> 40
    let four = here &<< 32 | before &>> 32, five = here &<< 40 | before &>> 24, six = here &<< 48 | before &>> 16
    return ByteWord(bits: here ^ one).mayBeZero
      | ByteWord(bits: here ^ two | one ^ three).mayBeZero
      | ByteWord(bits: here ^ three | one ^ four).mayBeZero
      | ByteWord(bits: here ^ four | one ^ five).mayBeZero
      | ByteWord(bits: here ^ five | one ^ six).mayBeZero
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
