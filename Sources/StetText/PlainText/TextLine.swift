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

  /// What it has with or without its list marker.
  func span(isItem: Bool) -> Span { Span(Int(isItem ? content : text), Int(end)) }
}

/// Splits plain text into lines and tells what each of them is.
struct LineScanner {
  private let bytes: [UInt8]
  private(set) var lines: [TextLine] = []
  /// Lines that are nothing but a suppression.
  private(set) var comments: [Span] = []
  private var blankBefore = true

  init(_ bytes: [UInt8], _ table: LineTable) {
    self.bytes = bytes
    lines.reserveCapacity(table.starts.count)
    for line in table.starts.indices {
      let span = table.span(of: line, in: bytes), start = line == 0 ? bytes.afterByteOrderMark : span.start
      if start == span.end {
        blankBefore = true
      } else {
        add(start, span.end, table.isASCII ? span.count : CharacterCount.scalars(in: bytes, start..<span.end))
      }
    }
  }

  @inline(__always)
  private mutating func add(_ start: Int, _ lineEnd: Int, _ columns: Int) {
    // Nearly every line has no white space around it, and begins with none of the marks that are looked for below.
    if bytes[start].isLetter, bytes[lineEnd - 1] > 0x20, bytes[lineEnd - 1] < 0x7F {
      append(start, lineEnd, 0, columns, 0)
    } else {
      addOdd(start, lineEnd, columns)
    }
  }

  /// A line that may be indented or a quotation, a suppression, a rule.
  private mutating func addOdd(_ start: Int, _ lineEnd: Int, _ columns: Int) {
    var (at, indent) = indentation(start, lineEnd)
    let (end, trimmed) = trimmedEnd(at, lineEnd)
    let right = columns - trimmed + indent - (at - start)
    var depth = 0
    while at < end, bytes[at] == UInt8(ascii: ">"), at + 1 == end || bytes[at + 1].isBlank || bytes[at + 1] == UInt8(ascii: ">") {
      depth += 1
      at = bytes.skippingBlanks(at + 1, end)
      indent = 0
    }
    guard at < end else {
      blankBefore = true
      return
    }
    if isSuppression(at, end) {
      comments.append(Span(at, end))
    } else if isRule(at, end) {
      if !blankBefore, bytes[at] == UInt8(ascii: "=") || bytes[at] == UInt8(ascii: "-") {
        lines[lines.count - 1].flags.insert(.underlined)
      }
      blankBefore = true
    } else {
      append(at, end, indent, right, depth)
    }
  }

  @inline(__always)
  private mutating func append(_ at: Int, _ end: Int, _ indent: Int, _ right: Int, _ depth: Int) {
    var flags: TextLine.Flags = blankBefore ? .blankBefore : []
    blankBefore = false
    // Of the letters, only one with a bracket after it is a marker.
    let isLetter = bytes[at].isLetter && (at + 1 == end || bytes[at + 1] != UInt8(ascii: ")"))
    let (marker, content) = isLetter ? (.none, at) : ListMarker.find(in: bytes, at, end)
    if isLetter ? bytes[at].isLower : Prose.startsLower(bytes, content, end) { flags.insert(.startsLower) }
    if Prose.mayEndSentence(bytes[end - 1]), Prose.endsSentence(bytes, at, end) { flags.insert(.endsSentence) }
    lines.append(
      TextLine(
        text: UInt32(truncatingIfNeeded: at), content: UInt32(truncatingIfNeeded: content), end: UInt32(truncatingIfNeeded: end),
        indent: UInt16(clamping: indent), right: UInt16(clamping: right), depth: UInt8(clamping: depth), marker: marker,
        firstWord: UInt8(clamping: Prose.firstWordWidth(bytes, at, end)), flags: flags))
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
