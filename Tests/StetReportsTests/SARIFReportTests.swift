import Foundation
import StetFindings
import StetTestSupport
import StetText
import Testing

@testable import StetReports

/// What can be told without the schema; `.ci/check-formats` holds logs against that.
@Suite("SARIF")
struct SARIFReportTests {
  static let about = About(
    id: "name-variant", group: .names, severity: .error, fix: .safe, summary: "A summary.", why: "A reason.",
    examples: [.flags("a ⟦b⟧ |c|"), .allows("d")])
  static let tool = Tool(version: "0.1.0", home: "https://example.org/stet/", checks: [about])

  private func run(_ reports: [DraftReport], failures: [RunFailure] = [], limit: Int = 25_000) throws -> NSDictionary {
    let paths = RootedPaths(root: Array("/repo".utf8), workingFolder: Array("/repo/drafts".utf8))
    let text = SARIFReport(Self.tool, paths: paths, resultLimit: limit).whole(reports, failures: failures)
    let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [NSDictionary])?.first)
  }

  @Test("the tool tells what its rules are")
  func rules() throws {
    let driver = try #require(run([]).at("tool.driver") as? NSDictionary)
    #expect(driver["name"] as? String == "stet" && driver["semanticVersion"] as? String == "0.1.0")
    #expect(driver["informationUri"] as? String == "https://example.org/stet")
    let rule = try #require((driver["rules"] as? [NSDictionary])?.first)
    #expect(rule["id"] as? String == "name-variant" && rule["name"] as? String == "NameVariant")
    #expect(rule.at("shortDescription.text") as? String == "A summary.")
    #expect(rule.at("fullDescription.text") as? String == "A summary. A reason.")
    #expect(rule.at("defaultConfiguration.level") as? String == "error")
    #expect(rule.at("properties.tags") as? [String] == ["translation", "names", "fix-safe"])
    #expect(rule["helpUri"] as? String == "https://example.org/stet/blob/main/.github/CHECKS.md#name-variant")
    let help = try #require(rule["help"] as? [String: String])
    #expect(help["text"]?.contains("- a ⟦b⟧ |c|") == true)
    #expect(help["markdown"]?.contains("- a ⟦b⟧ &#124;c&#124;") == true)
    #expect(try run([])["results"] as? [NSDictionary] == [])
  }

  @Test("a result has its place, fix, fingerprint and related places")
  func result() throws {
    let report = DraftReport.marked("⟦Kiev⟧ and ⟦Kiev⟧", path: "a.md", replacements: ["Kyiv"]) { finding in
      finding.fix = Fix([Edit(finding.span, "Kyiv")], .safe)
      finding.related = [Finding.Related(Span(0, 4), "first here")]
      finding.why = "a reason"
    }
    let results = try #require(run([report])["results"] as? [NSDictionary])
    let result = results[1]
    #expect(result["ruleId"] as? String == "name-variant" && result["ruleIndex"] as? Int == 0 && result["level"] as? String == "error")
    #expect(result.at("message.text") as? String == "‘Kiev’ is wrong. a reason")
    let place = try #require((result["locations"] as? [NSDictionary])?.first?["physicalLocation"] as? NSDictionary)
    #expect(place["artifactLocation"] as? [String: String] == ["uri": "drafts/a.md", "uriBaseId": "%SRCROOT%"])
    #expect(place.at("region.startColumn") as? Int == 10 && place.at("region.snippet.text") as? String == "Kiev")
    let fix = try #require((result["fixes"] as? [NSDictionary])?.first)
    let replacement = try #require(((fix["artifactChanges"] as? [NSDictionary])?.first?["replacements"] as? [NSDictionary])?.first)
    #expect(replacement.at("insertedContent.text") as? String == "Kyiv")
    #expect((result["relatedLocations"] as? [NSDictionary])?.first?.at("message.text") as? String == "first here")
    let prints = fingerprints(of: report.findings, in: try #require(report.draft))
    #expect(results.map { ($0["partialFingerprints"] as? [String: String])?["stetFinding/v1"] } == prints)
    #expect(Set(prints).count == 2)
  }

  @Test("what does not count says why")
  func standing() throws {
    let marked = Marked("⟦a⟧ ⟦b⟧ ⟦c⟧")
    var findings = marked.spans.map { Finding(check: "name-variant", severity: .error, span: $0, message: "m") }
    findings[0].baseline = .new
    findings[1].silence = Silence(.inSource, reason: "a ship")
    findings[2].baseline = .unchanged
    var report = DraftReport(marked.draft(path: "a.md"), findings: [findings[0]], setAside: Array(findings[1...]))
    report.absent = [AbsentFinding(check: "name-variant", fingerprint: "v1-0")]
    let results = try #require(run([report])["results"] as? [NSDictionary])
    #expect(results.map { $0["baselineState"] as? String } == ["new", nil, "unchanged", "absent"])
    #expect((results[0]["suppressions"] as? [NSDictionary])?.count == 0)
    #expect(results[1]["suppressions"] as? [[String: String]] == [["kind": "inSource", "justification": "a ship"]])
  }

  @Test("failures are notifications, and the run was no success")
  func failures() throws {
    #expect(try run([]).at("invocations.executionSuccessful") as? [Bool] == [true])
    let fault = RunFailure("unknown key ‘x’", path: "/elsewhere/d k.yml", position: Position(line: 3, column: 2), check: "glossary-fault")
    let failed = try run([DraftReport(path: "gone.md", failure: "no such file")], failures: [fault, RunFailure("cannot search x")])
    let invocation = try #require((failed["invocations"] as? [NSDictionary])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let execution = try #require(invocation["toolExecutionNotifications"] as? [NSDictionary])
    #expect(execution.map { $0.at("message.text") as? String } == ["not checked: no such file", "cannot search x"])
    let configuration = try #require((invocation["toolConfigurationNotifications"] as? [NSDictionary])?.first)
    #expect(configuration.at("descriptor.id") as? String == "glossary-fault")
    #expect(configuration.at("locations.physicalLocation.artifactLocation.uri") as? [String] == ["file:///elsewhere/d%20k.yml"])
    #expect(configuration.at("locations.physicalLocation.region.startLine") as? [Int] == [3])
  }

  @Test("of too many results the gravest stay, in their order, and the rest is told")
  func limit() throws {
    let marked = Marked("⟦a⟧ ⟦b⟧ ⟦c⟧ ⟦d⟧")
    let severities: [Severity] = [.note, .error, .warning, .error]
    let findings = zip(marked.spans, severities).map { Finding(check: "c", severity: $1, span: $0, message: "\($0.start)") }
    let run = try run([DraftReport(marked.draft(), findings: findings)], limit: 3)
    let results = try #require(run["results"] as? [NSDictionary])
    #expect(results.map { $0.at("message.text") as? String } == ["2", "4", "6"])
    let notes = run.at("invocations.toolExecutionNotifications.message.text") as? [[String]]
    #expect(notes?.first?.first?.hasPrefix("1 more results") == true)
  }

  @Test(
    "text of drafts becomes neither a link nor a gap",
    arguments: [
      ("[a](b)", "\\[a\\](b)"), ("[sic]", "[sic]"), ("{{ad}}", "{{ad}}"), ("{0} of {x}", "{{0}} of {{x}}"),
    ])
  func message(_ text: String, _ written: String) { #expect(SARIF.message(text) == written) }
}
