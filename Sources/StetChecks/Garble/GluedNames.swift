import StetFindings
import StetGlossary
import StetICU
import StetNames
import StetText

/// A name and the next word written as one.
extension GluedPlaces {
  /// Looks at the capitalised words that end as one of those does that are glued to names.
  mutating func namesAndWords() {
    // Words are judged once each; most drafts have none that ends so.
    let tokens = draft.tokens, text = draft.text, ends = GluedPlaces.glueEnds
    var isGlued = [Bool](repeating: false, count: capitals.count), isAny = false
    for number in isGlued.indices {
      let word = tokens[Int(capitals.firsts[number])]
      // Where accents and apostrophes stand the letters are not told by the bytes: then the places are looked at.
      let isPlain = word.flags.isDisjoint(with: [.nonASCII, .marked])
      guard !isPlain || word.length >= 4 && ends.contains(GluedPlaces.tail(text, word.end, inSmallLetters: true)) else { continue }
      isGlued[number] = true
      isAny = true
    }
    guard isAny else { return }
    for (at, number) in capitals.numbers.enumerated() where isGlued[Int(number)] {
      let i = capitals.places[at]
      guard tokens[i].length >= 7, ends.contains(GluedPlaces.tail(text, tokens[i].end)), let segment = draft.segment(ofToken: i), isLookedAt(segment)
      else { continue }
      nameAndWord(i, segment.tokens)
    }
  }

  /// "Petersenwould": a name of the draft or a glossary and a word of grammar; after a given name any name, for review.
  mutating func nameAndWord(_ i: Int, _ segment: Range<Int>) {
    let token = draft.tokens[i]
    guard token.flags.isDisjoint(with: [.possessive, .marked]), let glue = glue(in: token), !draft.isEnglish(token),
      !matches.all.contains(where: { $0.isOwnForm && $0.tokens.contains(i) })
    else { return }
    let word = draft.string(token)
    let name = String(word.dropLast(glue.count))
    guard !WordList.english.contains(CharacterTable.shared.folded(name)) else { return }
    let isKnown = isKnown(name)
    guard isKnown || followsGivenName(i, segment) && glue.count >= 4 && !isWritten(token) else { return }
    let end = token.end - glue.utf8.count
    found.append(Place(span: token.span, edit: Edit(Span(end, end), " "), isSure: isKnown))
  }

  /// The word at the end of another, with four letters or more before it.
  private func glue(in token: Token) -> String? {
    let bytes = draft.text[token.span.range]
    return GluedPlaces.glue.first { bytes.count >= $0.utf8.count + 4 && bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private func isKnown(_ name: String) -> Bool {
    let key = TokenKey(name)
    if survey[.capitalized].contains(where: { draft.tokens[$0].key == key }) { return true }
    return matches.index.listedNames.contains { $0.name == name || $0.term == name }
  }

  /// The same word stands elsewhere in the draft: a name like Beckwith.
  func isWritten(_ token: Token) -> Bool { draft.tokens.contains { $0.key == token.key && $0.start != token.start && !$0.isGlued } }

  private func followsGivenName(_ i: Int, _ segment: Range<Int>) -> Bool {
    guard i > segment.lowerBound, draft.tokens[i].flags.contains(.spaceBefore), draft.tokens[i - 1].isCapitalizedWord else {
      return false
    }
    return WordList.givenNames.contains(CharacterTable.shared.folded(draft.string(draft.tokens[i - 1])))
  }

  /// What is glued to names, the longest first; no word in which names end: with, over, more, well, will, down, some, even.
  private static let glue = [
    "instead", "because", "however", "although", "against", "through", "during", "before", "which", "about", "would", "should",
    "could", "while",
    "after", "their", "there", "where", "said", "told", "from", "have", "been", "were", "that", "also", "then", "when", "says",
  ]
  static let glueEnds = KeySet(glue.map { tail(Array($0.utf8), $0.utf8.count) })

  /// The last four bytes of a word, spread over all bits.
  @inline(__always)
  static func tail(_ text: [UInt8], _ end: Int, inSmallLetters: Bool = false) -> TokenKey {
    let bytes = UInt64(text[end - 4]) << 24 | UInt64(text[end - 3]) << 16 | UInt64(text[end - 2]) << 8 | UInt64(text[end - 1])
    return TokenKey(rawValue: (inSmallLetters ? bytes | 0x2020_2020 : bytes) &* 0x9E37_79B9_7F4A_7C15)
  }
}
