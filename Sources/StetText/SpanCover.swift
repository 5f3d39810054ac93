/// The bytes that any of many spans covers, asked in O(log n).
public struct SpanCover: Sendable {
  /// Sorted; none overlaps or touches the next.
  private var spans: [Span] = []

  /// Takes O(n log n); empty spans cover nothing.
  public init(_ spans: some Sequence<Span>) {
    for span in spans.sorted() where !span.isEmpty {
      if let last = self.spans.last, span.start <= last.end {
        self.spans[self.spans.count - 1] = last.union(span)
      } else {
        self.spans.append(span)
      }
    }
  }

  /// Whether a byte of a span is covered.
  public func overlaps(_ span: Span) -> Bool {
    guard !spans.isEmpty, !span.isEmpty else { return false }
    // The first that ends behind the span's start is the only one that can matter.
    var low = 0, high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].start < span.end
  }
}
