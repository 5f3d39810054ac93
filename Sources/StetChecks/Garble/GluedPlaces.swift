import StetFindings
import StetGlossary
import StetNames
import StetText

/// Where a space is missing or too many.
struct GluedPlaces {
  struct Place {
    let span: Span
    let edit: Edit
    var isSure = true
    /// A slip of the hand as well may be behind it.
    var isSlight = false

    func text(in draft: Draft) -> String {
      let text = draft.string(Span(span.start, edit.span.start)) + edit.replacement + draft.string(Span(edit.span.end, span.end))
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  let draft: Draft
  let matches: DraftMatches
  var found: [Place] = []

  let survey: Survey
  let capitals: CapitalWords

  init(_ draft: Draft, _ context: Context) {
    self.draft = draft
    matches = context.matches
    survey = context.survey
    capitals = context.capitals
  }

  mutating func find() {
    for i in survey[.markedWord] where draft.tokens[i].flags.isDisjoint(with: [.possessive, .digits]) && mayPart(draft.tokens[i]) && isLookedAt(i) {
      insideWord(i)
    }
    namesAndWords()
    for (segment, i) in survey.each(.gluedMark) where segment.isInside(i) && isLookedAt(segment) { mark(i, segment.tokens) }
    var wide: [Int] = []
    for (segment, i) in survey.each(.wideGap) where isLookedAt(segment) && isWide(i, segment) { wide.append(i) }
    if !wide.isEmpty { addWide(wide) }
  }

  private func isLookedAt(_ i: Int) -> Bool { draft.segment(ofToken: i).map { isLookedAt($0) } ?? false }

  func isLookedAt(_ segment: Segment) -> Bool {
    segment.isRunningText || segment.role == .listItem || segment.role == .heading || segment.role == .caption
  }

  /// Whether a mark stands in a word with three bytes or more on either side: in "don’t" none does.
  private func mayPart(_ word: Token) -> Bool {
    guard word.length >= 7 else { return false }
    return (Int(word.start) + 3..<word.end - 3).contains { draft.text[$0] == 0x27 || draft.text[$0] == 0xE2 && $0 + 6 <= word.end }
  }

  private mutating func mark(_ i: Int, _ segment: Range<Int>) {
    let token = draft.tokens[i]
    switch token.key.rawValue {
    case 0x2E, 0x21, 0x3F: stop(i, segment)
    case 0x2C: comma(i, segment)
    case 0x3A: label(i, segment)
    case 0x29: bracket(i, segment)
    case 0x27, 0x2019: token.flags.contains(.spaceBefore) ? possessive(i, segment) : quotationAfterComma(i, segment)
    case 0x22, 0x201C, 0x201D: quotation(i, segment)
    case 0x2D:
      if token.isGlued { dash(i, segment) } else { hyphen(i, segment); designation(i, segment) }
    default: break
    }
  }

  mutating func insert(_ space: Int, from first: Int, to last: Int, isSure: Bool = true) {
    found.append(
      Place(
        span: Span(Int(draft.tokens[first].start), draft.tokens[last].end), edit: Edit(Span(space, space), " "), isSure: isSure))
  }

  // MARK: Stops and commas

  /// "snow.The"
  private mutating func stop(_ i: Int, _ segment: Range<Int>) {
    let before = draft.tokens[i - 1]
    let next = draft.tokens[i + 1]
    guard draft.tokens[i].isGlued, next.isGlued, next.isCapitalizedWord, next.length >= 2, endsWord(i + 1, segment),
      followedByWord(i + 1, segment)
    else { return }
    // "object.Close", "Booking.Com": only words that open sentences are sure, and names that the draft has elsewhere.
    let opens = Words.openers.contains(next.key)
    guard isOrdinary(i - 1, segment) else {
      if opens, endsAside(i - 1, segment) || isYear(before) { insert(draft.tokens[i].end, from: i - 1, to: i + 1) }
      return
    }
    if opens || before.isSmallWord && Words.grammar.contains(next.key) {
      insert(draft.tokens[i].end, from: i - 1, to: i + 1)
    } else if before.isSmallWord, isPlainName(next), isWritten(next) {
      insert(draft.tokens[i].end, from: i - 1, to: i + 1, isSure: false)
    }
  }

  /// A closing quotation mark, or a bracket with words in it: "”.The", "(the oldest).The"; not "close().The".
  private func endsAside(_ i: Int, _ segment: Range<Int>) -> Bool {
    guard i - 2 >= segment.lowerBound, draft.tokens[i].isGlued else { return false }
    if draft.tokens[i].isMark("”") { return true }
    guard draft.tokens[i].isMark(")"), draft.tokens[i - 1].kind == .word else { return false }
    let open = draft.tokens[segment.lowerBound..<i].lastIndex { $0.isMark("(") }
    return open.map { draft.tokens[$0].flags.contains(.spaceBefore) } ?? false
  }

  /// No word, and no capital but its first: "Zorin", not "BlockList".
  private func isPlainName(_ token: Token) -> Bool {
    !draft.isEnglish(token) && !draft.text[Int(token.start) + 1..<token.end].contains { (0x41...0x5A).contains($0) }
  }

  private func isYear(_ token: Token) -> Bool { token.kind == .number && token.length == 4 && !token.isGlued }

  /// "late,but"
  private mutating func comma(_ i: Int, _ segment: Range<Int>) {
    let before = draft.tokens[i - 1]
    let next = draft.tokens[i + 1]
    guard draft.tokens[i].isGlued, next.isGlued, next.kind == .word, !next.flags.contains(.digits), isOrdinary(i - 1, segment),
      endsWord(i + 1, segment), followedByWord(i + 1, segment)
    else { return }
    let isGrammar =
      next.length >= 2 && Words.grammar.contains(next.key) || before.isSmallWord && Words.grammar.contains(before.key)
    guard isGrammar, next.length >= 2, Words.grammar.contains(next.key) || draft.isEnglish(next) else { return }
    insert(draft.tokens[i].end, from: i - 1, to: i + 1)
  }

  /// "Read more:The"; other labels may be code.
  private mutating func label(_ i: Int, _ segment: Range<Int>) {
    let next = draft.tokens[i + 1]
    guard draft.tokens[i].isGlued, next.isGlued, next.isCapitalizedWord, i - 2 >= segment.lowerBound,
      GluedPlaces.labels.contains(draft.tokens[i - 1].key), GluedPlaces.invitations.contains(draft.tokens[i - 2].key),
      endsWord(i + 1, segment)
    else { return }
    insert(draft.tokens[i].end, from: i - 1, to: i + 1)
  }

  /// An ordinary word or a name that begins after a space: no part of an address, an abbreviation or code.
  private func isOrdinary(_ i: Int, _ segment: Range<Int>) -> Bool {
    let token = draft.tokens[i]
    guard token.kind == .word, token.length >= 2, token.flags.contains(.lowercase),
      token.flags.isDisjoint(with: [.digits, .otherScript])
    else { return false }
    if i > segment.lowerBound, token.isGlued, !draft.tokens[i - 1].isQuotationMark, !draft.tokens[i - 1].isHyphen { return false }
    if Words.abbreviations.contains(token.key) { return false }
    if token.flags.contains(.capitalized) { return token.length >= 4 }
    return token.length == 2 ? Words.grammar.contains(token.key) : draft.isEnglish(token) || token.flags.contains(.possessive)
  }

  /// Nothing is glued to the word's end.
  private func endsWord(_ i: Int, _ segment: Range<Int>) -> Bool {
    guard i + 1 < segment.upperBound else { return true }
    return !draft.tokens[i + 1].isGlued
  }

  private func followedByWord(_ i: Int, _ segment: Range<Int>) -> Bool {
    guard i + 1 < segment.upperBound else { return false }
    return draft.tokens[i + 1].flags.contains(.spaceBefore)
  }

  // MARK: Brackets, hyphens

  /// ")was": after a bracket with a space before it, for "file(s)" and "(re)open" have none or a prefix inside.
  private mutating func bracket(_ i: Int, _ segment: Range<Int>) {
    let next = draft.tokens[i + 1]
    guard next.isGlued, next.isSmallWord, next.length >= 2, Words.grammar.contains(next.key), endsWord(i + 1, segment),
      followedByWord(i + 1, segment), let open = draft.tokens[segment.lowerBound..<i].lastIndex(where: { $0.isMark("(") }),
      !draft.tokens[open].isGlued, i - open > 2 || draft.tokens[open + 1].flags.contains(.capitalized), i > open + 1
    else { return }
    insert(draft.tokens[i].end, from: i, to: i + 1)
  }

  /// "six -storey"
  private mutating func hyphen(_ i: Int, _ segment: Range<Int>) {
    let before = draft.tokens[i - 1]
    let next = draft.tokens[i + 1]
    guard draft.followsOneSpace(i), next.isGlued, next.isSmallWord, next.length >= 4, GluedPlaces.combining.contains(before.key),
      before.isSmallWord,
      GluedPlaces.combined.contains(next.key),
      i + 2 >= segment.upperBound || !draft.tokens[i + 2].isGlued || draft.tokens[i + 2].kind == .punctuation
    else { return }
    found.append(
      Place(span: before.span.union(next.span), edit: Edit(Span(before.end, Int(draft.tokens[i].start)), "")))
  }

  /// "the storm- Olsen says": a dash without the space before it. "Anti- and pro-" are hyphens.
  private mutating func dash(_ i: Int, _ segment: Range<Int>) {
    let before = draft.tokens[i - 1]
    let next = draft.tokens[i + 1]
    guard before.isSmallWord, before.length >= 4, !before.isGlued, draft.followsOneSpace(i + 1), next.isCapitalizedWord,
      draft.isEnglish(before),
      !GluedPlaces.prefixes.contains(before.key), !Words.grammar.contains(before.key)
    else { return }
    insert(before.end, from: i - 1, to: i + 1, isSure: false)
  }

  // MARK: Quotation marks and apostrophes

  /// "Olsen ’s"
  private mutating func possessive(_ i: Int, _ segment: Range<Int>) {
    let name = draft.tokens[i - 1]
    let ending = draft.tokens[i + 1]
    guard draft.followsOneSpace(i), ending.isGlued, ending.length == 1, ending.isSmallWord, ending.key == GluedPlaces.s,
      name.kind == .word, name.length >= 3, name.flags.contains(.lowercase), name.flags.isDisjoint(with: [.possessive, .digits]),
      name.flags.contains(.capitalized) || draft.isEnglish(name), !Words.grammar.contains(name.key), i + 2 < segment.upperBound,
      draft.tokens[i + 2].flags.contains(.spaceBefore), draft.tokens[i + 2].kind == .word
    else { return }
    found.append(Place(span: name.span.union(ending.span), edit: Edit(Span(name.end, Int(draft.tokens[i].start)), "")))
  }

  /// "clerk,’Are"
  private mutating func quotationAfterComma(_ i: Int, _ segment: Range<Int>) {
    let next = draft.tokens[i + 1]
    guard draft.tokens[i - 1].isMark(","), draft.tokens[i - 1].isGlued, draft.tokens[i].isGlued, i - 2 >= segment.lowerBound,
      next.isGlued,
      isOrdinary(i - 2, segment), next.kind == .word, Words.grammar.contains(next.key), next.length >= 2,
      endsWord(i + 1, segment),
      followedByWord(i + 1, segment)
    else { return }
    insert(draft.tokens[i - 1].end, from: i - 2, to: i + 1)
  }

  /// "said“It" and "late,”said"
  private mutating func quotation(_ i: Int, _ segment: Range<Int>) {
    let mark = draft.tokens[i]
    let before = draft.tokens[i - 1]
    let next = draft.tokens[i + 1]
    guard mark.isGlued, next.isGlued, next.kind == .word, !next.flags.contains(.digits), endsWord(i + 1, segment) else { return }
    if mark.isMark("“") {
      let word = before.isMark(",") || before.isMark(":") || before.endsSentence ? i - 2 : i - 1
      guard word >= segment.lowerBound, isOrdinary(word, segment), word == i - 1 || before.isGlued,
        Words.grammar.contains(next.key) || draft.isEnglish(next)
      else { return }
      insert(Int(mark.start), from: word, to: i + 1)
      return
    }
    guard let role = draft.quotationMark(at: i), role.role == .closing, role.partner != nil else {
      return
    }
    // Straight marks stand between words in code: "one","two".
    guard mark.isMark("”") || before.isMark(",") || before.endsSentence, next.length >= 2,
      next.isSmallWord
        ? Words.grammar.contains(next.key) || Words.finiteVerbs.contains(next.key)
        : before.endsSentence && Words.openers.contains(next.key)
    else { return }
    insert(mark.end, from: i, to: i + 1)
  }

  /// "that’the": both halves are words of three letters or more, and the second is no ending.
  private mutating func insideWord(_ i: Int) {
    let token = draft.tokens[i]
    let word = draft.string(token)
    guard let at = word.firstIndex(where: { $0 == "’" || $0 == "'" || $0 == "‘" }) else { return }
    let left = word[..<at]
    let right = word[word.index(after: at)...]
    guard right.utf8.count >= 3, left.utf8.count >= 3, right.allSatisfy(\.isLetter), left.allSatisfy(\.isLetter) else { return }
    guard Words.grammar.contains(TokenKey(String(right))), !GluedPlaces.endings.contains(TokenKey(String(right))),
      WordList.english.contains(left.lowercased())
    else { return }
    let mark = Int(token.start) + left.utf8.count
    found.append(Place(span: token.span, edit: Edit(Span(mark, mark), " ")))
  }

  // MARK: Lists

  private static let labels = Words.keys("more also")
  private static let invitations = Words.keys("read see watch")
  private static let prefixes = Words.keys(
    "anti post semi self half multi inter intra super trans micro mini cross left right high full long short well")
  private static let s = TokenKey("s")
  private static let endings = Words.keys("all til till cause twas tis")
  private static let combining = Words.keys(
    "two three four five six seven eight nine ten eleven twelve full large small short long medium high low half multi mid one single double"
  )
  private static let combined = Words.keys(
    """
    storey story storeyed scale range term time year years month months week weeks day days hour hours minute metre meter kilometre
    kilometer bedroom member page part level speed rise fledged way
    """
  )
}
