import StetText

/// The one pass over all tokens of a draft: tells those that may be cues by themselves from the many that are not.
///
/// Nothing branches on what a token is: that cannot be foreseen, and a processor that guesses wrong loses more than a look takes.
struct TokenPass {
  /// Words that a list may have, or that are written in a telling way.
  private(set) var words: TokenBits
  /// Numbers, marks and stretches that are no prose.
  private(set) var others: TokenBits
  /// The tokens before which two blanks or more stand on their line, in order.
  private(set) var afterGaps: [Int] = []
  /// The lowest byte of each token's key, eight to a number, the first one lowest.
  private(set) var traces: [UInt64]

  /// - Parameter telling: The flags of words that are looked at whatever lists have.
  init(_ tokens: [Token], _ lists: CueWords, telling: Token.Flags) {
    words = TokenBits(count: tokens.count)
    others = TokenBits(count: tokens.count)
    traces = [UInt64](repeating: 0, count: (tokens.count + 7) / 8)
    run(tokens.span, lists.filter, telling.rawValue)
  }

  private mutating func run(_ tokens: Swift.Span<Token>, _ filter: CueFilter, _ telling: UInt16) {
    var at = 0, end: UInt32 = 0
    while at < tokens.count {
      let eight = Eight(tokens.extracting(at..<min(at &+ 8, tokens.count)), filter, telling, &end)
      words.add(eight.words, at: at)
      others.add(eight.others, at: at)
      traces[at / 8] = eight.traces
      if eight.afterGaps != 0 { afterGaps += (at..<at + 8).filter { eight.afterGaps >> UInt64($0 - at) & 1 == 1 } }
      at &+= 8
    }
  }

  /// What is told of eight tokens, or of the fewer that are left.
  private struct Eight {
    var words: UInt64 = 0, others: UInt64 = 0, afterGaps: UInt64 = 0, traces: UInt64 = 0

    @inline(__always)
    init(_ tokens: Swift.Span<Token>, _ filter: CueFilter, _ telling: UInt16, _ end: inout UInt32) {
      var last = end
      for i in tokens.indices {
        let token = tokens[i], flags = UInt64(token.flags.rawValue)
        // Each comes in from above, and what came before moves down: quicker than to shift by the place.
        let isTold: UInt64 = token.flags.rawValue & telling == 0 ? 0 : 1
        words = words &>> 1 | (filter.mayHold(token.key) | isTold) &<< 63
        others = others &>> 1 | (token.kind == .word ? 0 : 1 &<< 63)
        let isWide: UInt64 = token.start > last &+ 1 ? 1 : 0
        afterGaps = afterGaps &>> 1 | (isWide & flags &>> 2) &<< 63
        last = token.start &+ token.length
        traces = traces &>> 8 | token.key.rawValue &<< 56
      }
      end = last
      let missing = UInt64(truncatingIfNeeded: 8 &- tokens.count)
      others = others &>> (56 &+ missing)
      words = words &>> (56 &+ missing) & ~others
      afterGaps = afterGaps &>> (56 &+ missing)
      traces = traces &>> (8 &* missing)
    }
  }
}

/// A set of a draft's tokens, a bit for each.
struct TokenBits {
  private var bits: [UInt64]

  init(count: Int) { bits = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// Adds those of eight tokens of which the bit is set; the first of them is the eighth, sixteenth … of all.
  @inline(__always)
  mutating func add(_ eight: UInt64, at first: Int) { bits[first / 64] |= eight &<< UInt64(truncatingIfNeeded: first & 63) }

  /// How many tokens there are before one.
  func count(before token: Int) -> Int {
    let whole = bits[..<(token / 64)].reduce(0) { $0 + $1.nonzeroBitCount }
    return token % 64 == 0 ? whole : whole + (bits[token / 64] & (1 << UInt64(token % 64) - 1)).nonzeroBitCount
  }

  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Calls with each token of the set, in order.
  @inline(__always)
  func forEach(_ visit: (Int) -> Void) {
    let bits = bits.span
    for i in bits.indices {
      var rest = bits[i]
      while rest != 0 {
        visit(i &* 64 &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }
}
