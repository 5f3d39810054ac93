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
      .allows("The bridge was closed in May.\n\nIt is open again."),
      .allows("Nobody knew what it was worth..\n\nHe was late. And so it went on for years ..\n\nShe waited."),
      .allows("She waited... and then he came. Well...\n\nHe was late."),
      .allows("It went on and on…\n\nHe was late."),
      .allows("The list ends with etc..\n\nHe was late."),
      .allows("He paid 10 .. 20 euros for it.\n\nHe was late."),
      .allows("“I thought you knew..”\n\nHe was late."),
      .allows("This is the last paragraph, cut by the agency.."),
      .allows("See chapters 1..\n\nHe was late."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let phrases = context.matches.all.filter { $0.form == .phrase }.map(\.tokens.lowerBound)
    var findings: [Finding] = []
    for (n, segment) in draft.segments.enumerated().dropLast() where segment.isRunningText || segment.role == .heading {
      guard let span = cutEnd(segment.tokens, beforeSiteText: isSiteText(draft.segments[n + 1], phrases), draft) else { continue }
      findings.append(
        Finding(
          check: Self.about.id, severity: Self.about.severity, span: span, message: "the text breaks off at ‘\(draft.quoted(span))’"))
    }
    return findings
  }

  private func isSiteText(_ segment: Segment, _ phrases: [Int]) -> Bool {
    segment.role == .boilerplate || phrases.contains(segment.tokens.lowerBound)
  }

  /// The last word and its points: two of them, or three before the site's own words.
  private func cutEnd(_ tokens: Range<Int>, beforeSiteText: Bool, _ draft: Draft) -> Span? {
    var first = tokens.upperBound
    while first > tokens.lowerBound, draft.tokens[first - 1].isMark("."), draft.tokens[first - 1].isGlued { first -= 1 }
    let points = tokens.upperBound - first
    guard points == 2 || points == 3 && beforeSiteText, first - 1 > tokens.lowerBound else { return nil }
    let word = draft.tokens[first - 1]
    guard word.kind == .word, !word.flags.contains(.digits), !Words.abbreviations.contains(word.key) else { return nil }
    // A whole word and two points: a short ellipsis.
    if points == 2, draft.isEnglish(word), !Words.grammar.contains(word.key), !word.flags.contains(.capitalized) { return nil }
    return Span(Int(word.start), draft.tokens[tokens.upperBound - 1].end)
  }
}
