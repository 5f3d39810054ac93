import StetTestSupport
import StetText
import Testing

@testable import StetReports

@Suite("Lines and columns")
struct PositionsTests {
  @Test("columns count scalars, lines end as the file has it", arguments: [
    ("⟦x⟧", 1, 1), ("漢字⟦x⟧", 1, 3), ("e\u{301}⟦x⟧", 1, 3), ("👩‍👩‍👧⟦x⟧", 1, 6), ("\t⟦x⟧", 1, 2), ("a\r\nb⟦x⟧", 2, 2),
    ("a\rb⟦x⟧", 2, 2), ("a\n\n⟦x⟧", 3, 1), ("\u{FEFF}ab⟦x⟧", 1, 3), ("ab⟦⟧", 1, 3), ("ab\n⟦⟧", 2, 1),
  ])
  func table(_ text: String, _ line: Int, _ column: Int) {
    let marked = Marked(text)
    #expect(Positions(marked.draft()).position(of: marked.spans[0].start) == Position(line: line, column: column))
  }

  @Test("in any draft they are what counting from the line's start gives")
  func oracle() {
    var dice = Dice(1)
    for _ in 0..<60 {
      let draft = Draft(path: "a.txt", text: Odd.text(&dice, dice.roll(0..<250)))
      let positions = Positions(draft)
      for offset in 0...draft.text.count {
        #expect(positions.position(of: offset) == draft.position(of: offset), "\(offset) of \(draft.text)")
      }
    }
  }

  @Test("many places in one long line", .timeLimit(.minutes(10)))
  func longLine() {
    let draft = Draft(path: "a.txt", text: String(repeating: "Зеленський met ", count: 100_000))
    let positions = Positions(draft)
    for index in 0..<50_000 { #expect(positions.position(of: index * 25 * 2).column == index * 2 * 15 + 1) }
  }
}
