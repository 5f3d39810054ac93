import Foundation
import FoundationXML
import StetFindings
import StetTestSupport
import StetText
import Testing

@testable import StetReports

/// An article as a browser would see it: its elements, and its text without numbers and cards.
private final class Page: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  /// The text of each passage: what stands in the draft, and nothing else.
  private(set) var passages: [String] = []
  private(set) var problem: String?
  private var path: [(name: String, style: String)] = []

  init(_ fragment: String) {
    super.init()
    let parser = XMLParser(data: Data("<body>\(fragment)</body>".utf8))
    parser.delegate = self
    if !parser.parse() { problem = parser.parserError.map { "\($0)" } ?? "not well-formed" }
  }

  private var isInPassage: Bool {
    path.contains { ["p", "h3", "blockquote", "pre"].contains($0.name) && ($0.style.hasPrefix("prose") || $0.name == "pre") }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
  ) {
    let wasInPassage = isInPassage
    path.append((name, attributes["class"] ?? ""))
    elements.append((name, attributes))
    if isInPassage, !wasInPassage { passages.append("") }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) { path.removeLast() }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isInPassage, !path.contains(where: { $0.name == "sup" }) { passages[passages.count - 1] += text }
  }
}

@Suite("The page")
struct HTMLReportTests {
  private let tool = Tool(version: "0.1.0", checks: [SARIFReportTests.about])

  @Test("the policy names the page’s own style and script")
  func policy() throws {
    for (text, hash, name) in [(HTMLStyle.text, HTMLStyle.hash, "HTMLStyle"), (HTMLScript.text, HTMLScript.hash, "HTMLScript")] {
      let process = Process(), input = Pipe(), output = Pipe()
      process.executableURL = URL(filePath: "/usr/bin/sha256sum")
      (process.standardInput, process.standardOutput) = (input, output)
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      try input.fileHandleForWriting.close()
      let hexadecimal = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).prefix(64)
      var bytes: [UInt8] = [], rest = hexadecimal[...]
      while !rest.isEmpty {
        bytes.append(try #require(UInt8(rest.prefix(2), radix: 16)))
        rest = rest.dropFirst(2)
      }
      #expect(Data(bytes).base64EncodedString() == hash, "\(name).hash")
    }
    let page = HTMLReport(tool).whole([.marked("⟦a⟧")])
    #expect(page.contains("default-src 'none'; style-src 'sha256-\(HTMLStyle.hash)'; script-src 'sha256-\(HTMLScript.hash)'"))
    #expect(page.contains("<style>\(HTMLStyle.text)</style>") && page.contains("<script>\(HTMLScript.text)</script>"))
    #expect(!HTMLScript.text.contains("innerHTML") && !HTMLScript.text.contains("</"))
  }

