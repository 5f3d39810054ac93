import StetText

/// The line of a draft in which a span begins, as a terminal shows it, cut around the span.
struct Excerpt {
  /// Safe to print.
  let text: String
  /// Terminal cells before the marked part, and of it; at least one is marked.
  let indent: Int
  let marked: Int

  /// - Parameter width: Terminal cells there are for the text.
  init(of span: Span, in draft: Draft, width: Int) {
    let line = Excerpt.line(at: span.start, in: draft)
    let start = min(max(span.start, line.start), line.end)
    // Of characters that take one cell, no more on either side than there are cells: one is missing if any is.
    let cells = ExcerptCells(plainAround: start, in: line, draft, reach: max(width, 20) + 2)
      ?? ExcerptCells(of: Excerpt.window(around: span, in: line, draft, reach: max(width, 20) * 6), in: draft)
    let first = cells.first(behind: start), last = max(first, cells.count(before: span.end)), window = cells.window

    let isCut = (start: window.start > line.start, end: window.end < line.end)
    var shown = 0..<cells.count
    if isCut.start || isCut.end || cells.width(of: shown) > width {
      shown = Excerpt.shown(of: cells, around: first..<last, width: max(width - 4, 1))
    }
    let isOpen = (start: isCut.start || shown.lowerBound > 0, end: isCut.end || shown.upperBound < cells.count)
    text = (isOpen.start ? "… " : "") + cells.text(of: shown) + (isOpen.end ? " …" : "")
    indent = (isOpen.start ? 2 : 0) + cells.width(of: shown.lowerBound..<first)
    marked = max(1, cells.width(of: first..<min(last, max(first, shown.upperBound))))
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

  /// As many cells around the marked ones as fit, cut between words where there are spaces.
  private static func shown(of cells: ExcerptCells, around marked: Range<Int>, width: Int) -> Range<Int> {
    var low = marked.lowerBound, high = marked.lowerBound
    var room = width
    func fits(_ cell: Int) -> Bool { cell >= 0 && cell < cells.count && cells.width(of: cell) <= room }
    while high < marked.upperBound, fits(high) {
      room -= cells.width(of: high)
      high += 1
    }
    guard high == marked.upperBound else { return low..<high }
    while fits(low - 1) || fits(high) {
      if fits(low - 1) {
        low -= 1
        room -= cells.width(of: low)
      }
      if fits(high) {
        room -= cells.width(of: high)
        high += 1
      }
    }
    if low > 0, !cells.isSpace(low - 1), let space = (low..<marked.lowerBound).first(where: cells.isSpace) { low = space + 1 }
    if high < cells.count, !cells.isSpace(high), let space = (marked.upperBound..<high).last(where: cells.isSpace) { high = space }
    return low..<high
  }
}
