import StetFindings
import StetNames
import StetText

/// A mark that has lost its word: "on Monday , he", "on the front. ."
struct OrphanPunctuationCheck: Check {
  static let about = About(
    id: "orphan-punctuation", group: .garble, severity: .error, fix: .safe,
    summary: "A punctuation mark stands apart from its word, or one too many stands there.",
    why: "Where a passage was translated in pieces, the marks of the original are left between them.",
    specificity: 45,
    examples: [
      .flags("The shops closed on Monday⟦ ,⟧ he said.", fixed: "The shops closed on Monday, he said."),
      .flags("Rain fell on the coast⟦. .⟧ The port stayed open.", fixed: "Rain fell on the coast. The port stayed open."),
      .flags("“They listen to us⟦.” .⟧ Then she sat down.", fixed: "“They listen to us.” Then she sat down."),
      .flags("\"They listen to us⟦.\" .⟧ Then she sat down.", fixed: "\"They listen to us.\" Then she sat down."),
      .flags("That, cried one of her guests⟦. ,⟧ waving, was new.", reviewed: "That, cried one of her guests, waving, was new."),
      .flags("The boats, the nets⟦,,⟧ the barrels.", fixed: "The boats, the nets, the barrels."),
      .flags("They flew to St⟦ .⟧ Petersburg⟦ ;⟧ nobody asked.", fixed: "They flew to St. Petersburg; nobody asked."),
      .flags("The harbour⟦ ,⟧and the town⟦ .⟧", fixed: "The harbour, and the town."),
      .flags("The mayor ⟦( ⟧of Lviv) left (with his staff⟦ )⟧.", fixed: "The mayor (of Lviv) left (with his staff)."),
      .flags(
        "See [the report.](https://example.org)⟦ .⟧ It is long.", fixed: "See [the report.](https://example.org) It is long.",
        markdown: true),
      .flags(
        "The *port* stayed open on Monday⟦\n, ⟧he said.", fixed: "The *port* stayed open on Monday,\nhe said.", markdown: true),
      .flags("The rain went on.\n\n⟦, when⟧ the river rose, they left the town."),
      .flags(
        "He left the World Food ⟦Council. [WFC]⟧ In May he came back.", reviewed: "He left the World Food Council [WFC]. In May he came back."),
      .allows("He left for the South. (DSP) In May he came back. See the Council. [1] In May it met."),
      .allows("He waited . . . and waited. . . . Then he left ... slowly…"),
      .allows("A .NET tool, a .5 mm bolt, the ’90s and J. R. R. Tolkien’s U.S., 9 p.m., etc., and Jr., tour."),
      .allows("He works for Acme Inc., of Ohio; she (of Acme Ltd.) does not."),
      .allows("“Why?” she asked. “Because!” — “Really?!” ‘No.’ 'Yes,' he said."),
      .allows("Allez-y ! Qu’est-ce que c’est ?"),
      .allows("We lost :( but we danced :-) and laughed ;) after all ( ͡° )."),
      .allows("Home | News | Sport , | Weather"),
      .allows("Use `a , b` or f( x ) in C++.", markdown: true),
      .allows("1 . Introduction\n\n2 . Results"),
      .allows("The „Solidarność” movement and ,,Solidarność” are one."),
      .allows("The price rose from 1 ,000 to 1 .5 and to 7 . 30."),
      .allows("In ’s-Gravenhage and 's-Hertogenbosch the letter ‘s’ is small."),
      .allows("The separator “,” is a comma; \" , \" is wider."),
      .allows("He said no – twice - and left."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var reader = OrphanMarks(draft: draft)
    for (segment, i) in context.survey.each(.orphanMark) where segment.role != .tableCell && segment.role != .boilerplate {
      reader.look(at: i, in: segment.tokens)
    }
    let faults = reader.found + openingCommas(in: draft)
    // In a manual marks are spoken of, or belong to code.
    guard !faults.isEmpty, !context.survey.copy.isManual else { return [] }
    return faults.map { fault in
      var finding = Finding(
        check: Self.about.id, severity: Self.about.severity, span: fault.span,
        message: fault.wanted.isEmpty
          ? "‘\(fault.seen)’ has nothing before it" : "‘\(fault.seen)’ should be " + fault.wanted.map { "‘\($0)’" }.joined(separator: " or "))
      finding.replacements = fault.replacements
      if let edit = fault.edit { finding.fix = Fix([edit], fault.isSure ? .safe : .review) }
      return finding
    }
  }

  private func openingCommas(in draft: Draft) -> [OrphanMarks.Fault] {
    // In Markdown code may stand before it.
    guard draft.format == .plain else { return [] }
    var faults: [OrphanMarks.Fault] = []
    for n in draft.segments.indices where draft.tokens[draft.segments[n].tokens.lowerBound].isMark(",") {
      if let fault = openingComma(draft.segments[n], draft) { faults.append(fault) }
    }
    return faults
  }

  /// ", when nobody came.": a paragraph that begins with the rest of a sentence.
  private func openingComma(_ segment: Segment, _ draft: Draft) -> OrphanMarks.Fault? {
    let i = segment.tokens.lowerBound
    guard segment.role == .paragraph, segment.tokens.count >= 5 else { return nil }
    let next = draft.tokens[i + 1]
    guard next.isSmallWord, next.flags.contains(.spaceBefore), draft.tokens[segment.tokens.upperBound - 1].kind == .punctuation,
      draft.words(in: segment.tokens) >= 4, !draft.tokens[i + 2].isMark(",")
    else { return nil }
    let span = draft.tokens[i].span.union(next.span)
    return OrphanMarks.Fault(span: span, seen: draft.string(span), wanted: [])
  }
}
