import StetFindings
import StetNames
import StetText

/// Finds the marks of segments that stand where no mark can stand.
struct OrphanMarks {
  struct Fault {
    let span: Span
    /// What a reader sees and what it should be.
    let seen: String
    let wanted: [String]
    var replacements: [String] = []
    var edit: Edit?
    /// Nothing else can be meant.
    var isSure = false
  }

  let draft: Draft
  let tokens: [Token]
  /// The segment at hand.
  private(set) var segment = -1..<0
  private(set) var found: [Fault] = []
  /// The places of round brackets that are open.
  private var brackets: [Int] = []

  init(draft: Draft) {
    self.draft = draft
    tokens = draft.tokens
  }

  /// Looks at a punctuation mark. They come in order, those left out that stand as they should.
  mutating func look(at i: Int, in segment: Range<Int>) {
    if self.segment.lowerBound != segment.lowerBound {
      self.segment = segment
      if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
    }
    guard i > segment.lowerBound, mayBeOrphan(i), draft.hasProseGap(before: i) else { return }
    switch Unicode.Scalar(UInt32(truncatingIfNeeded: tokens[i].key.rawValue)) {
    case ",", ";": comma(i)
    case ".": stops(i)
    case "?", "!": question(i)
    case ")": closeBracket(i)
    case "(", "[": shortForm(i)
    default: break
    }
    if isMark(i, "(") { brackets.append(i) }
  }

  /// No comma or stop right behind a word or number, and no other stop behind it: as nearly all of them stand.
  @inline(__always)
  private func mayBeOrphan(_ i: Int) -> Bool {
    switch tokens[i].key.rawValue {
    case 0x2C, 0x3B, 0x3F, 0x21: !followsWord(i)
    case 0x2E: !followsWord(i) || isDot(i + 1)
    case 0x28, 0x29, 0x5B: true
    default: false
    }
  }

  @inline(__always)
  private func followsWord(_ i: Int) -> Bool {
    !tokens[i].flags.contains(.spaceBefore) && (tokens[i - 1].kind == .word || tokens[i - 1].kind == .number)
  }

  // MARK: Commas and semicolons

  private mutating func comma(_ i: Int) {
    guard !isCode(i) else { return }
    if isMark(i - 1, ",") || isMark(i - 1, ";") { return doubled(i) }
    if isMark(i - 1, ".") { return commaAfterStop(i) }
    guard isSpaced(i), endsSomething(i - 1), !isMark(i + 1, ","), !isMark(i + 1, ";") else { return }
    if !isSpaced(i + 1), i + 1 < segment.upperBound {
      let next = tokens[i + 1]
      if next.kind == .word, isMark(i, ",") { return addSpaced(i, isSure: true, spaceAfter: true) }
      guard isClosing(i + 1), !(isMark(i, ";") && isMark(i + 1, ")")) else { return }  // ;)
    }
    if isSingleLetter(i - 1), isSingleLetter(i + 1) { return }
    if isMark(i, ";"), segment.contains(i + 1), tokens[i + 1].kind != .word, !isQuote(i + 1) { return }
    addSpaced(i, isSure: !isMark(i - 1, "?") && !isMark(i - 1, "!"))
  }

  /// ",," and ", ,": one is enough. ",;" and the like: which one stays is not sure.
  private mutating func doubled(_ i: Int) {
    guard !isSpaced(i - 1), endsSomething(i - 2), segment.contains(i + 1), isSpaced(i + 1) || isClosing(i + 1) else { return }
    if tokens[i].key == tokens[i - 1].key { addOrphan(i, isSure: true) } else { addPair(i) }
  }

  private mutating func commaAfterStop(_ i: Int) {
    guard !isSpaced(i - 1), !isMark(i - 2, "."), i - 2 >= segment.lowerBound, isSpaced(i + 1) || isClosing(i + 1) else { return }
    if isSpaced(i) {
      if isAbbreviated(i - 2) { addSpaced(i, isSure: isCapitalized(i - 2) || !isOrdinaryWord(i - 2)) } else { addPair(i) }
    } else if tokens[i - 2].length >= 5, !isCapitalized(i - 2), isOrdinaryWord(i - 2), !isAbbreviated(i - 2),
      i + 1 < segment.upperBound, tokens[i + 1].kind == .word, !isCapitalized(i + 1)
    {
      addPair(i)
    }
  }

  // MARK: Full stops

