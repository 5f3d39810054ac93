import StetFindings
import StetText

/// One JSON document, schema 1: a draft and a finding a line, so that it can be read and compared by people too.
public struct JSONReport: Report {
  private let version: String

  /// `version` is Stet's own.
  public init(version: String) { self.version = version }

  public func start() -> String {
    "{\"schema\": 1, \"stet\": \"\(JSONWriter.escaped(version))\",\n \"drafts\": ["
  }

  public func draft(_ report: DraftReport, isFirst: Bool) -> String {
    (isFirst ? "\n  " : ",\n  ") + JSON.object(report)
  }

  public func finish(_ summary: Summary) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("drafts", summary.drafts)
      $0.member("errors", summary.errors)
      $0.member("warnings", summary.warnings)
      $0.member("notes", summary.notes)
      $0.member("fixable", summary.fixable)
    }
    return (summary.drafts == 0 ? "" : "\n ") + "],\n \"summary\": \(writer.text)}\n"
  }
}

/// One draft a line: what `JSONReport` has in `drafts`, printed as soon as it is known.
public struct JSONLinesReport: Report {
  public init() {}

  public func start() -> String { "" }
  public func draft(_ report: DraftReport, isFirst: Bool) -> String { JSON.object(report) + "\n" }
  public func finish(_ summary: Summary) -> String { "" }
}

enum JSON {
  static func object(_ report: DraftReport) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("path", report.path)
      $0.key("findings")
      if let draft = report.draft, !report.findings.isEmpty {
        let positions = Positions(draft)
        let numbered = Array(zip(report.findings, fingerprints(of: report.findings, in: draft)))
        $0.array(numbered) { write($1.0, fingerprint: $1.1, draft, positions, to: &$0) }
      } else {
        $0.array([Finding]()) { _, _ in }
      }
      $0.member("failure", report.failure)
    }
    return writer.text
  }

  private static func write(
    _ finding: Finding, fingerprint: String, _ draft: Draft, _ positions: Positions, to writer: inout JSONWriter
  ) {
    writer.object {
      $0.member("check", finding.check)
      $0.member("severity", finding.severity.rawValue)
      $0.member("message", finding.message)
      $0.member("text", draft.string(finding.span))
      write(finding.span, positions, to: &$0)
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
          write(related.span, positions, elsewhere: related.elsewhere, to: &$0)
        }
      }
      $0.member("fingerprint", fingerprint)
    }
  }

  private static func write(
    _ span: Span, _ positions: Positions, elsewhere: Finding.Elsewhere? = nil, to writer: inout JSONWriter
  ) {
    writer.key("span")
    writer.object {
      $0.member("start", span.start)
      $0.member("end", span.end)
    }
    for (name, offset, known) in [("start", span.start, elsewhere?.start), ("end", span.end, elsewhere?.end)] {
      let position = known ?? positions.position(of: offset)
      writer.key(name)
      writer.object {
        $0.member("line", position.line)
        $0.member("column", position.column)
      }
    }
  }
}
