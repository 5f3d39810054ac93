import StetFindings
import StetText

/// Reviewdog’s diagnostic format, as one document or one diagnostic a line. Columns count bytes of UTF-8, as it wants them.
public struct RDJSONReport: Report {
  private let tool: Tool
  private let isLines: Bool

  /// - Parameter isLines: `rdjsonl`: printed as soon as a draft is done.
  public init(_ tool: Tool, isLines: Bool = false) {
    self.tool = tool
    self.isLines = isLines
  }

  public func start() -> String {
    if isLines { return "" }
    var source = JSONWriter()
    write(source: &source)
    return "{\"source\": \(source.text),\n \"diagnostics\": ["
  }

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart {
    var diagnostics: [Held.Item] = []
    if let draft = report.draft {
      let positions = Positions(draft, in: .bytes)
      diagnostics = report.findings.map { Held.Item(finding: $0, text: diagnostic($0, report.path, draft, positions)) }
    }
    let failure = report.failure.map { failed(RunFailure($0, path: report.path)) } ?? ""
    if isLines { return ReportPart((diagnostics.map(\.text) + [failure]).filter { !$0.isEmpty }.map { $0 + "\n" }.joined()) }
    return ReportPart(held: Held(path: report.path, text: failure, items: diagnostics))
  }

  public func finish(_ end: ReportEnd) -> String {
    let failures = end.failures.map { failed($0) }
    if isLines { return failures.map { $0 + "\n" }.joined() }
    let all = end.held.flatMap { held in held.items.map(\.text) + (held.text.isEmpty ? [] : [held.text]) } + failures
    return all.map { "\n  " + $0 }.joined(separator: ",") + (all.isEmpty ? "]}\n" : "\n ]}\n")
  }

  private func write(source writer: inout JSONWriter) {
    writer.object {
      $0.member("name", "stet")
      if let home = tool.home { $0.member("url", home) }
    }
  }

  private func diagnostic(_ finding: Finding, _ path: String, _ draft: Draft, _ positions: Positions) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("message", finding.message + (finding.why.map { "\n\($0)" } ?? ""))
      $0.key("location")
      location(path, finding.span, positions, &$0)
      $0.member("severity", RDJSONReport.severity(finding.severity))
      $0.key("code")
      code(finding.check, &$0)
      if isLines {
        $0.key("source")
        write(source: &$0)
      }
      if let edit = finding.fix?.joined(in: draft) {
        $0.key("suggestions")
        $0.array([edit]) { writer, edit in
          writer.object {
            $0.key("range")
            range(edit.span, positions, &$0)
            $0.member("text", edit.replacement)
          }
        }
      }
      if !finding.related.isEmpty {
        $0.key("related_locations")
        $0.array(finding.related) { writer, related in
          writer.object {
            $0.member("message", related.message)
            $0.key("location")
            if let elsewhere = related.elsewhere { lines(elsewhere, &$0) } else { location(path, related.span, positions, &$0) }
          }
        }
      }
    }
    return writer.text
  }

  private func failed(_ failure: RunFailure) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("message", "not checked: \(failure.message)")
      $0.key("location")
      $0.object {
        $0.member("path", failure.path ?? "")
        if let position = failure.position {
          $0.key("range")
          $0.object {
            $0.key("start")
            $0.object { $0.member("line", position.line) }
          }
        }
      }
      $0.member("severity", "ERROR")
      $0.key("code")
      code(failure.check ?? "failure", &$0)
      if isLines {
        $0.key("source")
        write(source: &$0)
      }
    }
    return writer.text
  }

  private func code(_ check: String, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("value", check)
      if let page = tool.page(of: check) { $0.member("url", page) }
    }
  }

  private func location(_ path: String, _ span: Span, _ positions: Positions, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("path", path)
      $0.key("range")
      range(span, positions, &$0)
    }
  }

  /// A place in another draft, whose bytes are not at hand: whole lines.
  private func lines(_ elsewhere: Finding.Elsewhere, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("path", elsewhere.path)
      $0.key("range")
      $0.object {
        for (name, place) in [("start", elsewhere.start), ("end", elsewhere.end)] {
          $0.key(name)
          $0.object { $0.member("line", place.line) }
        }
      }
    }
  }

  private func range(_ span: Span, _ positions: Positions, _ writer: inout JSONWriter) {
    writer.object {
      $0.key("start")
      $0.position(positions.position(of: span.start))
      $0.key("end")
      $0.position(positions.position(of: span.end))
    }
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
