import StetText

extension Finding {
  /// A note on the draft as a whole ("three spellings of one name"), whose places are in `related`. Its own span is only
  /// where it is shown, so it neither hides other findings nor is hidden.
  public var concernsWholeDraft: Bool { (ownSeverity ?? severity) == .note && !related.isEmpty }
}

extension [Token] {
  /// The first token that begins at or after an offset; `count` if there is none.
  func firstIndex(startingFrom offset: Int) -> Int {
    var low = 0, high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Token {
  var isClosingQuotationMark: Bool {
    guard kind == .punctuation else { return false }
    return ["\"", "”", "“", "’", "'", "»", "«", "›"].contains { isMark($0) }
  }
}
