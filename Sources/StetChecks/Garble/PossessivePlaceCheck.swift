import StetFindings
import StetGlossary
import StetText

/// A possessive before a region or country: "most of its Donetsk".
struct PossessivePlaceCheck: Check {
  static let about = About(
    id: "possessive-place", group: .garble, severity: .warning, fix: .none,
    summary: "A possessive stands before the name of a region or country.",
    why: "The machine made an article or a case ending a possessive, and claims for somebody what is not theirs to claim.",
    specificity: 64,
    examples: [
      .flags("The army holds much of ⟦its Kherson⟧ and Crimea, where it rules."),
      .flags("Shells fell on ⟦their Sumy⟧."),
      .flags("The party won most of ⟦its Vidzeme⟧ in June.", glossary: ["{term: Vidzeme, kind: place}"]),
      .flags("The firm left ⟦its Poland⟧ after a year."),
      .allows("It closed its Moscow embassy and its Kyiv office."),
      .allows("The bank has moved its Warsaw, Vilnius and Berlin offices."),
      .allows("The ministry named its Ukraine envoy and their Georgia desk."),
      .allows("They sold its Ukraine-based plant."),
      .allows("They live in Donetsk, its streets empty."),
      .allows("In its Ukraine Today programme the station was fair."),
      .allows("My Poland is no more, he said. Our Ukraine was a party."),
      .allows("The club and its Germany international left."),
      .allows("The group fired its Russia and Ukraine staff."),
      .allows("It was its Vietnam, he said: its Afghanistan."),
    ])

  static let determiners = Words.keys("its their")
  private static let partitive = Words.keys(
    "of on in from at across over around throughout left holds controls occupied occupies")

  func findings(in draft: Draft, context: Context) -> [Finding] {
    lazy var places = places(context.matches)
    var findings: [Finding] = []
    for (segment, i) in context.survey.each(.placeDeterminer) where segment.isRunningText && segment.isInside(i) {
      guard Self.partitive.contains(draft.tokens[i - 1].key) else { continue }
      let end = placeEnd(i + 1, places, draft)
      guard end > i + 1, standsAlone(end, places, segment.tokens, draft) else { continue }
      let span = Span(Int(draft.tokens[i].start), draft.tokens[end - 1].end)
      findings.append(
        Finding(
          check: Self.about.id, severity: Self.about.severity, span: span,
          message: "‘\(draft.string(draft.tokens[i]))’ before a place name in ‘\(draft.quoted(span))’: whose?"))
    }
    return findings
  }

  /// One past the last token of each match of a place, by its first.
  private func places(_ matches: DraftMatches) -> [Int: Int] {
    Dictionary(
      matches.all.filter(matches.isPlace).map { ($0.tokens.lowerBound, $0.tokens.upperBound) },
      uniquingKeysWith: max)
  }

  /// One past a place that begins at a token; the token itself if none does.
  private func placeEnd(_ i: Int, _ places: [Int: Int], _ draft: Draft) -> Int {
    if let end = places[i] { return draft.tokens[end - 1].flags.contains(.possessive) ? i : end }
    let token = draft.tokens[i]
    return token.isCapitalizedWord && !token.flags.contains(.possessive) && Words.regions.contains(token.key) ? i + 1 : i
  }

  /// No noun follows the place, nor the places listed after it: "its Moscow and Kyiv offices".
  private func standsAlone(_ end: Int, _ places: [Int: Int], _ segment: Range<Int>, _ draft: Draft) -> Bool {
    var at = end
    while at + 1 < segment.upperBound, draft.tokens[at].isMark(",") || Self.joining.contains(draft.tokens[at].key) {
      let next = draft.tokens[at + 1].isMark(",") || Self.joining.contains(draft.tokens[at + 1].key) ? at + 2 : at + 1
      guard next < segment.upperBound, draft.tokens[next].flags.contains(.capitalized) else { break }
      at = max(next + 1, placeEnd(next, places, draft))
    }
    guard at < segment.upperBound else { return true }
    let next = draft.tokens[at]
    if next.kind == .punctuation { return !next.isHyphen && !next.isQuotationMark && !next.isMark("/") }
    return next.isSmallWord && Words.grammar.contains(next.key) && !next.flags.contains(.possessive)
  }

  private static let joining = Words.keys("and or")
}
