import StetFindings
import StetText

/// Two sentences, or a headline and a sentence, without a stop between them: "left the port The minister said".
struct FusedSentenceCheck: Check {
  static let about = About(
    id: "fused-sentence", group: .garble, severity: .warning, fix: .review,
    summary: "A sentence begins without a full stop before it.",
    why: "A headline or a link’s text ran into the copy, or a stop was lost; readers take two statements for one.",
    specificity: 62,
    examples: [
      .flags(
        "⟦Heavy snow shuts roads across the north In⟧ the past three days, drivers have waited for help.",
        fixed: "Heavy snow shuts roads across the north. In the past three days, drivers have waited for help."),
      .flags("⟦The club celebrated its third cup The⟧ trainer of the team was not there."),
      .flags("⟦Farmers sell their grain early as prices fall in Bremen But⟧ the traders were calm."),
      .flags("She called it “a very long ⟦night” This⟧ was said at the airport."),
      .flags("⟦A nurse told of the night at the station and the hospital “We⟧ saw the smoke from the bridge,” Marta said."),
      .flags(
        "“The harbour was closed by the storm for the whole of last ⟦week” a⟧ speaker of the port said.",
        fixed: "“The harbour was closed by the storm for the whole of last week,” a speaker of the port said."),
      .allows("“The Night Has Been Long” was sung by the choir. “The band has never played here” reads a sign."),
      .allows("“The harbour was closed by the storm for the whole of last week”: a speaker of the port said it on Monday."),
      .allows("Drivers have waited in the north. In the past three days nobody came."),
      .allows("The talks in The Hague were long, but the judges stayed."),
      .allows("He spoke of the play The night was young, which was shown in May."),
      .allows(
        "Beware the river and the sea\nThe boat was lost in foam and spray\nAnd all the men were never free\nThe water took them all away."
      ),
      .allows("For more, see When the river is high and who was there."),
      .allows("The band The cold hands was there and played."),
      .allows("She asked whether “The night was young” was her song."),
      .allows("“It was late,” he said. “We saw the smoke.”"),
      .allows("He told them “We saw the smoke from the bridge,” Marta said."),
      .allows("Oil, gas and coal: The price has risen again, he said."),
      .allows("Winnie The Pooh was read to them by the nurse."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let capitals = context.joints.filter(\.opensSentence).map {
      finding(draft, from: lastWord($0.token, draft), to: $0.token)
    }
    let unparted = UnpartedAttribution.all(in: draft).map { (last, next) in
      let span = draft.tokens[last].span.union(draft.tokens[next].span)
      var finding = Finding(
        check: Self.about.id, severity: Self.about.severity, span: span,
        message: "nothing parts the quotation from who said it in ‘\(draft.quoted(span))’: a comma is missing")
      finding.fix = Fix([Edit(Span(draft.tokens[last].end, draft.tokens[last].end), ",")], .review)
      return finding
    }
    return capitals + unparted + beforeQuotations(in: draft)
  }

  /// The token before, or the word before a closing quotation mark.
  private func lastWord(_ opener: Int, _ draft: Draft) -> Int {
    draft.tokens[opener - 1].kind == .punctuation ? opener - 2 : opener - 1
  }

  /// It is told from where the headline begins, so that an editor sees what ran into the sentence.
  private func finding(_ draft: Draft, from last: Int, to opener: Int) -> Finding {
    let joint = draft.tokens[last].span.union(draft.tokens[opener].span)
    let start = headlineStart(last, draft) ?? last
    var finding = Finding(
      check: Self.about.id, severity: Self.about.severity, span: draft.tokens[start].span.union(joint),
      message: "a sentence begins within ‘\(draft.quoted(joint))’ without a stop before it")
    finding.core = joint
    let end = draft.tokens[opener].isQuotationMark ? last : opener - 1
    let stop = draft.tokens[end].isQuotationMark || opener == end + 1 ? draft.tokens[end].end : draft.tokens[last].end
    finding.fix = Fix([Edit(Span(stop, stop), ".")], .review)
    return finding
  }

  /// The first word of what may be a headline: no longer than one, and not the end of a quotation.
  private func headlineStart(_ last: Int, _ draft: Draft) -> Int? {
    guard let segment = draft.segment(ofToken: last), !draft.tokens[last + 1].isQuotationMark || draft.tokens[last + 1].flags.contains(.spaceBefore)
    else { return nil }
    let sentence = draft.roughSentenceStart(last, in: segment.tokens)...last
    // The mark that closed the quotation before belongs to that.
    guard let start = sentence.first(where: { draft.tokens[$0].kind == .word }), !draft.tokens[start].isSmallWord,
      draft.words(in: start..<last) < 18
    else { return nil }
    return start
  }

  /// "… and the hospital “We saw the smoke,” Marta said.": the attribution shows that the quotation is a sentence of its own,
  /// so what stands before it is another, if it has a verb and nothing that leads to the quotation.
  private func beforeQuotations(in draft: Draft) -> [Finding] {
    draft.quotationMarks.compactMap { mark in
      let i = mark.token, opener = i + 1
      guard mark.partner != nil, i > 0, opener < draft.tokens.count, draft.tokens[i].isMark("“"), draft.tokens[i - 1].isSmallWord,
        draft.followsOneSpace(i), draft.tokens[opener].isCapitalizedWord, let segment = draft.segment(ofToken: i), segment.isRunningText,
        standsAlone(i, segment.tokens, draft), isAttributed(i, segment.tokens, draft)
      else { return nil }
      return finding(draft, from: i - 1, to: opener)
    }
  }

  private func standsAlone(_ quotation: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    let start = draft.roughSentenceStart(quotation, in: segment)
    let before = draft.tokens[start..<quotation]
    guard before.count >= 6, let last = before.last, !Words.grammar.contains(last.key), !Words.finiteVerbs.contains(last.key),
      let first = before.first, first.kind == .word, !Self.subordinate.contains(first.key)
    else { return false }
    return before.contains { Words.finiteVerbs.contains($0.key) } && !before.suffix(3).contains { Self.speech.contains($0.key) }
  }

  /// A comma inside the closing mark, then a name or pronoun and a verb of speech in either order.
  private func isAttributed(_ quotation: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    guard let mark = draft.quotationMark(at: quotation), let close = mark.partner,
      draft.tokens[close - 1].isMark(","), close + 2 < segment.upperBound
    else { return false }
    return draft.tokens[close + 1..<min(segment.upperBound, close + 6)].contains { Self.speech.contains($0.key) }
  }

  private static let subordinate = Words.keys(
    "when while as after before since if because although though once until with in on at")
  private static let speech = Words.keys(
    """
    said says saying say told tells telling added adding wrote writes writing asked asking replied replying explained explaining warned
    stressed noted recalled reads reading read statement words word quote message post letter
    """)
}
