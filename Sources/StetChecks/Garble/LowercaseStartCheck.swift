import StetFindings
import StetText

/// A sentence that begins with a small letter: "They lost. against the leaders".
struct LowercaseStartCheck: Check {
  static let about = About(
    id: "lowercase-start", group: .garble, severity: .error, fix: .review,
    summary: "A sentence begins with a small letter.",
    why: "The machine cut a sentence in two or put a stop where none was; readers miss what connects the parts.",
    specificity: 58,
    examples: [
      .flags("The pipe froze overnight. ⟦later⟧ it burst.", fixed: "The pipe froze overnight. Later it burst."),
      .flags("The result was a bitter draw. ⟦against⟧ the neighbours they had won before."),
      .flags("We were told about Petersen. ⟦former⟧ member of the board, left."),
      .flags("“We did what we could in that hour.” ⟦the⟧ mayor of the town had said."),
      .flags(
        "The dam held through the night.\n\n⟦engineers⟧ checked the gates at dawn and found no cracks.\n\nThe valley was dry.\n\nNobody was hurt."
      ),
      .flags(
        "She was not there.\n\nIt was a long meeting, as we know. The\n\n⟦mayor⟧ of the town said so.\n\nHe was tired.\n\nNobody else was."
      ),
      .allows("i was late. so was he. nobody knew."),
      .allows("It yields, say, 2 per cent. in a good year."),
      .allows(
        "The list is long.\n\nIt has three lines.\n\nlong nights of the north.\n\nshort days of the south.\n\nThat is all."),
      .allows("He stood with his back to the\nwall of the house. Nobody\nsaw him.\nIt was late."),
      .allows("It began at 5 a.m. police said."),
      .allows("Acme v. the state, Jan. to Mar., approx. ten p.m. or later."),
      .allows("The Walt Brothers Cos. added jobs, and Warner Bros. made films."),
      .allows("A house of 90 sq. m. with a garden; a Ph.D. economist lives there."),
      .allows("The phone is new. iPhone owners and eBay sellers like it."),
      .allows("“What is it?” he asked. “Stop!” she cried."),
      .allows("It ended ... and nobody knew. von der Leyen spoke next."),
      .allows("The sign read “Do not enter this house.” and was old."),
      .allows("A town near Fresno, Calif. police said it was closed."),
      .allows("We saw three things:\n\n- the river.\n- the bridge.\n\nand then we left."),
      .allows("Set `a` in `x_conf` first. reset clears it all. Then `b` and `c` are read. make install puts it there.", markdown: true),
      .allows("Run the program. `ls` lists files. foo_bar is a name.", markdown: true),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var starts: [Int] = []
    let tokens = draft.tokens, stops = context.survey.each(.stop)
    for (segment, stop) in stops {
      // Nearly all are followed by a capital.
      guard let i = start(after: stop, segment, tokens), tokens[i].isSmallWord, mayBegin(i, segment, draft) else { continue }
      if i > stop + 1 ? isCut(i, segment.tokens, draft) : endsSentence(stop, segment.tokens, draft) { starts.append(i) }
    }
    // A writer who begins many sentences so has a style.
    guard starts.count < 3 || starts.count * 4 < stops.lazy.filter({ start(after: $1, $0, tokens) != nil }).count else { return [] }
    let all = starts + paragraphs(in: draft)
    // Manuals begin sentences with the names of commands.
    return all.isEmpty || context.survey.copy.isManual ? [] : all.map { finding(draft.tokens[$0].span, draft) }
  }

  private func finding(_ span: Span, _ draft: Draft) -> Finding {
    let word = draft.string(span)
    var finding = Finding(
      check: Self.about.id, severity: Self.about.severity, span: span, message: "‘\(word)’ begins a sentence with a small letter")
    let capital = word.prefix(1).uppercased() + word.dropFirst()
    finding.replacements = [capital]
    finding.fix = Fix([Edit(span, capital)], .review)
    return finding
  }

  /// The word that may begin a sentence behind a full stop and a quotation mark.
  private func start(after stop: Int, _ segment: Segment, _ tokens: [Token]) -> Int? {
    guard segment.isRunningText, tokens[stop].isMark("."), stop + 1 < segment.tokens.upperBound else { return nil }
    let i = tokens[stop + 1].isQuotationMark ? stop + 2 : stop + 1
    guard i < segment.tokens.upperBound, i >= segment.tokens.lowerBound + 2, tokens[i].kind == .word, tokens[i].flags.contains(.spaceBefore)
    else { return nil }
    return i
  }

  /// An ordinary word, in running text and not in code, with more words after it.
  private func mayBegin(_ i: Int, _ segment: Segment, _ draft: Draft) -> Bool {
    let token = draft.tokens[i]
    guard token.length >= 2, token.flags.isDisjoint(with: [.markupBefore, .marked, .otherScript]),
      !token.flags.contains(.breakBefore) || segment.isHardWrapped, i + 1 < segment.tokens.upperBound
    else { return false }
    let next = draft.tokens[i + 1]
    guard next.flags.contains(.spaceBefore) || next.isMark(","), !next.flags.contains(.markupBefore) else { return false }
    guard !Words.lowerCaseNames.contains(token.key) else { return false }
    if Words.grammar.contains(token.key) { return true }
    // "man does so": a noun without a determiner before a verb is a name, of a program for example.
    return draft.isEnglish(token) && !Self.auxiliaries.contains(next.key)
  }

  /// Whether the point at `stop` ends a sentence of three words or more, and is no abbreviation's.
  private func endsSentence(_ stop: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    let last = draft.tokens[stop - 1]
    guard draft.tokens[stop].isGlued, last.kind == .word, last.length >= 3, !last.flags.contains(.digits),
      last.flags.contains(.lowercase),
      !Words.abbreviations.contains(last.key), !last.isGlued
    else { return false }
    let start = draft.roughSentenceStart(stop - 1, in: segment)
    // Where the sentence before begins with a small letter too, the writer means it.
    guard draft.words(in: start..<stop) >= 3, !draft.tokens[start].isSmallWord, !draft.tokens[start].isMark("<") else {
      return false
    }
    // A short form nobody listed: a word that is none, or a name of four letters.
    return draft.isEnglish(last) || last.flags.contains(.capitalized) && last.length >= 5
  }

  /// After “….” only what is plainly cut off: the quotation opens the paragraph, and who said it follows.
  private func isCut(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    guard draft.tokens[i - 1].isGlued, let mark = draft.quotationMark(at: i - 1), mark.role != .opening,
      Self.subjects.contains(draft.tokens[i].key)
    else { return false }
    if let partner = mark.partner, partner != segment.lowerBound { return false }
    guard draft.words(in: segment.lowerBound..<i) >= 5 else { return false }
    let end = draft.roughSentenceEnd(i, in: segment)
    return draft.tokens[i..<min(end, i + 12)].contains { Self.speech.contains($0.key) }
  }

  /// Paragraphs that begin with a small letter in a draft whose paragraphs begin with capitals.
  private func paragraphs(in draft: Draft) -> [Int] {
    var capitals = 0
    var starts: [Int] = []
    for (n, segment) in draft.segments.enumerated() where segment.role == .paragraph && segment.tokens.count >= 4 {
      let first = draft.tokens[segment.tokens.lowerBound]
      if first.flags.contains(.capitalized) || first.kind != .word { capitals += 1 }
      guard n > 0, first.isSmallWord, mayBegin(segment.tokens.lowerBound, segment, draft), isWhole(segment, draft) else {
        continue
      }
      let before = draft.segments[n - 1]
      let gap = draft.text[before.span.end..<segment.span.start]
      guard before.role == .paragraph, !draft.tokens[before.tokens.lowerBound].isSmallWord,
        isWhole(before, draft) || breaksOff(before, draft) && gap.count(where: { $0 == 0x0A }) > 1, gap.allSatisfy({ $0 <= 0x20 })
      else { continue }
      if n + 1 < draft.segments.count, draft.tokens[draft.segments[n + 1].tokens.lowerBound].isSmallWord { continue }
      starts.append(segment.tokens.lowerBound)
    }
    return capitals >= 3 && starts.count * 10 <= capitals * 4 ? starts : []
  }

  /// It ends with a full stop, after an ordinary word.
  private func isWhole(_ segment: Segment, _ draft: Draft) -> Bool {
    guard let last = segment.tokens.last, draft.tokens[last].isMark("."), last > segment.tokens.lowerBound else { return false }
    let word = draft.tokens[last - 1]
    return word.kind == .word && !Words.abbreviations.contains(word.key) && draft.words(in: segment.tokens) >= 5
  }

  /// It ends with an article or a preposition: the paragraph's end tore a sentence.
  private func breaksOff(_ segment: Segment, _ draft: Draft) -> Bool {
    guard let last = segment.tokens.last, draft.words(in: segment.tokens) >= 5 else { return false }
    return draft.tokens[last].kind == .word && Self.leading.contains(draft.tokens[last].key)
  }

  private static let leading = Words.keys("a an the of and to from with by for at into their its his her our")
  private static let auxiliaries = Words.keys("is has does was had will would can could may might should must")
  private static let subjects = Words.keys("the he she they it said says according")
  private static let speech = Words.keys(
    "said says told tells stated states added adds noted notes wrote writes explained explains stressed stresses declared declares"
  )
}
