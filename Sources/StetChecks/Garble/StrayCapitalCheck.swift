import StetFindings
import StetText

/// A capital in mid-sentence on a word of grammar: "the ministry He said".
struct StrayCapitalCheck: Check {
  static let about = About(
    id: "stray-capital", group: .garble, severity: .warning, fix: .review,
    summary: "A word of grammar has a capital in mid-sentence.",
    why: "The machine took a linked or marked part for a sentence of its own; readers look for the sentence that ended.",
    specificity: 55,
    examples: [
      .flags("The council ⟦Is⟧ to vote on Monday.", fixed: "The council is to vote on Monday."),
      .flags("It was told in a letter ⟦That⟧ the bridge was closed.", fixed: "It was told in a letter that the bridge was closed."),
      .flags("The harbour, rebuilt ⟦By⟧ volunteers, is open again."),
      .flags("Voters went to the polls ⟦At⟧ dawn."),
      .allows("Talks were held in The Hague, and the court heard them."),
      .allows("Her film of that year, called She laughed, was a success."),
      .allows("Vice Premier Liu He spoke first."),
      .allows("The programme Who wants to be a singer was cut."),
      .allows("They praised God, for what He does is good."),
      .allows("He said that I was late and that I had been warned."),
      .allows("The channel On Time Sports 2 showed it."),
      .allows("The site of March On was down."),
      .allows("On Saving Time And the Art of Rest"),
      .allows("She asked: Is it true? He nodded."),
      .allows("See [the page](https://example.org) and [In the archive](https://example.org/a) for more.", markdown: true),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    SentenceJoint.all(in: draft).filter { !$0.opensSentence }.map { joint in
      let span = draft.tokens[joint.token].span
      let word = draft.string(span)
      var finding = Finding(
        check: Self.about.id, severity: Self.about.severity, span: span, message: "‘\(word)’ has a capital in mid-sentence")
      finding.replacements = [word.lowercased()]
      finding.fix = Fix([Edit(span, word.lowercased())], .review)
      return finding
    }
  }
}
