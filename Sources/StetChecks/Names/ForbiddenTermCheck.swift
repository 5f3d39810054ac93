import StetFindings
import StetGlossary
import StetText

/// A form that the glossary lists as wrong.
struct ForbiddenTermCheck: Check {
  static let about = About(
    id: "forbidden-term", group: .names, severity: .error, fix: .safe,
    summary: "The glossary forbids this form.",
    why: "The desk has settled what to write; whoever edits next will change it back.",
    specificity: 60,
    examples: [
      .flags(
        "The ⟦Ministry of Defence⟧ said so.", fixed: "The Ministry of Defense said so.",
        glossary: ["{term: Ministry of Defense, kind: organization, forbid: [Ministry of Defence]}"]),
      .flags(
        "Their ⟦special military operation⟧ began.", fixed: "Their invasion began.",
        glossary: ["{term: invasion, kind: concept, forbid: [special military operation]}"]),
      .flags(
        "He spoke of Prime Minister ⟦Landsbergas⟧.",
        glossary: ["{term: Gabrielius Landsbergis, kind: person, forbid: [Landsbergas]}"]),
      .allows(
        "“Our special military operation,” he said, in the Ministry of Defense.",
        glossary: ["{term: invasion, kind: concept, forbid: [special military operation], quotes: skip}"]),
      .allows(
        "The front moved.", glossary: ["{term: front line, kind: concept, forbid: [front], context: [brigade]}"]),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let words = NameFindings(check: Self.about.id, draft: draft, matches: context.matches)
    return context.matches.variants.compactMap { $0.reporter == .forbidden ? words.finding(for: $0) : nil }
  }
}
