/// Pairs quotation marks, segment by segment. Each mark is put on the stack and taken from it once at most.
struct QuotationPairing {
  /// Those of all segments so far, in order of their tokens.
  private(set) var marks: [QuotationMark] = []
  /// The family of the outermost quotation left open at the segment's end.
  private(set) var leftOpen: QuotationFamily?

  private let text: [UInt8]
  private let tokens: [Token]
  private let candidates: [QuotationCandidate]
  /// The tokens of the segment at hand, and its candidates.
  private var segment = 0..<0
  private var range = 0..<0
  private var open: [Open] = []
  /// Places in `marks` of single marks that nothing closed.
  private var apostrophes: [Int] = []
  /// By family.
  private var openCount = InlineArray<5, Int>(repeating: 0)

  private struct Open {
    let family: QuotationFamily
    /// Its place in `marks`.
    let mark: Int
    /// It has the shape that closes in English: »German« and ”Swedish”.
    let isReversed: Bool
    /// White space stands on both sides of it: “ so ”.
    let isSpaced: Bool
  }

  init(text: [UInt8], tokens: [Token], candidates: [QuotationCandidate]) {
    self.text = text
    self.tokens = tokens
    self.candidates = candidates
    marks.reserveCapacity(candidates.count)
  }

  /// Pairs the candidates of a segment; `takenUp` is the family of the mark that opens the next one.
  ///
  /// - Returns: Where the segment's marks stand in `marks`.
  mutating func pair(_ range: Range<Int>, in segment: Range<Int>, takenUp: QuotationFamily?) -> Range<Int> {
    (self.range, self.segment) = (range, segment)
    leftOpen = nil
    let first = marks.count
    for i in range {
      let candidate = candidates[i]
      switch role(of: candidate, i) {
      case .opening?: push(candidate)
      case .closing?: close(candidate)
      case .stray?: marks.append(QuotationMark(token: candidate.token, role: .stray))
      case nil: break
      }
    }
    while let left = open.popLast() {
      openCount[left.family.rawValue] -= 1
      if left.family.mayBeApostrophe, left.family != takenUp {
        apostrophes.append(left.mark)
      } else {
        leftOpen = left.family
      }
    }
    dropApostrophes()
    return first..<marks.count
  }

  private mutating func dropApostrophes() {
    guard !apostrophes.isEmpty else { return }
    apostrophes.sort()
    var kept = apostrophes[0], dropped = 0
    for i in kept..<marks.count {
      if dropped < apostrophes.count, apostrophes[dropped] == i {
        dropped += 1
      } else {
        marks[kept] = marks[i]
        kept += 1
      }
    }
    marks.removeLast(marks.count - kept)
    apostrophes.removeAll(keepingCapacity: true)
  }

  // MARK: The stack

  private func isOpen(_ family: QuotationFamily) -> Bool { openCount[family.rawValue] > 0 }

  /// The family whose innermost open quotation a mark of this one would close.
  private func closable(by family: QuotationFamily) -> QuotationFamily? {
    if isOpen(family) { return family }
    return family.other.flatMap { isOpen($0) ? $0 : nil }
  }

  private mutating func push(_ candidate: QuotationCandidate) {
    open.append(
      Open(
        family: candidate.family, mark: marks.count, isReversed: candidate.shape == .closing,
        isSpaced: candidate.opensWord && candidate.closesWord))
    openCount[candidate.family.rawValue] += 1
    marks.append(QuotationMark(token: candidate.token, role: .opening))
  }

  private mutating func close(_ candidate: QuotationCandidate) {
    guard let family = closable(by: candidate.family) else { return }
    while let top = open.popLast() {
      openCount[top.family.rawValue] -= 1
      guard top.family == family else {
        if top.family.mayBeApostrophe { apostrophes.append(top.mark) }
        continue
      }
      marks[top.mark].pair(with: candidate.token)
      marks.append(QuotationMark(token: candidate.token, role: .closing, partner: marks[top.mark].token))
      return
    }
  }

  // MARK: Roles

  /// The part a candidate plays, or `nil` if it is an apostrophe or a measure.
  private func role(of candidate: QuotationCandidate, _ index: Int) -> QuotationMark.Role? {
    let closable = closable(by: candidate.family) != nil
    switch (candidate.family, candidate.shape) {
    case (.single, .opening): return singleOpening(candidate, closable)
    case (.single, _): return singleClosing(candidate, index, closable)
    case (.straightSingle, _): return straightSingle(candidate, index, closable)
    case (.straight, _): return straight(candidate, index, closable)
    case (_, .opening): return opening(candidate, closable)
    case (_, .closing):
      if closable { return .closing }
      return candidate.opensWord && !candidate.closesWord ? .opening : .stray
    case (_, .straight): return nil
    }
  }

