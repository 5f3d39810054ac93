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
  /// The lowest byte of each token's key, and zeros up to a full eight, for `NeighbourSearch`.
  private(set) var traces: [UInt8]

  /// - Parameter telling: The flags of words that are looked at whatever lists have.
  init(_ tokens: [Token], _ lists: CueWords, telling: Token.Flags) {
    words = TokenBits()
    others = TokenBits()
    traces = [UInt8](repeating: 0, count: (tokens.count + 7) & ~7)
    run(tokens.span, lists.filter, telling.rawValue)
  }

  private mutating func run(_ tokens: Swift.Span<Token>, _ filter: CueFilter, _ telling: UInt16) {
    var first = 0, end: UInt32 = 0
    while first < tokens.count {
      let count = min(tokens.count &- first, 64)
      let some = Some(tokens.extracting(first..<first &+ count), filter, telling, &end, &traces, first)
      words.append(some.words)
      others.append(some.others)
      var gaps = some.afterGaps
      while gaps != 0 {
        afterGaps.append(first &+ gaps.trailingZeroBitCount)
        gaps &= gaps &- 1
      }
      first &+= 64
    }
  }

  /// What is told of sixty-four tokens, or of the fewer that are left: a bit for each.
  private struct Some {
    var words: UInt64 = 0, others: UInt64 = 0, afterGaps: UInt64 = 0

    @inline(__always)
    init(
      _ tokens: Swift.Span<Token>, _ filter: CueFilter, _ telling: UInt16, _ end: inout UInt32, _ traces: inout [UInt8], _ first: Int
    ) {
      var room = traces.mutableSpan
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
        room[first &+ i] = UInt8(truncatingIfNeeded: token.key.rawValue)
      }
      end = last
      let missing = UInt64(truncatingIfNeeded: 64 &- tokens.count)
      others = others &>> missing
      words = words &>> missing & ~others
      afterGaps = afterGaps &>> missing
    }
  }
}

/// A set of a draft's tokens, a bit for each.
struct TokenBits {
  private var bits: [UInt64] = []

  /// Adds those of the next sixty-four tokens of which the bit is set.
  mutating func append(_ some: UInt64) { bits.append(some) }

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