  @Test("nothing is asked of the network")
  func network() {
    let page = HTMLReport(tool).whole([.marked("⟦a⟧"), .marked("b", path: "b.md")])
    for address in ["http:", "https:", "src=", "@import", "url("] { #expect(!page.contains(address), "\(address)") }
  }

  @Test("whatever stands in a draft is text, all of it, in its order")
  func hostile() throws {
    let pieces =
      Odd.pieces + [
        "<script>alert(1)</script>", "</mark></article>", "<!--", "-->", "]]>", "\" onmouseover=\"x", "' autofocus", "&lt;", "&#60;",
        "<img src=x>",
        "\n\n", "\n# ", "\n- ", "\n> ", "```\n", "| a | b |\n| --- | --- |\n", "<style>", "javascript:", "\u{FFFE}",
      ]
    var dice = Dice(11)
    for round in 0..<100 {
      func text(_ count: Int) -> String { (0..<count).map { _ in dice.pick(pieces) }.joined() }
      let source = text(dice.roll(0..<40)), draft = Draft(path: text(2) + ".md", text: source)
      let findings = (0..<dice.roll(0..<6)).map { _ in
        var finding = Finding(
          check: "name-variant", severity: dice.pick(Severity.allCases), span: Odd.span(in: source, &dice), message: text(3))
        finding.replacements = [text(2), ""]
        finding.why = text(2)
        if dice.roll(0..<2) == 0 { finding.related = [Finding.Related(Odd.span(in: source, &dice), text(2))] }
        return finding
      }
      let article = HTMLDraft(DraftReport(draft, findings: findings, setAside: Array(findings.prefix(1)), failure: text(2)), tool).article
      let page = Page(article)
      #expect(page.problem == nil, "round \(round): \(article)")
      let names = Set(page.elements.map(\.name))
      #expect(names.isDisjoint(with: ["script", "style", "img"]))
      #expect(!page.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "autofocus" || $0 == "style" } })
      for link in page.elements.compactMap({ $0.attributes["href"] }) { #expect(link.hasPrefix("#")) }
      // A place where something is missing is shown by a caret that is not the draft’s.
      let shown = Self.scalars(page.passages.joined())
      // The parser makes the line breaks the same, as a browser does.
      let expected = Self.scalars(Page("<pre>" + HTML.escaped(bare(draft)) + "</pre>").passages.joined())
      #expect(shown == expected, "round \(round)")
    }
  }

  private static func scalars(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "‸" }
  }

  private func bare(_ draft: Draft) -> String {
    String(decoding: draft.text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(draft.text.dropFirst(3)) : draft.text, as: UTF8.self)
  }

  @Test("every finding has its mark, every mark its card, every link its place")
  func links() throws {
    let report = DraftReport.marked("# ⟦Kiev⟧ and ⟦the the⟧\n\nA line ⟦⟧\nthat ⟦breaks\n\noff here⟧.", replacements: ["Kyiv"]) { finding in
      finding.related = [Finding.Related(Span(0, 4), "first")]
    }
    var whole = Finding(check: "damaged-copy", severity: .note, span: Span(2, 6), message: "bad")
    whole.related = [Finding.Related(Span(2, 6), "here")]
    // One name in two drafts: the other place is on no page of this draft.
    var across = Finding(check: "inconsistent-name", severity: .note, span: Span(2, 6), message: "two spellings")
    let there = Position(line: 3, column: 1)
    across.related = [Finding.Related(Span(0, 4), "Kyiv", elsewhere: Finding.Elsewhere(path: "b.md", start: there, end: there))]
    let all = DraftReport(try #require(report.draft), findings: report.findings + [whole, across])
    let page = Page(HTMLDraft(all, tool).article)
    #expect(page.problem == nil)
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let links = page.elements.compactMap { $0.attributes["href"] }.filter { !$0.hasPrefix("#check-") }
    for link in links { #expect(ids.contains(String(link.dropFirst())), "\(link)") }
    #expect(page.elements.count { $0.attributes["class"]?.hasPrefix("note ") == true } == all.findings.count)
    let marked = Set(page.elements.filter { $0.name == "mark" }.flatMap { ($0.attributes["data-notes"] ?? "").split(separator: " ") })
    #expect(marked.count == report.findings.count + 1)
  }

  @Test("a page of several drafts, of none, of one that cannot be read")
  func drafts() {
    let page = HTMLReport(tool).whole(
      [.marked("⟦a⟧", path: "a.md"), .marked("b", path: "b.md"), DraftReport(path: "c.md", failure: "no such file")],
      failures: [RunFailure("cannot search d: no such folder", path: "d")])
    #expect(page.contains("<title>Stet: 1 error in 3 drafts</title>"))
    #expect(page.contains("<summary>Nothing found in 1 draft</summary>"))
    #expect(page.contains("<li>c.md: no such file</li>") && page.contains("cannot search d: no such folder"))
    #expect(page.contains("id=\"check-name-variant\"") && page.contains("<form id=\"bar\""))
    let empty = HTMLReport(tool).whole([])
    #expect(empty.contains("<h1>Stet: no findings in 0 drafts</h1>") && !empty.contains("<form") && empty.hasSuffix("</html>\n"))
  }

  @Test("thousands of findings on one line", .timeLimit(.minutes(10)))
  func longLine() {
    let draft = Draft(path: "a.txt", text: String(repeating: "word ", count: 20_000))
    let findings = (0..<20_000).map { Finding(check: "c", severity: .error, span: Span($0 * 5, $0 * 5 + 4), message: "m") }
    #expect(HTMLDraft(DraftReport(draft, findings: findings), tool).article.count { $0 == "‸" } == 0)
  }
}
