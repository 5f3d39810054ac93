import StetTestSupport
import Testing

@testable import StetText

@Suite struct SpanCoverTests {
  @Test("any spans: a cover overlaps what one of them overlaps")
  func agreesWithEach() {
    var dice = Dice(7)
    for _ in 0..<300 {
      let spans = (0..<dice.roll(0..<8)).map { _ in
        let start = dice.roll(0..<40)
        return Span(start, start + dice.roll(0..<9))
      }
      let cover = SpanCover(spans)
      for start in 0..<50 {
        for length in 0..<6 {
          let span = Span(start, start + length)
          #expect(cover.overlaps(span) == (length > 0 && spans.contains { !$0.isEmpty && $0.overlaps(span) }))
        }
      }
    }
  }
}
