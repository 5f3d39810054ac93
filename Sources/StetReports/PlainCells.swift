import StetText

/// The characters around a place as cells of a terminal, where each is one scalar of one cell that is shown as it is: letters of
/// Latin and Cyrillic, and the marks of print. Nearly all drafts are made of these, and they are told without a `Character`.
struct PlainCells {
  let cells: [Excerpt.Cell]
  /// From the first to the last.
  let window: Span

  /// Nil if any other character stands there.
  ///
  /// - Parameter reach: How many characters are wanted on either side.
  init?(around place: Int, in line: Span, _ draft: Draft, reach: Int) {
    let text = draft.text
    // One more on either side: what is next to a plain character may join it.
    var start = place, count = 0
    while start > line.start, count <= reach {
      start -= 1
      if text[start] & 0xC0 != 0x80 { count += 1 }
    }
    var cells: [Excerpt.Cell] = []
    cells.reserveCapacity(2 * reach + 2)
    var at = start
    count = 0
    while at < line.end, count <= reach {
      let length = PlainCells.length(text, at, line.end)
      if length == 0 { return nil }
      cells.append(Excerpt.Cell(span: Span(at, at + length), width: 1, isSpace: text[at] == 0x20))
      if at >= place { count += 1 }
      at += length
    }
    self.cells = cells
    window = Span(start, at)
  }

  /// How many bytes the plain character at a place has; 0 if none stands there.
  private static func length(_ text: [UInt8], _ at: Int, _ end: Int) -> Int {
    let lead = text[at]
    if lead >= 0x20, lead < 0x7F { return 1 }
    guard at + 1 < end else { return 0 }
    let next = text[at + 1]
    switch lead {
    // U+00A0 to U+02FF but for the soft hyphen.
    case 0xC2: return next >= 0xA0 && next != 0xAD ? 2 : 0
    case 0xC3...0xCB: return 2
    // Cyrillic but for its combining marks.
    case 0xD0, 0xD1: return 2
    case 0xD2: return next <= 0x82 || next >= 0x8A ? 2 : 0
    case 0xD3: return 2
    // Dashes, quotation marks, ellipsis.
    case 0xE2:
      guard at + 2 < end, next == 0x80 else { return 0 }
      switch text[at + 2] {
      case 0x90...0x95, 0x98...0x9F, 0xA6: return 3
      default: return 0
      }
    default: return 0
    }
  }
}
