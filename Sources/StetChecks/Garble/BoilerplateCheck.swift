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
      .allows("He pushed the button below the desk.", glossary: ["{phrases: [Push the button below], kind: phrase}"]),
      .allows("The photo gallery opened on Monday.", glossary: ["{phrases: ['Photo gallery:'], kind: phrase}"]),
      .allows("Push the button; below, a door opens.", glossary: ["{phrases: [Push the button below], kind: phrase}"]),
      .allows("“Push”: the button below.", glossary: ["{phrases: [Push the button below], kind: phrase}"]),
      .allows("In `Push the button below` nothing is prose.", glossary: ["{phrases: [Push the button below], kind: phrase}"], markdown: true),
      .allows("Push the\n\nbutton below.", glossary: ["{phrases: [Push the button below], kind: phrase}"]),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    ListedForms(about: Self.about, draft: draft, matches: context.matches).findings(of: .phrase) { seen, _ in
      "‘\(seen)’ belongs to a web page, not to the copy"
    }
  }
}
