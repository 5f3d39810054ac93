import StetText
import Testing

@testable import StetFindings

@Suite("Changed lines")
struct ChangedSpansTests {
  private func touches(_ start: Int, _ end: Int, _ changes: [Span]) -> Bool { ChangedSpans(changes).touches(Finding("a", Span(start, end))) }

  @Test("a finding counts if it stands on a change")
  func touching() {
    let changes = [Span(10, 20), Span(30, 40)]
    #expect(touches(12, 14, changes) && touches(5, 11, changes) && touches(19, 30, changes) && touches(0, 50, changes))
    #expect(!touches(5, 10, changes) && !touches(20, 30, changes) && !touches(40, 41, changes))
    #expect(touches(10, 10, changes) && touches(40, 40, changes) && !touches(25, 25, changes))
    #expect(!touches(1, 2, []))
  }

  @Test("where something was taken out, only what reaches over the place counts")
  func removal() {
    let changes = [Span(10, 10), Span(30, 40)]
    #expect(touches(8, 12, changes))
    #expect(!touches(10, 12, changes) && !touches(8, 10, changes) && !touches(10, 10, changes))
    #expect(touches(8, 31, [Span(8, 8), Span(30, 40)]))
  }

  @Test("a note on the whole draft counts if one of its places does")
  func notes() {
    var note = Finding("inconsistent-name", Span(0, 4), severity: .note)
    note.related = [Finding.Related(Span(12, 14), "here")]
    #expect(ChangedSpans([Span(10, 20)]).touches(note))
    note.overrule(.warning)
    #expect(note.concernsWholeDraft && ChangedSpans([Span(10, 20)]).touches(note))
  }

  @Test("changes move with the text when it is edited")
  func shifting() {
    let changed = ChangedSpans([Span(10, 20), Span(30, 30)])
    #expect(changed.shifted(by: [Edit(Span(0, 4), "Kyiv!")]).spans == [Span(11, 21), Span(31, 31)])
    #expect(changed.shifted(by: [Edit(Span(12, 14), "")]).spans == [Span(10, 18), Span(28, 28)])
    #expect(changed.shifted(by: [Edit(Span(8, 12), "x")]).spans == [Span(8, 17), Span(27, 27)])
    #expect(changed.shifted(by: [Edit(Span(18, 22), "xyz")]).spans == [Span(10, 21), Span(29, 29)])
    #expect(changed.shifted(by: [Edit(Span(20, 20), "xyz")]).spans == [Span(10, 23), Span(33, 33)])
    #expect(changed.shifted(by: [Edit(Span(50, 60), "")]) == changed)
  }
}
