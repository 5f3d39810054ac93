import StetText

/// Finds quotations that run into who said them without a comma: "“It was closed” official of the port stressed."
enum UnpartedAttribution {
  /// The last word of each such quotation, and the word after its closing mark.
  static func all(in draft: Draft) -> [(last: Int, next: Int)] {
    draft.quotationMarks.compactMap { mark in
      guard mark.role == .closing, let open = mark.partner, mark.token - open > 8 else { return nil }
      let last = mark.token - 1, next = mark.token + 1
      // Nearly all quotations end with a mark of their own.
      guard draft.tokens[last].isSmallWord || draft.tokens[last].isCapitalizedWord, let segment = draft.segment(ofToken: mark.token),
        segment.isRunningText, open == segment.tokens.lowerBound || draft.tokens[open - 1].endsSentence
      else { return nil }
      guard draft.tokens[mark.token].isGlued, draft.tokens[open + 1].isCapitalizedWord, segment.tokens.contains(next + 1), draft.tokens[next].kind == .word,
        draft.tokens[next].flags.contains(.spaceBefore), isClause(open + 1..<mark.token, draft),
        isAttribution(next, segment.tokens, draft)
      else { return nil }
      return (last, next)
    }
  }

  /// Words in small letters for the most part, with a verb of their own: no title of a film.
  private static func isClause(_ tokens: Range<Int>, _ draft: Draft) -> Bool {
    let small = draft.words(in: tokens) { $0.isSmallWord }
    return small >= 6 && small * 3 >= draft.words(in: tokens) * 2
      && draft.tokens[tokens].contains { $0.isSmallWord && Words.finiteVerbs.contains($0.key) }
  }

  /// Nothing but words up to the sentence's end, few of them, and the last of them or the first speaks: "official of it said."
  private static func isAttribution(_ first: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    var end = first
    while end < segment.upperBound, end - first < 9, draft.tokens[end].kind == .word || draft.tokens[end].isHyphen { end += 1 }
    guard end < segment.upperBound, draft.tokens[end].endsSentence, end - first >= 2 else { return false }
    return speech.contains(draft.tokens[end - 1].key) || speech.contains(draft.tokens[first].key) && draft.tokens[end - 1].isCapitalizedWord
  }

  private static let speech = Words.keys(
    """
    said says told added adds wrote writes stressed stresses noted notes stated states underlined emphasized emphasised explained explains
    declared declares concluded reported recalled claimed claims insisted argued warned
    """)
}
