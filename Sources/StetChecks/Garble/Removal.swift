import StetFindings
import StetText

// Taking tokens out of a draft, or closing a gap before one, without hurting lines and markup.
extension Draft {
  /// The blanks right before an offset: spaces, tabs and no-break spaces, no line end.
  func blanks(before offset: Int) -> Span {
    var start = offset
    while start > 0 {
      switch text[start - 1] {
      case 0x20, 0x09: start -= 1
      case 0xA0 where start >= 2 && text[start - 2] == 0xC2: start -= 2
      case 0x80...0x8A where start >= 3 && text[start - 3] == 0xE2 && text[start - 2] == 0x80: start -= 3
      case 0xAF where start >= 3 && text[start - 3] == 0xE2 && text[start - 2] == 0x80: start -= 3
      default: return Span(start, offset)
      }
    }
    return Span(start, offset)
  }

  /// The spaces and tabs right after an offset.
  func blanks(after offset: Int) -> Span {
    var end = offset
    while end < text.count, text[end] == 0x20 || text[end] == 0x09 { end += 1 }
    return Span(offset, end)
  }

  /// White space as prose has it before a token: columns of a table are parted by tabs or rows of spaces.
  func hasProseGap(before i: Int) -> Bool {
    guard !tokens[i].flags.contains(.breakBefore) else { return true }
    let start = Int(tokens[i].start)
    // Nothing or one space, as nearly everywhere.
    if i > 0, start == tokens[i - 1].end || start == tokens[i - 1].end + 1 && text[start - 1] == 0x20 { return true }
    let gap = text[blanks(before: Int(tokens[i].start)).range]
    return !gap.contains(0x09) && gap.count { $0 == 0x20 } <= 2
  }

  /// Tokens as a reader sees them: no markup, one space where there is white space.
  func words(_ tokens: Range<Int>) -> String {
    tokens.reduce(into: "") { words, i in
      if i > tokens.lowerBound, self.tokens[i].flags.contains(.spaceBefore) { words += " " }
      words += string(self.tokens[i])
    }
  }

  /// The edit that takes tokens out with the white space on one side of them, so that lines stay as they are wrapped; nil
  /// where markup is in the way.
  func removal(of removed: Range<Int>) -> Edit? {
    guard let first = removed.first, let last = removed.last, !removed.dropFirst().contains(where: hasMarkup) else { return nil }
    let start = Int(tokens[first].start)
    let end = tokens[last].end
    let before = blanks(before: start)
    let after = blanks(after: end)
    if !tokens[first].flags.contains(.spaceBefore) { return Edit(Span(start, end), "") }
    if tokens[first].flags.contains(.breakBefore) {
      if !after.isEmpty { return Edit(Span(start, after.end), "") }
      return first > 0 && !hasMarkup(first) ? Edit(Span(tokens[first - 1].end, end), "") : nil
    }
    if !before.isEmpty { return Edit(Span(before.start, end), "") }
    return after.isEmpty ? nil : Edit(Span(start, after.end), "")
  }

  /// The edit that moves a mark to the word it belongs to: "on Monday , he" becomes "on Monday, he". At the start of a line
  /// it goes to the end of the line before. Nil where markup is in the way.
  func closing(gapBefore i: Int) -> Edit? {
    let mark = tokens[i]
    guard mark.flags.contains(.breakBefore) else {
      let before = blanks(before: Int(mark.start))
      return before.isEmpty ? nil : Edit(Span(before.start, mark.end), string(mark))
    }
    guard i > 0 else { return nil }
    let gap = Span(tokens[i - 1].end, Int(mark.start))
    let isPlain = text[gap.range].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
    let after = blanks(after: mark.end)
    guard isPlain, gap.start < gap.end else { return nil }
    // With nothing after it on its line, the mark's line goes.
    let isAlone = after.end >= text.count || text[after.end] == 0x0A || text[after.end] == 0x0D
    return Edit(Span(gap.start, after.end), string(mark) + (isAlone ? "" : string(gap)))
  }

  private func hasMarkup(_ i: Int) -> Bool { tokens[i].flags.contains(.markupBefore) }
}

// Taking out what stands twice.
extension Draft {
  /// Takes out the first of two copies, where markup keeps the second in its place.
  func removal(ofFirst first: Range<Int>) -> Edit? {
    guard !first.dropFirst().contains(where: { tokens[$0].flags.contains(.markupBefore) }) else { return nil }
    let start = Int(tokens[first.lowerBound].start)
    let end = tokens[first.upperBound - 1].end
    let after = blanks(after: end)
    return after.isEmpty ? nil : Edit(Span(start, after.end), "")
  }

  /// Takes out a sentence or a whole paragraph with the white space before it.
  func removal(ofPassage passage: Range<Int>) -> Edit? {
    let start = Int(tokens[passage.lowerBound].start)
    let end = tokens[passage.upperBound - 1].end
    guard !passage.dropFirst().contains(where: { tokens[$0].flags.contains(.markupBefore) }) else { return nil }
    var from = start
    while from > 0, text[from - 1] <= 0x20 { from -= 1 }
    let isAtLineEnd = end == text.count || text[end] <= 0x20
    return isAtLineEnd && from > 0 && passage.lowerBound > 0 && from == tokens[passage.lowerBound - 1].end
      ? Edit(Span(from, end), "") : nil
  }
}
