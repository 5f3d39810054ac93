import StetFindings
import StetGlossary
import StetText

/// What a site's machinery left in the copy: "Click to share on Facebook".
struct BoilerplateCheck: Check {
  static let about = About(
    id: "boilerplate", group: .garble, severity: .warning, fix: .none,
    summary: "Words of a site’s machinery stand in the copy.",
    why: "They were copied along with the article and belong to the page, not to the report.",
    specificity: 85,
    examples: [
      .flags("⟦Push the button below⟧ to go on.", glossary: ["{phrases: [Push the button below], kind: phrase}"]),
      .flags("He left. ⟦Photo gallery:⟧ ten pictures", glossary: ["{phrases: ['Photo gallery:'], kind: phrase}"]),
      .flags("The bridge is open again.\n\n⟦Leave a comment⟧\n\n⟦Read also: Storm shuts the harbour⟧\n\n⟦RELATED POSTS⟧"),
      .flags("Mayor opens the new bridge - ⟦Last hour⟧\n\nThe town’s team won the cup – ⟦Last minute⟧. The mayor came."),
      .flags("⟦Read more:⟧ The road is closed. The mayor told the council in May that nobody knew when it would be open again, and left."),
      .allows("Readers may leave a comment. Read more: there is much to read. In the last hour – last hour, he said – it rained."),
      .allows("Read more: https://example.org/bridge\n\nRelated posts and columns were cut."),
      .allows("## Related articles\n\nRead more: [the bridge](https://example.org/bridge)", markdown: true),
      .allows("He pushed the button below the desk.", glossary: ["{phrases: [Push the button below], kind: phrase}"]),
      .allows("The photo gallery opened on Monday.", glossary: ["{phrases: ['Photo gallery:'], kind: phrase}"]),
      .allows("Push the button; below, a door opens.", glossary: ["{phrases: [Push the button below], kind: phrase}"]),
      .allows("“Push”: the button below.", glossary: ["{phrases: [Push the button below], kind: phrase}"]),
      .allows("In `Push the button below` nothing is prose.", glossary: ["{phrases: [Push the button below], kind: phrase}"], markdown: true),
      .allows("Push the\n\nbutton below.", glossary: ["{phrases: [Push the button below], kind: phrase}"]),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let phrases = ListedForms(about: Self.about, draft: draft, matches: context.matches).findings(of: .phrase) { seen, _ in message(seen) }
    let survey = context.survey
    let lines = draft.segments.compactMap { SiteLines.shared.span(in: $0, draft, survey) }.map { span in
      Finding(check: Self.about.id, severity: Self.about.severity, span: span, message: message(draft.quoted(span)))
    }
    return phrases + lines
  }

  private func message(_ seen: String) -> String { "‘\(seen)’ belongs to a web page, not to the copy" }
}
