import StetFindings
import StetText

/// Annotations for GitHub Actions, and the whole list for the page of the run. Columns count scalars.
///
/// GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest without a word. So what cannot be
/// done comes first, then findings on changed lines, then the others; a notice tells what was left out.
public struct GitHubReport: Report {
  private let paths: RootedPaths
  private static let limit = 10

  public init(paths: RootedPaths = RootedPaths()) { self.paths = paths }

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart {
    let path = shownPath(paths.path(report.pathBytes))
    var held = Held(path: path, failure: report.failure)
    if let draft = report.draft, !report.findings.isEmpty {
      let positions = Positions(draft)
      held.items = report.findings.map { finding in
        let start = positions.position(of: finding.span.start)
        return Held.Item(
          finding: finding, text: annotation(finding, path, positions).line, detail: row(finding, "\(path):\(start.line):\(start.column)"))
      }
    }
    if let failure = report.failure { held.text = failed(RunFailure(failure, path: path)).line }
    return ReportPart(held: held)
  }

  public func finish(_ end: ReportEnd) -> String {
    let failures = end.failures.map { failed($0, rooted: true).line } + end.held.map(\.text).filter { !$0.isEmpty }
    let items = end.held.flatMap(\.items)
    func lines(_ severity: Severity) -> [String] {
      let all = items.filter { $0.finding.severity == severity }
      return (all.filter { $0.finding.isOnChangedLine == true } + all.filter { $0.finding.isOnChangedLine != true }).map(\.text)
    }
    let errors = failures + lines(.error), warnings = lines(.warning), notes = lines(.note)
    let isCut = max(errors.count, warnings.count, notes.count) > GitHubReport.limit
    // The notice that tells of the rest is one of the ten.
    let noteLimit = GitHubReport.limit - (isCut ? 1 : 0)
    let shown = [errors.prefix(GitHubReport.limit), warnings.prefix(GitHubReport.limit), notes.prefix(noteLimit)]
    let left = [errors.count - shown[0].count, warnings.count - shown[1].count, notes.count - shown[2].count]
    let counts = zip(left, ["error", "warning", "note"]).filter { $0.0 > 0 }.map { plural($0.0, $0.1) }
    let rest = Annotation(
      kind: "notice", properties: [("title", "stet")],
      message: "not shown here: \(counts.joined(separator: ", ")). GitHub shows no more than ten of a kind; the summary of the run has all")
    return shown.joined().joined() + (counts.isEmpty ? "" : rest.line)
  }

  private func annotation(_ finding: Finding, _ path: String, _ positions: Positions) -> Annotation {
    let start = positions.position(of: finding.span.start), end = positions.position(of: finding.span.end)
    let lastLine = positions.lastLine(of: finding.span)
    var properties = [("file", path), ("line", String(start.line)), ("endLine", String(lastLine))]
    // GitHub takes columns only where a finding stays on its line.
    if start.line == end.line { properties += [("col", String(start.column)), ("endColumn", String(end.column))] }
    return Annotation(
      kind: GitHubReport.kind(finding.severity), properties: properties + [("title", finding.check)],
      message: finding.message + (finding.why.map { "\n\($0)" } ?? ""))
  }

  private func failed(_ failure: RunFailure, rooted: Bool = false) -> Annotation {
    let path = failure.path.map { rooted ? shownPath(paths.path(Array($0.utf8))) : $0 }
    var properties = path.map { [("file", $0)] } ?? []
    if let position = failure.position { properties.append(("line", String(position.line))) }
    return Annotation(
      kind: "error", properties: properties + [("title", failure.check ?? "not checked")], message: failure.message)
  }

  private static func kind(_ severity: Severity) -> String { severity == .note ? "notice" : severity.rawValue }
}

extension GitHubReport {
  /// GitHub takes 1 MiB of a step.
  static let summaryLimit = 1 << 20

  public func stepSummary(_ end: ReportEnd) -> String? {
    var result = "### Stet: \(end.summary.sentence) in \(plural(end.summary.drafts - end.summary.failures, "draft"))\n"
    let failures =
      end.failures.map { ($0.path ?? "stet", $0.message) } + end.held.compactMap { held in held.failure.map { (held.path, $0) } }
    if !failures.isEmpty { result += "\nNot checked:\n\n" }
    for (path, message) in failures {
      result += "- \(GitHubMarkdown.escaped(path)): \(GitHubMarkdown.escaped(message))\n"
      if result.utf8.count > GitHubReport.summaryLimit / 2 { break }
    }
    let rows = end.held.flatMap { $0.items.map(\.detail) }
    guard !rows.isEmpty else { return result }
    result += "\n| | place | finding | should be |\n| --- | --- | --- | --- |\n"
    var room = GitHubReport.summaryLimit - result.utf8.count - 100
    let kept = rows.prefix { row in
      room -= row.utf8.count
      return room >= 0
    }
    result += kept.joined()
    if kept.count < rows.count { result += "\nand \(plural(rows.count - kept.count, "more finding"))\n" }
    return result
  }

  private func row(_ finding: Finding, _ place: String) -> String {
    let instead = finding.replacements.prefix(3).joined(separator: " or ")
    let cells = [finding.severity.rawValue, place, "\(finding.message) (\(finding.check))", SafeText.cut(instead, to: 80)]
    return "| " + cells.map(GitHubMarkdown.escaped).joined(separator: " | ") + " |\n"
  }
}
