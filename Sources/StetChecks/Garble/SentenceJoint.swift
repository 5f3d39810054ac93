import StetText

/// A capital inside a sentence on a word of grammar: a second sentence that begins without a stop before it, or a capital
/// that a machine left. `FusedSentenceCheck` reports the one, `StrayCapitalCheck` the other.
struct SentenceJoint: Sendable {
  /// The capitalised word.
  let token: Int
  let opensSentence: Bool

  static let cues = Words.neverCapitals.union(Words.openers)

  static func all(in draft: Draft, _ survey: Survey, _ capitals: @autoclosure () -> CapitalWords) -> [SentenceJoint] {
    var joints: [SentenceJoint] = []
    lazy var speaksOfGod = speaksOfGod(draft, capitals())
    for (segment, i) in survey.each(.sentenceOpener) where segment.isInside(i) && draft.tokens[i].flags.isDisjoint(with: [.possessive, .marked]) {
      guard mayJoin(draft.tokens[i - 1]), segment.isRunningText, segment.tokens.count > 4, let joint = SentenceJoint(i, segment, draft) else { continue }
      // "God, for He alone": the capital is reverence.
      if draft.tokens[i - 1].isSmallWord, reverent.contains(draft.tokens[i].key), speaksOfGod { continue }
      joints.append(joint)
    }
    return joints
  }

  /// A sentence's stop parts it from the next, as nearly everywhere.
  @inline(__always)
  private static func mayJoin(_ before: Token) -> Bool {
    before.kind == .word || before.isMark("”") || before.isMark("\"")
  }

  private init?(_ i: Int, _ whole: Segment, _ draft: Draft) {
    let segment = whole.tokens
    let next = draft.tokens[i + 1]
    let before = draft.tokens[i - 1]
    guard next.isSmallWord || next.kind == .number, before.isSmallWord || SentenceJoint.afterNames.contains(draft.tokens[i].key),
      draft.followsWord(i, in: whole), draft.followsWord(i + 1, in: whole), !draft.isTitleCase(around: i, in: segment), !SentenceJoint.introducesTitle(i, segment, draft),
      !draft.tokens[i].flags.contains(.breakBefore) || !draft.isVerse(whole)
    else { return nil }
    let isClause = SentenceJoint.opensClause(i, segment, draft)
    if before.isSmallWord {
      guard Words.grammar.contains(before.key) || draft.isEnglish(before) else { return nil }
      opensSentence = isClause && !Words.grammar.contains(before.key)
      guard opensSentence || Words.neverCapitals.contains(draft.tokens[i].key) && !SentenceJoint.isMention(i, segment, draft)
      else { return nil }
    } else if before.isCapitalizedWord || SentenceJoint.closesQuotation(i - 1, draft) {
      guard isClause else { return nil }
      opensSentence = true
    } else {
      return nil
    }
    token = i
  }

  /// From the word on, a clause of four words or more with a verb of its own; before it, as many words at least.
  private static func opensClause(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    guard Words.openers.contains(draft.tokens[i].key) else { return false }
    let start = draft.roughSentenceStart(i, in: segment)
    let end = draft.roughSentenceEnd(i, in: segment)
    guard draft.words(in: start..<i) >= 3, draft.words(in: i..<end) >= 4 else { return false }
    return draft.tokens[i + 1..<min(end, i + 30)].contains { Words.finiteVerbs.contains($0.key) && $0.isSmallWord }
  }

  /// "the film It happened": what a name may stand after.
  private static func introducesTitle(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    let nearby = max(segment.lowerBound, i - 2)..<i
    return draft.tokens[nearby].contains { titled.contains($0.key) }
  }

  /// "sentences like If you go …", "the From address", "see On the Origin of Species": the words of a title or of a text.
  private static func isMention(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    if mentioning.contains(draft.tokens[i - 1].key) { return true }
    // "Keynes and After"
    if joining.contains(draft.tokens[i - 1].key), i - 2 >= segment.lowerBound, draft.tokens[i - 2].flags.contains(.capitalized) {
      return true
    }
    let end = draft.roughSentenceEnd(i, in: segment)
    if end + 1 < segment.upperBound, draft.tokens[end].isMark("."), draft.tokens[end + 1].isMark(".") { return true }
    guard titleOpeners.contains(draft.tokens[i].key) else { return false }
    let content = draft.tokens[i + 1..<end].first { !Words.grammar.contains($0.key) }
    return content?.flags.contains(.capitalized) ?? false
  }

  private static func closesQuotation(_ i: Int, _ draft: Draft) -> Bool {
    guard draft.tokens[i].isGlued, draft.tokens[i - 1].kind == .word else { return false }
    return draft.tokens[i].isMark("”") || draft.tokens[i].isMark("\"")
  }

  private static func speaksOfGod(_ draft: Draft, _ capitals: CapitalWords) -> Bool {
    // Words all in capitals are not among those.
    if holy.keys.contains(where: { capitals.number(of: $0) != nil }) { return true }
    let holy = holy
    return draft.tokens.contains { $0.flags.contains(.capitalized) && holy.contains($0.key) }
  }

  /// They may follow a name that ends a sentence, and stand in no name themselves.
  private static let afterNames = Words.keys("but the this these however there they although meanwhile it")
  private static let reverent = Words.keys("he him his she who whose")
  private static let holy = Words.keys("god lord jesus christ allah almighty creator buddha krishna yahweh jehovah brahman")
  private static let joining = Words.keys("and or")
  private static let mentioning = Words.keys("a an the like see than of or periphrasis")
  private static let titleOpeners = Words.keys(
    "the this these in on at for from of to by with as into during after before and but while when where")
  private static let titled = Words.keys(
    """
    film films movie movies show shows series novel novels book books song songs single singles album albums play plays drama musical opera poem
    story stories comedy called titled entitled named word words term terms phrase phrases title titles group band website site programme
    program podcast magazine newspaper blog article essay column chapter section slogan motto headline game games track label button option
    project campaign exhibition tour hashtag sitcom work works see read consult refer thriller documentary video message note
    """)
}
