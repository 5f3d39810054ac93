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
    let names = context.matches.all.map(\.tokens)
    var findings: [Finding] = []
    for segment in draft.segments where segment.role != .tableCell && segment.role != .boilerplate {
      var words = DoubledWords(draft: draft, segment: segment.tokens)
      for repeated in words.repeats() {
        let seam = repeated.second.lowerBound
        // A name that the seam runs through is doubled by itself: "tuk tuk".
        if !names.contains(where: { $0.lowerBound < seam && seam < $0.upperBound }) {
          findings.append(finding(for: repeated, in: draft))
        }
      }
      findings += sentences(of: segment, in: draft)
    }
    return findings + paragraphs(of: draft) + lines(of: draft)
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

  // MARK: Sentences and paragraphs

  /// A sentence that stands again right after itself. A speaker may say a thing twice.
  private func sentences(of segment: Segment, in draft: Draft) -> [Finding] {
    let sentences = draft.sentences(of: segment)
    var findings: [Finding] = []
    for (first, second) in zip(sentences, sentences.dropFirst()) where first.count == second.count {
      guard wordCount(second, draft) >= 4, isEqual(first, second, draft), !isQuoted(second, draft) else { continue }
      findings.append(finding(at: second, after: first, "this sentence", draft))
    }
    return findings
  }

  /// A paragraph that stood before, wherever that was. Quotations that are pulled out of the text stand twice by design,
  /// and what stands three times is a refrain.
  private func paragraphs(of draft: Draft) -> [Finding] {
    var seen: [UInt64: [Range<Int>]] = [:]
    for segment in draft.segments where segment.role == .paragraph || segment.role == .listItem {
      let tokens = segment.tokens
      guard tokens.count >= 10, wordCount(tokens, draft) >= 10, endsSentence(tokens, draft) else { continue }
      if isQuoted(tokens, draft) || isShouted(tokens, draft) { continue }
      let hash = tokens.reduce(into: UInt64(tokens.count)) { $0 = ($0 ^ draft.tokens[$1].key.rawValue) &* 0x9E37_79B9_7F4A_7C15 }
      seen[hash, default: []].append(tokens)
    }
    return seen.values.compactMap { copies in
      guard copies.count == 2, isEqual(copies[0], copies[1], draft) else { return nil }
      return finding(at: copies[1], after: copies[0], "this paragraph", draft)
    }
  }

  /// A short line right after itself: a caption or a heading that was taken over twice.
  private func lines(of draft: Draft) -> [Finding] {
    let segments = draft.segments
    return segments.indices.dropFirst().compactMap { i in
      let first = segments[i - 1].tokens
      let second = segments[i].tokens
      guard second.count < 10, segments[i].role != .tableCell, isEqual(first, second, draft), wordCount(second, draft) >= 2 else {
        return nil
      }
      // Three are a refrain, and verses repeat.
      let isAmongOthers = [i - 2, i + 1].contains { segments.indices.contains($0) && isEqual(segments[$0].tokens, second, draft) }
      if isAmongOthers || isQuoted(second, draft) || second.contains(where: { draft.tokens[$0].flags.contains(.digits) }) {
        return nil
      }
      var finding = finding(at: second, after: first, "this line", draft)
      finding.severity = .warning
      return finding
    }
  }

  private func finding(at second: Range<Int>, after first: Range<Int>, _ what: String, _ draft: Draft) -> Finding {
    let span = Span(Int(draft.tokens[second.lowerBound].start), draft.tokens[second.upperBound - 1].end)
    let opening = draft.words(second.lowerBound..<min(second.lowerBound + 6, second.upperBound))
    var finding = Finding(
      check: Self.about.id, severity: Self.about.severity, span: span,
      message: "\(what) stands twice: ‘\(opening)\(second.count > 6 ? " …" : "")’")
    let firstSpan = Span(Int(draft.tokens[first.lowerBound].start), draft.tokens[first.upperBound - 1].end)
    finding.related = [Finding.Related(firstSpan, "it stands here first")]
    if let edit = draft.removal(ofPassage: second) { finding.fix = Fix([edit], .review) }
    return finding
  }

  private func isEqual(_ a: Range<Int>, _ b: Range<Int>, _ draft: Draft) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { draft.tokens[$0].key == draft.tokens[$1].key && draft.tokens[$0].kind != .opaque }
  }

  /// A line without a sentence's end is a line of a list or of a form.
  private func endsSentence(_ tokens: Range<Int>, _ draft: Draft) -> Bool {
    [".", "?", "!", "…", "”", "\"", "’", "'", ")"].contains { draft.tokens[tokens.upperBound - 1].isMark($0) }
  }

  private func wordCount(_ tokens: Range<Int>, _ draft: Draft) -> Int { tokens.count { draft.tokens[$0].kind == .word } }

  private func isQuoted(_ tokens: Range<Int>, _ draft: Draft) -> Bool {
    tokens.allSatisfy { draft.tokens[$0].kind != .word || draft.tokens[$0].flags.contains(.quoted) }
  }

  private func isShouted(_ tokens: Range<Int>, _ draft: Draft) -> Bool {
    tokens.count { draft.tokens[$0].flags.contains(.lowercase) } * 2 < wordCount(tokens, draft)
  }
}
