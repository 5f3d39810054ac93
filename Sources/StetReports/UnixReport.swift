import StetFindings

/// A finding a line, as compilers print them: what Vim, Emacs and efm-langserver jump by. Columns count scalars.
///
///     drafts/report.md:3:22: error: ‘Zaluzhny’ should be ‘Zaluzhnyi’ [name-variant]
public struct UnixReport: PartedReport {
  public init() {}

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart {
    ReportPart(items(of: report).flatMap(\.bytes) + ending(of: report.path, silenced: [], failure: report.failure))
  }

  public func items(of report: DraftReport) -> [PartItem] {
    guard let draft = report.draft, !report.findings.isEmpty else { return [] }
    let positions = Positions(draft, origin: report.origin)
    return report.findings.map { finding in
      let place = positions.position(of: finding.span.start)
      let line = line(report.path, place.line, place.column, finding.severity, finding.message, finding.check)
      return PartItem(finding, Array(line.utf8))
    }
  }

  public func ending(of path: String, silenced: [[UInt8]], failure: String?) -> [UInt8] {
    failure.map { Array(line(path, 1, 1, .error, $0, "failure").utf8) } ?? []
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
