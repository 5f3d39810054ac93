import Foundation
import StetFindings
import StetTestSupport
import StetText
import Testing

@testable import StetReports

@Suite("JSON")
struct JSONReportTests {
  func parse(_ text: String) throws -> NSDictionary {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
  }

  @Test("a finding has every key of the contract")
  func contract() throws {
    let report = DraftReport.marked("Gen. Valery\n⟦Zaluzhny⟧ spoke", replacements: ["Zaluzhnyi"]) { finding in
      finding.fix = Fix([Edit(finding.span, "Zaluzhnyi")], .safe)
      finding.entry = "Valerii Zaluzhnyi"
      finding.glossary = "ukraine"
      finding.grade = .system
      finding.systems = ["BGN-PCGN-1965"]
      finding.related = [Finding.Related(Span(0, 3), "first here")]
    }
    let prints = fingerprints(of: report.findings, in: try #require(report.draft))
    let expected = """
      {"schema": 1, "stet": "0.1.0",
       "drafts": [
        {"path": "drafts/report.md", "findings": [{"check": "name-variant", "severity": "error", \
      "message": "‘Zaluzhny’ is wrong", "text": "Zaluzhny", "span": {"start": 12, "end": 20}, \
      "start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 9}, \
      "replacements": ["Zaluzhnyi"], "fix": "safe", "entry": "Valerii Zaluzhnyi", "glossary": "ukraine", "grade": "system", \
      "systems": ["BGN-PCGN-1965"], "related": [{"message": "first here", "span": {"start": 0, "end": 3}, \
      "start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 4}}], "fingerprint": "\(prints[0])"}], "failure": null},
        {"path": "b.md", "findings": [], "failure": "the file is not text: a NUL byte at 7"}
       ],
       "summary": {"drafts": 2, "errors": 1, "warnings": 0, "notes": 0, "fixable": 1}}

      """
    let failed = DraftReport(path: "b.md", failure: "the file is not text: a NUL byte at 7")
    #expect(JSONReport(version: "0.1.0").whole([report, failed]) == expected)
    #expect(try parse(expected)["schema"] as? Int == 1)
  }

  @Test("what is not known is null or empty")
  func empty() throws {
    let finding = try #require(
      (parse(JSONLinesReport().whole([.marked("⟦x⟧")]))["findings"] as? [NSDictionary])?.first)
    for key in ["entry", "glossary", "grade"] { #expect(finding[key] is NSNull) }
    for key in ["replacements", "systems", "related"] { #expect((finding[key] as? NSArray)?.count == 0) }
    #expect(finding["fix"] as? String == "none")
    #expect(JSONReport(version: "1").whole([]).contains("\"drafts\": [],\n"))
  }

  @Test("one draft a line, and nothing else")
  func lines() throws {
    let reports = [DraftReport.marked("⟦a⟧\n⟦b⟧\u{2028}"), .marked("clean"), DraftReport(path: "c.md", failure: "gone")]
    let text = JSONLinesReport().whole(reports)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines[3].isEmpty)
    for (line, report) in zip(lines, reports) { #expect(try parse(String(line))["path"] as? String == report.path) }
  }

  @Test("whatever stands in drafts and paths reads back")
  func fuzz() throws {
    var dice = Dice(2)
    for round in 0..<300 {
      let text = Odd.text(&dice, dice.roll(0..<40)), path = Odd.text(&dice, 3)
      let draft = Draft(path: path, text: text)
      let findings = (0..<3).map { _ in
        let span = Odd.span(in: text, &dice)
        return Finding(check: "a", severity: dice.pick(Severity.allCases), span: span, message: "‘\(draft.string(span))’")
      }
      let report = DraftReport(draft, findings: findings)
      let written = JSONReport(version: "1").whole([report])
      #expect(!written.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
      let read = try #require((parse(written)["drafts"] as? [NSDictionary])?.first)
      #expect(Array((read["path"] as? String ?? "").utf8) == Array(path.utf8))
      let readFindings = try #require(read["findings"] as? [NSDictionary])
      for (finding, read) in zip(report.findings, readFindings) {
        #expect(Array((read["text"] as? String ?? "").utf8) == Array(draft.text[finding.span.range]), "round \(round)")
        #expect((read["span"] as? NSDictionary)?["start"] as? Int == finding.span.start)
        #expect((read["end"] as? NSDictionary)?["column"] as? Int == draft.position(of: finding.span.end).column)
      }
    }
  }
}
