/// Finds quotations segment by segment. One that is not closed ends with its segment, so that a missed mark never turns
/// the rest of the draft into somebody's words.
///
/// A quotation of several paragraphs has an opening mark at each of them and a closing one at the last only. A single
/// quotation mark counts only where it has its partner, or where the next paragraph takes it up: all others are
/// apostrophes.
struct Quotations {
  private(set) var quotations: [Quotation] = []

  private let tokens: [Token]
  private let candidates: [QuotationCandidate]
  private var pairing: QuotationPairing
  /// Tokens within outer quotations.
  private var quoted: [Range<Int>] = []
  /// The last tokens of the quotations around the one at hand.
  private var ends: [Int] = []

  /// What `find` hands back.
  struct Result {
    let quotations: [Quotation]
    let marks: [QuotationMark]
    fileprivate let quoted: [Range<Int>]

    /// Sets `.quoted` on the tokens of quotations.
    func mark(_ tokens: inout [Token]) {
      for range in quoted {
        for i in range { tokens[i].flags.insert(.quoted) }
      }
    }
  }

  /// Finds quotations and sets `continuesQuotation` on their segments.
  ///
  /// - Parameter possible: The tokens that may be quotation marks, ascending.
  static func find(in text: [UInt8], tokens: [Token], possible: [Int], segments: inout [Segment]) -> Result {
    var finder = Quotations(text: text, tokens: tokens, candidates: QuotationCandidate.all(of: possible, among: tokens))
    finder.find(&segments)
    return Result(quotations: finder.quotations, marks: finder.pairing.marks, quoted: finder.quoted)
  }

  private init(text: [UInt8], tokens: [Token], candidates: [QuotationCandidate]) {
    self.tokens = tokens
    self.candidates = candidates
    pairing = QuotationPairing(text: text, tokens: tokens, candidates: candidates)
    quotations.reserveCapacity(candidates.count / 2)
    quoted.reserveCapacity(candidates.count / 2)
  }

  private mutating func find(_ segments: inout [Segment]) {
    // The first candidate that has not been looked at, and the family of a quotation that the last paragraph left open.
    var next = 0, open: QuotationFamily?
    for i in segments.indices {
      let role = segments[i].role, tokens = segments[i].tokens, first = next
      while next < candidates.count, candidates[next].token < tokens.upperBound { next += 1 }
      // Most paragraphs quote nobody.
      if next > first {
        if let open, opening(first, at: tokens) == open, isProse(role) { segments[i].continuesQuotation = true }
        let takenUp = i + 1 < segments.count ? opening(next, at: segments[i + 1].tokens) : nil
        let marks = pairing.pair(first..<next, in: tokens, takenUp: takenUp)
        record(marks, tokens, goesOn: pairing.leftOpen != nil && takenUp == pairing.leftOpen)
      }
      // A caption between two paragraphs does not end the quotation.
      if role != .caption { open = next > first ? pairing.leftOpen : nil }
    }
  }

  private func isProse(_ role: Segment.Role) -> Bool {
    switch role {
    case .paragraph, .quotation, .listItem: true
    default: false
    }
  }

  /// The family of the mark that opens a segment of these tokens, if the candidate is one.
  private func opening(_ index: Int, at tokens: Range<Int>) -> QuotationFamily? {
    guard index < candidates.count, candidates[index].token == tokens.lowerBound else { return nil }
    let candidate = candidates[index]
    return candidate.closesWord || candidate.shape == .closing ? nil : candidate.family
  }

  /// `goesOn`: the next paragraph takes up the quotation that this one leaves open.
  private mutating func record(_ marks: Range<Int>, _ segment: Range<Int>, goesOn: Bool) {
    ends.removeAll(keepingCapacity: true)
    for i in marks where pairing.marks[i].role == .opening {
      let mark = pairing.marks[i]
      while let end = ends.last, end < mark.token { ends.removeLast() }
      let last = mark.partner ?? ends.last.map { max(mark.token, $0 - 1) } ?? segment.upperBound - 1
      let after = mark.partner ?? (goesOn ? last + 1 : nextOpening(i + 1..<marks.upperBound) ?? last + 1)
      quoted.append(mark.token + 1..<max(mark.token + 1, after))
      let span = Span(Int(tokens[mark.token].start), tokens[last].end)
      quotations.append(Quotation(span: span, depth: ends.count, isClosed: mark.partner != nil))
      ends.append(last)
    }
  }

  /// Where the words of a quotation that nothing closes end at the latest: its mark was lost somewhere before the next one opens.
  private func nextOpening(_ marks: Range<Int>) -> Int? {
    for i in marks where pairing.marks[i].role == .opening { return pairing.marks[i].token }
    return nil
  }
}
