import StetFindings
import StetGlossary
import StetText

/// A paragraph that breaks off: "said the mayor, addi.."
struct TruncatedTextCheck: Check {
  static let about = About(
    id: "truncated-text", group: .garble, severity: .warning, fix: .none,
    summary: "The text breaks off.",
    why: "A teaser or a summary cut at a length was taken for the copy; the rest is missing.",
    specificity: 57,
    examples: [
      .flags("Who pays for the new bridge? The mayor and the ⟦coun..⟧\n\nThe bridge was closed in May."),
      .flags("The trial of the two men and ⟦Hans..⟧\nThe verdict is expected on Friday."),
      .flags(
        "The museum opens on Sunday. Tickets ⟦cost...⟧\n\nRead More Here",
        glossary: ["{phrases: [Read More Here], kind: phrase}"]),
      .flags(
        "The lorry left the road at noon. It hit a wall.\n\nThe driver was taken to the hospital. It is ⟦said⟧\n\n"
          + "Nobody else was hurt by the lorry on Monday.\n\nThe road was closed until the evening of that day."),
      .flags(
        "The lorry left the road at noon, went down the bank of the river and came to rest between two of the trees that the council had planted there. It is ⟦feared⟧\n\nThe driver was taken to the hospital with his leg in plaster.\n\n"
          + "Nobody else was hurt by the lorry on Monday.\n\nThe road was closed until the evening of that day."
          + "\n\nIt is open again to all who want to go there."),
      .allows(
        "The lorry left the road at noon\n\nThe driver was taken to the hospital by noon.\n\nIt hit a wall by the road in the end."
      ),
      .allows("The bridge was closed in May.\n\nIt is open again."),
      .allows("Nobody knew what it was worth..\n\nHe was late. And so it went on for years ..\n\nShe waited."),
      .allows("So it was for Olsen..\n\nHe was late, as ever, for Petersen..\n\nShe waited."),
      .allows("She waited... and then he came. Well...\n\nHe was late."),
      .allows("It went on and on…\n\nHe was late."),
      .allows("The list ends with etc..\n\nHe was late."),
      .allows("He paid 10 .. 20 euros for it.\n\nHe was late."),
      .allows("“I thought you knew..”\n\nHe was late."),
      .allows("This is the last paragraph, cut by the agency.."),
      .allows("See chapters 1..\n\nHe was late."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var findings: [Finding] = []
    for n in draft.segments.indices.dropLast() where mayBeCut(draft.segments[n], draft) {
      guard let span = cutEnd(draft.segments[n].tokens, beforeSiteText: isSiteText(draft.segments[n + 1], draft, context), draft) else { continue }
      findings.append(
        Finding(
          check: Self.about.id, severity: Self.about.severity, span: span,
          message: "the text breaks off at ‘\(draft.quoted(span))’"))
    }
    // More than one: the writer's way to trail off.
    if findings.count > 1 { findings.removeAll { $0.span.count < 2 || draft.text[$0.span.end - 3] != UInt8(ascii: ".") } }
    return findings
      + withoutStop(in: draft).map { last in
        let span = draft.tokens[last].span
        return Finding(
          check: Self.about.id, severity: Self.about.severity, span: span,
          message: "the paragraph breaks off at ‘\(draft.string(span))’")
      }
  }

  /// The last tokens of paragraphs that end in mid-sentence, in a draft whose other paragraphs end with a stop.
  private func withoutStop(in draft: Draft) -> [Int] {
    var found: [Int] = []
    var whole = 0
    for (n, segment) in draft.segments.enumerated() where segment.role == .paragraph && segment.tokens.count >= 8 {
      let last = segment.tokens.upperBound - 1
      guard draft.tokens[last].isSmallWord else {
        if draft.tokens[segment.tokens.suffix(2)].contains(where: \.endsSentence) { whole += 1 }
        continue
      }
      guard n + 1 < draft.segments.count, opensParagraph(draft.segments[n + 1], after: segment, draft),
        endsLater(segment.tokens, draft)
      else { return [] }
      found.append(last)
    }
    return found.count == 1 && whole >= 3 ? found : []
  }

  /// A paragraph in its own right follows, after a blank line and nothing else.
  private func opensParagraph(_ next: Segment, after segment: Segment, _ draft: Draft) -> Bool {
    let first = draft.tokens[next.tokens.lowerBound]
    return next.role == .paragraph && (first.flags.contains(.capitalized) || first.isQuotationMark) && next.tokens.count >= 8
      && draft.text[segment.span.end..<next.span.start].allSatisfy { $0 <= 0x20 }
  }

  /// A sentence ends earlier in the paragraph, and the last one has no clause of its own mark: no list, no address.
  private func endsLater(_ tokens: Range<Int>, _ draft: Draft) -> Bool {
    let start = draft.roughSentenceStart(tokens.upperBound - 1, in: tokens)
    guard start > tokens.lowerBound, draft.words(in: tokens.lowerBound..<start) >= 5, draft.tokens[start].isCapitalizedWord else {
      return false
    }
    return draft.tokens[start..<tokens.upperBound].allSatisfy { $0.kind != .opaque && !$0.isMark(":") && !$0.isMark("|") }
  }

  private func isSiteText(_ segment: Segment, _ draft: Draft, _ context: Context) -> Bool {
    segment.role == .boilerplate || context.matches.all.contains { $0.form == .phrase && $0.tokens.lowerBound == segment.tokens.lowerBound }
      || SiteLines.shared.span(in: segment, draft, context.survey) != nil
  }

  /// Running text or a heading with two points or more at its end.
  private func mayBeCut(_ segment: Segment, _ draft: Draft) -> Bool {
    let last = segment.tokens.upperBound - 1
    guard draft.tokens[last].isMark("."), last > segment.tokens.lowerBound, draft.tokens[last - 1].isMark(".") else { return false }
    return segment.isRunningText || segment.role == .heading
  }

  /// The last word and its points: two of them, or three before the site's own words.
  private func cutEnd(_ tokens: Range<Int>, beforeSiteText: @autoclosure () -> Bool, _ draft: Draft) -> Span? {
    var first = tokens.upperBound
    while first > tokens.lowerBound, draft.tokens[first - 1].isMark("."), draft.tokens[first - 1].isGlued { first -= 1 }
    let points = tokens.upperBound - first
    guard points == 2 || points == 3 && beforeSiteText(), first - 1 > tokens.lowerBound else { return nil }
    let word = draft.tokens[first - 1]
    guard word.kind == .word, !word.flags.contains(.digits), !Words.abbreviations.contains(word.key) else { return nil }
    // A whole word and two points: a short ellipsis.
    if points == 2, draft.isEnglish(word), !Words.grammar.contains(word.key), !word.flags.contains(.capitalized) { return nil }
    return Span(Int(word.start), draft.tokens[tokens.upperBound - 1].end)
  }
}
