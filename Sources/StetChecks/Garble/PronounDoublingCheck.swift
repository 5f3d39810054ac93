import StetFindings
import StetGlossary
import StetICU
import StetNames
import StetText

/// A subject named and then repeated as a pronoun: "Petersen he went".
struct PronounDoublingCheck: Check {
  static let about = About(
    id: "pronoun-doubling", group: .garble, severity: .warning, fix: .review,
    summary: "A pronoun repeats the subject beside it.",
    why: "The source language leaves the pronoun out; the machine put one in although the subject stands there.",
    specificity: 65,
    examples: [
      .flags("The finance minister Erik Petersen ⟦he⟧ went to Riga.", fixed: "The finance minister Erik Petersen went to Riga."),
      .flags("Landsbergis ⟦he⟧ added that the talks would go on.", glossary: ["Landsbergis"]),
      .flags("President Maria Olsen ⟦she⟧ is in the capital."),
      .flags("The board does not ⟦it⟧ wants to sell.", fixed: "The board does not wants to sell."),
      .allows("Erik Petersen, he said, was late."),
      .allows("He told Erik Petersen he was late."),
      .allows("The man Erik Petersen he knew was gone."),
      .allows("To Erik Petersen he was a friend; with Landsbergis he went on.", glossary: ["Landsbergis"]),
      .allows("Like Landsbergis he is a diplomat.", glossary: ["Landsbergis"]),
      .allows("Why does not it stops, as they say, rhyme?"),
      .allows("When he met Landsbergis he was a boy.", glossary: ["Landsbergis"]),
      .allows("Landsbergis he liked.", glossary: ["Landsbergis"]),
      .allows("Does it not?"),
    ])

  static let pronouns = Words.keys("he she it")
  private static let auxiliaries = Words.keys("do does did")
  /// Verbs that no relative clause would have here: "the minister Petersen he knew" is one.
  private static let verbs = Words.keys(
    """
    is was has had will would went goes came comes said says added adds stated states announced announces stressed stresses explained
    explains became becomes began begins arrived arrives returned returns warned warns insisted insists decided decides
    """)

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var findings: [Finding] = []
    for (segment, i) in context.survey.each(.pronoun) where segment.isRunningText && segment.isInside(i) {
      guard draft.followsOneSpace(i), draft.tokens[i + 1].isSmallWord, draft.tokens[i + 1].flags.contains(.spaceBefore),
        repeatsName(i, segment.tokens, draft, context.matches) || followsNegation(i, segment.tokens, draft)
      else { continue }
      let span = draft.tokens[i].span
      var finding = Finding(
        check: Self.about.id, severity: Self.about.severity, span: span,
        message: "‘\(draft.string(span))’ repeats the subject beside it")
      finding.fix = Fix([Edit(Span(draft.tokens[i - 1].end, span.end), "")], .review)
      findings.append(finding)
    }
    return findings
  }

  /// The sentence is nothing but "The", titles and a person's name up to here.
  private func repeatsName(_ i: Int, _ segment: Range<Int>, _ draft: Draft, _ matches: DraftMatches) -> Bool {
    let name = draft.tokens[i - 1]
    guard name.isCapitalizedWord, !name.flags.contains(.possessive), Self.verbs.contains(draft.tokens[i + 1].key) else {
      return false
    }
    let start = draft.roughSentenceStart(i - 1, in: segment)
    guard i - start <= 9 else { return false }
    var isPerson = matches.all.contains { $0.tokens.contains(i - 1) && matches.entry(of: $0).kind == .person }
    for at in start..<i - 1 {
      let token = draft.tokens[at]
      guard token.kind == .word, !token.flags.contains(.possessive) else { return false }
      if at == start, Self.articles.contains(token.key) { continue }
      if Words.grammar.contains(token.key) { return false }
      let word = CharacterTable.shared.folded(draft.string(token))
      if WordList.titles.contains(word) {
        isPerson = true
      } else if token.isCapitalizedWord {
        if WordList.givenNames.contains(word) { isPerson = true }
      } else if !Self.branches.contains(token.key) {
        return false
      }
    }
    return isPerson && !Words.grammar.contains(name.key)
  }

  /// "did not she wants": the verb's ending shows that the pronoun is its subject too.
  private func followsNegation(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    guard i - 2 > segment.lowerBound, draft.tokens[i - 1].key == Self.not, Self.auxiliaries.contains(draft.tokens[i - 2].key),
      draft.tokens[i - 2].isSmallWord
    else { return false }
    let verb = draft.tokens[i + 1]
    guard verb.length >= 4, draft.text[verb.end - 1] == UInt8(ascii: "s"), draft.text[verb.end - 2] != UInt8(ascii: "s"),
      !Words.grammar.contains(verb.key), !Self.adverbs.contains(verb.key), draft.isEnglish(verb)
    else { return false }
    let end = draft.roughSentenceEnd(i, in: segment)
    return end == segment.upperBound || !draft.tokens[end].isMark("?")
  }

  private static let not = TokenKey("not")
  private static let articles = Words.keys("the")
  private static let branches = Words.keys(
    "foreign prime defense defence finance interior justice health energy former deputy vice first press party")
  private static let adverbs = Words.keys("always sometimes perhaps besides nowadays afterwards anyways thus")
}
