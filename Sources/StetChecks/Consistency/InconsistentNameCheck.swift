import StetFindings
import StetGlossary
import StetText

/// One name in two spellings within one draft: "Kornet" and "Kornett".
struct InconsistentNameCheck: Check {
  static let about = About(
    id: "inconsistent-name", group: .consistency, severity: .note, fix: .none,
    summary: "One name stands in two spellings.",
    why: "One person in two spellings reads as two people.",
    specificity: 10,
    examples: [
      .flags("The police held Kornet. On Monday Kornet was released, and a court heard ⟦Kornett⟧’s lawyer."),
      .flags("Minister Ashraf Sobhi spoke first. Later Ashraf ⟦Sobhy⟧ added that the games would go on."),
      .flags("In the cup AEK met Olympiakos. The fans of ⟦Olympiacos⟧ left early."),
      .flags("Talks in Kyiv ended, and a train left Kyiv. Drones flew over ⟦Kiev⟧."),
      .flags("They named Abu Bakr al-Golani. In the end Abu Bakr al-⟦Jolani⟧ came."),
      .allows("Anna Melnyk met Ivan Melnik, and Melnyk smiled."),
      .allows("Igor Ivanov and his wife, Olga Ivanova, met Marek Kowalski and Ewa Kowalska."),
      .allows("The German minister left Germany for the Ministry in Russia; the Russian stayed, and so did two Russians."),
      .allows("The town of Izyum, sometimes written as “Izium”, lies there, and Izyum [Izium] was quiet."),
      .allows("The river Oskil or Oskol; the station Izyum/Izium; Derhachi, also spelled Dergachi."),
      .allows("Gitanas Nausėda spoke, and later Nauseda left."),
      .allows("“Zelensky is here,” she said of Zelenskyy, and Zelenskyy nodded."),
      .allows("The paper Telegraph has a channel on Telegram."),
      .allows("He likes Katarina Wolf and Katrina Baker."),
      .allows("Then Thyago de Arruda met Tyago Pinto."),
      .allows("In the end Bo Thorsenn met Thorsen Baker."),
      .allows("Mary Johnson spoke to Petersen, and Jonson to Peterson."),
      .allows("The Kiev Post is no Kyiv Post; Dynamo Kiev played in Kyiv."),
      .allows("They met Tokenizers there. In the box lay a Tokenizer."),
      .allows("Kornett said so. Kornets fell. The tokens are tokenns, as Tokenns and Tokens show."),
      .allows(
        "Zelensky spoke. In the end Zelenskyy left.",
        glossary: ["{term: Volodymyr Zelenskyy, kind: person, from: {uk: Володимир Зеленський}}"]),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    guard var spellings = Spellings(alikeIn: draft, context.matches, context.survey, context.capitals) else { return [] }
    let groups = spellings.groups()
    guard let first = groups.first else { return [] }
    var message = "one name in \(first.count == 2 ? "two" : "\(first.count)") spellings: "
    message += first.map { "‘\(draft.string(draft.stem(of: draft.tokens[$0.places[0]])))’ \(times($0.places.count))" }.joined(separator: ", ")
    if groups.count > 1 { message += ", and \(groups.count - 1) more" }
    // The rarer spelling is the one to look at; it is named last.
    let span = draft.stem(of: draft.tokens[first[first.count - 1].places[0]])
    var finding = Finding(check: Self.about.id, severity: Self.about.severity, span: span, message: message)
    finding.related = groups.flatMap { $0.flatMap(\.places) }.sorted().map { place in
      let span = draft.stem(of: draft.tokens[place])
      return Finding.Related(span, "‘\(draft.string(span))’")
    }
    return [finding]
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : count == 2 ? "twice" : "\(count) times" }
}
