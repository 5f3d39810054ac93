import StetFindings

/// Checkstyle's XML, which most build servers read. Columns count scalars.
public struct CheckstyleReport: Report {
  public init() {}

  public func start() -> String { XML.declaration + "<checkstyle version=\"4.3\">\n" }

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart {
    var lines: [String] = []
    if let draft = report.draft {
      let positions = Positions(draft)
      for finding in report.findings {
        let place = positions.position(of: finding.span.start)
        lines.append(error(place.line, place.column, finding.severity, finding.message, finding.check))
      }
    }
    if let failure = report.failure { lines.append(error(1, 1, .error, "this draft was not checked: \(failure)", "failure")) }
    return ReportPart(file(report.path, lines))
  }

  public func finish(_ end: ReportEnd) -> String {
    end.failures.map { failure in
      let place = failure.position
      return file(
        failure.path ?? "stet", [error(place?.line ?? 1, place?.column ?? 1, .error, failure.message, failure.check ?? "failure")])
    }.joined() + "</checkstyle>\n"
  }

  private func file(_ path: String, _ lines: [String]) -> String {
    "  <file\(XML.attributes(["name": path]))>\n" + lines.joined() + "  </file>\n"
  }

  private func error(_ line: Int, _ column: Int, _ severity: Severity, _ message: String, _ check: String) -> String {
    let level = severity == .note ? "info" : severity.rawValue
    return "    <error"
      + XML.attributes([
        "line": String(line), "column": String(column), "severity": level, "message": message, "source": "stet.\(check)",
      ]) + "/>\n"
  }
}
