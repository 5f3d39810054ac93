import StetText

/// Looks at the quotation marks of a draft as `Draft.quotationMarks` pairs them and tells which cannot be right.
///
/// A mark that points the wrong way is sure by itself. That one is missing can only be said where the paragraphs around
/// it are known: a long quotation has an opening mark at each paragraph and a closing one at its end.
struct QuoteFaults {
  struct Fault {
    enum Kind {
      /// ” before a word.
      case closingOpens
      /// “ after a word.
      case openingCloses
      /// “ inside “.
      case nested
      /// Nothing is open that it could close.
      case nothingOpen
      /// Nothing closes it.
      case neverClosed
      /// White space between the quotation and the mark that closes it.
      case spaced
      /// A single mark where a quotation opens: ",’Is".
      case singleOpens
      /// A grave accent at the end of a sentence.
      case grave
    }
    let kind: Kind
    let span: Span
  }

  private let draft: Draft
  private let survey: Survey
  /// The double marks of the draft, and by segment which of them stand in it: from a place on, up to the next segment's.
  private var all: [QuotationMark] = []
  private var firsts: [Int] = []
  /// Where those of the segment at hand are.
  private var here = 0..<0
  private(set) var faults: [Fault] = []
  /// An earlier paragraph left a quotation open, and no mark has closed it since.
  private var isOpen = false
  private var isFirstParagraph = true
  /// Marks of the segment at hand that point the wrong way.
  private var wrong: Set<Int> = []

  static func all(in draft: Draft, _ survey: Survey) -> [Fault] {
    var search = QuoteFaults(draft: draft, survey: survey)
    search.run()
    for (segment, i) in survey.each(.singleMark) where i > segment.tokens.lowerBound { search.single(i, segment) }
    // In copy about code a straight mark may be anything.
    let isStraight = search.faults.contains { search.hasStraightMark($0.span) }
    return isStraight && survey.copy.isTechnical ? search.faults.filter { !search.hasStraightMark($0.span) } : search.faults
  }

  private init(draft: Draft, survey: Survey) {
    self.draft = draft
    self.survey = survey
  }

  private mutating func run() {
    all = draft.quotationMarks.filter { isDouble($0.token) }
    guard !all.isEmpty else { return }
    let writesClosingFirst = !all.contains { draft.tokens[$0.token].isMark("“") }
    findFirsts()
    for i in draft.segments.indices {
      if firsts[i] < firsts[i + 1] {
        let segment = draft.segments[i]
        here = firsts[i]..<firsts[i + 1]
        if !wrong.isEmpty { wrong = [] }
        directions(segment, writesClosingFirst)
        pairs(segment, i)
      }
      if draft.segments[i].role == .paragraph { isFirstParagraph = false }
    }
  }

  private mutating func findFirsts() {
    firsts.reserveCapacity(draft.segments.count + 1)
    var next = 0
    for segment in draft.segments {
      firsts.append(next)
      while next < all.count, all[next].token < segment.tokens.upperBound { next += 1 }
    }
    firsts.append(next)
  }

  /// The marks of any segment.
  private func marks(of index: Int) -> ArraySlice<QuotationMark> { all[firsts[index]..<firsts[index + 1]] }

  private func hasStraightMark(_ span: Span) -> Bool { draft.text[span.range].contains(UInt8(ascii: "\"")) }

  // MARK: Direction

  private mutating func directions(_ segment: Segment, _ writesClosingFirst: Bool) {
    for m in here {
      let mark = all[m], i = mark.token
      let token = draft.tokens[i]
      let parted = token.flags.contains(.spaceBefore) || token.flags.contains(.first)
      let last = segment.tokens.upperBound - 1
      if token.isMark("”"), parted, i < last, joinsWord(i), !(writesClosingFirst && mark.role == .opening && isDitto(mark)) {
        wrong.insert(i)
        faults.append(Fault(kind: .closingOpens, span: token.span.union(draft.tokens[i + 1].span)))
      } else if token.isMark("“"), i == last || draft.tokens[i + 1].flags.contains(.spaceBefore) || isStop(i + 1),
        !closesGerman(mark), !isMeasure(i), i > segment.tokens.lowerBound || segment.tokens.count > 3, i != draft.tokens.count - 1
      {
        wrong.insert(i)
        faults.append(Fault(kind: .openingCloses, span: token.span))
      } else if isSpacedClosing(mark, last) {
        wrong.insert(i)
        faults.append(Fault(kind: .spaced, span: draft.tokens[i - 1].span.union(token.span)))
      }
    }
  }

