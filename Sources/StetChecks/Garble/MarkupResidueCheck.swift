import StetFindings
import StetGlossary
import StetText

/// Markup of a page or a program that stands in the copy: "&nbsp;", "</p>", "{plans|intentions}".
struct MarkupResidueCheck: Check {
  static let about = About(
    id: "markup-residue", group: .garble, severity: .error, fix: .safe,
    summary: "Markup, a placeholder or an invisible character was left in the copy.",
    why: "It was never meant for readers; an invisible character makes words unfindable.",
    specificity: 84,
    examples: [
      .flags("Trade ⟦&amp;⟧ transport⟦&nbsp;⟧took the town⟦&#8217;⟧s money.", fixed: "Trade & transport took the town’s money."),
      .flags("The mayor left⟦<br>⟧ and came back.⟦</p>⟧"),
      .flags("⟦[caption id=\"a1\"]⟧ The harbour ⟦[/caption]⟧"),
      .flags("They made their ⟦{plans{⟧ known, and ⟦{left|went}⟧ home."),
      .flags("Dear ⟦{{first_name}}⟧, the harbour is open."),
      .flags("Ky⟦\u{200B}⟧iv and Lu⟦\u{FEFF}⟧hansk.", fixed: "Kyiv and Luhansk."),
      .flags("The report ⟦Lorem ipsum dolor⟧ sit amet was cut."),
      .flags("He met ⟦%s⟧ on Monday."),
      .allows("AT&T; R&D; “Q&A” and Marks & Spencer; 5 < 7 > 3; a <- b; I <3 you."),
      .allows("AT&amp;T</p> and <em>both</em>&nbsp;sides.", markdown: true),
      .allows("{% image \"a.jpg\" %} {{ page.excerpt | upper }} and a heading {.wide}", markdown: true),
      .allows("She wrote “[sic]” and [NATO], [1], [the mayor] and [b] beside it."),
      .allows("The HTML entity &amp; and the tag <br> are written so; {name} too."),
      .allows("Everything between the braces “{” and “}” is left out."),
      .allows("The set {1, 2, 3} has three members."),
      .allows("Call printf(\"%s\", name) = x_1 | y ~ z `a`."),
      .allows("The rate rose 5 % so quickly; 100% said no; %-signs."),
      .allows("می\u{200C}خواهم and 👩\u{200D}👩\u{200D}👧 and co\u{AD}operate."),
      .allows("“Lorem ipsum” is what typesetters write."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var found = context.survey.each(.invisible).flatMap { invisible(in: draft.tokens[$0.token], draft) }
    // Most drafts have no sign that markup begins with.
    guard context.survey.has(.residue) || context.survey.has(.filler), !context.survey.copy.isTechnical else { return found }
    var search = Residue(draft: draft)
    search.run(context.survey)
    found += search.found.map { finding($0.span, $0.replacement, $0.kind, draft) }
    return found
  }

  private func finding(_ span: Span, _ replacement: String?, _ kind: String, _ draft: Draft) -> Finding {
    let seen = draft.string(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let wanted = replacement.map { $0.isEmpty ? "" : $0.allSatisfy(\.isWhitespace) ? ": a space" : ": ‘\($0)’" } ?? ""
    var finding = Finding(check: Self.about.id, severity: Self.about.severity, span: span, message: "‘\(seen)’ is \(kind)\(wanted)")
    if let replacement {
      finding.replacements = [replacement]
      finding.fix = Fix([Edit(span, replacement)], .safe)
    }
    return finding
  }

  // MARK: Invisible characters

  /// Zero-width spaces, byte-order marks and private-use characters beside a letter of a script with spaces.
  private func invisible(in token: Token, _ draft: Draft) -> [Finding] {
    var findings: [Finding] = []
    let text = draft.text
    var at = Int(token.start)
    while at + 2 < token.end {
      defer { at += 1 }
      guard text[at] >= 0xE2, let name = name(of: (text[at], text[at + 1], text[at + 2])) else { continue }
      guard isLatin(text, before: at), isLatin(text, after: at + 3) || name.isPrivate else { continue }
      let span = Span(at, at + 3)
      var finding = Finding(
        check: Self.about.id, severity: Self.about.severity, span: span, message: "\(name.text) stands inside a word")
      if !name.isPrivate { finding.fix = Fix([Edit(span, "")], .safe) }
      findings.append(finding)
    }
    return findings
  }

  private func name(of bytes: (UInt8, UInt8, UInt8)) -> (text: String, isPrivate: Bool)? {
    switch bytes {
    case (0xE2, 0x80, 0x8B): ("a zero-width space", false)
    case (0xE2, 0x81, 0xA0): ("a word joiner", false)
    case (0xEF, 0xBB, 0xBF): ("a byte-order mark", false)
    // The last of them is a maker’s apple.
    case (0xEE, _, _), (0xEF, 0x80...0xA2, _), (0xEF, 0xA3, 0x80...0xBE): ("a character of private use", true)
    default: nil
    }
  }

  private func isLatin(_ text: [UInt8], before at: Int) -> Bool {
    guard at > 0 else { return false }
    if text[at - 1] < 0x80 { return isLetter(text[at - 1]) }
    return at > 1 && (0xC3...0xC9).contains(text[at - 2]) || at > 1 && (text[at - 2] == 0xCC || text[at - 2] == 0xCD)
  }

  private func isLatin(_ text: [UInt8], after at: Int) -> Bool {
    at < text.count && (isLetter(text[at]) || (0xC3...0xC9).contains(text[at]))
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
