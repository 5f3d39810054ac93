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

  /// How many of them are in a stretch of a draft.
  func count(in text: [UInt8], _ range: Range<Int>) -> Int {
    switch self {
    case .scalars: CharacterCount.scalars(in: text, range)
    case .utf16: CharacterCount.utf16(in: text, range)
    case .bytes: range.count
    }
  }
}

/// Lines and columns of many places in one draft. Nothing is counted but the lines that somebody asks about.
struct Positions {
  private let draft: Draft
  private let unit: ColumnUnit
  /// How many lines stand before the text, if it is a part of a draft.
  private let lines: Int
  private let marks: ColumnMarks
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// How much of a line is counted anew for each place in it.
  private static let reach = 4096

  init(_ draft: Draft, in unit: ColumnUnit = .scalars, origin: DraftOrigin = DraftOrigin()) {
    self.draft = draft
    self.unit = unit
    lines = origin.line
    marks = ColumnMarks(draft.text, unit)
  }

  /// 1-based. A byte-order mark is no character; bytes it has if the file does.
  func position(of offset: Int) -> Position { position(of: offset, draft.lines) }

  /// Both ends of a span, which mostly are in one line and not far apart.
  func positions(of span: Span) -> (start: Position, end: Position) {
    let table = draft.lines
    let start = position(of: span.start, table), line = start.line - lines
    let next = line < table.starts.count ? table.starts[line] : draft.text.count + 1
    guard span.end < next, span.count < Positions.reach, span.start >= Positions.byteOrderMark.count else {
      return (start, position(of: span.end, table))
    }
    return (start, Position(line: start.line, column: start.column + unit.count(in: draft.text, span.range)))
  }

  /// The line of a span's last character: its end may be the beginning of the next line.
  func lastLine(of span: Span) -> Int { lines + draft.lines.line(of: max(span.start, span.end - 1)) + 1 }

  private func position(of offset: Int, _ table: LineTable) -> Position {
    let line = table.line(of: offset)
    var start = table.starts[line]
    if line == 0, unit != .bytes || draft.encoding.name != "UTF-8", draft.text.starts(with: Positions.byteOrderMark) {
      start = Positions.byteOrderMark.count
    }
    let end = max(start, min(offset, draft.text.count))
    let isNear = end - start <= Positions.reach
    let column = isNear ? unit.count(in: draft.text, start..<end) : marks.count(in: start..<end)
    return Position(line: lines + line + 1, column: column + 1)
  }
}

/// Counts the characters of a text once, with a mark every so many bytes: in a draft of one long line and many findings,
/// counting from the line's start would take quadratic time.
private final class ColumnMarks {
  private let text: [UInt8]
  private let unit: ColumnUnit
  private static let stride = 256

  init(_ text: [UInt8], _ unit: ColumnUnit) {
    self.text = text
    self.unit = unit
  }

  /// How many units begin before byte `index * stride`.
  private lazy var counts: [UInt32] = {
    var counts: [UInt32] = [], count = 0
    counts.reserveCapacity(text.count / ColumnMarks.stride + 1)
    for start in Swift.stride(from: 0, through: text.count, by: ColumnMarks.stride) {
      counts.append(UInt32(truncatingIfNeeded: count))
      count += unit.count(in: text, start..<min(start + ColumnMarks.stride, text.count))
    }
    return counts
  }()

  func count(in range: Range<Int>) -> Int { units(before: range.upperBound) - units(before: range.lowerBound) }

  private func units(before offset: Int) -> Int {
    if unit == .bytes { return offset }
    let mark = offset / ColumnMarks.stride
    return Int(counts[mark]) + unit.count(in: text, mark * ColumnMarks.stride..<offset)
  }
}
