import Testing

@testable import StetText

@Suite("Lines and positions")
struct LineTableTests {
  @Test("a line ends with LF, CR LF or CR", arguments: [
    ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\nb", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb", [0, 2]), ("\n\n", [0, 1, 2]),
    ("\r\n\r\n", [0, 2, 4]), ("\n\r", [0, 1, 2]), ("é\nb", [0, 3]), ("a\r", [0, 2]), ("\r\r\n", [0, 1, 3]),
  ])
  func starts(_ text: String, _ starts: [Int]) {
    #expect(LineTable(Array(text.utf8)).starts == starts)
  }

  @Test("every byte lies in the line whose start is the last before it")
  func lines() {
    let text = Array("one\r\ntwo\n\nthree\rfour".utf8)
    let table = LineTable(text)
    for offset in 0...text.count {
      #expect(table.line(of: offset) == table.starts.lastIndex { $0 <= offset })
    }
  }

  @Test("columns count scalars, and a byte-order mark none")
  func positions() throws {
    let draft = Draft(path: "a.txt", text: "Zoë 👩 Kyiv\r\nŁódź")
    #expect(draft.position(of: 0) == Position(line: 1, column: 1))
    #expect(draft.position(of: 5) == Position(line: 1, column: 5))
    #expect(draft.position(of: 10) == Position(line: 1, column: 7))
    #expect(draft.position(of: 16) == Position(line: 2, column: 1))
    #expect(draft.position(of: 20) == Position(line: 2, column: 3))
    let marked = try Draft(path: "a.txt", bytes: [0xEF, 0xBB, 0xBF] + Array("Kyiv".utf8))
    #expect(marked.position(of: 3) == Position(line: 1, column: 1))
    #expect(marked.position(of: 4) == Position(line: 1, column: 2))
    #expect(marked.tokens.map { marked.string($0) } == ["Kyiv"])
  }
}
