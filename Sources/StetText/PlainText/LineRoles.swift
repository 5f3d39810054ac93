import StetICU

/// Tells headings, bylines and captions from paragraphs by their words.
struct LineRoles {
  let text: [UInt8]

  /// The role of a line that names an author, an editor or a photographer.
  func credit(_ span: Span) -> Segment.Role? {
    var start = span.start
    while start < span.end, text[start] == UInt8(ascii: "(") || text[start] == UInt8(ascii: "[") { start += 1 }
    if LineRoles.captionStarts.contains(where: { text.has($0, at: start, before: span.end) }) { return .caption }
    if LineRoles.creditStarts.contains(where: { text.has($0, at: start, before: span.end) }), span.count < 400 { return .byline }
    return isByline(Span(start, span.end)) ? .byline : nil
  }

  /// "By Jane Doe and John Roe, Springfield Herald": nothing but names, and no full stop.
  private func isByline(_ span: Span) -> Bool {
    guard text.has(.by, at: span.start, before: span.end), text[span.start] == UInt8(ascii: "B"), span.count <= 120 else {
      return false
    }
    guard !Prose.endsSentence(text, span.start, span.end) else { return false }
    var names = 0
    for word in words(Span(span.start + 3, span.end)) {
      if startsUpper(word) { names += 1 } else if !LineRoles.nameParticles.contains(where: { equals($0, word) }) { return false }
    }
    return names >= 1 && names <= 12
  }

  /// Short, and every word of four letters or more begins with a capital.
  func isTitle(_ span: Span) -> Bool {
    let words = words(span)
    guard let first = words.first, words.count <= 16, startsUpper(first) || text[first.start].isDigit else { return false }
    guard !endsWithComma(span) else { return false }
    return words.allSatisfy { $0.count < 4 || startsUpper($0) || !startsWithLetter($0) }
  }

  /// A first line that may be a headline in sentence case.
  func isHeadline(_ span: Span) -> Bool {
    let words = words(span)
    guard words.count >= 2, words.count <= 24, let first = words.first else { return false }
    return (startsUpper(first) || text[first.start].isDigit) && !endsWithComma(span)
  }

  private func endsWithComma(_ span: Span) -> Bool {
    text[span.end - 1] == UInt8(ascii: ",") || text[span.end - 1] == UInt8(ascii: ";")
  }

  /// Words without the marks before them; no more than tell a heading from a paragraph.
  private func words(_ span: Span) -> [Span] {
    var words: [Span] = []
    var at = span.start
    while at < span.end, words.count < 40 {
      var start = text.skippingWhite(at, span.end)
      at = start
      while at < span.end, !text[at].isWhite { at += 1 }
      while start < at, isOpeningMark(start, at) { start += UTF8Scalar.decode(text, start, at).length }
      if start < at { words.append(Span(start, at)) }
    }
    return words
  }

  private func isOpeningMark(_ at: Int, _ end: Int) -> Bool {
    switch CharacterTable.shared.properties(of: UTF8Scalar.decode(text, at, end).scalar).characterClass {
    case .letter, .digit: false
    default: true
    }
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
  private static let creditStarts: [ASCIIWord] = [
    "reporting by ", "additional reporting by ", "writing by ", "written by ", "editing by ", "edited by ", "compiled by ",
    "translated by ", "translation by ", "text by ", "story by ", "produced by ",
  ]
  private static let captionStarts: [ASCIIWord] = [
    "photo:", "photo by ", "photo credit", "photograph:", "photograph by ", "photos by ", "photos:", "picture:", "image:",
    "image by ", "image credit", "caption:", "credit:", "file photo", "handout photo",
  ]
}

extension [UInt8] {
  func skippingWhite(_ at: Int, _ limit: Int) -> Int {
    var at = at
    while at < limit, self[at].isWhite { at += 1 }
    return at
  }
}
