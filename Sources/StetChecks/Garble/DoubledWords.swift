import StetNames
import StetText

/// Finds words and phrases of a segment that stand again right after themselves, where no sound sentence has them so.
struct DoubledWords {
  struct Repeat {
    let first: Range<Int>
    let second: Range<Int>
    /// One copy can only be a slip: "in the in the". Else a comma may be missing: "outside the class the class is…"
    let isSure: Bool
    var whole: Range<Int> { first.lowerBound..<second.upperBound }
  }

  private let draft: Draft
  private let tokens: [Token]
  /// The segment at hand.
  private var segment = 0..<0

  init(draft: Draft) {
    self.draft = draft
    tokens = draft.tokens
  }

  /// - Parameter starts: The tokens of the segment where a word or phrase may begin that stands again.
  mutating func repeats(in segment: Range<Int>, at starts: ArraySlice<Int>) -> [Repeat] {
    self.segment = segment
    var found: [Repeat] = []
    var next = segment.lowerBound
    for start in starts where start >= next {
      guard let repeated = repeated(start) else { continue }
      found.append(repeated)
      next = repeated.second.upperBound
    }
    return found
  }

  private func repeated(_ at: Int) -> Repeat? {
    for length in 1...NeighbourSearch.longest where at + 2 * length <= segment.upperBound {
      guard tokens[at].key == tokens[at + length].key, isSame(at, length) else { continue }
      var end = at + 2 * length
      while end + length <= segment.upperBound, isSame(end - length, length) { end += length }
      let isFault = length == 1 ? isWordFault(at, count: end - at) : isPhraseFault(at, length, copies: (end - at) / length)
      return isFault
        ? Repeat(first: at..<at + length, second: at + length..<end, isSure: length == 1 || endsOpen(at + length - 1)) : nil
    }
    return nil
  }

  /// Whether the words at `at` stand again after themselves with nothing but white space between.
  private func isSame(_ at: Int, _ length: Int) -> Bool {
    for i in at..<at + length {
      let a = tokens[i]
      let b = tokens[i + length]
      guard a.kind == .word, b.kind == .word, a.key == b.key, a.length == b.length, b.flags.contains(.spaceBefore) else {
        return false
      }
      guard a.flags.contains(.possessive) == b.flags.contains(.possessive), draft.hasProseGap(before: i + length) else {
        return false
      }
    }
    return true
  }

  // MARK: One word

  private func isWordFault(_ at: Int, count: Int) -> Bool {
    let first = tokens[at]
    let second = tokens[at + 1]
    let word = draft.string(second).lowercased()
    guard hasSoundCase(first, second, at), !isPartOfCompound(at, end: at + count), !WordList.doubledWords.contains(word) else {
      return false
    }
    let isShort = word == "a" || word.utf8.count == 2 && WordList.shortWords.contains(word)
    guard isShort || WordList.english.contains(word), !first.flags.contains(.digits) else { return false }
    if isNeverDoubled(word) { return true }
    if isCalledSo(at) { return false }
    // Three in a row are meant: "blah blah blah".
    if count > 2 || !isShort && WordList.givenNames.contains(word) && first.flags.contains(.capitalized) { return false }
    return !WordList.particles.contains(word) || !followsVerb(at)
  }

  /// Names and titles stand as they like: a doubled word is a slip where its second copy begins small.
  private func hasSoundCase(_ first: Token, _ second: Token, _ at: Int) -> Bool {
    if second.flags.contains(.allCaps) {
      return first.flags.contains(.allCaps) && isNeverDoubled(draft.string(second).lowercased())
    }
    if second.flags.contains(.capitalized) || first.flags.contains(.allCaps) { return false }
    return !first.flags.contains(.capitalized) || beginsSentence(at)
  }

  private func isNeverDoubled(_ word: String) -> Bool {
    ["the", "an", "of", "and", "or", "but", "with", "from", "their", "our", "my", "your"].contains(word)
  }

  /// "Jae-in in", "so so-called"
  private func isPartOfCompound(_ at: Int, end: Int) -> Bool {
    if at > segment.lowerBound, tokens[at - 1].isHyphen, !tokens[at].flags.contains(.spaceBefore) { return true }
    return end < segment.upperBound && tokens[end].isHyphen && !tokens[end].flags.contains(.spaceBefore)
  }

  /// "call a spade a spade"
  private func isCalledSo(_ at: Int) -> Bool {
    guard at > segment.lowerBound, tokens[at - 1].kind == .word else { return false }
    return ["call", "calls", "called", "calling"].contains(draft.string(tokens[at - 1]).lowercased())
  }

  private func followsVerb(_ at: Int) -> Bool {
    // "turned it in in June": one word may come between.
    [at - 1, at - 2].contains { i in
      segment.contains(i) && tokens[i].kind == .word && WordList.particleVerbs.contains(draft.string(tokens[i]).lowercased())
    }
  }

  private func beginsSentence(_ at: Int) -> Bool {
    guard at > segment.lowerBound else { return true }
    return tokens[at - 1].kind == .punctuation && !tokens[at - 1].isHyphen && !tokens[at - 1].isMark(",")
  }

  // MARK: Phrases

  /// A word that ends no phrase.
  private func endsOpen(_ i: Int) -> Bool {
    let word = draft.string(tokens[i]).lowercased()
    return WordList.particles.contains(word) || isNeverDoubled(word)
      || ["a", "as", "is", "was", "its", "his", "her"].contains(word)
  }

  private func isPhraseFault(_ at: Int, _ length: Int, copies: Int) -> Bool {
    let first = at..<at + length
    let end = at + copies * length
    guard copies == 2, !isPartOfCompound(at, end: end), endsOpen(at + length - 1) || !isCalledSo(at) else { return false }
    // Names, slogans and numbers may stand twice: "Drill Baby Drill Baby".
    let second = tokens[(at + length)..<(at + 2 * length)]
    guard second.contains(where: { !$0.flags.contains(.capitalized) }), !second.contains(where: { $0.flags.contains(.digits) })
    else { return false }
    guard !second[second.startIndex].flags.contains(.capitalized) || tokens[at].flags.contains(.capitalized) && !beginsSentence(at)
    else { return false }
    if length == 2 {
      // "again and again and again", "day after day after day"
      if at > segment.lowerBound, tokens[at - 1].key == tokens[at + 1].key { return false }
      if end < segment.upperBound, tokens[end].key == tokens[at].key { return false }
      let words = first.map { draft.string(tokens[$0]).lowercased() }
      if DoubledWords.pronouns.contains(words[0]) || words == ["as", "well"] { return false }
      if words.contains(where: WordList.doubledWords.contains), !words.contains("the") { return false }
    }
    return first.contains { i in
      let word = draft.string(tokens[i]).lowercased()
      return WordList.english.contains(word) || WordList.shortWords.contains(word)
    }
  }

  /// "he said he said so"
  private static let pronouns: Set<String> = ["i", "he", "she", "it", "we", "you", "they", "who", "what"]
}
