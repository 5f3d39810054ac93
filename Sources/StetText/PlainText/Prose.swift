import StetICU

/// How a stretch of text begins and ends.
enum Prose {
  /// Whether a line that ends with this byte may end a sentence: nearly every wrapped one does not.
  @inline(__always)
  static func mayEndSentence(_ last: UInt8) -> Bool { !last.isLetter && last != UInt8(ascii: ",") }

  /// Whether the last mark, after closing quotation marks and brackets, ends a sentence or opens a list.
  static func endsSentence(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var end = end
    while end > start {
      let (scalar, length) = lastScalar(text, start, end)
      switch scalar {
      case 0x2E, 0x21, 0x3F, 0x3A, 0x2026: return true
      case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0x201C, 0xBB, 0x203A: end -= length
      default: return false
      }
    }
    return false
  }

  /// Whether the first letter, after opening quotation marks and brackets, is lower case.
  static func startsLower(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end {
      let (scalar, length) = UTF8Scalar.decode(text, at, end)
      switch scalar {
      case 0x22, 0x27, 0x28, 0x5B, 0x2018, 0x201C, 0x201E, 0xAB: at += length
      default: return CharacterTable.shared.properties(of: scalar).isLowercase
      }
    }
    return false
  }

  static func lastScalar(_ text: [UInt8], _ start: Int, _ end: Int) -> (scalar: UInt32, length: Int) {
    var at = end - 1
    while at > start, text[at] & 0xC0 == 0x80 { at -= 1 }
    return (UTF8Scalar.decode(text, at, end).scalar, end - at)
  }

  /// The columns of the first word; a long one is not counted to its end.
  @inline(__always)
  static func firstWordWidth(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    // Most are ASCII and not long. A delete is white space, too, and stands in no text.
    let bytes = text.span
    var at = start
    while bytes.has(8, from: at), at &- start < 64 {
      let word = bytes.word(at: at), white = word.anyBelow(0x21)
      if word.nonASCII | word.any(0x7F) != 0 { break }
      if white != 0 { return min(at &+ white.firstByte, end) - start }
      at &+= 8
    }
    return longWordWidth(text, start, end)
  }

  private static func longWordWidth(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start, width = 0
    while at < end, width < 200, !text[at].isWhite {
      if text[at] & 0xC0 != 0x80 { width += 1 }
      at += 1
    }
    return width
  }
}

/// The mark that begins a list item: "- ", "• ", "1. ", "a) ", "(2) ".
enum ListMarker {
  static func find(in text: [UInt8], _ at: Int, _ end: Int) -> (TextLine.Marker, content: Int) {
    let bullet = bulletLength(text, at, end)
    if bullet > 0, let content = afterBlank(text, at + bullet, end) { return (.bullet, content) }
    if let after = numberEnd(text, at, end), let content = afterBlank(text, after, end) { return (.number, content) }
    return (.none, at)
  }

  private static func bulletLength(_ text: [UInt8], _ at: Int, _ end: Int) -> Int {
    let (scalar, length) = UTF8Scalar.decode(text, at, end)
    switch scalar {
    case 0x2D, 0x2A, 0x2B, 0x2022, 0x2023, 0x2043, 0x25E6, 0x25AA, 0x25CF, 0x25A0, 0xB7: return length
    default: return 0
    }
  }

  /// After "12.", "12)", "(12)", "a)" or "(a)". "A." is an initial.
  private static func numberEnd(_ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let opened = text[start] == UInt8(ascii: "(")
    let first = opened ? start + 1 : start
    var at = first
    while at < end, at < first + 3, text[at].isDigit { at += 1 }
    if at > first {
      guard at < end, text[at] == UInt8(ascii: ")") || !opened && text[at] == UInt8(ascii: ".") else { return nil }
      return at + 1
    }
    return at + 1 < end && text[at].isLower && text[at + 1] == UInt8(ascii: ")") ? at + 2 : nil
  }

  private static func afterBlank(_ text: [UInt8], _ at: Int, _ end: Int) -> Int? {
    guard at < end, text[at].isBlank else { return nil }
    return text.skippingBlanks(at, end)
  }
}