  /// A run of stops is looked at once; three or more are an ellipsis, however they are spaced.
  private mutating func stops(_ first: Int) {
    guard !isDot(first - 1), !isCode(first) else { return }
    var end = first + 1
    while isDot(end) { end += 1 }
    let last = end - 1
    if end < segment.upperBound, !isSpaced(end), !isClosing(end) { return }
    if last == first { return loneStop(first) }
    guard last == first + 1, isMark(last, "."), endsSomething(first - 1) else { return }
    if !isSpaced(first), isSpaced(last) {
      addOrphan(last, isSure: true)
    } else if isWordBeforeTwoStops(first), end >= segment.upperBound || isCapitalized(end) {
      addTwoStops(first)
    }
  }

  /// "cd .." and "$HOME .. name" are no copy.
  private func isWordBeforeTwoStops(_ first: Int) -> Bool {
    guard tokens[first - 1].kind == .word else { return !isSpaced(first) }
    return tokens[first - 1].length > 1 && (isEnglish(first - 1) || !isSpaced(first) && isCapitalized(first - 1))
  }

  private mutating func loneStop(_ i: Int) {
    guard isSpaced(i) else { return }
    if isMark(i - 1, "?") || isMark(i - 1, "!") { return addOrphan(i, isSure: true) }
    if isMark(i - 1, ",") || isMark(i - 1, ";") {
      if !isSpaced(i - 1), endsSomething(i - 2) { addPair(i) }
      return
    }
    guard endsSomething(i - 1), !isOption(i - 1) else { return }
    if isClosing(i - 1), let stop = stopInside(i - 1) { return addOrphan(i, after: stop, isSure: true) }
    let previous = tokens[i - 1]
    if previous.kind == .number {
      let isListNumber = i - 1 == segment.lowerBound
      if isListNumber || i + 1 < segment.upperBound && tokens[i + 1].kind == .number { return }
    }
    let isFinal = beginsSentence(i + 1)
    // "a file named . or the . character": the mark is spoken of.
    if !isFinal, previous.kind == .word,
      WordList.particles.contains(lower(i - 1)) || WordList.shortWords.contains(lower(i - 1)) || lower(i - 1) == "the"
    {
      return
    }
    addSpaced(i, isSure: isFinal || isAbbreviated(i - 1))
  }

  /// The sentence's end inside closing quotation marks: the stop of `.” .`
  private func stopInside(_ quote: Int) -> Int? {
    var at = quote
    while at > segment.lowerBound, isClosing(at), !isSpaced(at) { at -= 1 }
    return isMark(at, ".") || isMark(at, "?") || isMark(at, "!") || isMark(at, "…") ? at : nil
  }

  // MARK: Other marks

  /// "Really ?" Not French, where a space is right.
  private mutating func question(_ i: Int) {
    guard isSpaced(i), tokens[i - 1].kind == .word, !isCode(i), beginsSentence(i + 1), isEnglish(i - 1) else { return }
    guard draft.text[Int(tokens[i].start) - 1] < 0x80 else { return }  // a no-break space is meant
    addSpaced(i, isSure: true)
  }

  private mutating func closeBracket(_ i: Int) {
    guard let open = brackets.popLast(), open + 1 < i, isSpaced(open) || open == segment.lowerBound else { return }
    guard !isCode(open), !isCode(i) else { return }
    let next = tokens[open + 1]
    if next.kind == .word, ["and", "or"].contains(lower(open + 1)) { return }  // "the ( and the )"
    if isSpaced(open + 1), !next.flags.contains(.breakBefore), next.kind == .word || next.kind == .number {
      let gap = draft.blanks(after: tokens[open].end)
      if !gap.isEmpty {
        let shown = draft.string(next)
        add(
          Span(Int(tokens[open].start), gap.end), "( " + shown, ["(" + shown], Edit(Span(Int(tokens[open].start), gap.end), "("),
          isSure: true)
      }
    }
    if isSpaced(i), !tokens[i].flags.contains(.breakBefore), tokens[i - 1].kind == .word || tokens[i - 1].kind == .number {
      addSpaced(i, isSure: true)
    }
  }

