/// An inline tag as Markdown has it: its name, and what it does to the text around it.
struct HTMLTag {
  /// In lower case.
  let name: [UInt8]
  let isClosing: Bool

  /// `nil` for comments, declarations and the later lines of a tag.
  init?(_ text: [UInt8], _ span: Span) {
    var at = span.start
    guard at + 1 < span.end, text[at] == UInt8(ascii: "<") else { return nil }
    at += 1
    isClosing = text[at] == UInt8(ascii: "/")
    if isClosing { at += 1 }
    var name: [UInt8] = []
    while at < span.end, text[at].isAlphanumeric, name.count < 10 {
      name.append(text[at].isUpper ? text[at] | 0x20 : text[at])
      at += 1
    }
    guard !name.isEmpty else { return nil }
    self.name = name
  }

  var isBreak: Bool { name == HTMLTag.lineBreak }
  /// What stands between the tags is no prose.
  var holdsCode: Bool { HTMLTag.code.contains(name) }

  private static let lineBreak = Array("br".utf8)
  private static let code = Set(["code", "kbd", "samp", "tt", "var", "pre", "script", "style"].map { Array($0.utf8) })
}

/// Finds comments in raw HTML that comes line by line.
struct CommentScanner {
  private let text: [UInt8]
  private var start: Int?

  init(_ text: [UInt8]) { self.text = text }

  /// A comment began and has not ended.
  var isOpen: Bool { start != nil }
  /// Forgets a comment that its block left open.
  mutating func reset() { start = nil }

  /// The comments that end in a stretch of HTML.
  mutating func scan(_ span: Span) -> [Span] {
    var found: [Span] = []
    var at = span.start
    while at < span.end {
      if let begin = start {
        if text[at] == UInt8(ascii: "-"), at >= begin + 4, text.has(.commentEnd, at: at, before: span.end) {
          found.append(Span(begin, at + 3))
          start = nil
          at += 2
        }
      } else if text[at] == UInt8(ascii: "<"), text.has(.commentStart, at: at, before: span.end) {
        start = at
        at += 3
      }
      at += 1
    }
    return found
  }
}
