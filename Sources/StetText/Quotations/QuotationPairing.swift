/// Pairs the quotation marks of one segment. Each mark is put on the stack and taken from it once at most.
struct QuotationPairing {
  /// In order of their tokens.
  private(set) var marks: [QuotationMark] = []
  /// The family of the outermost quotation left open at the end.
  private(set) var leftOpen: QuotationFamily?

  private let text: [UInt8]
  private let tokens: [Token]
  private let candidates: [QuotationCandidate]
  /// The segment's tokens.
  private let segment: Range<Int>
  private var open: [Open] = []
  /// Places in `marks` of single marks that nothing closed.
  private var apostrophes: Set<Int> = []
  private var openCount = [Int](repeating: 0, count: QuotationFamily.allCases.count)

  private struct Open {
    let family: QuotationFamily
    /// Its place in `marks`.
    let mark: Int
    /// It has the shape that closes in English: »German« and ”Swedish”.
    let isReversed: Bool
    /// White space stands on both sides of it: “ so ”.
    let isSpaced: Bool
  }

  init(text: [UInt8], tokens: [Token], candidates: [QuotationCandidate], segment: Range<Int>) {
    self.text = text
    self.tokens = tokens
    self.candidates = candidates
    self.segment = segment
  }

  /// `takenUp` is the family of the mark that opens the next segment.
  mutating func pair(takenUp: QuotationFamily?) {
    for (i, candidate) in candidates.enumerated() {
      switch role(of: candidate, i) {
      case .opening?: push(candidate)
      case .closing?: close(candidate)
      case .stray?: marks.append(QuotationMark(token: candidate.token, role: .stray))
      case nil: break
      }
    }
    for left in open {
      if left.family.mayBeApostrophe, left.family != takenUp {
        apostrophes.insert(left.mark)
      } else {
        leftOpen = leftOpen ?? left.family
      }
    }
    guard !apostrophes.isEmpty else { return }
    marks = marks.indices.filter { !apostrophes.contains($0) }.map { marks[$0] }
  }

  // MARK: The stack

  private func isOpen(_ family: QuotationFamily) -> Bool { openCount[family.rawValue] > 0 }

  private mutating func push(_ candidate: QuotationCandidate) {
    open.append(
      Open(
        family: candidate.family, mark: marks.count, isReversed: candidate.shape == .closing,
        isSpaced: candidate.opensWord && candidate.closesWord))
    openCount[candidate.family.rawValue] += 1
    marks.append(QuotationMark(token: candidate.token, role: .opening))
  }

  private mutating func close(_ candidate: QuotationCandidate) {
    guard let family = candidate.family.closes.first(where: isOpen) else { return }
    while let top = open.popLast() {
      openCount[top.family.rawValue] -= 1
      guard top.family == family else {
        if top.family.mayBeApostrophe { apostrophes.insert(top.mark) }
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
    let closable = candidate.family.closes.contains(where: isOpen)
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

  private static let elided = Set(
    ["em", "tis", "twas", "til", "cause", "n", "s", "t", "bout", "cos", "neath"].map { TokenKey($0) })

  /// "the officials’ cars": a word in s goes on, and a later mark closes the quotation.
  private func isPossessive(_ candidate: QuotationCandidate, _ index: Int) -> Bool {
    let word = tokens[candidate.token - 1], next = candidate.token + 1
    guard word.kind == .word, text[word.end - 1] | 0x20 == 0x73, segment.contains(next), tokens[next].kind == .word else {
      return false
    }
    guard index + 1 < candidates.count else { return false }
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
    guard index + 1 < candidates.count else { return false }
    let later = candidates[index + 1]
    return later.family == candidate.family && later.closesWord && !later.opensWord
  }
}
