import StetFindings
import StetGlossary
import StetICU
import StetNames
import StetText

/// "A" before a vowel, or "an" before a consonant: "a attack", "an president".
struct WrongArticleCheck: Check {
  static let about = About(
    id: "wrong-article", group: .garble, severity: .warning, fix: .review,
    summary: "An article does not fit the word after it: ‘a’ stands for ‘an’, or ‘an’ for ‘a’.",
    why: "A word was exchanged and its article was not.",
    specificity: 60,
    examples: [
      .flags("They feared ⟦a attack⟧ at dawn.", fixed: "They feared an attack at dawn."),
      .flags("He was ⟦an leader⟧ and ⟦a honest⟧ man.", fixed: "He was a leader and an honest man."),
      .flags("⟦An Ukrainian⟧ envoy met ⟦a Israeli⟧ envoy.", fixed: "A Ukrainian envoy met an Israeli envoy."),
      .flags("It is ⟦a 80⟧-year bond and ⟦an 12⟧-year loan.", fixed: "It is an 80-year bond and a 12-year loan."),
      .flags("She was ⟦an UN⟧ envoy and ⟦a FBI⟧ agent.", fixed: "She was a UN envoy and an FBI agent."),
      .flags("⟦A estimate⟧ was made.", fixed: "An estimate was made."),
      .allows("An hour, an heir, an honest man, a university, a European, a one-off, a useful unit, a eulogy, a Ukrainian."),
      .allows("An historic day at an hotel; a historic day at a hotel. An MP, an NGO, an FBI agent, a UN envoy, a US base, a NATO base."),
      .allows("A B.A., an F-16, an S-400, an X-ray, an 8 percent cut, an 11th hour, an 1800s house, a 1,100-ton ship, an 18-year-old."),
      .allows("Vitamin A is good. Serie A, option a and hepatitis A is what we read. Grade A eggs, a type a error."),
      .allows("The prize “a apple” was wrong. Write a “apple” there. If a equals b, then a is b and a or b is true."),
      .allows("Es va a estar así, a eso de las dos; uno a uno. Un a uno."),
      .allows("An uninvited guest, an unimportant unit, a unanimous vote, a ubiquitous sign; a U-turn; an umbrella, an Uzbek."),
      .allows("A Einstein is here, and A Arnold too. They sang “A Ukrainian Carol” for an Mbeki aide, an Ng and an Rh factor. An Post and An Garda agreed."),
      .allows("Use `a` or a `apple`.", markdown: true),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var findings: [Finding] = []
    for (segment, i) in context.survey.each(.article)
    where (segment.isRunningText || segment.role == .listItem || segment.role == .caption) && i < segment.tokens.upperBound - 1 {
      let fitting = draft.tokens[i].length == 1 ? Onset.consonant : .vowel
      guard draft.tokens[i].length <= 2, mayDiffer(i, draft), let onset = onset(after: i, unless: fitting, segment, draft), isArticle(i, segment.tokens, draft)
      else { continue }
      findings.append(finding(i, onset, draft))
    }
    return findings
  }

  /// By the first letter of the next word alone, which settles it nearly everywhere. Initials are read letter by letter.
  private func mayDiffer(_ i: Int, _ draft: Draft) -> Bool {
    let next = draft.tokens[i + 1]
    guard next.kind == .word, next.flags.isDisjoint(with: [.allCaps, .digits]), next.length > 1 else { return true }
    guard let onset = Onset.ofAll(beginningWith: draft.text[Int(next.start)] | 0x20) else { return true }
    return onset == .vowel && draft.tokens[i].length == 1 || onset == .consonant && draft.tokens[i].length == 2
  }

  static let articles = Words.keys("a an")

  private func finding(_ i: Int, _ onset: Onset, _ draft: Draft) -> Finding {
    let article = draft.tokens[i]
    let right = (article.flags.contains(.capitalized) ? "A" : "a") + (onset == .vowel ? "n" : "")
    let span = Span(Int(article.start), draft.tokens[i + 1].end)
    let word = draft.string(draft.tokens[i + 1])
    var finding = Finding(
      check: Self.about.id, severity: Self.about.severity, span: span, message: "‘\(draft.quoted(span))’ should be ‘\(right) \(word)’")
    finding.replacements = ["\(right) \(word)"]
    finding.fix = Fix([Edit(article.span, right)], .review)
    return finding
  }

  /// No letter as in "hepatitis A", no word of Spanish.
  private func isArticle(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    let token = draft.tokens[i]
    let bytes = draft.text[token.span.range]
    guard !token.flags.contains(.nonASCII), !token.flags.contains(.digits), let first = bytes.first, first | 0x20 == UInt8(ascii: "a"),
      bytes.count == 1 || bytes.last == UInt8(ascii: "n")
    else { return false }
    let before = i > segment.lowerBound ? draft.tokens[i - 1] : nil
    if token.flags.contains(.capitalized) {
      // Only where a sentence begins, and no title in capitals does.
      guard draft.tokens[i + 1].isSmallWord || bytes.count == 2 || draft.tokens[i + 1].kind == .number,
        before.map({ $0.endsSentence || $0.isQuotationMark }) ?? true
      else { return false }
    } else if let before {
      guard !token.isGlued, before.kind != .opaque, before.kind != .number, !Self.labelled.contains(before.key)
      else { return false }
      if before.kind == .word, before.length >= 3, before.isSmallWord, !Words.grammar.contains(before.key), !draft.isEnglish(before) {
        return false
      }
    }
    return true
  }

  /// How the word after an article begins; nil if it begins as it should, or is not surely an English word.
  private func onset(after i: Int, unless fitting: Onset, _ segment: Segment, _ draft: Draft) -> Onset? {
    let next = draft.tokens[i + 1]
    guard draft.followsWord(i + 1, in: segment), next.flags.isDisjoint(with: [.marked, .otherScript]) else { return nil }
    let bytes = draft.text[next.span.range]
    func wrong(_ onset: Onset?) -> Onset? { onset == fitting || onset == .either ? nil : onset }
    if next.kind == .number || next.flags.contains(.digits) {
      guard let first = bytes.first, (0x31...0x39).contains(first), draft.tokens[i].length == 1 || isMeasure(i + 1, segment.tokens, draft) else { return nil }
      return wrong(Onset.ofNumber(bytes))
    }
    guard next.kind == .word, next.length >= 2 else { return nil }
    if next.flags.contains(.allCaps) { return wrong(Onset.ofInitials(CharacterTable.shared.folded(draft.string(next)))) }
    guard next.length >= 3, !next.flags.contains(.nonASCII), let onset = wrong(Onset.of(ascii: bytes)),
      !Words.grammar.contains(next.key) || Self.judged.contains(next.key), !Self.verbs.contains(next.key)
    else { return nil }
    // "An Post" is a company; "an Ukrainian" is no name.
    let list = next.flags.contains(.capitalized) ? WordList.properWords : WordList.english
    return list.contains(folding: bytes) && !hasInnerCapital(next, draft) ? onset : nil
  }

  /// "8-bit", "12 months": a number that a noun follows, no label of its own.
  private func isMeasure(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    i + 1 < segment.upperBound && (draft.tokens[i + 1].isHyphen || draft.tokens[i + 1].kind == .word || draft.tokens[i + 1].isMark("%"))
  }

  private func hasInnerCapital(_ token: Token, _ draft: Draft) -> Bool {
    draft.text[Int(token.start) + 1..<token.end].contains { (0x41...0x5A).contains($0) }
  }

  /// What a letter of the alphabet follows.
  private static let labelled = Words.keys(
    """
    type class grade group option vitamin hepatitis figure table part point letter section appendix variable plan team line series form
    item case column row level schedule serie influenza set string bit byte value register key field symbol character parameter
    """)
  /// Words of grammar that an article stands before.
  private static let judged = Words.keys("other own one")
  /// Verbs that a letter of the alphabet stands before.
  private static let verbs = Words.keys("equals exists appears applies occurs and ends also always ever")
}
