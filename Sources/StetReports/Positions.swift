import StetFindings
import StetText

/// What a format counts columns in.
enum ColumnUnit {
  /// Unicode scalars, or “code points”: what Stet's own reports count.
  case scalars
  /// What JavaScript and most language servers count.
  case utf16
  /// Bytes of the draft in UTF-8.
  case bytes
}

/// Lines and columns of many places in one draft.
///
/// `Draft.position(of:)` counts from the start of the line, which for a draft of one long line and many findings takes
/// quadratic time. Here characters are counted once, with a mark every `stride` bytes.
struct Positions {
  private let draft: Draft
  private let lineTable: LineTable
  private let unit: ColumnUnit
  /// How many lines stand before the text, if it is a part of a draft.
  private let lines: Int
  /// How many units begin before byte `index * stride`; empty for bytes.
  private let counts: [UInt32]
  private static let stride = 64
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ draft: Draft, in unit: ColumnUnit = .scalars, origin: DraftOrigin = DraftOrigin()) {
    self.draft = draft
    self.unit = unit
    lineTable = draft.lines
    lines = origin.line
    let text = draft.text
    var counts: [UInt32] = []
    if unit != .bytes {
      counts.reserveCapacity(text.count / Positions.stride + 1)
      var count = 0
      for start in Swift.stride(from: 0, through: text.count, by: Positions.stride) {
        counts.append(UInt32(truncatingIfNeeded: count))
        count += Positions.units(in: text, start..<min(start + Positions.stride, text.count), unit)
      }
    }
    self.counts = counts
  }

  /// 1-based. A byte-order mark is no character; bytes it has if the file does.
  func position(of offset: Int) -> Position {
    let line = lineTable.line(of: offset)
    var start = lineTable.starts[line]
    if line == 0, unit != .bytes || draft.encoding.name != "UTF-8", draft.text.starts(with: Positions.mark) {
      start = Positions.mark.count
    }
    let column = offset > start ? units(before: offset) - units(before: start) : 0
    return Position(line: lines + line + 1, column: column + 1)
  }

  /// Both ends of a span, which mostly are in one line and not far apart.
  func positions(of span: Span) -> (start: Position, end: Position) {
    let start = position(of: span.start), line = start.line - lines
    let next = line < lineTable.starts.count ? lineTable.starts[line] : draft.text.count + 1
    guard unit != .bytes, span.end < next, span.count < Positions.stride, span.start >= Positions.mark.count else {
      return (start, position(of: span.end))
    }
    let width = Positions.units(in: draft.text, span.range, unit)
    return (start, Position(line: start.line, column: start.column + width))
  }

  /// The line of a span's last character: its end may be the beginning of the next line.
  func lastLine(of span: Span) -> Int { lines + lineTable.line(of: max(span.start, span.end - 1)) + 1 }

  private func units(before offset: Int) -> Int {
    let offset = min(offset, draft.text.count)
    if unit == .bytes { return offset }
    let mark = offset / Positions.stride
    return Int(counts[mark]) + Positions.units(in: draft.text, mark * Positions.stride..<offset, unit)
  }

  private static func units(in text: [UInt8], _ range: Range<Int>, _ unit: ColumnUnit) -> Int {
    let bytes = text.span.bytes
    var count = range.count, at = range.lowerBound
    // Eight bytes at a time; most have no more to tell than that they are ASCII.
    while at + 8 <= range.upperBound {
      let word = EightBytes.load(bytes, at), high = word & 0x8080_8080_8080_8080
      if high != 0 {
        count -= (high & ~(word << 1)).nonzeroBitCount
        if unit == .utf16 { count += (high & word << 1 & word << 2 & word << 3).nonzeroBitCount }
      }
      at += 8
    }
    while at < range.upperBound {
      if text[at] & 0xC0 == 0x80 { count -= 1 }
      // What takes four bytes takes two units.
      if text[at] >= 0xF0, unit == .utf16 { count += 1 }
      at += 1
    }
    return count
  }
}
