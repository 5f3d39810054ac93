import Foundation
import FoundationXML
import StetFindings
import StetTestSupport
import StetText
import Testing

@testable import StetReports

/// Elements of an XML document with their attributes, in order; nil if it is not well-formed.
private func elements(_ xml: String) throws -> [(name: String, attributes: [String: String])] {
  final class Reader: NSObject, XMLParserDelegate {
    var found: [(name: String, attributes: [String: String])] = []
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) { found.append((name, attributes)) }
  }
  let reader = Reader(), parser = XMLParser(data: Data(xml.utf8))
  parser.delegate = reader
  try #require(parser.parse(), "\(String(describing: parser.parserError)) in \(xml)")
  return reader.found
}

@Suite("Checkstyle and JUnit")
struct XMLReportTests {
  private let reports = [
    DraftReport.marked("⟦a⟧\n⟦b⟧", path: "a & b.md", severity: .note), .marked("clean", path: "b.md"),
    DraftReport(path: "c.md", failure: "no such file"),
  ]

  @Test func checkstyle() throws {
    let all = try elements(
      CheckstyleReport().whole(reports, failures: [RunFailure("bad key", path: "g.yml", position: Position(line: 4, column: 2))]))
    #expect(all.map(\.name) == ["checkstyle", "file", "error", "error", "file", "file", "error", "file", "error"])
    #expect(all[1].attributes["name"] == "a & b.md")
    #expect(
      all[3].attributes == ["line": "2", "column": "1", "severity": "info", "message": "‘b’ is wrong", "source": "stet.name-variant"])
    #expect(all[6].attributes["message"] == "this draft was not checked: no such file" && all[8].attributes["line"] == "4")
    #expect(try elements(CheckstyleReport().whole([])).map(\.name) == ["checkstyle"])
  }

  @Test func junit() throws {
    var silenced = Finding(check: "split-name", severity: .error, span: Span(0, 1), message: "m")
    silenced.silence = Silence(.external, reason: "a ship")
    let more = DraftReport(Draft(path: "d.md", text: "x"), findings: [], setAside: [silenced])
    let all = try elements(JUnitReport().whole(reports + [more], failures: [RunFailure("cannot search e", path: "e")]))
    let suites = all.filter { $0.name.hasPrefix("testsuite") }.map { suite in
      ["name", "tests", "failures", "errors", "skipped"].map { suite.attributes[$0] ?? "" }
    }
    #expect(
      suites == [
        ["stet", "6", "2", "2", "1"], ["a & b.md", "2", "2", "0", "0"], ["b.md", "1", "0", "0", "0"], ["c.md", "1", "0", "1", "0"],
        ["d.md", "1", "0", "0", "1"], ["e", "1", "0", "1", "0"],
      ])
    #expect(all.count { $0.name == "testcase" } == 6 && all.count { $0.name == "failure" } == 2 && all.count { $0.name == "error" } == 2)
    #expect(all.first { $0.name == "skipped" }?.attributes["message"] == "m (a ship)")
    #expect(all.first { $0.name == "failure" }?.attributes["type"] == "note")
    #expect(try elements(JUnitReport().whole([])).map(\.name) == ["testsuites"])
  }

  @Test("whatever stands in a draft reads back, but for what XML cannot say")
  func fuzz() throws {
    var dice = Dice(5)
    for _ in 0..<200 {
      let text = Odd.text(&dice, 20), path = Odd.text(&dice, 3)
      let draft = Draft(path: path, text: text + "x")
      let report = DraftReport(draft, findings: [Finding(check: "c", severity: .error, span: Span(0, 0), message: text)])
      var sayable = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        let isControl = scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar) || (0x7F...0x9F).contains(scalar.value)
        if !isControl, scalar != "\u{FFFE}" { sayable.append(scalar) }
      }
      let error = try #require(elements(CheckstyleReport().whole([report])).first { $0.name == "error" })
      #expect(error.attributes["message"].map { Array($0.utf8) } == Array(String(sayable).utf8))
      let failure = try #require(elements(JUnitReport().whole([report])).first { $0.name == "failure" })
      #expect(failure.attributes["message"].map { Array($0.utf8) } == Array(String(sayable).utf8))
    }
  }
}