  /// A mark with white space on both sides cannot open a quotation inside another: it was to close that one.
  private func opening(_ candidate: QuotationCandidate, _ closable: Bool) -> QuotationMark.Role {
    guard closable, candidate.closesWord else { return .opening }
    if candidate.opensWord { return open.last.map { $0.isSpaced || $0.family != candidate.family } ?? true ? .opening : .closing }
    return isReversed(candidate) ? .closing : .opening
  }

  /// „German“ and »German« close with the mark that opens in English; so does a draft with marks the wrong way round.
  private func isReversed(_ candidate: QuotationCandidate) -> Bool {
    open.last.map { candidate.family == .double ? true : $0.isReversed } ?? false
  }

  private func straight(_ candidate: QuotationCandidate, _ index: Int, _ closable: Bool) -> QuotationMark.Role? {
    if isMeasure(candidate, index, closable) { return nil }
    switch (candidate.opensWord, candidate.closesWord) {
    case (true, false): return .opening
    case (false, true): return closable ? .closing : .stray
    default: return closable ? .closing : .opening
    }
  }

  private func singleOpening(_ candidate: QuotationCandidate, _ closable: Bool) -> QuotationMark.Role? {
    if !candidate.opensWord { return closable && candidate.closesWord ? .closing : nil }
    return isElision(candidate) || candidate.closesWord ? nil : .opening
  }

  private func singleClosing(_ candidate: QuotationCandidate, _ index: Int, _ closable: Bool) -> QuotationMark.Role? {
    guard closable, !(candidate.opensWord && !candidate.closesWord), candidate.closesWord else { return nil }
    return isPossessive(candidate, index) ? nil : .closing
  }

  private func straightSingle(_ candidate: QuotationCandidate, _ index: Int, _ closable: Bool) -> QuotationMark.Role? {
    if candidate.opensWord, !candidate.closesWord { return isElision(candidate) ? nil : .opening }
    if isMeasure(candidate, index, closable) { return nil }
    return singleClosing(candidate, index, closable)
  }

  // MARK: Apostrophes and measures

  /// "’90s", "’em", "'n'", "'s-Gravenland": a mark for letters left out.
  private func isElision(_ candidate: QuotationCandidate) -> Bool {
    let next = candidate.token + 1
    guard segment.contains(next), !tokens[next].flags.contains(.spaceBefore) else { return true }
    if tokens[next].flags.contains(.digits) { return tokens[next].length <= 3 && tokens[next].length >= 2 }
    return QuotationPairing.elided.contains(tokens[next].key)
  }

  private static let elided = KeySet(
    ["em", "tis", "twas", "til", "cause", "n", "s", "t", "bout", "cos", "neath"].map { TokenKey($0) })

  /// "the officials’ cars": a word in s goes on, and a later mark closes the quotation.
  private func isPossessive(_ candidate: QuotationCandidate, _ index: Int) -> Bool {
    let word = tokens[candidate.token - 1], next = candidate.token + 1
    guard word.kind == .word, text[word.end - 1] | 0x20 == 0x73, segment.contains(next), tokens[next].kind == .word else {
      return false
    }
    guard index + 1 < range.upperBound else { return false }
    let later = candidates[index + 1]
    return later.family == candidate.family && later.closesWord && !later.opensWord
  }

  /// 5'10", and 6" where no quotation is open or a later mark closes it.
  private func isMeasure(_ candidate: QuotationCandidate, _ index: Int, _ closable: Bool) -> Bool {
    let before = candidate.token - 1
    guard segment.contains(before), !tokens[candidate.token].flags.contains(.spaceBefore), tokens[before].kind == .number else {
      return false
    }
    if !closable { return true }
    if candidate.family == .straightSingle { return !candidate.closesWord }
    let feet = before - 1
    if segment.contains(feet - 1), tokens[feet].isMark("'") || tokens[feet].isMark("’"), tokens[feet - 1].kind == .number {
      return true
    }
    guard index + 1 < range.upperBound else { return false }
    let later = candidates[index + 1]
    return later.family == candidate.family && later.closesWord && !later.opensWord
  }
}
