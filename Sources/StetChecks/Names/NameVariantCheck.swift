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
      .flags(
        "Trains to ⟦Podil’s’k⟧ and ⟦Brat·s’ke⟧ ran late.", fixed: "Trains to Podilsk and Bratske ran late.", glossary: [
          "{term: Podilsk, kind: place, from: {uk: Подільськ}}", "{term: Bratske, kind: place, from: {uk: Братське}}",
        ]),
      .flags(
        "In ⟦Prypyat’⟧ they met ⟦Igor’⟧ Taburets.", fixed: "In Prypiat they met Ihor Taburets.", glossary: [
          "{term: Prypiat, kind: place, from: {uk: Прип’ять}}", "{term: Ihor Taburets, kind: person, from: {uk: Ігор Табурець, ru: Игорь Табурец}}",
        ]),
      .allows(
        "‘Trains to Prypiat’ was the headline; the Bolshevik left.",
        glossary: ["{term: Prypiat, kind: place, from: {uk: Прип’ять}}", "{term: Bilshovyk, kind: place, from: {uk: Більшовик, ru: Большевик}}"]),
      .allows(
        "“Puttin’ on the Ritz,” by Karina Jensen; Kropotkins fell.", glossary: [
          "{term: Vladimir Putin, kind: person, from: {ru: Владимир Путин}}", "{term: Karyna, kind: place, from: {uk: Карина}}",
          "{term: Kropotkin, kind: place, from: {ru: Кропоткин}}",
        ]),
      .allows("Kautsky and Modelski met Tyger and Weick.", glossary: [
        "{term: Yakutsk, kind: place, from: {ru: Якутск}}", "{term: Podilskyi, kind: place, from: {uk: Подільський}}", "{term: Tighri, kind: place}", "{term: Vayk, kind: place, from: {hy: Վայք}}",
      ]),
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
    return context.matches.variants.compactMap { $0.reporter == .variant ? words.finding(for: $0) : nil }
  }
}
