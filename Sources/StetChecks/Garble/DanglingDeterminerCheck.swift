import StetFindings
import StetText

/// A possessive that stands after its noun, at the end: "peace and freedom your."
struct DanglingDeterminerCheck: Check {
  static let about = About(
    id: "dangling-determiner", group: .garble, severity: .warning, fix: .none,
    summary: "A possessive or a short form such as ‘it’s’ has nothing after it.",
    why: "The source language puts the possessive behind the noun; in English it stands before. At the end ‘it is’ is never shortened.",
    specificity: 66,
    examples: [
      .flags("They spoke of “honour and pride ⟦your⟧”."),
      .flags("It is the house and the garden ⟦our⟧."),
      .flags("“We shall defend the land ⟦their⟧!” he cried."),
      .allows("It is not his house but yours. It is ours, not theirs."),
      .flags("They told us how late ⟦it’s⟧. Nobody knows where ⟦they're⟧."),
      .allows("The cat licks it's paw. Write its, not it's. It’s late, and that’s what it is."),
      .allows("The word “your” is short. Replace “my” with “our”."),
      .allows("Oh my! That was close. My, my."),
      .allows("“Where is your…” she began. It was my ... mistake."),
      .allows("He wants a house of his own; each has its own."),
      .allows("They write *your*. We write *my*.", markdown: true),
      .allows("Not my, not your, but their house."),
      .allows("He said it was your (the reader’s) duty."),
    ])

  /// What dangles has a mark behind it.
  static let cues = [CuePair(.danglingWord, determiners.union(shortWithS).union(short), .small, isBeforeMarks: true)]
  private static let determiners = Words.keys("my your our their")
  private static let exclaimed = Words.keys("oh my me no dear the a word words pronoun pronouns determiner or and than")

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var findings: [Finding] = []
    let determiners = Self.determiners
    for (segment, i) in context.survey.each(.danglingWord) where segment.isRunningText && segment.isInside(i) {
      let token = draft.tokens[i]
      if isShort(token), endsShort(i, segment.tokens, draft) {
        findings.append(shortened(token.span, draft))
      }
      guard determiners.contains(token.key), dangles(i, segment.tokens, draft) else { continue }
      let span = token.span
      findings.append(
        Finding(
          check: Self.about.id, severity: Self.about.severity, span: span,
          message: "‘\(draft.string(span))’ has nothing after it: the noun it belongs to stands before"))
    }
    return findings
  }

  /// "how painful it’s."
  private func endsShort(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    let before = draft.tokens[i - 1], stop = draft.tokens[i + 1]
    guard before.kind == .word, draft.tokens[i].flags.contains(.spaceBefore), !Self.mentioning.contains(before.key), stop.endsSentence, stop.isGlued
    else { return false }
    return i + 2 >= segment.upperBound || !draft.tokens[i + 2].endsSentence && !draft.tokens[i + 2].isGlued
  }

  private func shortened(_ span: Span, _ draft: Draft) -> Finding {
    Finding(
      check: Self.about.id, severity: Self.about.severity, span: span,
      message: "‘\(draft.string(span))’ has nothing after it: at the end of a sentence it is not shortened")
  }

  private func isShort(_ token: Token) -> Bool {
    token.flags.contains(.possessive) && Self.shortWithS.contains(token.key) || token.flags.contains(.marked) && Self.short.contains(token.key)
  }

  private static let shortWithS = Words.keys("it he she")
  private static let short = Words.keys("they’re we’re you’re we’ve they’ve you’ve")
  private static let mentioning = Words.keys("a an the word words form forms or and not of with use used using write say for as like")

  private func dangles(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    let token = draft.tokens[i]
    let before = draft.tokens[i - 1]
    let next = draft.tokens[i + 1]
    guard next.isGlued, token.flags.isDisjoint(with: [.markupBefore, .marked]), token.flags.contains(.spaceBefore), before.isSmallWord,
      !Self.exclaimed.contains(before.key), !Words.grammar.contains(before.key)
    else { return false }
    if next.isQuotationMark {
      // Not “’tis your’ …”: a mark that closes, and more than a word or two in it.
      guard let mark = draft.quotationMark(at: i + 1), mark.role == .closing, let open = mark.partner
      else { return false }
      return draft.words(in: open..<i) >= 2
    }
    guard next.endsSentence else { return false }
    // No ellipsis, no address.
    return i + 2 >= segment.upperBound
      || !draft.tokens[i + 2].endsSentence && (!draft.tokens[i + 2].isGlued || draft.tokens[i + 2].isQuotationMark)
  }
}
