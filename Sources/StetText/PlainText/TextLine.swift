/// A line of plain text that has prose. Kept small, for a draft of 100 MB has millions.
struct TextLine {
  enum Marker: UInt8 { case none, bullet, number }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// A blank line, a rule or the draft's start stands before it.
    static let blankBefore = Flags(rawValue: 1 << 0)
    /// A rule of = or - stands right below.
    static let underlined = Flags(rawValue: 1 << 1)
    /// It ends as a sentence does.
    static let endsSentence = Flags(rawValue: 1 << 2)
    /// Its first letter is lower case.
    static let startsLower = Flags(rawValue: 1 << 3)
  }

  /// The first byte after indentation and the marks of a block quotation.
  let text: UInt32
  /// The first byte after a list marker too.
  let content: UInt32
  /// One past the last byte that is not white.
  let end: UInt32
  /// Columns before `text`, and before `end`.
  let indent: UInt16
  let right: UInt16
  /// How many > stand before it.
  let depth: UInt8
  let marker: Marker
  /// The columns of its first word; a long one is not counted to its end.
  let firstWord: UInt8
  var flags: Flags

  /// What room for lines is filled with.
  static var none: TextLine {
    TextLine(text: 0, content: 0, end: 0, indent: 0, right: 0, depth: 0, marker: .none, firstWord: 0, flags: [])
  }

  /// Whether it begins two columns or more to the right of another one.
  func isIndented(after line: TextLine) -> Bool { Int(indent) >= Int(line.indent) + 2 }

  /// Whether the next line's first word would have passed the right margin.
  func isFull(before next: TextLine, _ margin: Int) -> Bool { Int(right) + 1 + Int(next.firstWord) > margin - 2 }

  /// What it has with or without its list marker.
  func span(isItem: Bool) -> Span { Span(Int(isItem ? content : text), Int(end)) }
}
