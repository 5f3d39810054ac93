import StetFindings
import StetGlossary
import StetText

/// A name with one letter too many, too few or wrong, or two the wrong way round: "Zelesnky".
struct NameMisspelledCheck: Check {
  static let about = About(
    id: "name-misspelled", group: .names, severity: .warning, fix: .review,
    summary: "A name has a slip of the hand in it, or is in the form of another language.",
    why: "No romanization writes it so; a misspelled name is the first thing its bearer sees.",
    specificity: 72,
    examples: [
      .flags(
        "President ⟦Zelesnky⟧ spoke.", fixed: "President Zelenskyy spoke.",
        glossary: ["{term: Volodymyr Zelenskyy, kind: person, from: {uk: Володимир Зеленський}}"]),
      .flags(
        "Then ⟦Zelesnky⟧ spoke.", glossary: ["{term: Volodymyr Zelenskyy, kind: person, from: {uk: Володимир Зеленський}}"]),
      .flags(
        "Vitali Klitschko left. ⟦Kiltschko⟧’s office confirmed it.", fixed: "Vitali Klitschko left. Klitschko’s office confirmed it.",
        glossary: ["Vitali Klitschko"]),
      .flags(
        "Dmytro ⟦Pushkof⟧ and Dmytro Pushkov are one man.", fixed: "Dmytro Pushkov and Dmytro Pushkov are one man.",
        glossary: ["Dmytro Pushkov"]),
      .flags(
        "Trains to ⟦Zhytoymr⟧ ran late.", fixed: "Trains to Zhytomyr ran late.",
        glossary: ["{term: Zhytomyr, kind: place, from: {uk: Житомир}}"]),
      .flags("President ⟦Lukashneko⟧ met Dmitry ⟦Medvdev⟧ in Minsk.", fixed: "President Lukashenko met Dmitry Medvedev in Minsk."),
      .flags("In ⟦Kiew⟧ the minister ⟦Lawrow⟧ was not seen.", fixed: "In Kyiv the minister Lavrov was not seen."),
      .allows("Olena Zelenska and Olga Medvedeva met in Luhanske; Macrons and Merkels are not many."),
      .allows("The Banco de Londres (German: Kiew) and “Kiew” are names. Anna Scholtz met Bo Lukashenka."),
      .allows("Minister Pashkov spoke.", glossary: ["{term: Dmytro Pushkov, kind: person, from: {ru: Дмитрий Пушков}}"]),
      .allows(
        "Dmytro Pushkov met Ivan Pashkov.", glossary: ["{term: Dmytro Pushkov, kind: person, from: {ru: Дмитрий Пушков}}"]),
      .allows(
        "Volodymyr Zelensky spoke.", glossary: ["{term: Volodymyr Zelenskyy, kind: person, from: {uk: Володимир Зеленський}}"]),
      .allows(
        "“Zelesnky,” the sign read.",
        glossary: ["{term: Volodymyr Zelenskyy, kind: person, from: {uk: Володимир Зеленський}, quotes: skip}"]),
      .allows("Then Akimova and Farakhova spoke.", glossary: ["Anton Akimov", "{term: Timur Farrakhov, kind: person, from: {ru: Тимур Фаррахов}}"]),
      .allows("The Martins of London met Martyn.", glossary: ["Anna Martin"]),
      .allows("Krill and Krilo are no Kyrylo.", glossary: ["{term: Kyrylo Budanov, kind: person, from: {uk: Кирило Буданов}}"]),
      .allows("Mariupol and Zaporizhzhia were hit, he told reporters in Kyiv, Lviv and Bucharest."),
      .allows("See https://example.org/Zelesnky and `Zelesnky`.", glossary: ["Volodymyr Zelensky"], markdown: true),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let words = NameFindings(check: Self.about.id, draft: draft, matches: context.matches)
    let variants = context.matches.variants
    let named = variants.map(\.span)
    // What everybody knows needs no glossary; where one speaks, it is heard.
    let known = KnownNameSlips(draft, context.matches, context.capitals).findings(Self.about.id).filter { finding in
      !named.contains { $0.start < finding.span.end && finding.span.start < $0.end }
    }
    return variants.compactMap { $0.reporter == .misspelled ? words.finding(for: $0) : nil } + known
  }
}

extension NameUse {
  /// Which check tells of a name that is not written as its glossary wants.
  enum Reporter { case forbidden, variant, misspelled, caseEnding }

  var reporter: Reporter {
    if match.isSlip { return .misspelled }
    if match.form == .rendering(.case) { return .caseEnding }
    // Of an entry without source forms nobody knows the renderings; the form is merely forbidden.
    return hasOriginal ? .variant : .forbidden
  }
}
