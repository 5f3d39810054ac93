import StetFindings
import StetGlossary
import StetText

/// An acronym of the source language left as it was: "APU" for Ukraine's armed forces.
struct UntranslatedAcronymCheck: Check {
  static let about = About(
    id: "untranslated-acronym", group: .garble, severity: .warning, fix: .review,
    summary: "An acronym of the source language was left as it was.",
    why: "It means nothing in English, or something else.",
    specificity: 75,
    examples: [
      .flags(
        "Fighters of the ⟦APU⟧ left the brigade’s base.", fixed: "Fighters of the Armed Forces of Ukraine left the brigade’s base.",
        glossary: ["{term: Armed Forces of Ukraine, kind: organization, acronyms: [APU], context: [brigade, front]}"]),
      .flags(
        "The brigade held on, the ⟦APU⟧ told us.",
        glossary: ["{term: Armed Forces of Ukraine, kind: organization, acronyms: [APU], context: [brigade, front]}"]),
      .allows(
        "The pilot started the APU before take-off.",
        glossary: ["{term: Armed Forces of Ukraine, kind: organization, acronyms: [APU], context: [brigade, front]}"]),
      .allows(
        "On the front page, apu is a first name.",
        glossary: ["{term: Armed Forces of Ukraine, kind: organization, acronyms: [APU], context: [brigade, front]}"]),
      .allows(
        "Apu left the brigade.",
        glossary: ["{term: Armed Forces of Ukraine, kind: organization, acronyms: [APU], context: [brigade, front]}"]),
      .allows(
        "The brigade’s site, apu.example.org/APU, is down.",
        glossary: ["{term: Armed Forces of Ukraine, kind: organization, acronyms: [APU], context: [brigade, front]}"]),
      .allows(
        "In `APU` of the brigade’s code.", glossary: [
          "{term: Armed Forces of Ukraine, kind: organization, acronyms: [APU], context: [brigade, front]}"
        ], markdown: true),
      .allows(
        "The Armed Forces of Ukraine named a brigade.",
        glossary: ["{term: Armed Forces of Ukraine, kind: organization, acronyms: [APU], context: [brigade, front]}"]),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    ListedForms(about: Self.about, draft: draft, matches: context.matches).findings(of: .acronym) { seen, wanted in
      "‘\(seen)’ is an acronym of the source language: " + wanted.map { "‘\($0)’" }.joined(separator: " or ")
    }
  }
}
