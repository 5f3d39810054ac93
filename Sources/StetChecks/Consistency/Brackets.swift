import StetText

/// Whether round or square brackets are open, asked of the tokens of one segment from left to right.
struct Brackets {
  private let draft: Draft
  private var next: Int
  private var depth = 0

  /// - Parameter start: The first token of the segment.
  init(_ draft: Draft, from start: Int) {
    self.draft = draft
    next = start
  }

  mutating func areOpen(at token: Int) -> Bool {
    while next < token {
      // No word has the key of a mark.
      switch draft.tokens[next].key.rawValue {
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth = max(0, depth - 1)
      default: break
      }
      next += 1
    }
    return depth > 0
  }
}
