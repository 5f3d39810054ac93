import StetFindings
import StetGlossary
import StetText

/// A Slavic case ending carried into Latin letters: "Zelenskoho" for Zelenskyi.
struct NameCaseEndingCheck: Check {
  static let about = About(
    id: "name-case-ending", group: .names, severity: .warning, fix: .review,
    summary: "A name has kept the case ending of the source language.",
    why: "English names have no case endings, so readers take the form for another name.",
    specificity: 72,
    examples: [
      .flags(
        "Volodymyr Zelenskyi left. They met ⟦Zelenskoho⟧ later.", reviewed: "Volodymyr Zelenskyi left. They met Zelenskyi later.",
        glossary: ["{term: Volodymyr Zelenskyi, kind: person, gender: m, from: {uk: Володимир Зеленський}}"]),
      .flags(
        "Fighting went on near ⟦Bakhmuta⟧ all night.", reviewed: "Fighting went on near Bakhmut all night.",
        glossary: ["{term: Bakhmut, kind: place, from: {uk: Бахмут}}"]),
      .flags(
        "The mayor of ⟦Chernihova⟧ resigned.", reviewed: "The mayor of Chernihiv resigned.",
        glossary: ["{term: Chernihiv, kind: place, from: {uk: Чернігів}}"]),
      .allows(
        "Olena Ivanova spoke.", glossary: ["{term: Ivan Ivanov, kind: person, gender: m, from: {ru: Иван Иванов}}"]),
      .allows(
        "Then Ivanova spoke.", glossary: ["{term: Ivan Ivanov, kind: person, gender: m, from: {ru: Иван Иванов}}"]),
      .allows(
        "A marina near Bakhmut was built.", glossary: [
          "{term: Bakhmut, kind: place, from: {uk: Бахмут}}", "{term: Maryino, kind: place, from: {ru: Марьино}}",
        ]),
      .allows("Volodymyr Zelenskyi left.", glossary: ["{term: Volodymyr Zelenskyi, kind: person, gender: m, from: {uk: Володимир Зеленський}}"]),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let words = NameFindings(check: Self.about.id, draft: draft, matches: context.matches)
    return context.matches.variants.compactMap { $0.reporter == .caseEnding ? words.finding(for: $0) : nil }
  }
}
