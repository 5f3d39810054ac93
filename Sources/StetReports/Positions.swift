import StetText

/// Lines and columns of many places in one draft.
///
/// `Draft.position(of:)` counts from the start of the line, which for a draft of one long line and many findings takes
/// quadratic time. Here scalars are counted once, with a mark every `stride` bytes.
struct Positions {
  private let draft: Draft
  /// How many scalars begin before byte `index * stride`.
  private let counts: [UInt32]
  private static let stride = 64

  init(_ draft: Draft) {
    self.draft = draft
    let text = draft.text
    var counts: [UInt32] = []
    counts.reserveCapacity(text.count / Positions.stride + 1)
    var count = 0
    for start in Swift.stride(from: 0, through: text.count, by: Positions.stride) {
      counts.append(UInt32(truncatingIfNeeded: count))
      count += Positions.scalars(in: text[start..<min(start + Positions.stride, text.count)])
    }
    self.counts = counts
  }

  /// 1-based; columns count scalars. A byte-order mark is none.
  func position(of offset: Int) -> Position {
    let line = draft.lines.line(of: offset)
    var start = draft.lines.starts[line]
    if line == 0, draft.text.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let column = offset > start ? scalars(before: offset) - scalars(before: start) : 0
    return Position(line: line + 1, column: column + 1)
  }

  private func scalars(before offset: Int) -> Int {
    let offset = min(offset, draft.text.count)
    let mark = offset / Positions.stride
    return Int(counts[mark]) + Positions.scalars(in: draft.text[mark * Positions.stride..<offset])
  }

  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
