import StetText

extension Finding {
  /// A note on the draft as a whole ("three spellings of one name"), whose places are in `related`. Its own span is only
  /// where it is shown, so it neither hides other findings nor is hidden.
  public var concernsWholeDraft: Bool { (ownSeverity ?? severity) == .note && !related.isEmpty }
}

extension Token {
  var isClosingQuotationMark: Bool {
    guard kind == .punctuation else { return false }
    return ["\"", "”", "“", "’", "'", "»", "«", "›"].contains { isMark($0) }
  }
}
