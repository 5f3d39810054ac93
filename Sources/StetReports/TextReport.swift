import StetFindings
import StetText

/// The report for people: each finding with its line, a marker under what is meant, and what it should be.
///
///     drafts/report.md:3:22: error: ‘Zaluzhny’ should be ‘Zaluzhnyi’ [name-variant]
///       3 | … General Valery Zaluzhny said his forces …
///         |                  ^^^^^^^^ Zaluzhnyi
public struct TextReport: PartedReport {
  private let width: Int
  private let paint: Paint
  /// Related places shown before the rest is only counted.
  private static let relatedLimit = 5

  /// - Parameters:
  ///   - width: Cells of the terminal; long lines are cut to it.
  ///   - colour: Whether to print ANSI colours.
  public init(width: Int = 100, colour: Bool = false) {
    self.width = width
    paint = Paint(isOn: colour)
  }

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart {
    let failure = report.failure.map { "\(SafeText.line(report.path)): \(SafeText.line($0))\n" } ?? ""
    return ReportPart(items(of: report).flatMap(\.bytes) + Array(failure.utf8))
  }

  public func items(of report: DraftReport) -> [PartItem] {
    guard let draft = report.draft, !report.findings.isEmpty || !report.setAside.isEmpty else { return [] }
    let path = SafeText.line(report.path), positions = Positions(draft, origin: report.origin)
    // What is silenced stands where it would if it were not.
    return (report.findings + report.setAside).inOrder.map { PartItem($0, Array(text(of: $0, path, draft, positions).utf8)) }
  }

  private func text(of finding: Finding, _ path: String, _ draft: Draft, _ positions: Positions) -> String {
    let position = positions.position(of: finding.span.start)
    // A headline that ran into a sentence is long: what is shown is where it did.
    let shown = finding.core ?? finding.span
    let severity = paint(finding.severity.rawValue + ":", finding.severity)
    let number = String(positions.position(of: shown.start).line)
    let margin = String(repeating: " ", count: number.count + 2)
    let excerpt = Excerpt(of: shown, in: draft, width: width - number.count - 5)
    let marker = paint(String(repeating: "^", count: excerpt.marked), finding.severity)
    let indent = String(repeating: " ", count: excerpt.indent)
    var lines = [
      "\(path):\(place(position)): \(severity) \(SafeText.line(finding.message)) [\(finding.check)]",
      "  \(number) | \(excerpt.text)",
      "\(margin) | \(indent)\(marker)\(suggestion(finding.replacements))",
    ]
    if let silence = TextReport.silence(of: finding) { lines.append("\(margin) = \(SafeText.line(silence))") }
    if let why = finding.why { lines.append("\(margin) = \(SafeText.line(why))") }
    for related in finding.related.prefix(TextReport.relatedLimit) {
      let position = related.elsewhere?.start ?? positions.position(of: related.span.start)
      let file = related.elsewhere.map { SafeText.line($0.path) } ?? path
      lines.append("\(margin) = \(file):\(place(position)): \(SafeText.line(related.message))")
    }
    let rest = finding.related.count - TextReport.relatedLimit
    if rest > 0 { lines.append("\(margin) = and \(rest) more") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Why it does not count.
  private static func silence(of finding: Finding) -> String? {
    if let silence = finding.silence {
      let place = silence.kind == .inSource ? "in the draft" : "by the ignore list"
      return "silenced \(place)" + (silence.reason.map { ": \($0)" } ?? "")
    }
    return finding.baseline == .unchanged ? "known to the baseline" : nil
  }

  private func place(_ position: Position) -> String { "\(position.line):\(position.column)" }

  /// What it should be, after the marker; an empty replacement is a deletion.
  private func suggestion(_ replacements: [String]) -> String {
    let shown = replacements.prefix(3).map { $0.isEmpty ? "(nothing)" : SafeText.line($0) }
    guard !shown.isEmpty else { return "" }
    let text = shown.joined(separator: " or ")
    // A whole sentence that a check proposes would run on below the marker.
    return " " + SafeText.cut(text, to: 60)
  }

  public func finish(_ end: ReportEnd) -> String {
    let summary = end.summary
    let found = summary.sentence
    var result = (summary.findings == 0 ? "N" + found.dropFirst() : "\n" + found)
    result += " in \(plural(summary.drafts - summary.failures, "draft"))"
    if summary.fixable > 0 { result += "; \(summary.fixable) can be fixed with ‘stet fix’" }
    if summary.failures > 0 { result += "; \(plural(summary.failures, "draft")) could not be checked" }
    return result + "\n"
  }
}

/// ANSI colours, or none.
struct Paint: Sendable {
  let isOn: Bool

  func callAsFunction(_ text: String, _ severity: Severity) -> String {
    guard isOn else { return text }
    let colour =
      switch severity {
      case .error: 31
      case .warning: 33
      case .note: 36
      }
    return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
  }
}
