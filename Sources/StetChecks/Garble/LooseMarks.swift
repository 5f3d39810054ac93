import StetText

/// The punctuation marks that do not stand as nearly all do: right behind a word, with a space after them. Gathered once, for whoever
/// looks for marks that are out of place.
struct LooseMarks: Sendable {
  private let tokens: [Int]
  private let segments: [Segment]

  init(_ draft: Draft, _ survey: Survey) {
    // In a local, so that it need not be loaded anew after each mark.
    let all = draft.tokens, marks = survey[.mark]
    tokens = [Int](capacity: marks.count) { loose in
      for i in marks where LooseMarks.isLoose(i, all) { loose.append(i) }
    }
    segments = draft.segments
  }

  /// The marks, each with its segment.
  var each: CuePlaces { CuePlaces(tokens[...], segments) }

  @inline(__always)
  private static func isLoose(_ i: Int, _ tokens: [Token]) -> Bool {
    switch tokens[i].key.rawValue {
    // , ; ? ! .
    case 0x2C, 0x3B, 0x3F, 0x21, 0x2E:
      if tokens[i].flags.contains(.spaceBefore) || i == 0 || tokens[i - 1].kind != .word && tokens[i - 1].kind != .number { return true }
    // - ( ) [
    case 0x2D, 0x28, 0x29, 0x5B: return true
    default: break
    }
    guard i + 1 < tokens.count else { return false }
    // Stops may be parted by spaces.
    return tokens[i + 1].isGlued || tokens[i + 1].isMark(".") || tokens[i + 1].isMark("…")
  }
}