  /// "Council. [WFC] In": the short form of the name before it, behind the stop.
  private mutating func shortForm(_ i: Int) {
    guard i + 3 < segment.upperBound, isMark(i - 1, "."), !isSpaced(i - 1), isSpaced(i), tokens[i + 1].flags.contains(.allCaps),
      !isSpaced(i + 1), isMark(i + 2, ")") || isMark(i + 2, "]"), !isSpaced(i + 2), isCapitalized(i + 3), isSpaced(i + 3)
    else { return }
    let letters = draft.text[tokens[i + 1].span.range]
    guard letters.count >= 3, letters.count <= 6, initials(before: i - 1, letters.count).elementsEqual(letters) else { return }
    let span = Span(Int(tokens[i - 2].start), tokens[i + 2].end)
    let name = draft.string(tokens[i - 2]), short = draft.words(i..<i + 3)
    add(span, draft.words(i - 2..<i + 3), ["\(name) \(short)."], Edit(span, "\(name) \(short)."), isSure: false)
  }

  /// The first letters of the capitalised words before a stop, as many as asked for; small words of grammar between them do not count.
  private func initials(before stop: Int, _ count: Int) -> [UInt8] {
    var letters: [UInt8] = []
    var at = stop - 1
    while at >= segment.lowerBound, letters.count < count, stop - at < 12, tokens[at].kind == .word {
      if isCapitalized(at) { letters.append(draft.text[Int(tokens[at].start)]) }
      at -= 1
    }
    return letters.reversed()
  }

  // MARK: Faults

  /// A mark after a space: it belongs to what stands before it.
  private mutating func addSpaced(_ i: Int, isSure: Bool, spaceAfter: Bool = false) {
    let mark = draft.string(tokens[i])
    let wanted = draft.words(i - 1..<i) + mark
    guard var edit = draft.closing(gapBefore: i) else {
      return add(tokens[i].span, draft.words(i - 1..<i + 1), [wanted], nil, isSure: false)
    }
    if spaceAfter, !tokens[i].flags.contains(.breakBefore) { edit = Edit(edit.span, edit.replacement + " ") }
    add(edit.span, draft.words(i - 1..<i + 1), [wanted], edit, isSure: isSure)
  }

  /// A mark too many: the one at `i` goes.
  private mutating func addOrphan(_ i: Int, after before: Int? = nil, isSure: Bool) {
    let start = before ?? i - 1
    let wanted = draft.words(start..<i)
    let removal = draft.removal(of: i..<i + 1)
    let hasMarkup = (start + 1...i).contains { tokens[$0].flags.contains(.markupBefore) }
    let from = hasMarkup ? removal?.span.start ?? Int(tokens[i].start) : Int(tokens[start].start)
    let span = Span(from, max(tokens[i].end, removal?.span.end ?? 0))
    add(span, draft.words(start..<i + 1), [wanted], removal, isSure: isSure)
    if hasMarkup { found[found.count - 1].replacements = [] }
  }

  /// Two marks of which one is wrong. Before a small letter the sentence goes on.
  private mutating func addPair(_ i: Int) {
    let first = draft.string(tokens[i - 1])
    let second = draft.string(tokens[i])
    var wanted = [first, second]
    let goesOn = i + 1 < segment.upperBound && tokens[i + 1].kind == .word && !isCapitalized(i + 1)
    if goesOn == (first == ".") { wanted.reverse() }
    let span = tokens[i - 1].span.union(tokens[i].span)
    let hasMarkup = tokens[i].flags.contains(.markupBefore) || tokens[i].flags.contains(.breakBefore)
    add(span, draft.words(i - 1..<i + 1), wanted, hasMarkup ? nil : Edit(span, wanted[0]), isSure: false)
    found[found.count - 1].replacements = wanted
  }

  /// ".." or " ..": one stop, or an ellipsis that has lost one.
  private mutating func addTwoStops(_ i: Int) {
    let start = isSpaced(i) ? draft.blanks(before: Int(tokens[i].start)).start : Int(tokens[i].start)
    let span = Span(start, tokens[i + 1].end)
    let hasMarkup = [i, i + 1].contains { tokens[$0].flags.contains(.markupBefore) || tokens[$0].flags.contains(.breakBefore) }
    add(span, draft.words(i..<i + 2), [".", "…"], hasMarkup ? nil : Edit(span, "."), isSure: false)
    found[found.count - 1].replacements = [".", "…"]
  }

  private mutating func add(_ span: Span, _ seen: String, _ wanted: [String], _ edit: Edit?, isSure: Bool) {
    var fault = Fault(span: span, seen: seen, wanted: wanted, edit: edit, isSure: isSure)
    if let edit {
      // What the whole span becomes.
      let before = draft.string(Span(span.start, edit.span.start))
      let after = draft.string(Span(edit.span.end, span.end))
      fault.replacements = [before + edit.replacement + after]
    }
    found.append(fault)
  }
}
