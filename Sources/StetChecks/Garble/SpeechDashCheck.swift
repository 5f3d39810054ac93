import StetFindings
import StetGlossary
import StetNames
import StetText

/// A dash that marks speech in the source language: "– What is our goal?", "”, – said the analyst".
struct SpeechDashCheck: Check {
  static let about = About(
    id: "speech-dash", group: .garble, severity: .warning, fix: .review,
    summary: "A dash marks speech, as the source language has it.",
    why: "English copy sets speech in quotation marks and parts it from the speaker with a comma.",
    specificity: 48,
    examples: [
      .flags(
        "“The driver has been found,” ⟦– said the⟧ harbour master.", reviewed: "“The driver has been found,” said the harbour master."),
      .flags("\"They all know it\" ⟦- wrote Minister⟧ Anna Nowak.", reviewed: "\"They all know it,\" wrote Minister Anna Nowak."),
      .flags("\"Both men were seen\", ⟦- the head of the office said⟧.", reviewed: "\"Both men were seen\", the head of the office said."),
      .flags("She took the floor.\n\n⟦– What⟧ do we want to see here?\n\nThe hall was silent."),
      .flags("The hall was silent.\n\n⟦– We⟧ shall win in the end – said Nowak.\n\nShe left."),
      .allows("KYIV – The river rose. WARSAW — Two ministers said at noon that it fell."),
      .allows("– bread\n– butter\n– Milk for the children of the house."),
      .allows("They want peace – said to be near – and bread."),
      .allows("Fourscore and seven years ago.\n\n— Abraham Lincoln\n\n— Thomas More, in his last letter to the king."),
      .allows("The “coup” – the ministry said it was nothing of the kind – has failed."),
      .allows("He had “a plan” – and he added that it was good. The “doves” – two ministers said no – lost."),
      .allows("- What do we want?\n- Who will pay for it?"),
      .allows("– What do we want?\n– Who will pay for it?\n– When will it end?"),
      .allows("Q: Why?\n\n— Reporting by Anna Nowak."),
      .allows("“It is over,” he said – and she wrote it down."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var findings: [Finding] = []
    for (i, segment, dashes) in context.survey.bySegment(.dash) {
      let attributions = dashes.filter { isDash($0, draft) }.compactMap { attribution($0, segment.tokens, draft) }
      findings += attributions.compactMap { $0.followsQuotation ? finding($0, draft) : nil }
      if opensSpeech(i, draft, hasAttribution: !attributions.isEmpty) {
        let first = segment.tokens.lowerBound
        findings.append(
          Finding(
            check: Self.about.id, severity: Self.about.severity, span: draft.tokens[first].span.union(draft.tokens[first + 1].span),
            message: "the dash before ‘\(draft.string(draft.tokens[first + 1]))’ marks speech that belongs in quotation marks"))
      }
    }
    return findings
  }

  // MARK: Attribution

  private struct Attribution {
    /// From the dash on.
    let tokens: ClosedRange<Int>
    let followsQuotation: Bool
  }

  private func isDash(_ i: Int, _ draft: Draft) -> Bool {
    let token = draft.tokens[i]
    return token.kind == .punctuation && (token.isMark("–") || token.isMark("—") || token.isMark("-") || token.isMark("―"))
      && (token.flags.contains(.spaceBefore) || token.flags.contains(.first))
  }

  /// The dash and the words that name a speaker: "– said the", "- his brother said".
  private func attribution(_ dash: Int, _ range: Range<Int>, _ draft: Draft) -> Attribution? {
    let next = dash + 1
    guard range.contains(next + 1), draft.tokens[next].flags.contains(.spaceBefore), draft.tokens[next].kind == .word, dash > range.lowerBound else {
      return nil
    }
    let quoted = closesQuotation(dash - 1, range, draft)
    if Self.verbs.contains(draft.tokens[next].key) {
      guard !draft.tokens[next].flags.contains(.capitalized), isSubject(draft.tokens[next + 1]) else { return nil }
      return Attribution(tokens: dash...next + 1, followsQuotation: quoted != nil)
    }
    // The verb ends the sentence, and the quotation ended in a comma or a full stop.
    guard quoted == .pointed else { return nil }
    for i in next..<min(next + 7, range.upperBound) {
      let token = draft.tokens[i]
      guard token.kind == .word else { return nil }
      guard i > next, Self.verbs.contains(token.key), i + 1 == range.upperBound || draft.tokens[i + 1].isMark(".") else { continue }
      return Attribution(tokens: dash...i, followsQuotation: true)
    }
    return nil
  }

  private enum Closing { case plain, pointed }

  /// Whether a quotation ends at a token, with a comma or full stop on either side of its mark.
  private func closesQuotation(_ i: Int, _ range: Range<Int>, _ draft: Draft) -> Closing? {
    var mark = i
    let isComma = draft.tokens[i].isMark(",")
    if isComma { mark -= 1 }
    guard range.contains(mark), mark > range.lowerBound, draft.tokens[mark].isMark("”") || draft.tokens[mark].isMark("\"") || draft.tokens[mark].isMark("»")
    else { return nil }
    let before = draft.tokens[mark - 1]
    let isPointed = isComma || [",", ".", "!", "?"].contains { before.isMark($0) }
    return isPointed ? .pointed : .plain
  }

  private func isSubject(_ token: Token) -> Bool {
    token.kind == .word && (token.flags.contains(.capitalized) || Self.determiners.contains(token.key))
  }

  private func finding(_ attribution: Attribution, _ draft: Draft) -> Finding {
    let dash = attribution.tokens.lowerBound
    let last = draft.tokens[attribution.tokens.upperBound]
    let span = Span(Int(draft.tokens[dash].start), last.end)
    let seen = draft.string(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var finding = Finding(
      check: Self.about.id, severity: Self.about.severity, span: span, message: "the dash in ‘\(seen)’ should be a comma inside the quotation")
    let before = draft.tokens[dash - 1], inner = draft.tokens[dash - 2]
    var edits = [Edit(Span(before.end, draft.tokens[dash].end), "")]
    let isPointed = before.isMark(",") || inner.kind == .punctuation
    if !isPointed { edits.insert(Edit(Span(Int(before.start), Int(before.start)), ","), at: 0) }
    finding.fix = Fix(edits, .review)
    return finding
  }

  // MARK: Dialogue

  /// A paragraph that begins with a dash and is somebody's speech: one that asks, that speaks of “we” and “you”, or that
  /// goes on to name its speaker. Several in a row are a list, unless one asks and the next answers.
  private func opensSpeech(_ index: Int, _ draft: Draft, hasAttribution: Bool) -> Bool {
    let segment = draft.segments[index]
    guard beginsWithDash(segment, draft), segment.tokens.count >= 5, endsSentence(segment, draft) else { return false }
    if hasAttribution { return true }
    let before = index > 0 && beginsWithDash(draft.segments[index - 1], draft)
    let after = index + 1 < draft.segments.count && beginsWithDash(draft.segments[index + 1], draft)
    if before || after {
      return before && asks(draft.segments[index - 1], draft) && !asks(segment, draft)
        || after && asks(segment, draft) && !asks(draft.segments[index + 1], draft)
    }
    return asks(segment, draft) || segment.tokens.contains { Self.persons.contains(draft.tokens[$0].key) && draft.tokens[$0].kind == .word }
  }

  private func beginsWithDash(_ segment: Segment, _ draft: Draft) -> Bool {
    let first = segment.tokens.lowerBound
    guard segment.role == .paragraph, segment.tokens.count > 1 else { return false }
    let next = draft.tokens[first + 1]
    return (draft.tokens[first].isMark("–") || draft.tokens[first].isMark("—") || draft.tokens[first].isMark("―"))
      && next.flags.contains(.spaceBefore) && next.flags.contains(.capitalized)
  }

  private func endsSentence(_ segment: Segment, _ draft: Draft) -> Bool {
    let last = draft.tokens[segment.tokens.upperBound - 1]
    return last.isMark(".") || last.isMark("?") || last.isMark("!") || last.isMark("…")
  }

  private func asks(_ segment: Segment, _ draft: Draft) -> Bool { draft.tokens[segment.tokens.upperBound - 1].isMark("?") }

  private static let verbs = KeySet(.speechVerbs)
  private static let determiners = Words.keys("the a an his her its our their my he she they one president minister")
  private static let persons = Words.keys("I we you me my our your us")
}
