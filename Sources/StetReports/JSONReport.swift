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

  private static func separator(_ isFirst: Bool) -> [UInt8] { Array((isFirst ? "\n  " : ",\n  ").utf8) }

  public func beginning(of path: String, isFirst: Bool) -> [UInt8] { JSONReport.separator(isFirst) + JSON.beginning(of: path) }
  public func items(of report: DraftReport) -> [PartItem] { JSON.items(of: report) }
  public var separator: [UInt8] { JSON.separator }
  public func ending(of path: String, silenced: [[UInt8]], failure: String?) -> [UInt8] { JSON.ending(silenced, failure) }

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

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart { ReportPart(JSON.object(report, end: "\n")) }
  public func beginning(of path: String, isFirst: Bool) -> [UInt8] { JSON.beginning(of: path) }
  public func items(of report: DraftReport) -> [PartItem] { JSON.items(of: report) }
  public var separator: [UInt8] { JSON.separator }
  public func ending(of path: String, silenced: [[UInt8]], failure: String?) -> [UInt8] {
    JSON.ending(silenced, failure) + [UInt8(ascii: "\n")]
  }
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

  /// - Parameter end: What stands behind it.
  static func object(_ report: DraftReport, end: String = "") -> [UInt8] {
    var writer = JSONWriter(capacity: 1_600 + 450 * report.findings.count)
    let isEmpty = report.findings.isEmpty && report.setAside.isEmpty
    writer.object {
      $0.member("path", report.path)
      let positions = isEmpty ? nil : report.draft.map { Positions($0) }, prints = report.fingerprintNumbers
      func list(_ name: String, _ findings: [Finding], _ prints: ArraySlice<FingerprintNumber>, _ writer: inout JSONWriter) {
        writer.key(name)
        guard let draft = report.draft, let positions else { return writer.array([Finding]()) { _, _ in } }
        writer.array(zip(findings, prints)) { write($1.0, fingerprint: $1.1, draft, positions, to: &$0) }
      }
      list("findings", report.findings, prints.prefix(report.findings.count), &$0)
      $0.member("failure", report.failure)
      if !report.setAside.isEmpty { list("silenced", report.setAside, prints.dropFirst(report.findings.count), &$0) }
    }
    return writer.end(with: end)
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
