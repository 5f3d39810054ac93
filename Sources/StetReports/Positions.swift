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
  /// How many characters begin before byte `index * stride`.
  private let counts: [Count]
  private static let stride = 64
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private struct Count {
    var scalars: UInt32 = 0
    /// Scalars that are two units in UTF-16.
    var pairs: UInt32 = 0

    mutating func add(_ bytes: ArraySlice<UInt8>) {
      for byte in bytes where byte & 0xC0 != 0x80 {
        scalars &+= 1
        if byte >= 0xF0 { pairs &+= 1 }
      }
    }
  }

  init(_ draft: Draft) {
    self.draft = draft
    let text = draft.text
    var counts: [Count] = []
    counts.reserveCapacity(text.count / Positions.stride + 1)
    var count = Count()
    for start in Swift.stride(from: 0, through: text.count, by: Positions.stride) {
      counts.append(count)
      count.add(text[start..<min(start + Positions.stride, text.count)])
    }
    self.counts = counts
  }

  /// 1-based. A byte-order mark is no character; bytes it has if the file does.
  func position(of offset: Int, in unit: ColumnUnit = .scalars) -> Position {
    let line = draft.lines.line(of: offset)
    var start = draft.lines.starts[line]
    if line == 0, unit != .bytes || draft.encoding.name != "UTF-8", draft.text.starts(with: Positions.mark) {
      start = Positions.mark.count
    }
    let column = offset > start ? units(before: offset, unit) - units(before: start, unit) : 0
    return Position(line: line + 1, column: column + 1)
  }

  /// The line of a span's last character: its end may be the beginning of the next line.
  func lastLine(of span: Span) -> Int { draft.lines.line(of: max(span.start, span.end - 1)) + 1 }

  private func units(before offset: Int, _ unit: ColumnUnit) -> Int {
    let offset = min(offset, draft.text.count)
    if unit == .bytes { return offset }
    let mark = offset / Positions.stride
    var count = counts[mark]
    count.add(draft.text[mark * Positions.stride..<offset])
    return Int(unit == .utf16 ? count.scalars + count.pairs : count.scalars)
  }
}