  /// A space stands before it and none after the mark that opened: the “coalition ”. Two spaces are a way of writing.
  private func isSpacedClosing(_ mark: QuotationMark, _ last: Int) -> Bool {
    let i = mark.token
    guard mark.role == .closing, let partner = mark.partner, draft.tokens[i].flags.contains(.spaceBefore), partner + 1 < i else { return false }
    guard !draft.tokens[i].flags.contains(.breakBefore), !draft.tokens[partner + 1].flags.contains(.spaceBefore) else { return false }
    guard i == last || draft.tokens[i + 1].flags.contains(.spaceBefore) || isStop(i + 1) else { return false }
    return endsSentence(i - 1) || draft.tokens[i - 1].kind == .word
  }

  /// A word or number follows without a space.
  private func joinsWord(_ i: Int) -> Bool {
    let next = draft.tokens[i + 1]
    return !next.flags.contains(.spaceBefore) && next.kind == .word && !next.flags.contains(.markupBefore)
  }

  /// ”Swedish” copy writes both marks alike.
  private func isDitto(_ mark: QuotationMark) -> Bool { mark.partner.map { draft.tokens[$0].isMark("”") } ?? false && swedish }

  /// Three quotations or more with both marks alike are a way of writing, not a slip.
  private var swedish: Bool {
    draft.quotationMarks.lazy.filter { $0.role == .opening && self.draft.tokens[$0.token].isMark("”") }.prefix(3).count == 3
  }

  private func isStop(_ i: Int) -> Bool {
    let token = draft.tokens[i]
    return !token.flags.contains(.spaceBefore) && (token.isMark(".") || token.isMark(",") || token.isMark(";") || token.isMark("?") || token.isMark("!"))
      && !(i + 1 < draft.tokens.count && draft.tokens[i + 1].isMark("."))
  }

  /// „German“
  private func closesGerman(_ mark: QuotationMark) -> Bool {
    guard mark.role == .closing, let partner = mark.partner else { return false }
    return !draft.tokens[partner].isMark("“") && !draft.tokens[partner].isMark("\"")
  }

  /// Inches: 12“, 6’2”.
  private func isMeasure(_ i: Int) -> Bool {
    guard i > 0, !draft.tokens[i].flags.contains(.spaceBefore) else { return false }
    return draft.tokens[i - 1].kind == .number || draft.tokens[i - 1].flags.contains(.digits)
  }

  private func endsSentence(_ i: Int) -> Bool {
    guard i >= 0 else { return false }
    let token = draft.tokens[i]
    return token.isMark(".") || token.isMark("!") || token.isMark("?") || token.isMark(",")
  }

  // MARK: Pairs

  private mutating func pairs(_ segment: Segment, _ index: Int) {
    let isProse = segment.role == .paragraph || segment.role == .quotation || segment.role == .listItem
    nested(segment)
    guard isProse else { return }
    for m in here where all[m].role == .stray { stray(all[m], segment) }
    guard let last = here.last(where: { all[$0].role == .opening && all[$0].partner == nil }) else {
      // A paragraph that opens with a mark took the quotation up; its closing mark ended it.
      if segment.continuesQuotation { isOpen = false }
      return
    }
    let left = all[last]
    isOpen = true
    if segment.role == .paragraph, isNeverClosed(left, segment, index) {
      isOpen = false
      faults.append(Fault(kind: .neverClosed, span: withWord(left.token)))
    }
  }

  /// A fault closes what it stands in, so that one slip is told once.
  private mutating func nested(_ segment: Segment) {
    var open: Int?
    for m in here where all[m].role != .stray {
      let mark = all[m], token = draft.tokens[mark.token]
      if mark.role == .closing || wrong.contains(mark.token) {
        open = nil
      } else if let outer = open, token.isMark("“"), mark.token > outer + 1, !token.flags.contains(.breakBefore), opensWord(mark.token, segment) {
        faults.append(Fault(kind: .nested, span: withWord(mark.token)))
      } else {
        open = token.isMark("“") ? mark.token : nil
      }
    }
  }

  private func opensWord(_ i: Int, _ segment: Segment) -> Bool {
    i + 1 < segment.tokens.upperBound && draft.tokens[i + 1].kind == .word && !draft.tokens[i + 1].flags.contains(.spaceBefore)
      && draft.tokens[i].flags.contains(.spaceBefore)
  }

