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
    var buffer = ByteBuffer(capacity: 300 * report.findings.count)
    forEachFinding(of: report) { write($0, $1, $2, $3, to: &buffer) }
    if let failure = report.failure { buffer.append("\(SafeText.line(report.path)): \(SafeText.line(failure))\n") }
    return ReportPart(buffer.take())
  }

  public func items(of report: DraftReport) -> [PartItem] {
    var items: [PartItem] = []
    forEachFinding(of: report) { finding, path, draft, positions in
      var buffer = ByteBuffer()
      write(finding, path, draft, positions, to: &buffer)
      items.append(PartItem(finding, buffer.take()))
    }
    return items
  }

  private func forEachFinding(of report: DraftReport, _ body: (Finding, String, Draft, Positions) -> Void) {
    guard let draft = report.draft, !report.findings.isEmpty || !report.setAside.isEmpty else { return }
    let path = SafeText.line(report.path), positions = Positions(draft, origin: report.origin)
    // What is silenced stands where it would if it were not.
    for finding in (report.findings + report.setAside).inOrder { body(finding, path, draft, positions) }
  }

  private func write(_ finding: Finding, _ path: String, _ draft: Draft, _ positions: Positions, to buffer: inout ByteBuffer) {
    let position = positions.position(of: finding.span.start)
    // A headline that ran into a sentence is long: what is shown is where it did.
    let shown = finding.core ?? finding.span
    let number = String(finding.core == nil ? position.line : positions.position(of: shown.start).line)
    let margin = number.utf8.count + 2
    buffer.append(path, position)
    buffer.append(paint(finding.severity.rawValue + ":", finding.severity))
    buffer.append(" ")
    append(finding.wording, to: &buffer)
    buffer.append(" [")
    buffer.append(finding.check)
    buffer.append("]\n  ")
    buffer.append(number)
    let excerpt = Excerpt(of: shown, in: draft, width: width - number.utf8.count - 5)
    buffer.append(" | ")
    buffer.append(excerpt.text)
    buffer.append("\n")
    buffer.append(repeating: " ", count: margin)
    buffer.append(" | ")
    buffer.append(repeating: " ", count: excerpt.indent)
    if let colour = paint.start(finding.severity) { buffer.append(colour) }
    buffer.append(repeating: "^", count: excerpt.marked)
    if paint.isOn { buffer.append(Paint.end) }
    buffer.append(suggestion(finding.replacements))
    buffer.append("\n")
    for note in [TextReport.silence(of: finding), finding.why] {
      if let note { append(note: SafeText.line(note), margin, to: &buffer) }
    }
    for related in finding.related.prefix(TextReport.relatedLimit) {
      let position = related.elsewhere?.start ?? positions.position(of: related.span.start)
      let file = related.elsewhere.map { SafeText.line($0.path) } ?? path
      append(note: "\(file):\(position.line):\(position.column): \(SafeText.line(related.message))", margin, to: &buffer)
    }
    let rest = finding.related.count - TextReport.relatedLimit
    if rest > 0 { append(note: "and \(rest) more", margin, to: &buffer) }
  }

  private func append(note: String, _ margin: Int, to buffer: inout ByteBuffer) {
    buffer.append(repeating: " ", count: margin)
    buffer.append(" = ")
    buffer.append(note)
    buffer.append("\n")
  }

  private func append(_ wording: Finding.Wording, to buffer: inout ByteBuffer) {
    guard case .shouldBe(let seen, let wanted) = wording else { return buffer.append(SafeText.line(wording.text)) }
    buffer.append(Finding.Wording.opening)
    buffer.append(SafeText.line(seen))
    buffer.append(Finding.Wording.joint)
    buffer.append(SafeText.line(wanted))
    buffer.append(Finding.Wording.closing)
  }

  /// Why it does not count.
  private static func silence(of finding: Finding) -> String? {
    if let silence = finding.silence {
      let place = silence.kind == .inSource ? "in the draft" : "by the ignore list"
      return "silenced \(place)" + (silence.reason.map { ": \($0)" } ?? "")
    }
    return finding.baseline == .unchanged ? "known to the baseline" : nil
  }

  /// What it should be, after the marker; an empty replacement is a deletion.
  private func suggestion(_ replacements: [String]) -> String {
    let shown = replacements.prefix(3).map { $0.isEmpty ? "(nothing)" : SafeText.line($0) }
    guard let only = shown.first else { return "" }
    let text = shown.count == 1 ? only : shown.joined(separator: " or ")
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

extension ByteBuffer {
  /// "drafts/report.md:3:22: "
  fileprivate mutating func append(_ path: String, _ position: Position) {
    append(path)
    append(":")
    append(position.line)
    append(":")
    append(position.column)
    append(": ")
  }
}

/// ANSI colours, or none.
struct Paint: Sendable {
  let isOn: Bool

  /// What colours end with.
  static let end = "\u{1B}[0m"

  /// What a severity's colour begins with; nil if there are none.
  func start(_ severity: Severity) -> String? {
    guard isOn else { return nil }
    let colour =
      switch severity {
      case .error: 31
      case .warning: 33
      case .note: 36
      }
    return "\u{1B}[1;\(colour)m"
  }

  func callAsFunction(_ text: String, _ severity: Severity) -> String {
    start(severity).map { $0 + text + Paint.end } ?? text
  }
}
