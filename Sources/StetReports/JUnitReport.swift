import StetFindings

/// JUnit's XML: a suite for each draft, a case for each finding, and one that passes for a draft without any.
///
/// Findings that do not count are skipped cases, with the reason. Times are 0: the report depends on the drafts alone.
public struct JUnitReport: Report {
  public init() {}

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart {
    var cases: [String] = []
    if let draft = report.draft {
      let positions = Positions(draft)
      for finding in report.findings { cases.append(failed(finding, report.path, positions)) }
      for finding in report.setAside { cases.append(skipped(finding, report.path, positions)) }
    }
    if let failure = report.failure { cases.append(broken(failure, report.path)) }
    if cases.isEmpty { cases.append(testCase("no findings", report.path, nil)) }
    let errors = report.failure == nil ? 0 : 1
    let text = suite(
      report.path, cases, failures: report.findings.count, errors: errors, skipped: report.setAside.count)
    return ReportPart(held: Held(path: report.path, text: text, cases: cases.count, skipped: report.setAside.count))
  }

  public func finish(_ end: ReportEnd) -> String {
    let summary = end.summary
    let skipped = end.held.reduce(0) { $0 + $1.skipped }
    var suites = end.held.map(\.text).joined()
    for failure in end.failures {
      let path = failure.path ?? "stet"
      suites += suite(path, [broken(failure.message, path)], failures: 0, errors: 1, skipped: 0)
    }
    let errors = summary.failures + end.failures.count
    let tests = end.held.reduce(0) { $0 + $1.cases } + end.failures.count
    let counts = XML.attributes([
      "name": "stet", "tests": String(tests), "failures": String(summary.findings),
      "errors": String(errors), "skipped": String(skipped), "time": "0",
    ])
    return XML.declaration + "<testsuites\(counts)>\n\(suites)</testsuites>\n"
  }

  private func suite(_ name: String, _ cases: [String], failures: Int, errors: Int, skipped: Int) -> String {
    let counts = XML.attributes([
      "name": name, "tests": String(cases.count), "failures": String(failures), "errors": String(errors), "skipped": String(skipped),
      "time": "0",
    ])
    return "  <testsuite\(counts)>\n" + cases.joined() + "  </testsuite>\n"
  }

  private func testCase(_ name: String, _ path: String, _ content: String?) -> String {
    let open = "    <testcase" + XML.attributes(["name": name, "classname": path, "time": "0"])
    return content.map { "\(open)>\n      \($0)\n    </testcase>\n" } ?? "\(open)/>\n"
  }

  private func failed(_ finding: Finding, _ path: String, _ positions: Positions) -> String {
    let place = positions.position(of: finding.span.start)
    var lines = ["\(path):\(place.line):\(place.column): \(finding.severity): \(finding.message)"]
    if let why = finding.why { lines.append(why) }
    if !finding.replacements.isEmpty { lines.append("instead: " + finding.replacements.joined(separator: " or ")) }
    let text = lines.map(XML.escaped).joined(separator: "\n")
    let attributes = XML.attributes(["message": finding.message, "type": finding.severity.rawValue])
    return testCase(name(finding, positions), path, "<failure\(attributes)>\(text)</failure>")
  }

  private func skipped(_ finding: Finding, _ path: String, _ positions: Positions) -> String {
    let why = finding.silence.map { $0.reason ?? "silenced without a reason" } ?? "in the baseline"
    return testCase(name(finding, positions), path, "<skipped\(XML.attributes(["message": "\(finding.message) (\(why))"]))/>")
  }

  private func broken(_ failure: String, _ path: String) -> String {
    testCase("can be checked", path, "<error\(XML.attributes(["message": failure, "type": "failure"]))/>")
  }

  private func name(_ finding: Finding, _ positions: Positions) -> String {
    let place = positions.position(of: finding.span.start)
    return "\(finding.check) \(place.line):\(place.column)"
  }
}
