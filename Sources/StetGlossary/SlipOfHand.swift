import StetText

/// One slip of the hand: two letters the wrong way round, one too many, one missing, or a wrong one.
///
/// Another romanization is not told from a slip by distance alone, but every known rendering of a name is in the index:
/// what is none of them and one slip away from one was mistyped or misread.
enum SlipOfHand: UInt64 {
  case swappedLetters = 2, letterTooMany, letterMissing, otherLetter

  /// In shorter words one letter is too much of the name.
  static let letters = 6

  /// The slip that parts a folded word from one that is known; nil if none does.
  ///
  /// All words one slip away are tried (some 500), so that no text of a rendering need be kept: ask it only of words that
  /// are near a name already.
  static func from(_ folded: String, toKnown isKnown: (TokenKey) -> Bool) -> SlipOfHand? {
    var word = Array(folded.utf8)
    guard word.count >= letters, word.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    for i in 1..<word.count where word[i] != word[i - 1] {
      word.swapAt(i - 1, i)
      if isKnown(TokenKey(folded: word.span)) { return .swappedLetters }
      word.swapAt(i - 1, i)
    }
    for i in word.indices {
      let letter = word.remove(at: i)
      if isKnown(TokenKey(folded: word.span)) { return .letterTooMany }
      word.insert(letter, at: i)
    }
    for i in 0...word.count {
      word.insert(0, at: i)
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        word[i] = letter
        if isKnown(TokenKey(folded: word.span)) { return .letterMissing }
      }
      word.remove(at: i)
    }
    for i in word.indices {
      let letter = word[i]
      for other in UInt8(ascii: "a")...UInt8(ascii: "z") where other != letter {
        word[i] = other
        if isKnown(TokenKey(folded: word.span)) { return .otherLetter }
      }
      word[i] = letter
    }
    return nil
  }
}
