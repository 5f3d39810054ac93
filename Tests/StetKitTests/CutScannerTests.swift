import StetTestSupport
import StetText
import Testing

@testable import StetKit

/// Where a draft may be cut. In these texts ¶ stands where a cut is expected; there is none anywhere else.
@Suite struct CutScannerTests {
  /// Every cut of a text, and whether it must stay whole.
  static func scan(_ text: [UInt8], _ format: Format = .markdown, window: Int = .max) -> (cuts: [Cut], lines: Int, isWhole: Bool) {
    var scanner = CutScanner(format, spacing: 1)
    var base = 0, start = 0, held = min(window, text.count)
    while !scanner.mustStayWhole {
      let isLast = base + held == text.count
      let end = scanner.scan(Array(text[base..<base + held]), from: start, to: held, base: base, isLast: isLast)
      if isLast { break }
      let kept = max(0, end - CutScanner.lookbehind)
      (base, start) = (base + kept, end - kept)
      held = min(window, text.count - base)
    }
    return (scanner.cuts, scanner.line, scanner.mustStayWhole)
  }

  private func expectCuts(_ marked: String, _ format: Format = .markdown, sourceLocation: SourceLocation = #_sourceLocation) {
    var expected: [Int] = [], text: [UInt8] = []
    for piece in marked.split(separator: "¶", omittingEmptySubsequences: false) {
      if !text.isEmpty { expected.append(text.count) }
      text += Array(piece.utf8)
    }
    let found = Self.scan(text, format)
    #expect(!found.isWhole, sourceLocation: sourceLocation)
    #expect(found.cuts.map(\.offset) == expected, sourceLocation: sourceLocation)
    let table = LineTable(text)
    #expect(found.cuts.map(\.line) == found.cuts.map { table.line(of: $0.offset) }, sourceLocation: sourceLocation)
    #expect(found.lines + 1 == table.starts.count, sourceLocation: sourceLocation)
  }

  @Test func cutsWhereAParagraphBegins() {
    expectCuts("One\ngoes on.\n\n¶Two.\n \t\n¶“Three.”\n\n\n¶Чотири.\n\n¶1945 was it.\n\n¶(Six.)\n")
    expectCuts("One\r\n\r\n¶Two é\r\n\r\n¶Three\r\r¶Four\r\n")
    expectCuts("One\nTwo.\nThree.\n", .plain)
    expectCuts("\u{FEFF}One.\n\n¶Two.\n\n\u{FEFF}three\n\n\u{A0}four\n", .plain)
    expectCuts("")
    expectCuts("\n\n")
  }

  @Test func doesNotCutWhereSomethingMayGoOn() {
    expectCuts("- one\n\n  goes on\n\n- two\n\n1. three\n\n2) four\n\n> five\n\n    code\n\n\tcode\n\n* six\n\n# Head\n\n¶Seven.\n")
  }

  @Test func doesNotCutInFencedCode() {
    expectCuts("One.\n\n```\nTwo\n\nThree\n```\n\n¶Four.\n")
    expectCuts("One.\n\n~~~~ swift\nTwo\n\n~~~\n\n```\n\nThree\n~~~~~  \n\n¶Four.\n")
    expectCuts("One ``` two\n\n¶```a`\n\n¶Three.\n\n   ```\n\nfour\n\n ```\n\n¶Five.\n".replacing("¶```", with: "```"))
    expectCuts("```\nnever closed\n\nTwo.\n\nThree.\n")
    // A fence in a list ends with the list; nobody knows whose the next one is.
    expectCuts("- ```\n  code\n\n¶Two.\n\n¶Three.\n")
    expectCuts("- a list\n  ```\n  code\n\nTwo.\n\nThree.\n")
    expectCuts("- a list\n```\n\ncode\n```\n\n¶Two.\n")
  }

  @Test func doesNotCutInRawHTML() {
    expectCuts("<!-- one\n\ntwo -- three > four\n\nfive -->\n\n¶Six.\n")
    expectCuts("<!-- one --> <!--\n\n¶Two.\n")
    expectCuts("<script>\n\none();\n\n</SCRIPT>\n\n¶Two.\n\n<pre class=x>\n\nthree\n\n</pre> four\n\n¶Five.\n")
    expectCuts("<div>\n\n¶One.\n\n</div>\n\n¶Two.\n\n<prefix>\n\n¶Three.\n")
    expectCuts("<?one\n\ntwo > three\n?>\n\n¶Four.\n\n<!X\n\nfive\n\n>\n\n¶Six.\n\n<![CDATA[\n\nseven ] ]> \n\n]]>\n\n¶Eight.\n")
    expectCuts("One.\n\n¶<textarea>\n\ntwo\n".replacing("¶", with: ""))
  }

