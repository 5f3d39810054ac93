import StetNames
import StetText

/// The word lists that the checks of garble go by, as keys of tokens; each made once.
enum Words {
  /// Determiners, pronouns, prepositions, conjunctions, auxiliaries.
  static let grammar = KeySet(.functionWords)
  /// Words that open a sentence and are no names.
  static let openers = KeySet(.sentenceOpeners)
  /// Words that a capital never suits in mid-sentence.
  static let neverCapitals = KeySet(.strayCapitals)
  /// Verb forms that show a clause.
  static let finiteVerbs = KeySet(.finiteVerbs)
  /// Short forms written with a point.
  static let abbreviations = KeySet(.abbreviations, .shortForms)
  /// Names and particles of names that keep a small first letter.
  static let lowerCaseNames = KeySet(.lowerCaseNames)
  /// Countries and regions of one word.
  static let regions = KeySet(.regions)
  /// Kinds of people, in the plural.
  static let persons = KeySet(.persons)

  static func keys(_ words: String) -> KeySet {
    KeySet(Array(words.utf8).split { $0 <= 0x20 }.map { TokenKey(word: $0) })
  }
}

extension Token {
  /// A word that begins with a small letter and has no digits.
  var isSmallWord: Bool { isSmall }
  /// A word with a capital and small letters after it: "The", "Kyiv"; no "USA", no "A".
  var isCapitalizedWord: Bool { kind == .word && flags.isSuperset(of: [.capitalized, .lowercase]) && !flags.contains(.digits) }
  /// Nothing stands between it and the token before.
  var isGlued: Bool { flags.isDisjoint(with: [.first, .spaceBefore, .breakBefore, .markupBefore]) }
  /// One of . ! ?
  var endsSentence: Bool { isMark(".") || isMark("!") || isMark("?") }
  /// A quotation mark of any shape, apostrophes among them.
  var isQuotationMark: Bool {
    guard kind == .punctuation else { return false }
    switch key.rawValue {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: return true
    default: return false
    }
  }
}

extension Segment {
  /// Whether a token stands in it, and neither first nor last.
  func isInside(_ token: Int) -> Bool { token > tokens.lowerBound && token < tokens.upperBound - 1 }
  /// Running text, in which a sentence begins with a capital and ends with a stop.
  var isRunningText: Bool { role == .paragraph || role == .quotation }
}

extension Draft {
  /// An ordinary English word of three letters or more.
  func isEnglish(_ token: Token) -> Bool {
    token.kind == .word && token.length >= 3 && WordList.english.contains(folding: text[stem(of: token).range])
  }

  /// The part that the quotation mark at a token plays, by binary search; nil for a token that is none.
  func quotationMark(at token: Int) -> QuotationMark? {
    var low = 0, high = quotationMarks.count
    while low < high {
      let middle = (low + high) / 2
      if quotationMarks[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return low < quotationMarks.count && quotationMarks[low].token == token ? quotationMarks[low] : nil
  }

  /// One space, and no markup, stands between a token and the one before it.
  func followsOneSpace(_ index: Int) -> Bool {
    let token = tokens[index]
    return index > 0 && token.flags.contains(.spaceBefore) && token.flags.isDisjoint(with: [.first, .breakBefore, .markupBefore])
      && Int(token.start) == tokens[index - 1].end + 1 && text[Int(token.start) - 1] == 0x20
  }

  /// One space, or the end of a full line, stands between a token and the one before it.
  func followsWord(_ index: Int, in segment: Segment) -> Bool {
    followsOneSpace(index)
      || segment.isHardWrapped && index > 0 && tokens[index].flags.contains(.breakBefore)
        && tokens[index].flags.isDisjoint(with: [.first, .markupBefore])
  }

  /// Where the sentence that a token stands in begins, going by its points alone.
  func roughSentenceStart(_ index: Int, in segment: Range<Int>) -> Int {
    var at = index
    while at > segment.lowerBound,
      !tokens[at - 1].endsSentence || tokens[at].isGlued && tokens[at].kind == .word || isShortForm(at - 1, segment)
    {
      at -= 1
    }
    return at
  }

  /// The point of an initial or a listed short form: "U.S.", "Gen."
  private func isShortForm(_ stop: Int, _ segment: Range<Int>) -> Bool {
    guard tokens[stop].isMark("."), stop > segment.lowerBound, tokens[stop - 1].kind == .word else { return false }
    return tokens[stop - 1].length == 1 || Words.abbreviations.contains(tokens[stop - 1].key)
  }

  /// Verse: a third of the lines or more begin with a capital, which prose seldom has.
  func isVerse(_ segment: Segment) -> Bool {
    var lines = 0
    var capitals = 0
    for token in tokens[segment.tokens] where token.flags.contains(.breakBefore) {
      lines += 1
      if token.flags.contains(.capitalized) { capitals += 1 }
    }
    return lines > 0 && capitals * 3 >= lines
  }

  /// One past the last token of the sentence that a token stands in, its point left out, going by its points alone.
  func roughSentenceEnd(_ index: Int, in segment: Range<Int>) -> Int {
    var at = index
    while at < segment.upperBound, !tokens[at].endsSentence { at += 1 }
    return at
  }

  /// How many of the words in a range satisfy a condition.
  func words(in range: Range<Int>, where condition: (Token) -> Bool = { _ in true }) -> Int {
    var count = 0
    for token in tokens[range] where token.kind == .word && condition(token) { count += 1 }
    return count
  }

  /// Copy as a message quotes it: on one line.
  func quoted(_ span: Span) -> String {
    isSingleSpaced(span) ? string(span) : string(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether there is no white space but single spaces between words.
  private func isSingleSpaced(_ span: Span) -> Bool {
    var before: UInt8 = 0x20
    for i in span.range {
      let byte = text[i]
      if byte == 0x20 {
        if before == 0x20 { return false }
      } else if byte < 0x20 || byte == 0xC2 || byte >= 0xE1 && byte <= 0xE3 || byte >= 0x80 && before == 0x20 && i > span.start {
        // White space outside ASCII begins so; and a mark behind a space would belong to it.
        return false
      }
      before = byte
    }
    return before != 0x20
  }

  /// Most of the words before a token, and a good many after it, begin with a capital: a title or a headline.
  func isTitleCase(around index: Int, in segment: Range<Int>) -> Bool {
    let before = max(segment.lowerBound, index - 5)..<index
    let after = index + 1..<min(segment.upperBound, index + 6)
    func capitals(_ range: Range<Int>) -> Int { words(in: range) { $0.flags.contains(.capitalized) } }
    return capitals(before) * 2 > words(in: before) && (words(in: after) < 3 || capitals(after) * 3 >= words(in: after))
  }
}
