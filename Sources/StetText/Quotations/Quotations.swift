/// Finds quotations segment by segment. One that is not closed ends with its segment, so that a missed mark never turns
/// the rest of the draft into somebody's words.
///
/// A quotation of several paragraphs has an opening mark at each of them and a closing one at the last only. A single
/// quotation mark counts only where it has its partner, or where the next paragraph takes it up: all others are
/// apostrophes.
struct Quotations {
  private(set) var quotations: [Quotation] = []
  private(set) var marks: [QuotationMark] = []

  private let text: [UInt8]
  private let tokens: [Token]
  /// The tokens that may be quotation marks, ascending, and the first of them that has not been looked at.
  private let possible: [Int]
  private var next = 0
  private var segments: [Segment]
  /// Tokens within outer quotations.
  private var quoted: [Range<Int>] = []

  /// What `find` hands back.
  struct Result {
    let segments: [Segment]
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
  static func find(in text: [UInt8], tokens: [Token], possible: [Int], segments: [Segment]) -> Result {
    var finder = Quotations(text: text, tokens: tokens, possible: possible, segments: segments)
    finder.find()
    return Result(segments: finder.segments, quotations: finder.quotations, marks: finder.marks, quoted: finder.quoted)
  }

  private init(text: [UInt8], tokens: [Token], possible: [Int], segments: [Segment]) {
    self.text = text
    self.tokens = tokens
    self.possible = possible
    self.segments = segments
  }

  private mutating func find() {
    var candidates = candidates(of: 0)
    // The family of a quotation that the last paragraph left open.
    var open: QuotationFamily?
    for i in segments.indices {
      let next = self.candidates(of: i + 1)
      // Most paragraphs quote nobody.
      if candidates.isEmpty {
        if segments[i].role != .caption { open = nil }
        candidates = next
        continue
      }
      let opened = opening(candidates, of: i)
      if let open, opened == open, isProse(segments[i].role) { segments[i].continuesQuotation = true }
      var pairing = QuotationPairing(text: text, tokens: tokens, candidates: candidates, segment: segments[i].tokens)
      let takenUp = opening(next, of: i + 1)
      pairing.pair(takenUp: takenUp)
      record(pairing, segments[i], goesOn: pairing.leftOpen != nil && takenUp == pairing.leftOpen)
      // A caption between two paragraphs does not end the quotation.
      if segments[i].role != .caption { open = pairing.leftOpen }
      candidates = next
    }
  }

  private func isProse(_ role: Segment.Role) -> Bool {
    switch role {
    case .paragraph, .quotation, .listItem: true
    default: false
    }
  }

  /// The family of the mark that opens a segment.
  private func opening(_ candidates: [QuotationCandidate], of segment: Int) -> QuotationFamily? {
    guard let first = candidates.first, first.token == segments[segment].tokens.lowerBound, !first.closesWord else { return nil }
    return first.shape == .closing ? nil : first.family
  }

  /// Asked of each segment once, in order.
  private mutating func candidates(of segment: Int) -> [QuotationCandidate] {
    guard segment < segments.count else { return [] }
    let range = segments[segment].tokens
    var candidates: [QuotationCandidate] = []
    while next < possible.count, possible[next] < range.upperBound {
      let i = possible[next]
      next += 1
      guard var candidate = QuotationCandidate(tokens[i], at: i) else { continue }
      candidate.opensWord = opensWord(i, candidates.last)
      candidates.append(candidate)
    }
    for c in candidates.indices.reversed() {
      candidates[c].closesWord = closesWord(candidates[c].token, range, c + 1 < candidates.count ? candidates[c + 1] : nil)
    }
    return candidates
  }

  private func opensWord(_ token: Int, _ before: QuotationCandidate?) -> Bool {
    let flags = tokens[token].flags
    if flags.contains(.first) || flags.contains(.spaceBefore) { return true }
    if let before, before.token == token - 1 { return before.opensWord }
    return tokens[token - 1].kind == .punctuation && Marks.opensOrParts.contains(tokens[token - 1].key.rawValue)
  }

  private func closesWord(_ token: Int, _ range: Range<Int>, _ after: QuotationCandidate?) -> Bool {
    guard token + 1 < range.upperBound else { return true }
    if tokens[token + 1].flags.contains(.spaceBefore) { return true }
    if let after, after.token == token + 1 { return after.closesWord }
    return tokens[token + 1].kind == .punctuation && Marks.closesOrParts.contains(tokens[token + 1].key.rawValue)
  }

  /// `goesOn`: the next paragraph takes up the quotation that this one leaves open.
  private mutating func record(_ pairing: QuotationPairing, _ segment: Segment, goesOn: Bool) {
    marks += pairing.marks
    // The last tokens of the quotations around the one at hand.
    var ends: [Int] = []
    for (i, mark) in pairing.marks.enumerated() where mark.role == .opening {
      while let end = ends.last, end < mark.token { ends.removeLast() }
      let last = mark.partner ?? ends.last.map { max(mark.token, $0 - 1) } ?? segment.tokens.upperBound - 1
      quoted.append(mark.token + 1..<max(mark.token + 1, mark.partner ?? (goesOn ? last + 1 : nextOpening(after: i, pairing.marks, last))))
      let span = Span(Int(tokens[mark.token].start), tokens[last].end)
      quotations.append(Quotation(span: span, depth: ends.count, isClosed: mark.partner != nil))
      ends.append(last)
    }
  }

  /// Where the words of a quotation that nothing closes end at the latest: its mark was lost somewhere before the next one opens.
  private func nextOpening(after index: Int, _ marks: [QuotationMark], _ last: Int) -> Int {
    marks[(index + 1)...].first { $0.role == .opening }?.token ?? last + 1
  }
}

private enum Marks {
  /// Brackets that open, dashes and slashes.
  static let opensOrParts = set("([{<–—―-/=…¿¡|")
  static let closesOrParts = set(")]}>–—―-/.,;:!?…|")

  private static func set(_ marks: String) -> Set<UInt64> { Set(marks.unicodeScalars.map { UInt64($0.value) }) }
}
