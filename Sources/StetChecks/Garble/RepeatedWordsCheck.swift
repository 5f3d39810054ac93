import StetFindings
import StetGlossary
import StetNames
import StetText

/// Words that stand twice: "in the in the south", a sentence printed again.
struct RepeatedWordsCheck: Check {
  static let about = About(
    id: "repeated-words", group: .garble, severity: .error, fix: .safe,
    summary: "A word, phrase, sentence or paragraph stands twice.",
    why: "Where pieces of a translation were put together, one of them came in twice.",
    specificity: 50,
    examples: [
      .flags("Help from Estonia came ⟦today today⟧ by sea.", fixed: "Help from Estonia came today by sea."),
      .flags(
        "⟦The the⟧ ship of ⟦the\nthe⟧ line sank off the coast in a storm.",
        fixed: "The ship of the\nline sank off the coast in a storm.", markdown: true),
      .flags("Snow fell ⟦in the in the⟧ south.", fixed: "Snow fell in the south."),
      .flags("They met ⟦outside the town outside the town⟧.", reviewed: "They met outside the town."),
      .flags(
        "The **mayor ⟦of** of⟧ the town and *his* guests left.", fixed: "The **mayor of** the town and *his* guests left.",
        markdown: true),
      .flags("“We will take ⟦the the⟧ train,” she said.", reviewed: "“We will take the train,” she said."),
      .flags(
        "The port was closed at noon. ⟦The port was closed at noon.⟧ Ships waited.",
        reviewed: "The port was closed at noon. Ships waited."),
      .flags(
        "The council voted on Tuesday to close the old bridge.\n\nNobody spoke.\n\n⟦The council voted on Tuesday to close the old bridge.⟧\n\nIt is late.",
        reviewed: "The council voted on Tuesday to close the old bridge.\n\nNobody spoke.\n\nIt is late."),
      .flags("Anna Berg, mayor\n\n⟦Anna Berg, mayor⟧\n\nThe mayor spoke.", reviewed: "Anna Berg, mayor\n\nThe mayor spoke."),
      .flags(
        "The ferry hit the pier on Monday morning\n\n⟦The ferry hit the pier on Monday morning.⟧ Nobody was hurt.",
        reviewed: "The ferry hit the pier on Monday morning\n\nNobody was hurt."),
      .flags(
        "The council of the town has asked the ministry for tools towards the repair of the dam that a storm had torn open in May.\n\nNobody spoke.\n\n⟦The council of the town has asked the ministry for money towards the repair of the dam that a storm had torn open in May.⟧"
      ),
      .flags("It is a law for ⟦citizens and citizens⟧. Many ⟦Poles and Poles⟧ left.", reviewed: "It is a law for citizens. Many Poles left."),
      .allows("She wrote for readers and readers of readers; there are voters and voters who stay at home."),
      .allows(
        "Set the option `a` to `b` in the file `x_1`, then run `make all` with `-j`.\n\nIt prints the option and the name of the file that it has read.\n\nUse `c`.\n\nIt prints the option and the name of the file that it has read.",
        markdown: true),
      .allows("The club won on Monday at home\n\nThe club won on Monday at home and on Tuesday away."),
      .allows("He had had enough, and said that that was what it is is."),
      .allows("It was a very very long day, a long long road, so so cold."),
      .allows("Yang Yang stayed at the Roa Roa Hotel in Bora Bora; New York, New York."),
      .allows("President Moon Jae-in in the capital met Vice Premier Liu He he knew."),
      .allows("A debate going on on a local level: she was sworn in in January and moved on on Monday."),
      .allows("They call a spade a spade; off   off and key\tkey are columns."),
      .allows("He left. Left wing parties, however, however slowly, agreed completely, completely."),
      .allows("“No no,” he said. “Bye bye, blah blah blah.” Knock knock."),
      .allows("Again and again and again, day after day after day, they won 10 10 times."),
      .allows("The song goes “We will win. We will win. We will win.”"),
      .allows("The director will put The Pines on On Stage in the US us critics read. Will will come in May may he live."),
      .allows("She gave her her book, and he told you you were right."),
      .allows("Read `the the` twice.", markdown: true),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let names = context.survey.has(.recurring) ? context.matches.all.map(\.tokens) : []
    var findings: [Finding] = []
    var words = DoubledWords(draft: draft)
    for (_, segment, starts) in context.survey.bySegment(.recurring) where segment.role != .tableCell && segment.role != .boilerplate {
      for repeated in words.repeats(in: segment.tokens, at: starts) {
        let seam = repeated.second.lowerBound
        // A name that the seam runs through is doubled by itself: "tuk tuk".
        if !names.contains(where: { $0.lowerBound < seam && seam < $0.upperBound }) {
          findings.append(finding(for: repeated, in: draft))
        }
      }
    }
    for (segment, and) in context.survey.each(.and) where segment.isInside(and) && draft.tokens[and - 1].key == draft.tokens[and + 1].key {
      guard segment.role != .tableCell, segment.role != .boilerplate else { continue }
      if let finding = doublet(and, segment.tokens, draft) { findings.append(finding) }
    }
    return findings + RepeatedPassages.all(in: draft, context.survey).map { finding(for: $0, in: draft) }
  }

  // MARK: Words and phrases

  private func finding(for repeated: DoubledWords.Repeat, in draft: Draft) -> Finding {
    let isQuoted = draft.tokens[repeated.whole.lowerBound].flags.contains(.quoted)
    let span = Span(Int(draft.tokens[repeated.whole.lowerBound].start), draft.tokens[repeated.whole.upperBound - 1].end)
    let once = draft.words(repeated.first)
    var finding = Finding(
      check: Self.about.id, severity: isQuoted ? .warning : Self.about.severity, span: span,
      message: "‘\(draft.words(repeated.whole))’ should be ‘\(once)’")
    if isQuoted { finding.why = "a speaker may have said it twice" }
    if let edit = draft.removal(of: repeated.second) ?? draft.removal(ofFirst: repeated.first) {
      finding.replacements = [
        draft.string(Span(span.start, edit.span.start)) + draft.string(Span(edit.span.end, max(edit.span.end, span.end)))
      ]
      finding.fix = Fix([edit], repeated.isSure && !isQuoted ? .safe : .review)
    }
    return finding
  }

  // MARK: Sentences, lines and paragraphs

  /// One finding marks the further copies and neither hides what is wrong in them nor is hidden by it.
  private func finding(for repeated: RepeatedPassages.Repeat, in draft: Draft) -> Finding {
    let copy = repeated.second
    let span = Span(Int(draft.tokens[copy.lowerBound].start), draft.tokens[copy.upperBound - 1].end)
    let opening = draft.words(copy.lowerBound..<min(copy.lowerBound + 6, copy.upperBound))
    var finding = Finding(
      check: Self.about.id, severity: repeated.isSure ? Self.about.severity : .warning, span: span,
      message: "\(repeated.kind.rawValue): ‘\(opening)\(copy.count > 6 ? " …" : "")’")
    let first = Span(Int(draft.tokens[repeated.first.lowerBound].start), draft.tokens[repeated.first.upperBound - 1].end)
    finding.related = [Finding.Related(first, "it stands here first")]
    finding.core = Span(span.start, span.start)
    if repeated.kind != .nearly, let edit = removal(of: copy, in: draft) { finding.fix = Fix([edit], .review) }
    return finding
  }

  /// A sentence that opens a paragraph goes without the paragraph's end before it.
  private func removal(of copy: Range<Int>, in draft: Draft) -> Edit? {
    guard draft.tokens[copy.lowerBound].flags.contains(.first), copy.upperBound < draft.tokens.count,
      !draft.tokens[copy.upperBound].flags.contains(.first)
    else { return draft.removal(ofPassage: copy) }
    guard !draft.tokens[copy.lowerBound + 1...copy.upperBound].contains(where: { $0.flags.contains(.markupBefore) }) else { return nil }
    let end = draft.tokens[copy.upperBound - 1].end
    return Edit(Span(Int(draft.tokens[copy.lowerBound].start), draft.blanks(after: end).end), "")
  }

  // MARK: Men and women

  /// "citizens and citizens": the source named men and women of one kind.
  private func doublet(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Finding? {
    let first = draft.tokens[i - 1], second = draft.tokens[i + 1]
    guard Words.persons.contains(first.key), first.length == second.length, second.isSmall || second.isCapitalizedWord,
      i - 2 < segment.lowerBound || draft.tokens[i - 2].key != Self.and, !goesOn(i + 2, segment, draft)
    else { return nil }
    let seen = draft.words(i - 1..<i + 2)
    var finding = Finding(
      check: Self.about.id, severity: .warning, span: first.span.union(second.span),
      message: "‘\(seen)’ names one kind of people twice: in the source perhaps men and women")
    finding.replacements = [draft.string(first)]
    if let edit = draft.removal(of: i..<i + 2) { finding.fix = Fix([edit], .review) }
    return finding
  }

  /// "readers and readers of", "voters and voters who": another kind of them.
  private func goesOn(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    guard i < segment.upperBound else { return false }
    let next = draft.tokens[i]
    guard next.kind == .word else { return next.isHyphen }
    return Words.grammar.contains(next.key) && !Words.finiteVerbs.contains(next.key)
  }

  private static let and = TokenKey("and")
  static let cues = [CuePair(.and, KeySet([and]), next: Words.persons)]
}