  @Test func doesNotCutInFrontMatter() {
    expectCuts("---\ntitle: One\n\nlead: |\n  ```\n\nTwo\n---\nThree.\n\n¶Four.\n")
    expectCuts("+++\ntitle = \"One\"\n\ntwo = 3\n+++\n\n¶Three.\n")
    // What nobody closes may be closed far below.
    #expect(Self.scan(Array("---\ntitle: One\n\nTwo\n".utf8)).isWhole)
    expectCuts("---\ntitle: One\n\n¶Two\n---\n\n¶Three.\n", .plain)
  }

  @Test(arguments: [
    "<!-- stet-disable -->", "<!--stet-disable split-name -- why -->", "<!--\nstet-disable-file -->", "<!-- stet-enable -->",
    "<!-- \u{A0}STET-disable -->", "[one]: https://example.org", "> [one]: /two", "- [one\ntwo]: /three", "\0", "\u{0}two",
  ]) func someDraftsStayWhole(text: String) {
    #expect(Self.scan(Array("One.\n\n\(text)\n\nTwo.\n".utf8)).isWhole)
  }

  @Test(arguments: [
    "<!-- stet-disable-line -->", "<!-- stet-disable-next-line split-name -->", "<!-- status -->", "stet-disable",
    "One [two](three): four", "He said [sic]: no",
  ]) func othersDoNot(text: String) {
    let found = Self.scan(Array("One.\n\n\(text)\n\nTwo.\n".utf8))
    #expect(!found.isWhole && found.cuts.count >= 1)
  }

  @Test(arguments: [[0xFF], [0xC3], [0xE2, 0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]])
  func whatIsNoUTF8StaysWhole(bytes: [UInt8]) {
    for text in [bytes, Array("One.\n\nTwo".utf8) + bytes, bytes + Array("\n\nTwo".utf8)] { #expect(Self.scan(text).isWhole) }
  }

  /// The draft comes in pieces, and a piece may end anywhere.
  @Test(arguments: 0..<8) func windowsDoNotMatter(seed: Int) {
    var dice = Dice(seed)
    let text = PartsSupport.markdown(&dice, blocks: 300, isIndented: seed.isMultiple(of: 2))
    let whole = Self.scan(text), pieces = Self.scan(text, window: CutScanner.lookahead + CutScanner.lookbehind + dice.roll(1..<3000))
    #expect(whole.cuts == pieces.cuts && whole.lines == pieces.lines && whole.isWhole == pieces.isWhole)
    #expect(!whole.isWhole && whole.cuts.count > (seed.isMultiple(of: 2) ? 0 : 40))
  }

  /// What a parser makes of the rest of a draft is what it makes of the rest alone.
  @Test(arguments: 0..<30) func theRestReadsTheSame(seed: Int) {
    var dice = Dice(seed)
    let text = PartsSupport.markdown(&dice, blocks: 60, isIndented: seed.isMultiple(of: 2))
    let whole = segments(of: text[...])
    for cut in Self.scan(text).cuts {
      let rest = segments(of: text[cut.offset...])
      let expected = whole.filter { $0.span.start >= cut.offset }
      #expect(whole.allSatisfy { $0.span.end <= cut.offset || $0.span.start >= cut.offset })
      #expect(rest.map(\.text) == expected.map(\.text) && rest.map(\.role) == expected.map(\.role), "seed \(seed), cut at \(cut.offset)")
      #expect(rest.map { $0.span.start + cut.offset } == expected.map(\.span.start))
    }
  }

  private func segments(of text: ArraySlice<UInt8>) -> [(span: Span, role: Segment.Role, text: [String])] {
    let draft = Draft(path: "a.md", text: String(decoding: text, as: UTF8.self))
    return draft.segments.map { ($0.span, $0.role, draft.tokens[$0.tokens].map { draft.string($0) }) }
  }
}
