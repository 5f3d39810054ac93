import StetFindings
import StetText

/// What git says of one file: which of its lines are new.
enum ChangedLines: Equatable, Sendable {
  /// A new file, or one whose lines git cannot compare.
  case all
  /// 0-based, in order. An empty range: lines were taken out before that one.
  case lines([Range<Int>])

  /// The same as bytes of the draft. Git counts line feeds, whatever else ends a line elsewhere.
  func spans(in draft: Draft) -> ChangedSpans {
    // In UTF-16 a line feed's byte may be half of a letter.
    guard case .lines(let ranges) = self, !draft.encoding.name.hasPrefix("UTF-16"), !draft.encoding.name.hasPrefix("UTF-32") else { return ChangedSpans([Span(0, draft.text.count)]) }
    var starts = [0]
    for (offset, byte) in draft.text.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    func start(_ line: Int) -> Int { line < starts.count ? starts[line] : draft.text.count }
    return ChangedSpans(ranges.map { Span(start($0.lowerBound), start($0.upperBound)) })
  }
}
