import StetFindings
import StetGlossary
import StetText

/// Words of grammar side by side that a word must part: "the of", "an and", "he told that the".
struct MissingWordCheck: Check {
  static let about = About(
    id: "missing-word", group: .garble, severity: .warning, fix: .none,
    summary: "A word is missing between two words, or one of them is too many.",
    why: "The machine lost what stood there; only the source tells what it was.",
    specificity: 58,
    examples: [
      .flags("They crossed ⟦the of⟧ river at dawn, and ⟦an was⟧ seen."),
      .flags("He opened ⟦a the⟧ door to ⟦the our⟧ house."),
      .flags("It is the end of ⟦the.⟧ Nobody came to ⟦the,⟧ he said."),
      .flags("On Monday the mayor fell. ⟦He told that⟧ the bridge was closed."),
      .flags("The minister sold it. ⟦She informed that⟧ they had left."),
      .allows("What he spoke of is the thing. The “of” is small. The and operator returns the or of both in Python."),
      .allows("The by-election, the to-do list, the has-been and the with-profits fund; the The Hague court; the “a”."),
      .allows("He was told that the bridge was closed. They were informed that he left. Told that the car was his, he smiled."),
      .allows("He told that story twice. She told that to the court. They told this to us."),
      .allows("It is the, uh, thing. The … end. Each of the, say, ten. The, the man, he said."),
      .allows("She gave her the book, and told him the same. His the choice was not, nor hers the blame."),
      .allows("A cappella, the a la carte menu, the an-isotropic case, a this-or-that choice; the I and the We; the A and the B."),
      .allows("Press the . key, the , key or the: and the ; sign. Go to the (old) bridge."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var findings: [Finding] = []
    let tokens = draft.tokens
    for (segment, i) in context.survey.each(.articleOrSubject) where segment.isRunningText && i < segment.tokens.upperBound - 1 {
      guard tokens[i].length <= 8, let end = fault(at: i, segment, draft) else { continue }
      // What speaks of programs speaks of "the and operator".
      if context.survey.copy.isTechnical { return [] }
      let span = Span(Int(tokens[i].start), end)
      findings.append(
        Finding(
          check: Self.about.id, severity: Self.about.severity, span: span,
          message: "‘\(draft.quoted(span))’: a word is missing here, or one is too many"))
    }
    return findings
  }

  /// Where a fault that begins at a word ends.
  private func fault(at i: Int, _ segment: Segment, _ draft: Draft) -> Int? {
    let token = draft.tokens[i]
    if Self.subjects.contains(token.key) { return isTold(i, segment, draft) ? draft.tokens[i + 2].end : nil }
    let isDefinite = token.key == Self.the, next = draft.tokens[i + 1]
    // Most articles stand before what is neither a mark nor one of these words.
    guard isDefinite ? next.kind == .punctuation || Self.neverAfterThe.contains(next.key) : Self.neverAfterAn.contains(next.key),
      token.flags.contains(.lowercase), !token.flags.contains(.nonASCII), !token.isGlued || token.flags.contains(.first)
    else { return nil }
    if isDefinite, next.isGlued, next.isMark(",") || next.isMark(".") { return endsAtStop(i, segment.tokens, draft) ? next.end : nil }
    guard next.isSmallWord, draft.followsWord(i + 1, in: segment), isWhole(i + 1, segment.tokens, draft),
      token.length > 1 || Self.neverAfterA.contains(next.key)
    else { return nil }
    return next.end
  }

  /// "the." at the end of a sentence, "the, he said": no ellipsis, no stammer, no word spoken of.
  private func endsAtStop(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    guard i > segment.lowerBound, draft.tokens[i - 1].isSmallWord, Words.grammar.contains(draft.tokens[i - 1].key), !draft.tokens[i].flags.contains(.quoted)
    else { return false }
    guard i + 2 < segment.upperBound else { return true }
    let next = draft.tokens[i + 2]
    if draft.tokens[i + 1].isMark(".") { return next.kind == .word && !next.isGlued && next.flags.contains(.capitalized) }
    return Self.afterComma.contains(next.key)
  }

  /// "He told that the bridge": to tell somebody is what English does. A sentence begins with it, so that nobody was told.
  private func isTold(_ i: Int, _ segment: Segment, _ draft: Draft) -> Bool {
    guard i + 3 < segment.tokens.upperBound, Self.telling.contains(draft.tokens[i + 1].key), draft.tokens[i + 2].key == Self.that,
      Self.clauseStarts.contains(draft.tokens[i + 3].key), (i + 1...i + 3).allSatisfy({ draft.tokens[$0].kind == .word && !draft.tokens[$0].isGlued })
    else { return false }
    return i == segment.tokens.lowerBound || draft.tokens[i - 1].endsSentence || draft.tokens[i - 1].isQuotationMark || draft.tokens[i - 1].isMark(",")
  }

  private func isWhole(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    guard i + 1 < segment.upperBound else { return true }
    let next = draft.tokens[i + 1]
    return !next.isGlued || next.kind == .punctuation && !next.isHyphen && !next.isMark("/") && !next.isQuotationMark
  }

  static let cues = [
    CuePair(.articleOrSubject, Words.keys("the a an"), next: neverAfterThe.union(neverAfterAn), isBeforeMarks: true),
    CuePair(.articleOrSubject, subjects, next: telling),
  ]
  private static let the = TokenKey("the")
  private static let neverAfterThe = Words.keys("of is was were are from but into than because been whose during his its our their my these")
  private static let neverAfterAn = Words.keys("of is was were are from but into than because been the this these those his its our their my")
  /// A letter of the alphabet may stand before the rest.
  private static let neverAfterA = Words.keys("the these those his its our their my")
  private static let afterComma = Words.keys("he she they it said told on in at the but and who which")
  private static let subjects = Words.keys("he she they")
  private static let telling = Words.keys("told informed")
  private static let that = TokenKey("that")
  private static let clauseStarts = Words.keys("the he she they we it there these this his her their a an no in on")
}
