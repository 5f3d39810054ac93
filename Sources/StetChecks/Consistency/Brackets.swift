import StetText

/// Whether round or square brackets are open, asked of the tokens of one segment from left to right.
struct Brackets {
  private let draft: Draft
  private let marks: ArraySlice<Int>
  private var next: Int
  private var depth = 0

  /// - Parameter marks: The punctuation marks of the segment.
  init(_ draft: Draft, _ marks: ArraySlice<Int>) {
    self.draft = draft
    self.marks = marks
    next = marks.startIndex
  }

  mutating func areOpen(at token: Int) -> Bool {
    while next < marks.endIndex, marks[next] < token {
      switch draft.tokens[marks[next]].key.rawValue {
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth = max(0, depth - 1)
      default: break
      }
      next += 1
    }
    return depth > 0
  }
}
