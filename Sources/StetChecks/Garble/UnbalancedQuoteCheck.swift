import StetFindings
import StetGlossary
import StetText

/// Quotation marks that point the wrong way, stand alone or are nested without need: "the ”coalition”", "an end “.".
struct UnbalancedQuoteCheck: Check {
  static let about = About(
    id: "unbalanced-quote", group: .garble, severity: .warning, fix: .none,
    summary: "A quotation mark points the wrong way, or its partner is missing.",
    why: "Nobody can tell where somebody’s words begin and end, and who is quoted with what.",
    specificity: 45,
    examples: [
      .flags("He praised the ⟦”alliance⟧ of cities” on Friday."),
      .flags("She spoke of “heavy losses ⟦“⟧. Nobody answered."),
      .flags("They wrote that “the bridge is older than ⟦“steel⟧ and stone”. ⟦“⟧ The mayor left on Sunday evening."),
      .flags("The mayor spoke first.\n\nThe harbour will ⟦open.”⟧ the mayor added on Monday.\n\nThen she left."),
      .flags("“The harbour will open in May,” she said.\n\nHe called it ⟦“wonderful⟧ news for the town.\n\nThe ferry runs daily."),
      .flags("\"We signed the contract of sale⟦. \"⟧\nThe mayor left."),
      .flags("Asked by the host⟦,’Will⟧ you come?’, he smiled."),
      .flags("The mayor spoke.\n\nNobody knew the road was closed⟦.`⟧"),
      .allows("“We left in the night.\n\n“Nobody saw us.\n\n“In the morning we were home,” she said."),
      .allows("\"We left in the night.\n\n\"Nobody saw us,\" she said."),
      .allows("“He told me: ‘Go home,’” she said. \"He asked 'Why?'\" \"They call it 'the hill,'\" he said."),
      .allows("“Yes”, she said. “No,” he said. In 's-Gravenland and ’s-Hertogenbosch they wait."),
      .allows("Cross the t‘s and dot the i‘s; Russia‘s army and Bērziņš’ speech of the ’90s and '80s."),
      .allows("The 6’2” guard and the 5'10\" forward bought a 12” record, a 15\" screen and a 3’ rope."),
      .allows("Set \"name\": \"a\" in the JSON, and print(\"b \") = x_1 and y_2.\n\nThe value is x\".\n\nThat is all."),
      .allows("He said that\n“the bridge, which is old,\n“and the road, which is new,\nwere closed”."),
      .allows("Sie sagten „Guten Morgen“ and left. He wrote »Danke«, she «merci»."),
      .allows("The mayor spoke.\n\n“The harbour will open in May, we hope.\n\nThat is all,” she said.\n\nThen she left."),
      .allows("“The ferry’s master left.\n\nHe called it “a day to forget”.\n\nNobody answered,” she wrote."),
      .allows("She said: “The harbour will open in May, and the road in"),
      .allows("”Hej”, sade hon. ”Ja”, sade han. ”Nej”, sade de. ”Vi går”, sade alla."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    QuoteFaults.all(in: draft, context.survey).map { fault in
      Finding(
        check: Self.about.id, severity: Self.about.severity, span: fault.span,
        message: message(fault.kind, draft.string(fault.span).split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    }
  }

  private func message(_ kind: QuoteFaults.Fault.Kind, _ text: String) -> String {
    switch kind {
    case .closingOpens: "in ‘\(text)’ a closing quotation mark stands where one should open"
    case .openingCloses: "an opening quotation mark stands where one should close"
    case .nested: "‘\(text)’ opens a quotation inside another that has not been closed"
    case .nothingOpen: "‘\(text)’ closes a quotation that nothing opened"
    case .neverClosed: "the quotation that begins with ‘\(text)’ is never closed"
    case .spaced: "‘\(text)’ has a space before the closing quotation mark"
    case .singleOpens: "in ‘\(text)’ a closing quotation mark stands where one should open"
    case .grave: "‘\(text)’ ends with a grave accent"
    }
  }
}