  private mutating func stray(_ mark: QuotationMark, _ segment: Segment) {
    let i = mark.token
    if isOpen {
      isOpen = false
      return
    }
    guard !isFirstParagraph, i > segment.tokens.lowerBound, !draft.tokens[i].flags.contains(.spaceBefore), !isMeasure(i) else { return }
    guard !wrong.contains(i) else { return }
    let before = draft.tokens[i - 1]
    guard before.kind == .word || endsSentence(i - 1), !before.isMark("”") else { return }
    guard segment.role != .listItem || draft.tokens[segment.tokens].filter({ $0.kind == .word }).count >= 12, !hasMeasure(segment) else { return }
    let start = before.kind == .punctuation && i - 2 >= segment.tokens.lowerBound ? draft.tokens[i - 2] : before
    faults.append(Fault(kind: .nothingOpen, span: start.span.union(draft.tokens[i].span)))
  }

  /// Whether it has an inch mark, which is easily taken for a quotation mark.
  private func hasMeasure(_ segment: Segment) -> Bool {
    segment.tokens.dropFirst().contains { i in
      (draft.tokens[i].isMark("”") || draft.tokens[i].isMark("\"") || draft.tokens[i].isMark("″")) && isMeasure(i)
    }
  }

  private func isNeverClosed(_ mark: QuotationMark, _ segment: Segment, _ index: Int) -> Bool {
    let i = mark.token
    guard opensWord(i, segment) || i == segment.tokens.lowerBound, !segment.isHardWrapped else { return false }
    guard index + 1 < draft.segments.count, endsSentence(segment.tokens.upperBound - 1), !hasMeasure(segment) else { return false }
    let rest = draft.segments[(index + 1)...]
    guard let paragraph = rest.first, paragraph.role == .paragraph, rest.contains(where: { $0.role == .paragraph && endsSentence($0.tokens.upperBound - 1) })
    else { return false }
    // What the next marks say: a closing one ends this quotation after all, an opening one at a paragraph's head takes it up.
    for j in (index + 1)..<min(index + 12, draft.segments.count) {
      let marks = marks(of: j)
      if marks.contains(where: { $0.role == .stray }) { return false }
      if let first = marks.first, first.token == draft.segments[j].tokens.lowerBound, j <= index + 3 { return false }
      guard let opening = marks.first(where: { $0.role == .opening && $0.partner == nil }) else { continue }
      return opening.token != draft.segments[j].tokens.lowerBound
    }
    return true
  }

  private func withWord(_ i: Int) -> Span {
    guard i + 1 < draft.tokens.count, !draft.tokens[i + 1].flags.contains(.first) else { return draft.tokens[i].span }
    return draft.tokens[i].span.union(draft.tokens[i + 1].span)
  }

  // MARK: Single marks and accents

  private mutating func single(_ i: Int, _ segment: Segment) {
    let token = draft.tokens[i]
    if token.isMark("’"), !token.flags.contains(.spaceBefore), i + 1 < segment.tokens.upperBound, joinsWord(i), isParting(i - 1),
      draft.tokens[i + 1].length > 1, !QuoteFaults.endings.contains(draft.tokens[i + 1].key)
    {
      faults.append(Fault(kind: .singleOpens, span: draft.tokens[i - 1].span.union(draft.tokens[i + 1].span)))
    } else if token.isMark("`"), i == segment.tokens.upperBound - 1, !token.flags.contains(.spaceBefore), endsSentence(i - 1),
      segment.role == .paragraph, isOnlyGrave(i)
    {
      faults.append(Fault(kind: .grave, span: draft.tokens[i - 1].span.union(token.span)))
    }
  }

  private func isParting(_ i: Int) -> Bool { draft.tokens[i].isMark(",") || draft.tokens[i].isMark(";") || draft.tokens[i].isMark(":") }

  private func isOnlyGrave(_ i: Int) -> Bool { !survey[.singleMark].contains { $0 != i && draft.tokens[$0].isMark("`") } }

  /// What stands after an apostrophe: "Yahoo,’s", "’em".
  private static let endings = Set(["ll", "re", "ve", "em", "til", "tis", "twas", "cause", "bout", "cos", "round"].map { TokenKey($0) })

  private func isDouble(_ i: Int) -> Bool {
    let token = draft.tokens[i]
    return token.isMark("“") || token.isMark("”") || token.isMark("\"") || token.isMark("„")
  }
}
