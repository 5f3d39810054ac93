/// Splits plain text into lines and tells what each of them is, in one pass over its bytes.
struct LineScanner {
  private let bytes: [UInt8]
  /// The lines that have prose.
  private(set) var lines: [TextLine] = []
  /// Lines that are nothing but a suppression.
  private(set) var comments: [Span] = []
  /// Where all lines begin.
  private(set) var starts: [Int] = []
  /// How many of the lines, and of their starts, are made: there is room for more, since asking a list whether it may grow costs too much
  /// to be done once a line.
  private var lineCount = 0, startCount = 0
  private var blankBefore = true

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var next = 0
    // Behind the last line end there is one more line, be it empty.
    while next <= bytes.count {
      makeRoom()
      next = scan(from: next)
    }
    lines.removeLast(lines.count - lineCount)
    starts.removeLast(starts.count - startCount)
  }

  private mutating func makeRoom() {
    // A draft of one line needs none, be it ever so long.
    let more = max(min(bytes.count / 48, 8_192) + 2, startCount)
    let lines = [TextLine](repeating: .none, count: more), starts = [Int](repeating: 0, count: more)
    if startCount == 0 { (self.lines, self.starts) = (lines, starts) } else { (self.lines, self.starts) = (self.lines + lines, self.starts + starts) }
  }

  /// Reads lines until the room is full; returns where the next one begins, beyond the text if there is none.
  private mutating func scan(from first: Int) -> Int {
    // In locals, so that they need not be loaded anew after each line.
    let bytes = self.bytes, text = bytes.span, afterMark = bytes.afterByteOrderMark
    var lines = self.lines, starts = self.starts
    (self.lines, self.starts) = ([], [])
    var room = lines.mutableSpan, roomForStarts = starts.mutableSpan
    var lineCount = self.lineCount, startCount = self.startCount, blankBefore = self.blankBefore
    var next = first
    while next <= text.count, startCount < roomForStarts.count {
      roomForStarts[startCount] = next
      startCount &+= 1
      let start = next == 0 ? afterMark : next
      var seen: UInt64 = 0
      let end = LineScanner.lineEnd(text, from: start, &seen)
      next = end &+ 1
      if end < text.count, text[end] == 0x0D { next = bytes.afterLineEnd(end) }
      if start == end {
        blankBefore = true
        continue
      }
      let columns = seen & ByteWord.highs == 0 ? end &- start : CharacterCount.scalars(in: bytes, start..<end)
      // Nearly every line has no white space around it, and begins with none of the marks that are looked for otherwise.
      if text[start].isLetter, text[end &- 1] > 0x20, text[end &- 1] < 0x7F {
        room[lineCount] = LineScanner.line(bytes, start, end, 0, columns, 0, blankBefore)
        lineCount &+= 1
        blankBefore = false
        continue
      }
      switch odd(start, end, columns, blankBefore) {
      case .prose(let line):
        room[lineCount] = line
        lineCount &+= 1
        blankBefore = false
      case .suppression(let span): comments.append(span)
      case .underline:
        if !blankBefore { room[lineCount &- 1].flags.insert(.underlined) }
        blankBefore = true
      case .blank: blankBefore = true
      }
    }
    (self.lines, self.starts) = (lines, starts)
    (self.lineCount, self.startCount, self.blankBefore) = (lineCount, startCount, blankBefore)
    return next
  }

  /// The first line end at or after an offset, or the end of the text.
  ///
  /// - Parameter seen: Takes up all bytes that are passed, and perhaps some behind them.
  @inline(__always)
  private static func lineEnd(_ text: Swift.Span<UInt8>, from start: Int, _ seen: inout UInt64) -> Int {
    var at = start
    while text.has(16, from: at) {
      let (a, b) = text.words(at: at)
      // Neither a line end nor a byte that begins a character outside ASCII.
      if ((a.bits &- lineEnds) | (b.bits &- lineEnds)) & ByteWord.highs == 0 {
        at &+= 16
        continue
      }
      seen |= a.bits | b.bits
      let first = a.anyBelow(0x0E), second = b.anyBelow(0x0E)
      if first | second == 0 {
        at &+= 16
        continue
      }
      // Where there is none in the first word, 64 bits are passed; without a branch, for which of them has it cannot be foreseen.
      let passed = first.trailingZeroBitCount, end = at &+ (passed &+ second.trailingZeroBitCount &* (passed &>> 6)) &>> 3
      if text[end].isNewline { return end }
      // A tab.
      at = end &+ 1
    }
    while at < text.count, !text[at].isNewline {
      seen |= UInt64(text[at])
      at &+= 1
    }
    return at
  }

  /// Taken from bytes it leaves the highest bit to control characters, line ends among them, and to all from 0x8E on.
  private static var lineEnds: UInt64 { 0x0E &* ByteWord.ones }

  /// A line that may be something else than prose.
  private enum Line {
    case prose(TextLine)
    case suppression(Span)
    /// A rule that underlines what stands above it.
    case underline
    /// Nothing, or a rule of another kind.
    case blank
  }

  /// A line that may be indented or a quotation, a suppression, a rule.
  private func odd(_ start: Int, _ lineEnd: Int, _ columns: Int, _ blankBefore: Bool) -> Line {
    var (at, indent) = indentation(start, lineEnd)
    let (end, trimmed) = trimmedEnd(at, lineEnd)
    let right = columns - trimmed + indent - (at - start)
    var depth = 0
    while at < end, bytes[at] == UInt8(ascii: ">"), at + 1 == end || bytes[at + 1].isBlank || bytes[at + 1] == UInt8(ascii: ">") {
      depth += 1
      at = bytes.skippingBlanks(at + 1, end)
      indent = 0
    }
    guard at < end else { return .blank }
    if isSuppression(at, end) { return .suppression(Span(at, end)) }
    if isRule(at, end) { return bytes[at] == UInt8(ascii: "=") || bytes[at] == UInt8(ascii: "-") ? .underline : .blank }
    return .prose(LineScanner.line(bytes, at, end, indent, right, depth, blankBefore))
  }

  @inline(__always)
  private static func line(
    _ bytes: [UInt8], _ at: Int, _ end: Int, _ indent: Int, _ right: Int, _ depth: Int, _ blankBefore: Bool
  ) -> TextLine {
    var flags: TextLine.Flags = blankBefore ? .blankBefore : []
    // Of the letters, only one with a bracket after it is a marker.
    let isLetter = bytes[at].isLetter && (at + 1 == end || bytes[at + 1] != UInt8(ascii: ")"))
    let (marker, content) = isLetter ? (.none, at) : ListMarker.find(in: bytes, at, end)
    // Small letters have a bit that capitals have not. No branch: which of them begins a line cannot be foreseen.
    let startsLower = isLetter ? bytes[at] &>> 5 & 1 : Prose.startsLower(bytes, content, end) ? 1 : 0
    flags.formUnion(TextLine.Flags(rawValue: startsLower &* TextLine.Flags.startsLower.rawValue))
    if Prose.mayEndSentence(bytes[end - 1]), Prose.endsSentence(bytes, at, end) { flags.insert(.endsSentence) }
    return TextLine(
      text: UInt32(truncatingIfNeeded: at), content: UInt32(truncatingIfNeeded: content), end: UInt32(truncatingIfNeeded: end),
      indent: UInt16(clamping: indent), right: UInt16(clamping: right), depth: UInt8(clamping: depth), marker: marker,
      firstWord: UInt8(clamping: Prose.firstWordWidth(bytes, at, end)), flags: flags)
  }

  /// Where the line's text begins and the column it begins at; a tab goes to the next multiple of eight.
  private func indentation(_ start: Int, _ end: Int) -> (at: Int, columns: Int) {
    var at = start, columns = 0
    while at < end {
      if bytes[at].isBlank {
        columns = bytes[at] == 0x09 ? (columns / 8 + 1) * 8 : columns + 1
        at += 1
      } else if bytes[at] == 0xC2, at + 1 < end, bytes[at + 1] == 0xA0 {
        columns += 1
        at += 2
      } else {
        break
      }
    }
    return (at, columns)
  }

  /// The line's end without trailing white space, and how many scalars that was.
  private func trimmedEnd(_ start: Int, _ lineEnd: Int) -> (end: Int, trimmed: Int) {
    var end = lineEnd, trimmed = 0
    while end > start {
      if bytes[end - 1].isBlank {
        end -= 1
      } else if bytes[end - 1] == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
      trimmed += 1
    }
    return (end, trimmed)
  }

  /// `<!-- stet-… -->` and nothing else.
  private func isSuppression(_ at: Int, _ end: Int) -> Bool {
    guard bytes[at] == UInt8(ascii: "<"), bytes.has(.commentStart, at: at, before: end) else { return false }
    guard bytes.has(.commentEnd, at: end - 3, before: end) else { return false }
    guard bytes.has(.suppression, at: bytes.skippingBlanks(at + 4, end), before: end) else { return false }
    return !(at + 4..<end - 3).contains { bytes[$0] == UInt8(ascii: "-") && bytes.has(.commentEnd, at: $0, before: end - 1) }
  }

  /// A row of three or more rule characters (of dots five), with or without spaces between.
  private func isRule(_ start: Int, _ end: Int) -> Bool {
    var at = start, count = 0, dots = 0
    while at < end {
      let (scalar, length) = UTF8Scalar.decode(bytes, at, end)
      switch scalar {
      case 0x20, 0x09: break
      case 0x2E: dots += 1
      case 0x2D, 0x2A, 0x3D, 0x5F, 0x7E, 0x23, 0x2B, 0x2013...0x2015, 0x2500...0x257F, 0x2022, 0xB7, 0x25A0, 0x25CF: count += 1
      default: return false
      }
      at += length
    }
    return count >= 3 && dots == 0 || dots >= 5
  }
}
