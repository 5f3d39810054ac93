import StetFindings
import StetText

/// One JSON document, schema 1: a draft and a finding a line, so that it can be read and compared by people too.
public struct JSONReport: PartedReport {
  private let version: String

  /// `version` is Stet's own.
  public init(version: String) { self.version = version }

  public func start() -> String {
    "{\"schema\": 1, \"stet\": \"\(JSONWriter.escaped(version))\",\n \"drafts\": ["
  }

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart {
    ReportPart(JSONReport.separator(isFirst) + JSON.object(report))
  }

  private static func separator(_ isFirst: Bool) -> String { isFirst ? "\n  " : ",\n  " }

  public var separator: String { ", " }
  public func beginning(of path: String, isFirst: Bool) -> String { JSONReport.separator(isFirst) + JSON.beginning(of: path) }
  public func items(of report: DraftReport) -> [PartItem] { JSON.items(of: report) }
  public func ending(of path: String, silenced: [String], failure: String?) -> String { JSON.ending(silenced, failure) }

  public func finish(_ end: ReportEnd) -> String {
    let summary = end.summary
    let failures = end.failures.isEmpty ? " " : " \"failures\": \(JSON.array(end.failures)),\n "
    var writer = JSONWriter()
    writer.object {
      $0.member("drafts", summary.drafts)
      $0.member("errors", summary.errors)
      $0.member("warnings", summary.warnings)
      $0.member("notes", summary.notes)
      $0.member("fixable", summary.fixable)
    }
    return (summary.drafts == 0 ? "" : "\n ") + "],\n\(failures)\"summary\": \(writer.text)}\n"
  }
}

/// One draft a line: what `JSONReport` has in `drafts`, printed as soon as it is known.
public struct JSONLinesReport: PartedReport {
  public init() {}

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart { ReportPart(JSON.object(report) + "\n") }
  public var separator: String { ", " }
  public func beginning(of path: String, isFirst: Bool) -> String { JSON.beginning(of: path) }
  public func items(of report: DraftReport) -> [PartItem] { JSON.items(of: report) }
  public func ending(of path: String, silenced: [String], failure: String?) -> String { JSON.ending(silenced, failure) + "\n" }
  public func finish(_ end: ReportEnd) -> String { "" }
}

enum JSON {
  static func array(_ failures: [RunFailure]) -> String {
    var writer = JSONWriter()
    writer.array(failures) { writer, failure in
      writer.object {
        $0.member("path", failure.path)
        $0.key("start")
        if let position = failure.position { $0.position(position) } else { $0.null() }
        $0.member("check", failure.check)
        $0.member("message", failure.message)
      }
    }
    return writer.text
  }

  static func object(_ report: DraftReport) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("path", report.path)
      let positions = report.draft.map { Positions($0) }, prints = report.fingerprints
      func list(_ name: String, _ findings: [Finding], _ prints: some Collection<String>, _ writer: inout JSONWriter) {
        writer.key(name)
        guard let draft = report.draft, let positions else { return writer.array([Finding]()) { _, _ in } }
        writer.array(Array(zip(findings, prints))) { write($1.0, fingerprint: $1.1, draft, positions, to: &$0) }
      }
      list("findings", report.findings, prints.prefix(report.findings.count), &$0)
      $0.member("failure", report.failure)
      if !report.setAside.isEmpty { list("silenced", report.setAside, prints.dropFirst(report.findings.count), &$0) }
    }
    return writer.text
  }

  static func write(
    _ finding: Finding, fingerprint: String, _ draft: Draft, _ positions: Positions, origin: DraftOrigin = DraftOrigin(),
    to writer: inout JSONWriter
  ) {
    writer.object {
      $0.member("check", finding.check)
      $0.member("severity", finding.severity.rawValue)
      $0.member("message", finding.message)
      $0.member("text", draft.string(finding.span))
      write(finding.span, positions, origin, to: &$0)
      $0.member("replacements", finding.replacements)
      $0.member("fix", finding.fix?.safety.rawValue ?? "none")
      $0.member("entry", finding.entry)
      $0.member("glossary", finding.glossary)
      $0.member("grade", finding.grade?.rawValue)
      $0.member("systems", finding.systems)
      $0.key("related")
      $0.array(finding.related) { writer, related in
        writer.object {
          $0.member("message", related.message)
          if let elsewhere = related.elsewhere { $0.member("path", elsewhere.path) }
          write(related.span, positions, origin, elsewhere: related.elsewhere, to: &$0)
        }
      }
      $0.member("fingerprint", fingerprint)
      if let silence = finding.silence {
        $0.key("silence")
        $0.object {
          $0.member("kind", silence.kind.rawValue)
          $0.member("reason", silence.reason)
        }
      }
      if let state = finding.baseline { $0.member("baseline", state.rawValue) }
    }
  }

  private static func write(
    _ span: Span, _ positions: Positions, _ origin: DraftOrigin, elsewhere: Finding.Elsewhere? = nil, to writer: inout JSONWriter
  ) {
    writer.key("span")
    writer.object {
      $0.member("start", origin.offset + span.start)
      $0.member("end", origin.offset + span.end)
    }
    for (name, offset, known) in [("start", span.start, elsewhere?.start), ("end", span.end, elsewhere?.end)] {
      writer.key(name)
      writer.position(known ?? positions.position(of: offset))
    }
  }
}

extension JSONWriter {
  mutating func position(_ position: Position) {
    object {
      $0.member("line", position.line)
      $0.member("column", position.column)
    }
  }
}
