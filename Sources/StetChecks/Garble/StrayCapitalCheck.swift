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
      .flags(
        "It was told in a letter ⟦That⟧ the bridge was closed.", fixed: "It was told in a letter that the bridge was closed."),
      .flags("The harbour was restored ⟦By⟧ volunteers in May."),
      .flags("Voters went to the polls ⟦At⟧ dawn."),
      .flags("“We shall build the bridge.” ⟦He⟧ said.", fixed: "“We shall build the bridge,” he said."),
      .allows("“We shall build the bridge.” He said no more."),
      .allows("See On the Origin of Species, or what he wrote in For a New Spring."),
      .allows("Sentences like If you are late are short, as is the From field."),
      .allows("Here you write It is a dog... and go on."),
      .allows("They said we're late, that We're the first."),
      .allows("Talks were held in The Hague, and the court heard them."),
      .allows("Her film of that year, called She laughed, was a success."),
      .allows("Vice Premier Liu He spoke first."),
      .allows("The programme Who wants to be a singer was cut."),
      .allows("They praised God, for what He does is good."),
      .allows("He said that I was late and that I had been warned."),
      .allows("The channel On Time News showed it."),
      .allows("The site of March On was down."),
      .allows("On Saving Time And the Art of Rest"),
      .allows("The name of the old mode\tThe mode before it was changed by somebody."),
      .allows("She asked: Is it true? He nodded."),
      .allows("See [the page](https://example.org) and [In the archive](https://example.org/a) for more.", markdown: true),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let joints = context.joints.filter { !$0.opensSentence }.map(\.token)
    let attributions = Set(attributions(in: draft))
    return (joints + attributions).map { token in
      let span = draft.tokens[token].span
      let word = draft.string(span)
      var finding = Finding(
        check: Self.about.id, severity: Self.about.severity, span: span, message: "‘\(word)’ has a capital in mid-sentence")
      finding.replacements = [word.lowercased()]
      var edits = [Edit(span, word.lowercased())]
      // “….” He said. → “…,” he said.
      if attributions.contains(token), draft.tokens[token - 2].isMark(".") {
        edits.insert(Edit(draft.tokens[token - 2].span, ","), at: 0)
      }
      finding.fix = Fix(edits, .review)
      return finding
    }
  }

  /// "“It was late.” He said.": the attribution made a sentence.
  private func attributions(in draft: Draft) -> [Int] {
    var found: [Int] = []
    for mark in draft.quotationMarks where mark.role == .closing && mark.token >= 2 {
      let i = mark.token + 1
      guard i + 2 < draft.tokens.count, draft.tokens[i].isCapitalizedWord, Self.pronouns.contains(draft.tokens[i].key),
        !draft.tokens[i].flags.contains(.first), draft.tokens[mark.token - 1].endsSentence, draft.tokens[mark.token].isGlued
      else { continue }
      let verb = draft.tokens[i + 1]
      let end = draft.tokens[i + 2]
      guard verb.isSmallWord, Self.speech.contains(verb.key), end.isMark("."), end.isGlued,
        i + 3 == draft.tokens.count || !draft.tokens[i + 3].isGlued
      else { continue }
      found.append(i)
    }
    return found
  }

  private static let pronouns = Words.keys("he she they")
  private static let speech = Words.keys("said says added noted stressed emphasized explained continued concluded asked replied")
}
