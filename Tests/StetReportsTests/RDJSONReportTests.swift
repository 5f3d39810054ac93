import Foundation
import StetFindings
import StetTestSupport
import StetText
import Testing

@testable import StetReports

@Suite("rdjson and GitLab")
struct RDJSONReportTests {
  private func parse<T>(_ text: String, as: T.Type = T.self) throws -> T {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? T)
  }

  @Test("suggestions applied byte by byte give what fix gives")
  func suggestions() throws {
    var dice = Dice(9)
    for _ in 0..<200 {
      let text = Odd.text(&dice, 30).replacing("\u{FEFF}", with: "")
      let draft = Draft(path: "a.txt", text: text)
      var findings: [Finding] = []
      for _ in 0..<3 {
        let spans = [Odd.span(in: text, &dice), Odd.span(in: text, &dice)]
        var finding = Finding(check: "c", severity: .error, span: spans[0], message: "m")
        finding.fix = Fix(dice.roll(0..<2) == 0 ? [Edit(spans[0], "ж")] : [Edit(spans[0], ""), Edit(spans[1], "y\n")], .safe)
        findings.append(finding)
      }
      for finding in findings {
        let plan = FixPlan(findings: [finding], in: draft, including: [.safe])
        let report: NSDictionary = try parse(RDJSONReport(Tool(version: "1")).whole([DraftReport(draft, findings: [finding])]))
        let diagnostic = try #require((report["diagnostics"] as? [NSDictionary])?.first)
        guard let suggestion = (diagnostic["suggestions"] as? [NSDictionary])?.first else {
          #expect(plan.applied.isEmpty)
          continue
        }
        #expect(try apply(suggestion, to: draft) == plan.apply(to: draft.text))
      }
    }
  }

  private func apply(_ suggestion: NSDictionary, to draft: Draft) throws -> [UInt8] {
    func offset(_ end: String) throws -> Int {
      let line = try #require(suggestion.at("range.\(end).line") as? Int)
      let column = try #require(suggestion.at("range.\(end).column") as? Int)
      return draft.lines.starts[line - 1] + column - 1
    }
    let text = try #require(suggestion["text"] as? String)
    return try Array(draft.text[..<offset("start")] + Array(text.utf8) + draft.text[offset("end")...])
  }

  @Test("a diagnostic has what reviewdog asks for")
  func keys() throws {
    let tool = Tool(version: "1", home: "https://example.org/stet")
    let reports = [
      DraftReport.marked("⟦a⟧", path: "a.md", severity: .warning) { finding in
        let there = Position(line: 7, column: 1)
        finding.related = [
          Finding.Related(Span(0, 1), "here"),
          Finding.Related(Span(9, 12), "there", elsewhere: Finding.Elsewhere(path: "d.md", start: there, end: there)),
        ]
      },
      DraftReport(path: "b.md", failure: "gone"),
    ]
    let whole: NSDictionary = try parse(RDJSONReport(tool).whole(reports, failures: [RunFailure("cannot search x", path: "x")]))
    #expect(whole["source"] as? [String: String] == ["name": "stet", "url": "https://example.org/stet"])
    let all = try #require(whole["diagnostics"] as? [NSDictionary])
    #expect(all.map { $0["severity"] as? String } == ["WARNING", "ERROR", "ERROR"])
    #expect(all.map { $0.at("location.path") as? String } == ["a.md", "b.md", "x"])
    #expect(
      all[0]["code"] as? [String: String] == [
        "value": "name-variant", "url": "https://example.org/stet/blob/main/.github/CHECKS.md#name-variant",
      ])
    #expect(all[0].at("related_locations.location.path") as? [String] == ["a.md", "d.md"])
    #expect(all[0].at("related_locations.location.range.start.line") as? [Int] == [1, 7])
    let lines = RDJSONReport(tool, isLines: true).whole(reports).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try parse(String(line), as: NSDictionary.self).at("source.name") as? String == "stet") }
    let empty: NSDictionary = try parse(RDJSONReport(tool).whole([]))
    #expect((empty["diagnostics"] as? [Any])?.isEmpty == true)
    #expect(RDJSONReport(tool, isLines: true).whole([]) == "")
  }

  @Test("GitLab’s fingerprints are one of a kind, and tell files apart")
  func gitlab() throws {
    let drafts =
      ["a.md", "./b.md"].map { DraftReport.marked("⟦x⟧ ⟦x⟧ ⟦x⟧\n⟦y\n⟧z", path: $0) } + [DraftReport(path: "c.md", failure: "gone")]
    let issues: [NSDictionary] = try parse(
      GitLabReport().whole(drafts, failures: [RunFailure("no key ‘x’", path: "g.yml", check: "glossary-fault")]))
    #expect(issues.count == 10)
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == 10)
    #expect(issues[0]["description"] as? String == "name-variant: ‘x’ is wrong" && issues[0]["check_name"] as? String == "name-variant")
    #expect(issues[4].at("location.path") as? String == "b.md")
    // A finding that takes its line break along does not reach into the next line.
    #expect(issues[3].at("location.lines.end") as? Int == 2)
    #expect(issues.map { $0["severity"] as? String } == Array(repeating: "major", count: 8) + ["blocker", "blocker"])
    #expect(try parse(GitLabReport().whole([]), as: [Any].self).isEmpty)
  }
}
