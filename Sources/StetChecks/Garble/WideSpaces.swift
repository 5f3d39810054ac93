import StetFindings
import StetText

/// Two spaces within a sentence, and a space inside a designation.
extension GluedPlaces {
  /// Two spaces after a word or a comma, not at the head of a line. In wrapped lines and Markdown they are nothing to a reader.
  @inline(__always)
  func isWide(_ i: Int, _ segment: Segment) -> Bool {
    guard i > segment.tokens.lowerBound, draft.tokens[i].flags.contains(.spaceBefore), draft.tokens[i].kind != .punctuation else { return false }
    let before = draft.tokens[i - 1], start = Int(draft.tokens[i].start)
    guard start == before.end + 2, draft.format == .plain, !segment.isHardWrapped, draft.text[start - 1] == 0x20, draft.text[start - 2] == 0x20 else { return false }
    let word = before.isMark(",") ? i - 2 : i - 1
    return word > segment.tokens.lowerBound && draft.tokens[word].isSmallWord && draft.tokens[word].length >= 2
  }

  /// One or two in a draft are slips; more are columns, or a way of writing.
  mutating func addWide(_ places: [Int]) {
    guard !places.isEmpty, places.count <= 2, !survey.copy.isManual else { return }
    for i in places {
      let gap = Span(Int(draft.tokens[i].start) - 1, Int(draft.tokens[i].start))
      let first = draft.tokens[i - 1].kind == .word ? i - 1 : max(i - 2, 0)
      found.append(Place(span: draft.tokens[first].span.union(draft.tokens[i].span), edit: Edit(gap, ""), isSlight: true))
    }
  }

  /// "PKM -7" in a draft that writes "AK-74": the space was put into a designation. "EUR -25" is a number below zero.
  mutating func designation(_ i: Int, _ segment: Range<Int>) {
    guard i > segment.lowerBound, i + 1 < segment.upperBound else { return }
    let name = draft.tokens[i - 1], number = draft.tokens[i + 1]
    guard name.kind == .word, name.flags.contains(.allCaps), name.length >= 3, number.kind == .number, number.isGlued, draft.followsOneSpace(i),
      i + 2 < segment.upperBound, draft.tokens[i + 2].isSmallWord, number.length <= 3, writesDesignations
    else { return }
    found.append(
      Place(span: name.span.union(number.span), edit: Edit(Span(name.end, Int(draft.tokens[i].start)), ""), isSure: false))
  }

  /// "AK-74", "RGD-5"
  private var writesDesignations: Bool {
    draft.tokens.indices.dropFirst().contains { i in
      draft.tokens[i].isHyphen && draft.tokens[i].isGlued && draft.tokens[i - 1].flags.contains(.allCaps) && i + 1 < draft.tokens.count
        && draft.tokens[i + 1].isGlued && draft.tokens[i + 1].flags.contains(.digits)
    }
  }
}
