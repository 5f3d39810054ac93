/// What a byte of UTF-8 is, for code that looks at structure and not at words.
extension UInt8 {
  @inline(__always) var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  @inline(__always) var isLower: Bool { self >= 0x61 && self <= 0x7A }
  @inline(__always) var isLetter: Bool { (self | 0x20).isLower }
  @inline(__always) var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
  @inline(__always) var isNewline: Bool { self == 0x0A || self == 0x0D }
  /// A space, a tab or another control character that does not end the line.
  @inline(__always) var isBlank: Bool { self <= 0x20 && !isNewline || self == 0x7F }
  @inline(__always) var isWhite: Bool { self <= 0x20 || self == 0x7F }
}

/// Questions about bytes at a place.
extension [UInt8] {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Where the text begins: after the byte-order mark, if there is one.
  var afterByteOrderMark: Int { starts(with: Self.byteOrderMark) ? 3 : 0 }

  /// Whether `word` (ASCII, lower case) stands at `at` in any case.
  func has(_ word: ASCIIWord, at: Int, before limit: Int) -> Bool {
    guard at >= 0, at + word.bytes.count <= limit else { return false }
    for i in word.bytes.indices {
      let byte = self[at + i]
      if (byte.isUpper ? byte | 0x20 : byte) != word.bytes[i] { return false }
    }
    return true
  }

  func isWhite(_ range: Range<Int>) -> Bool {
    for i in range where !self[i].isWhite { return false }
    return true
  }

  /// The first place at or after `at` where no blank stands.
  func skippingBlanks(_ at: Int, _ limit: Int) -> Int {
    var at = at
    while at < limit, self[at].isBlank { at += 1 }
    return at
  }

  /// One past the line end that begins at `at`: LF, CR or CR LF.
  func afterLineEnd(_ at: Int) -> Int {
    guard at < count else { return count }
    return self[at] == 0x0D && at + 1 < count && self[at + 1] == 0x0A ? at + 2 : at + 1
  }
}

extension Piece {
  /// The line break between two stretches of prose. It takes in the white space around the line's end, but no markup:
  /// what is left of the gap tells the tokenizer that markup stands there.
  static func lineBreak(from: Int, to: Int, in text: [UInt8]) -> Piece {
    // Nearly every gap is a line end and nothing else.
    if to == from + 1, text[from].isNewline { return Piece(.lineBreak, Span(from, to)) }
    guard let newline = (from..<to).first(where: { text[$0].isNewline }) else { return Piece(.lineBreak, Span(from, to)) }
    let after = Swift.min(text.afterLineEnd(newline), to)
    return Piece(
      .lineBreak, Span(text.isWhite(from..<newline) ? from : newline, text.isWhite(after..<to) ? to : after))
  }
}

/// An ASCII word in lower case, as bytes; a `StaticString` is not read as bytes without pointers.
struct ASCIIWord: ExpressibleByStringLiteral {
  let bytes: [UInt8]
  init(stringLiteral value: String) { bytes = Array(value.utf8) }

  static let commentStart: ASCIIWord = "<!--"
  static let commentEnd: ASCIIWord = "-->"
  static let suppression: ASCIIWord = "stet-"
  static let by: ASCIIWord = "by "
  static let authority: ASCIIWord = "://"
  static let mailto: ASCIIWord = "mailto:"
  static let www: ASCIIWord = "www."
}
