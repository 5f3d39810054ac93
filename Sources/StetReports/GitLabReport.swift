import StetFindings

/// GitLab's code quality report. GitLab shows neither the check nor a column, so that the description names the check.
public struct GitLabReport: Report {
  private let paths: RootedPaths

  public init(paths: RootedPaths = RootedPaths()) { self.paths = paths }

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart {
    let path = shownPath(paths.path(report.pathBytes))
    var issues: [Held.Item] = []
    if let draft = report.draft {
      let positions = Positions(draft)
      for (finding, print) in zip(report.findings, report.fingerprints) {
        let lines = (positions.position(of: finding.span.start).line, positions.lastLine(of: finding.span))
        issues.append(
          Held.Item(
            finding: finding,
            text: issue(
              "\(finding.check): \(finding.message)", finding.check, GitLabReport.severity(finding.severity), path, lines,
              fingerprint(path, print))))
      }
    }
    let failure = report.failure.map { failed($0, "failure", path, 1) }
    return ReportPart(held: Held(path: path, text: failure ?? "", items: issues))
  }

  public func finish(_ end: ReportEnd) -> String {
    var issues = end.held.flatMap { held in held.items.map(\.text) + (held.text.isEmpty ? [] : [held.text]) }
    for failure in end.failures {
      let path = failure.path.map { shownPath(paths.path(Array($0.utf8))) } ?? "stet"
      issues.append(failed(failure.message, failure.check ?? "failure", path, failure.position?.line ?? 1))
    }
    return "[" + issues.map { "\n  " + $0 }.joined(separator: ",") + (issues.isEmpty ? "]\n" : "\n]\n")
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }

  private func failed(_ message: String, _ check: String, _ path: String, _ line: Int) -> String {
    issue("not checked: \(message)", check, "blocker", path, (line, line), fingerprint(path, "\(check) \(line) \(message)"))
  }

  private func issue(
    _ description: String, _ check: String, _ severity: String, _ path: String, _ lines: (Int, Int), _ fingerprint: String
  ) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("description", description)
      $0.member("check_name", check)
      $0.member("fingerprint", fingerprint)
      $0.member("severity", severity)
      $0.key("location")
      $0.object {
        $0.member("path", path)
        $0.key("lines")
        $0.object {
          $0.member("begin", lines.0)
          $0.member("end", lines.1)
        }
      }
    }
    return writer.text
  }

  /// Ours is one of its kind within a draft; GitLab's must be so within a report.
  private func fingerprint(_ path: String, _ print: String) -> String { StetFindings.fingerprint(of: [path, print]) }
}
