/// Comments to Stet within a paragraph that are none to Markdown: `<!-- stet-disable-line split-name -- it is a song -->`.
///
/// CommonMark allowed no two hyphens in a comment before version 0.31, and md4c takes such a one for prose.
enum InlineComment {
  private static let name = Array("stet-".utf8)

  /// The first one that begins in a stretch of prose. It ends before the next empty line, or is none.
  static func first(in span: Span, of text: [UInt8]) -> Span? {
    var at = span.start
    while let bracket = text.firstIndex(of: UInt8(ascii: "<"), in: at..<span.end) {
      at = bracket
      if text.has(.commentStart, at: at, before: span.end), isOurs(at + 4, text), let end = end(from: at + 4, text) {
        return Span(at, end)
      }
      at += 1
    }
    return nil
  }

  private static func isOurs(_ start: Int, _ text: [UInt8]) -> Bool {
    var at = start
    while at < text.count, text[at] == UInt8(ascii: " ") { at += 1 }
    return text[at...].starts(with: name)
  }

  private static func end(from start: Int, _ text: [UInt8]) -> Int? {
    var at = start
    while at < text.count {
      if text[at] == UInt8(ascii: "-"), text.has(.commentEnd, at: at, before: text.count) { return at + 3 }
      if text[at] == UInt8(ascii: "\n"), at + 1 < text.count, text[at + 1] == UInt8(ascii: "\n") || text[at + 1] == UInt8(ascii: "\r") { return nil }
      at += 1
    }
    return nil
  }
}
