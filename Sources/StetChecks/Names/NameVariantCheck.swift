import StetFindings
import StetGlossary
import StetText

/// A name written by another system than the glossary's: "Zaluzhny" for Zaluzhnyi, "Kiev" for Kyiv.
struct NameVariantCheck: Check {
  static let about = About(
    id: "name-variant", group: .names, severity: .error, fix: .safe,
    summary: "A name is not written the way the glossary writes it.",
    why: "One person in three spellings reads as three people, and a place in its old spelling takes a side.",
    specificity: 70,
    examples: [
      .flags(
        "General Valery ⟦Zaluzhny⟧ spoke.", fixed: "General Valery Zaluzhnyi spoke.",
        glossary: ["{term: Valery Zaluzhnyi, kind: person, from: {uk: Валерій Залужний}}"]),
      .flags(
        "They met in ⟦Kiev⟧ and ⟦Lvov⟧.", fixed: "They met in Kyiv and Lviv.", glossary: [
          "{term: Kyiv, kind: place, from: {uk: Київ, ru: Киев}}", "{term: Lviv, kind: place, from: {uk: Львів, ru: Львов}}",
        ]),
      .flags(
        "⟦Kharkov⟧’s mayor, an ⟦Odessa⟧-born lawyer.", fixed: "Kharkiv’s mayor, an Odesa-born lawyer.", glossary: [
          "{term: Kharkiv, kind: place, from: {uk: Харків, ru: Харьков}}", "{term: Odesa, kind: place, from: {uk: Одеса, ru: Одесса}}",
        ]),
      .flags(
        "WAR IN ⟦KIEV⟧", fixed: "WAR IN KYIV", glossary: ["{term: Kyiv, kind: place, from: {uk: Київ, ru: Киев}}"]),
      .flags(
        "The road to ⟦Krivoy\nRog⟧ is open.", fixed: "The road to Kryvyi\nRih is open.",
        glossary: ["{term: Kryvyi Rih, kind: place, from: {uk: Кривий Ріг, ru: Кривой Рог}}"], markdown: true),
      .allows(
        "She ordered chicken Kiev.",
        glossary: ["{term: Kyiv, kind: place, from: {uk: Київ, ru: Киев}, except: [Chicken Kiev]}"]),
      .allows(
        "Olena Zelensky, a baker, and her sister, Anna Zelensky, spoke.",
        glossary: ["{term: Volodymyr Zelenskyy, kind: person, from: {uk: Володимир Зеленський}}"]),
      .allows(
        "The diner serves poutine on Fridays.", glossary: ["{term: Vladimir Putin, kind: person, from: {ru: Владимир Путин}}"]),
      .allows(
        "Gitanas Nauseda and Gitanas Nausėda are one man.", glossary: ["{term: Gitanas Nausėda, kind: person}"]),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let words = NameFindings(check: Self.about.id, draft: draft, matches: context.matches)
    return context.matches.variants.compactMap { $0.reporter(in: context.matches) == .variant ? words.finding(for: $0) : nil }
  }
}
