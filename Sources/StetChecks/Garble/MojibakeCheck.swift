import StetFindings
import StetGlossary
import StetText

/// UTF-8 that was read in another encoding: "Ukraineâ€™s", "cafÃ©".
struct MojibakeCheck: Check {
  static let about = About(
    id: "mojibake", group: .garble, severity: .error, fix: .safe,
    summary: "Characters were torn apart by a wrong encoding.",
    why: "Where a letter or a quotation mark stood, readers see two or three signs without sense.",
    specificity: 88,
    examples: [
      .flags("The harbour⟦â€™⟧s new mole is ⟦â€œ⟧done⟦â€\u{9D}⟧.", fixed: "The harbour’s new mole is “done”."),
      .flags("A caf⟦Ã©⟧ in M⟦Ã¼⟧nster took 5⟦â‚¬⟧.", fixed: "A café in Münster took 5€."),
      .flags("The sign said ⟦ÐšÐ¸Ñ—Ð²⟧ then.", fixed: "The sign said Київ then."),
      .flags("It was called ⟦РџСЂРёРІРµС‚⟧ and the town⟦вЂ™⟧s own.", fixed: "It was called Привет and the town’s own."),
      .flags("The town⟦Ã¢â‚¬â„¢⟧s port.", fixed: "The town’s port."),
      .flags("The town⟦’€™⟧s port.", reviewed: "The town’s port."),
      .flags("They don⟦�⟧t know.", reviewed: "They don’t know."),
      .allows("“CAFÉ” and “MAÇÔ, São Tomé’s “É”, Ångström: 10 Å”, ÑANDÚ™."),
      .allows("It cost “5 €”, then ’7 €’; the naïve façade of Besançon… Łódź – Đà Nẵng."),
      .allows("Різдво у Києві: «Слава», сказав він — “Росія”."),
      .allows("Where an accent stood, “Ã©” or \"Ã¼\" is what they saw."),
      .allows("The sign � stands for what cannot be read."),
      .allows("Ελλάδα, 北京 and 서울; „Größe“, »Straße«, ‘Ö’."),
      .allows("In `cafÃ©` the bytes were read as Latin-1.", markdown: true),
      .allows("Âge, À propos, Île-de-France, Òscar’s and Übermut."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var findings: [Finding] = []
    for (_, segment, _) in context.survey.bySegment(.tornLead) {
      for stretch in stretches(of: segment, draft) { findings += torn(in: stretch, draft) }
    }
    var next = 0
    let rest = remains(in: draft, context.survey[.tornRest]).filter { rest in
      while next < findings.count, findings[next].span.end <= rest.span.start { next += 1 }
      return next == findings.count || !findings[next].span.overlaps(rest.span)
    }
    return findings + rest
  }

  /// What lies between protected regions, as far as it has characters outside ASCII.
  private func stretches(of segment: Segment, _ draft: Draft) -> [Span] {
    var result: [Span] = []
    var first: Int?, last = 0
    for i in segment.tokens {
      let token = draft.tokens[i]
      if token.kind == .opaque {
        if let start = first { result.append(Span(start, last)) }
        first = nil
      } else if token.flags.contains(.nonASCII) {
        first = first ?? Int(token.start)
        last = token.end
      }
      // A character that is no token may end the run: U+0080, or a space that does not break.
      if first != nil, last < Int(token.start) { last = min(Int(token.start), last + 4) }
    }
    if let start = first { result.append(Span(start, min(last + 8, segment.span.end))) }
    return result
  }

  private func torn(in stretch: Span, _ draft: Draft) -> [Finding] {
    var findings: [Finding] = []
    var at = stretch.start
    while at < stretch.end {
      if mayLead(draft.text, at), let finding = run(at, stretch.end, draft, draft.text[at] < 0xD0 ? .western : .cyrillic) {
        findings.append(finding)
        at = finding.span.end
      } else {
        at += 1
        while at < stretch.end, draft.text[at] & 0xC0 == 0x80 { at += 1 }
      }
    }
    return findings
  }

  /// Â to ô, whole or as letter and accent; or a Cyrillic letter. What was torn goes on with a sign that is no ASCII, or one and an accent.
  private func mayLead(_ text: [UInt8], _ at: Int) -> Bool {
    switch text[at] {
    case 0xC3, 0xD0, 0xD1: at + 3 < text.count && (text[at + 2] >= 0x80 || text[at + 3] == 0xCC || text[at + 3] == 0xCD)
    case 0x41...0x7A: at + 1 < text.count && (text[at + 1] == 0xCC || text[at + 1] == 0xCD)
    default: false
    }
  }

  private func run(_ start: Int, _ limit: Int, _ draft: Draft, _ reading: MojibakeReading) -> Finding? {
    var end = start
    var scalars: [Unicode.Scalar] = []
    var isCertain = false
    while end < limit, let unit = reading.unit(in: draft.text, at: end, before: limit) {
      scalars.append(unit.scalar)
      isCertain = isCertain || unit.isCertain
      end = unit.end
    }
    // Letters of other scripts need company: a Cyrillic word may hold such a pair by chance.
    guard isCertain || scalars.count >= 3, !isMention(Span(start, end), draft.text) else { return nil }
    return finding(Span(start, end), reading.reading(of: scalars).filter { $0 != "\u{FEFF}" }, .safe, draft)
  }

  /// “Ã©”: characters that copy on this subject quotes.
  private func isMention(_ span: Span, _ text: [UInt8]) -> Bool {
    func has(_ mark: String, endingAt end: Int) -> Bool { end >= mark.utf8.count && text[end - mark.utf8.count..<end].elementsEqual(mark.utf8) }
    func has(_ mark: String, at start: Int) -> Bool { text[start...].starts(with: mark.utf8) }
    return has("“", endingAt: span.start) && has("”", at: span.end) || has("\"", endingAt: span.start) && has("\"", at: span.end)
  }

  private func finding(_ span: Span, _ wanted: String?, _ safety: Fix.Safety, _ draft: Draft) -> Finding {
    let seen = draft.string(span)
    let shown = wanted.map { $0.allSatisfy(\.isWhitespace) ? "a space" : "‘\($0)’" }
    var finding = Finding(
      check: Self.about.id, severity: Self.about.severity, span: span,
      message: "‘\(seen)’ was torn by a wrong encoding" + (shown.map { $0 == "‘’" ? " and stands for nothing" : " and should be \($0)" } ?? ""))
    if let wanted {
      finding.replacements = [wanted]
      finding.fix = Fix([Edit(span, wanted)], safety)
    }
    return finding
  }

  // MARK: What is left of characters

  /// Characters of which a part has been lost: they can be told, but not read again.
  private func remains(in draft: Draft, _ places: ArraySlice<Int>) -> [Finding] {
    places.compactMap { draft.tokens[$0].isMark("€") ? euroRemains($0, draft) : replacementCharacter($0, draft) }
  }

  /// U+FFFD beside a letter; alone it may be meant.
  private func replacementCharacter(_ i: Int, _ draft: Draft) -> Finding? {
    let token = draft.tokens[i]
    let before = i > 0 && !token.flags.contains(.spaceBefore) && !token.flags.contains(.first) && draft.tokens[i - 1].kind == .word
    let next = i + 1 < draft.tokens.count ? draft.tokens[i + 1] : nil
    let after = next.map { $0.kind == .word && !$0.flags.contains(.spaceBefore) && !$0.flags.contains(.first) } ?? false
    guard before || after else { return nil }
    let isApostrophe = before && after && next.map { Self.endings.contains($0.key) } ?? false
    return finding(token.span, isApostrophe ? "’" : nil, .review, draft)
  }

  /// "’€™": the first of three parts became something else.
  private func euroRemains(_ i: Int, _ draft: Draft) -> Finding? {
    let token = draft.tokens[i]
    guard i + 1 < draft.tokens.count, !token.flags.contains(.spaceBefore), !token.flags.contains(.first) else { return nil }
    let next = draft.tokens[i + 1]
    guard !next.flags.contains(.spaceBefore), Int(next.start) == token.end else { return nil }
    let isPart = ["™", "˜", "¦", "¢"].contains { next.isMark($0) } || next.kind == .word && draft.string(next).hasPrefix("œ")
    guard isPart, i > 0 else { return nil }
    let before = draft.tokens[i - 1]
    let end = next.kind == .word ? Int(next.start) + 2 : next.end
    guard before.isMark("’"), next.isMark("™") else { return finding(Span(Int(token.start), end), nil, .review, draft) }
    return finding(Span(Int(before.start), end), "’", .review, draft)
  }

  private static let endings = Set(["s", "t", "re", "ve", "ll", "d", "m"].map { TokenKey($0) })
}
