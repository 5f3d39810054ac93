import StetICU

/// Tells headings, bylines and captions from paragraphs by their words.
struct LineRoles {
  let text: [UInt8]

  /// The role of a line that names an author, an editor or a photographer.
  func credit(_ span: Span) -> Segment.Role? {
    var start = span.start
    while start < span.end, text[start] == UInt8(ascii: "(") || text[start] == UInt8(ascii: "[") { start += 1 }
    guard start < span.end, text[start].isLetter else { return nil }
    for credit in LineRoles.credits[Int(text[start] & 0x1F)] where text.has(credit.words, at: start, before: span.end) {
      if credit.role == .caption || span.count < 400 { return credit.role }
    }
    return isByline(Span(start, span.end)) ? .byline : nil
  }

  /// "By Jane Doe and John Roe, Springfield Herald": nothing but names, and no full stop.
  private func isByline(_ span: Span) -> Bool {
    guard text[span.start] == UInt8(ascii: "B"), text.has(.by, at: span.start, before: span.end), span.count <= 120 else {
      return false
    }
    guard !Prose.endsSentence(text, span.start, span.end) else { return false }
    var names = 0
    for word in Words(text, Span(span.start + 3, span.end)).prefix(40) {
      if startsUpper(word) { names += 1 } else if !LineRoles.nameParticles.contains(where: { equals($0, word) }) { return false }
    }
    return names >= 1 && names <= 12
  }

  /// Short, and every word of four letters or more begins with a capital.
  func isTitle(_ span: Span) -> Bool {
    guard !endsWithComma(span) else { return false }
    var count = 0
    for word in Words(text, span) {
      if count == 0, !beginsHeading(word) { return false }
      count += 1
      guard count <= 16, word.count < 4 || startsUpper(word) || !startsWithLetter(word) else { return false }
    }
    return count > 0
  }

  /// A first line that may be a headline in sentence case.
  func isHeadline(_ span: Span) -> Bool {
    var count = 0
    for word in Words(text, span) {
      if count == 0, !beginsHeading(word) { return false }
      count += 1
      if count > 24 { return false }
    }
    return count >= 2 && !endsWithComma(span)
  }

  private func beginsHeading(_ word: Span) -> Bool { startsUpper(word) || text[word.start].isDigit }

  private func endsWithComma(_ span: Span) -> Bool {
    text[span.end - 1] == UInt8(ascii: ",") || text[span.end - 1] == UInt8(ascii: ";")
  }

  private func startsUpper(_ word: Span) -> Bool { properties(word).isUppercase }
  private func startsWithLetter(_ word: Span) -> Bool { properties(word).characterClass == .letter }
  private func properties(_ word: Span) -> CharacterProperties {
    CharacterTable.shared.properties(of: UTF8Scalar.decode(text, word.start, word.end).scalar)
  }

  private func equals(_ particle: ASCIIWord, _ word: Span) -> Bool {
    word.count == particle.bytes.count && text.has(particle, at: word.start, before: word.end)
  }

  private static let nameParticles: [ASCIIWord] = [
    "and", "in", "for", "of", "the", "de", "la", "van", "von", "der", "den", "di", "al", "el", "bin", "with", "|",
  ]
  private static let bylines: [ASCIIWord] = [
    "reporting by ", "additional reporting by ", "writing by ", "written by ", "editing by ", "edited by ", "compiled by ",
    "translated by ", "translation by ", "text by ", "story by ", "produced by ",
  ]
  private static let captions: [ASCIIWord] = [
    "photo:", "photo by ", "photo credit", "photograph:", "photograph by ", "photos by ", "photos:", "picture:", "image:",
    "image by ", "image credit", "caption:", "credit:", "file photo", "handout photo",
  ]

  /// How a line may begin that credits somebody, by the letter's number in the alphabet.
  private static let credits: [[(words: ASCIIWord, role: Segment.Role)]] = {
    var credits = [[(words: ASCIIWord, role: Segment.Role)]](repeating: [], count: 32)
    for (list, role) in [(captions, Segment.Role.caption), (bylines, .byline)] {
      for words in list { credits[Int(words.bytes[0] & 0x1F)].append((words, role)) }
    }
    return credits
  }()
}

/// The words of a line, without the marks before them.
private struct Words: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private var at: Int
  private let end: Int

  init(_ text: [UInt8], _ span: Span) {
    self.text = text
    (at, end) = (span.start, span.end)
  }

  mutating func next() -> Span? {
    while at < end {
      var start = text.skippingWhite(at, end)
      at = start
      while at < end, !text[at].isWhite { at += 1 }
      while start < at, isOpeningMark(start) { start += UTF8Scalar.decode(text, start, at).length }
      if start < at { return Span(start, at) }
    }
    return nil
  }

  private func isOpeningMark(_ start: Int) -> Bool {
    if text[start].isAlphanumeric { return false }
    switch CharacterTable.shared.properties(of: UTF8Scalar.decode(text, start, at).scalar).characterClass {
    case .letter, .digit: return false
    default: return true
    }
  }
}

extension [UInt8] {
  func skippingWhite(_ at: Int, _ limit: Int) -> Int {
    var at = at
    while at < limit, self[at].isWhite { at += 1 }
    return at
  }
}
