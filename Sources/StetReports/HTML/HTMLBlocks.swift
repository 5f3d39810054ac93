import StetText

/// A passage of a draft as a page shows it: whole lines.
struct HTMLBlock {
  /// Without the last line break.
  let span: Span
  /// What it is to a reader; nil for what Stet does not read: code, front matter, comments.
  let role: Segment.Role?
  /// Where the prose begins: after `## ` or `- `.
  let proseStart: Int
  /// Lines end where the column is full, not where the sentence does.
  let isHardWrapped: Bool

  /// The whole draft but for blank lines, in order.
  static func blocks(of draft: Draft) -> [HTMLBlock] {
    var blocks: [HTMLBlock] = []
    var line = 0
    for passage in passages(of: draft) {
      blocks += unread(line..<passage.lines.lowerBound, of: draft)
      blocks.append(
        HTMLBlock(
          span: draft.span(ofLines: passage.lines), role: passage.segment.role, proseStart: passage.segment.span.start,
          isHardWrapped: passage.segment.isHardWrapped))
      line = passage.lines.upperBound
    }
    return blocks + unread(line..<draft.lines.starts.count, of: draft)
  }

  /// Segments with their lines; those that share a line (the cells of a row) are one passage.
  private static func passages(of draft: Draft) -> [(segment: Segment, lines: Range<Int>)] {
    var passages: [(segment: Segment, lines: Range<Int>)] = []
    for segment in draft.segments {
      let first = draft.lines.line(of: segment.span.start)
      let last = draft.lines.line(of: max(segment.span.start, segment.span.end - 1))
      if let before = passages.last, first < before.lines.upperBound {
        passages[passages.count - 1].lines = before.lines.lowerBound..<max(before.lines.upperBound, last + 1)
      } else {
        passages.append((segment, first..<last + 1))
      }
    }
    return passages
  }

  /// Lines between passages, without blank ones around them.
  private static func unread(_ lines: Range<Int>, of draft: Draft) -> [HTMLBlock] {
    func isBlank(_ line: Int) -> Bool { draft.text[draft.span(ofLines: line..<line + 1).range].allSatisfy { $0 <= 0x20 } }
    guard let first = lines.first(where: { !isBlank($0) }), let last = lines.last(where: { !isBlank($0) }) else { return [] }
    let span = draft.span(ofLines: first..<last + 1)
    return [HTMLBlock(span: span, role: nil, proseStart: span.start, isHardWrapped: false)]
  }
}

extension Draft {
  /// Lines without the last line break and without a byte-order mark.
  fileprivate func span(ofLines range: Range<Int>) -> Span {
    guard let first = range.first else { return Span(text.count, text.count) }
    var start = lines.starts[first]
    var end = range.upperBound < lines.starts.count ? lines.starts[range.upperBound] : text.count
    if start == 0, text.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }
}
