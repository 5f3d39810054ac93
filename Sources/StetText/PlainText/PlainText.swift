/// The paragraphs of plain text, wrapped at a column or one a line.
///
/// Prose is every byte that is not white space, except rules ("----", "* * *"), marks of list items and of block
/// quotations ("> "), and lines that are nothing but a suppression.
struct PlainText {
  private let text: [UInt8]
  private let lines: [TextLine]
  private let runs: [LineRun]
  private let wrapping: Wrapping
  private var structure = Structure()

  static func structure(of text: [UInt8]) -> Structure {
    var reader = PlainText(text)
    reader.read()
    return reader.structure
  }

  private init(_ text: [UInt8]) {
    let scanner = LineScanner(text)
    self.text = text
    lines = scanner.lines
    runs = LineRun.all(of: lines)
    wrapping = Wrapping(text, lines, runs)
    structure.comments = scanner.comments
    structure.lines = LineTable(starts: scanner.starts)
    structure.blocks.reserveCapacity(runs.count)
    structure.pieces.reserveCapacity(runs.count)
  }

  private mutating func read() {
    for run in runs {
      let margin = wrapping.margin(of: run), run = run.lines
      let isWrapped = wrapping.isWrapped(run, margin)
      var start = run.lowerBound
      var isItem = lines[start].marker != .none
      for line in run.lowerBound + 1..<run.upperBound {
        let nextIsItem = beginsItem(line, afterItem: isItem, margin)
        guard nextIsItem || !continues(line, from: start, isItem, isWrapped, margin) else { continue }
        add(start..<line, isItem, isAlone: false)
        (start, isItem) = (line, nextIsItem)
      }
      add(start..<run.upperBound, isItem, isAlone: run.count == 1)
    }
  }

  /// Whether a line with a list marker begins an item. A wrapped line may begin with "1945. " or "- " by chance: then the
  /// line before is full and its sentence goes on.
  private func beginsItem(_ line: Int, afterItem: Bool, _ margin: Int) -> Bool {
    let before = lines[line - 1]
    switch lines[line].marker {
    case .none: return false
    case .bullet where afterItem || before.marker == .bullet: return true
    default: return before.flags.contains(.endsSentence) || margin < 40 || !wrapping.isFull(line - 1, margin)
    }
  }

  private func continues(_ line: Int, from start: Int, _ isItem: Bool, _ isWrapped: Bool, _ margin: Int) -> Bool {
    if isItem, lines[line].isIndented(after: lines[start]) { return true }
    return isWrapped && !wrapping.endsParagraph(line - 1, margin)
  }

  private mutating func add(_ range: Range<Int>, _ isItem: Bool, isAlone: Bool) {
    let firstPiece = structure.pieces.count
    let start = lines[range.lowerBound].span(isItem: isItem).start
    var begin = start, end = Int(lines[range.lowerBound].end)
    for line in range.dropFirst() {
      let next = Int(lines[line].text)
      // White space alone, as between nearly all lines, needs no piece of its own: the tokenizer sees that a line ends there.
      if next > end + 1, !text.isWhite(end..<next) {
        structure.pieces.append(Piece(.prose, Span(begin, end)))
        structure.pieces.append(.lineBreak(from: end, to: next, in: text))
        begin = next
      }
      end = Int(lines[line].end)
    }
    structure.pieces.append(Piece(.prose, Span(begin, end)))
    let role = role(of: range, isItem, isAlone, Span(start, end))
    structure.blocks.append(Block(role: role, pieces: firstPiece..<structure.pieces.count, isHardWrapped: range.count > 1))
  }

  private func role(of range: Range<Int>, _ isItem: Bool, _ isAlone: Bool, _ span: Span) -> Segment.Role {
    let line = lines[range.lowerBound]
    if line.depth > 0 { return .quotation }
    if isItem { return .listItem }
    let roles = LineRoles(text: text)
    if let role = roles.credit(span) { return role }
    guard range.count == 1 else { return .paragraph }
    if isAlone, line.flags.contains(.underlined), line.right <= 100 { return .heading }
    let isFirst = range.lowerBound == 0 && lines.count > 1
    // Where no blank line parts paragraphs, a heading stands above a line that no wrapping made.
    let isHead = isAlone || range.upperBound < lines.count && lines[range.upperBound].right > 100
    guard isHead, line.right <= 120, !line.flags.contains(.endsSentence) else { return .paragraph }
    return roles.isTitle(span) || isFirst && roles.isHeadline(span) ? .heading : .paragraph
  }
}
