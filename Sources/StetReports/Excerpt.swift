import StetText

/// The line of a draft in which a span begins, as a terminal shows it, cut around the span.
struct Excerpt {
  /// Safe to print.
  let text: String
  /// Terminal cells before the marked part, and of it; at least one is marked.
  let indent: Int
  let marked: Int

  /// What a reader sees as one character, with where it stands in the draft.
  struct Cell {
    let span: Span
    let width: Int
    let isSpace: Bool
  }

  /// - Parameter width: Terminal cells there are for the text.
  init(of span: Span, in draft: Draft, width: Int) {
    let line = Excerpt.line(at: span.start, in: draft)
    let start = min(max(span.start, line.start), line.end)
    // Of characters that take one cell, no more on either side than there are cells: one is missing if any is.
    let near = PlainCells(around: start, in: line, draft, reach: max(width, 20) + 2).map { ($0.cells, $0.window) }
    var texts: [String] = []
    let (cells, window) = near ?? {
      let window = Excerpt.window(around: span, in: line, draft, reach: max(width, 20) * 6)
      return (Excerpt.cells(of: window, in: draft, &texts), window)
    }()
    let first = cells.firstIndex { $0.span.end > start } ?? cells.count
    let last = max(first, cells.lastIndex { $0.span.start < span.end }.map { $0 + 1 } ?? first)

    let isCut = (start: window.start > line.start, end: window.end < line.end)
    var shown = cells.indices
    if isCut.start || isCut.end || cells.reduce(0, { $0 + $1.width }) > width {
      shown = Excerpt.shown(of: cells, around: first..<last, width: max(width - 4, 1))
    }
    let lead = isCut.start || shown.lowerBound > 0 ? "… " : ""
    let tail = isCut.end || shown.upperBound < cells.count ? " …" : ""
    text = lead + (near == nil ? texts[shown].joined() : draft.string(Excerpt.span(of: cells[shown]))) + tail
    indent = lead.count + cells[shown.lowerBound..<first].reduce(0) { $0 + $1.width }
    marked = max(1, cells[first..<min(last, max(first, shown.upperBound))].reduce(0) { $0 + $1.width })
  }

  private static func span(of cells: ArraySlice<Cell>) -> Span {
    guard let first = cells.first, let last = cells.last else { return Span(0, 0) }
    return Span(first.span.start, last.span.end)
  }

  /// The line that holds a byte, without its line break and without a byte-order mark.
  private static func line(at offset: Int, in draft: Draft) -> Span {
    let number = draft.lines.line(of: offset)
    var start = draft.lines.starts[number]
    var end = number + 1 < draft.lines.starts.count ? draft.lines.starts[number + 1] : draft.text.count
    while end > start, draft.text[end - 1] == 0x0A || draft.text[end - 1] == 0x0D { end -= 1 }
    if start == 0, draft.text.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, end) }
    return Span(start, end)
  }

  /// The part of the line near the span: of a line of many megabytes no more than can be shown is looked at.
  private static func window(around span: Span, in line: Span, _ draft: Draft, reach: Int) -> Span {
    var start = max(line.start, min(span.start, line.end) - reach)
    var end = min(line.end, span.start + reach)
    while start > line.start, draft.text[start] & 0xC0 == 0x80 { start -= 1 }
    while end < line.end, draft.text[end] & 0xC0 == 0x80 { end += 1 }
    return Span(start, end)
  }

  /// - Parameter texts: What is shown of each.
  private static func cells(of window: Span, in draft: Draft, _ texts: inout [String]) -> [Cell] {
    var at = window.start
    return draft.string(window).map { character in
      let start = at
      at += character.utf8.count
      var text = String.UnicodeScalarView()
      // Nobody can read the forty-first accent of a letter.
      for scalar in character.unicodeScalars.prefix(40) { text.append(SafeText.safe(scalar)) }
      texts.append(String(text))
      return Cell(span: Span(start, at), width: SafeText.cells(String(text)), isSpace: String(text) == " ")
    }
  }

  /// As many cells around the marked ones as fit, cut between words where there are spaces.
  private static func shown(of cells: [Cell], around marked: Range<Int>, width: Int) -> Range<Int> {
    var low = marked.lowerBound, high = marked.lowerBound
    var room = width
    func fits(_ index: Int) -> Bool { cells.indices.contains(index) && cells[index].width <= room }
    func take(_ index: Int) { room -= cells[index].width }
    while high < marked.upperBound, fits(high) {
      take(high)
      high += 1
    }
    guard high == marked.upperBound else { return low..<high }
    while fits(low - 1) || fits(high) {
      if fits(low - 1) {
        low -= 1
        take(low)
      }
      if fits(high) {
        take(high)
        high += 1
      }
    }
    let before = cells[low..<marked.lowerBound], after = cells[marked.upperBound..<high]
    if low > 0, !cells[low - 1].isSpace, let space = before.firstIndex(where: \.isSpace) { low = space + 1 }
    if high < cells.count, !cells[high].isSpace, let space = after.lastIndex(where: \.isSpace) { high = space }
    return low..<high
  }
}
