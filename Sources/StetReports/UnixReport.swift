import StetFindings

/// A finding a line, as compilers print them: what Vim, Emacs and efm-langserver jump by. Columns count scalars.
///
///     drafts/report.md:3:22: error: ‘Zaluzhny’ should be ‘Zaluzhnyi’ [name-variant]
public struct UnixReport: Report {
  public init() {}

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart {
    var result = ""
    if let draft = report.draft, !report.findings.isEmpty {
      let positions = Positions(draft)
      for finding in report.findings {
        let place = positions.position(of: finding.span.start)
        result += line(report.path, place.line, place.column, finding.severity, finding.message, finding.check)
      }
    }
    if let failure = report.failure { result += line(report.path, 1, 1, .error, failure, "failure") }
    return ReportPart(result)
  }

  public func finish(_ end: ReportEnd) -> String {
    end.failures.map { failure in
      let place = failure.position
      return line(failure.path ?? "stet", place?.line ?? 1, place?.column ?? 1, .error, failure.message, failure.check ?? "failure")
    }.joined()
  }

  private func line(_ path: String, _ line: Int, _ column: Int, _ severity: Severity, _ message: String, _ check: String) -> String {
    "\(SafeText.line(path)):\(line):\(column): \(severity): \(SafeText.line(message)) [\(check)]\n"
  }
}
