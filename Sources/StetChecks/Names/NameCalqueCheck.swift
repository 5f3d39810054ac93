import StetFindings
import StetGlossary
import StetText

/// A name translated as a word: "Raisin" for Izyum.
struct NameCalqueCheck: Check {
  static let about = About(
    id: "name-calque", group: .names, severity: .warning, fix: .review,
    summary: "A name or a term was translated word for word.",
    why: "Readers cannot find the town of Raisin on a map, nor tell what living force is.",
    specificity: 75,
    examples: [
      .flags(
        "Troops near Kharkiv entered ⟦Raisin⟧ at dawn.", fixed: "Troops near Kharkiv entered Izyum at dawn.",
        glossary: ["{term: Izyum, kind: place, calques: [Raisin], context: [Kharkiv, Donbas]}"]),
      .flags(
        "The front near Donbas: ⟦Raisin⟧ fell.", fixed: "The front near Donbas: Izyum fell.",
        glossary: ["{term: Izyum, kind: place, calques: [Raisin], context: [Kharkiv, Donbas]}"]),
      .flags(
        "The army lost ⟦living force⟧.", glossary: ["{calques: [living force], kind: concept, note: 'troops, soldiers'}"]),
      .allows(
        "A raisin cake was served.", glossary: ["{term: Izyum, kind: place, calques: [Raisin], context: [Kharkiv]}"]),
      .allows(
        "Raisin growers met.\n\nKharkiv was quiet.",
        glossary: ["{term: Izyum, kind: place, calques: [Raisin], context: [Kharkiv]}"]),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    ListedForms(about: Self.about, draft: draft, matches: context.matches).findings(of: .calque) { seen, wanted in
      "‘\(seen)’ is a word-for-word translation" + (wanted.isEmpty ? "" : ": " + wanted.map { "‘\($0)’" }.joined(separator: " or "))
    }
  }
}
