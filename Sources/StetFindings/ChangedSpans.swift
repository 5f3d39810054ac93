import StetText

/// The parts of a draft that have changed since some earlier state.
public struct ChangedSpans: Sendable, Equatable {
  /// In order. An empty one is a place where something was taken out.
  public private(set) var spans: [Span]

  /// - Parameter spans: In order.
  public init(_ spans: [Span]) { self.spans = spans }

  /// Whether a finding stands on a change, or reaches over a place where something was taken out. A note on the whole draft
  /// does if one of its places does.
  public func touches(_ finding: Finding) -> Bool {
    if finding.concernsWholeDraft, finding.related.contains(where: { touches($0.span) }) { return true }
    return touches(finding.span)
  }

  private func touches(_ span: Span) -> Bool {
    // The first change that does not end before the span.
    var low = 0, high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end < span.start { low = middle + 1 } else { high = middle }
    }
    while low < spans.count, spans[low].start <= span.end {
      if meet(spans[low], span) { return true }
      low += 1
    }
    return false
  }

  private func meet(_ change: Span, _ span: Span) -> Bool {
    if change.isEmpty { return span.start < change.start && change.start < span.end }
    return span.isEmpty ? change.start <= span.start && span.start <= change.end : change.overlaps(span)
  }

  /// Where the changes stand after edits, which are in order and do not overlap. What an edit puts in belongs to the change
  /// it was made in.
  public func shifted(by edits: [Edit]) -> ChangedSpans {
    func moved(_ offset: Int, isEnd: Bool) -> Int {
      var delta = 0
      for edit in edits where edit.span.start < offset || (isEnd && edit.span.start == offset && edit.span.isEmpty) {
        let length = edit.replacement.utf8.count
        if edit.span.end <= offset {
          delta += length - edit.span.count
        } else {
          return edit.span.start + delta + (isEnd ? length : 0)
        }
      }
      return offset + delta
    }
    return ChangedSpans(spans.map { Span(moved($0.start, isEnd: false), max(moved($0.start, isEnd: false), moved($0.end, isEnd: true))) })
  }
}
