import Testing

@testable import StetText

@Suite struct PlainTextPropertyTests {
  static let parts = [
    "Kyiv", "the", "river", "rose", "by", "noon,", "said.", " ", " ", " ", "\n", "\n", "\n\n", "\t", "- ", "> ", "* ", "1. ",
    "a) ", "----\n",
    "====\n", "“", "”", "<!-- stet-enable -->", "\u{A0}", "Україна", "👩‍👩‍👧", "By ", "Photo: ", "\u{2003}",
    "a line that is about as long as lines are when programs wrap them\n",
  ]

  @Test(arguments: 0..<60)
  func nothingIsLost(seed: Int) {
    let text = soup(Self.parts, 300, seed: seed)
    let bytes = Array(text.utf8)
    let structure = PlainText.structure(of: bytes)
    #expect(faults(in: structure, of: bytes).isEmpty)
    var covered = [Bool](repeating: false, count: bytes.count)
    for span in structure.comments + structure.told.map(\.span) {
      for i in span.range { covered[i] = true }
    }
    var line: [UInt8] = []
    for i in 0...bytes.count {
      if i == bytes.count || bytes[i] == 0x0A {
        let rest = String(decoding: line, as: UTF8.self)
        #expect(isMarkup(rest), "lost: \(rest.debugDescription)")
        line = []
      } else if !covered[i] {
        line.append(bytes[i])
      }
    }
  }

  /// What may stand outside prose: white space, marks of quotations, one list marker; or a rule.
  private func isMarkup(_ rest: String) -> Bool {
    var rest = rest.filter { !$0.isWhitespace && $0 != ">" }[...]
    if rest.count >= 3, rest.allSatisfy({ "-=*–—•".contains($0) }) { return true }
    for marker in ["-", "*", "1.", "a)"] where rest.hasPrefix(marker) {
      rest = rest.dropFirst(marker.count)
      break
    }
    return rest.isEmpty
  }

  @Test(arguments: 0..<40)
  func lineEndsDoNotMatter(seed: Int) {
    let text = soup(Self.parts, 200, seed: seed)
    for end in ["\r\n", "\r"] {
      let other = Draft(path: "a.txt", text: text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end))
      let draft = Draft(path: "a.txt", text: text)
      #expect(words(draft) == words(other))
      #expect(draft.segments.map(\.role) == other.segments.map(\.role))
      #expect(draft.tokens.map(\.flags) == other.tokens.map(\.flags))
    }
  }

  @Test(arguments: 0..<40)
  func aParagraphBeforeShiftsSpans(seed: Int) {
    let text = soup(Self.parts, 200, seed: seed)
    let prefix = "👩‍👩‍👧 Ünïcode.\n\n"
    for format in Format.allCases {
      let draft = Draft(path: "a", text: text, format: format)
      let moved = Draft(path: "a", text: prefix + text, format: format)
      let first = moved.segments.first?.tokens.count ?? 0
      #expect(moved.tokens.dropFirst(first).map { Int($0.start) - prefix.utf8.count } == draft.tokens.map { Int($0.start) })
      #expect(moved.segments.dropFirst().map(\.tokens.count) == draft.segments.map(\.tokens.count))
    }
  }

  @Test func aHugeLine() {
    let text = Array(repeating: UInt8(ascii: "a"), count: 3_000_000)
    #expect(PlainText.structure(of: text).blocks.count == 1)
  }
}
