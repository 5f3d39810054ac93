/// Tells text wrapped at a column from text with a paragraph a line.
///
/// A writer's program fills a line until the next word does not fit. So in wrapped text nearly every line is *full*: with
/// the next line's first word it would pass the right margin. Lines that are paragraphs end with a full stop nearly
/// always; wrapped lines seldom. Both must speak for wrapping before lines are joined.
struct Wrapping {
  private let text: [UInt8]
  private let lines: [TextLine]
  /// The right margin of the draft's wrapped runs, if it has any of three lines or more.
  private(set) var draftMargin: Int?

  /// Margins that people and programs use, with some tolerance.
  private static let margins = 40...120

  init(_ text: [UInt8], _ lines: [TextLine], _ runs: [LineRun]) {
    self.text = text
    self.lines = lines
    var weights = [Int](repeating: 0, count: Wrapping.margins.upperBound + 1)
    for run in runs where run.lines.count >= 3 {
      if isWrapped(run.lines, run.longest) { weights[run.longest] += run.lines.count }
    }
    let total = weights.reduce(0, +)
    guard total > 0 else { return }
    // Most of the lines belong to runs whose longest line is not longer than this.
    var sum = 0
    draftMargin = weights.indices.first {
      sum += weights[$0]
      return sum * 5 >= total * 4
    }
  }

  func margin(of run: LineRun) -> Int { max(run.longest, draftMargin ?? 0) }

  /// Whether the lines of a run without blank lines are parts of paragraphs, not paragraphs.
  ///
  /// - Parameter margin: What `margin(of:)` says of it.
  func isWrapped(_ run: Range<Int>, _ margin: Int) -> Bool {
    guard run.count > 1, Wrapping.margins.contains(margin) else { return false }
    if run.count == 2 { return isWrappedPair(run.lowerBound, margin) }
    var pairs = 0, full = 0, open = 0
    for i in run.lowerBound..<run.upperBound - 1 {
      // Counted without branches: which lines are full cannot be foreseen.
      let line = lines[i], next = lines[i + 1]
      let pair = next.marker == .none && !next.isIndented(after: line) ? 1 : 0
      pairs &+= pair
      full &+= pair & (line.isFull(before: next, margin) ? 1 : 0)
      open &+= pair & (line.flags.contains(.endsSentence) ? 0 : 1)
    }
    if pairs == 1 { return run.dropLast().contains { lines[$0 + 1].marker == .none && isWrappedPair($0, margin) } }
    return pairs > 0 && full * 4 >= pairs * 3 && open * 2 >= pairs
  }

  /// Two lines prove little: the draft must be wrapped elsewhere, or the sentence plainly go on.
  private func isWrappedPair(_ first: Int, _ margin: Int) -> Bool {
    let line = lines[first], next = lines[first + 1]
    guard next.marker == .none, Int(line.right) <= margin + 2 else { return false }
    if draftMargin != nil, isFull(first, margin) { return true }
    guard Wrapping.margins.contains(Int(line.right)), !line.flags.contains(.endsSentence) else { return false }
    return next.flags.contains(.startsLower) || endsWithFunctionWord(line)
  }

  /// Whether the next line's first word would not have fitted; programs differ by a column or two.
  func isFull(_ line: Int, _ margin: Int) -> Bool { lines[line].isFull(before: lines[line + 1], margin) }

  /// Whether a paragraph of a wrapped run ends with this line, and the next line begins another.
  func endsParagraph(_ line: Int, _ margin: Int) -> Bool {
    let own = lines[line], next = lines[line + 1]
    let isFull = own.isFull(before: next, margin)
    if next.isIndented(after: own) { return own.flags.contains(.endsSentence) || !isFull }
    if isFull { return false }
    if own.flags.contains(.endsSentence) { return true }
    return !next.flags.contains(.startsLower) && Int(own.right) * 3 < margin * 2
  }

  private func endsWithFunctionWord(_ line: TextLine) -> Bool {
    let end = Int(line.end)
    var start = end
    while start > Int(line.text), end - start < 6, text[start - 1].isLetter { start -= 1 }
    guard start > Int(line.text), text[start - 1].isBlank else { return false }
    return Wrapping.functionWords.contains(Array(text[start..<end]))
  }

  /// Words that end no heading and no sentence.
  private static let functionWords: Set<[UInt8]> = Set(
    [
      "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "its", "of", "on", "or", "that", "the", "to",
      "with",
    ]
    .map { Array($0.utf8) })
}
