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
    var writer = JSONWriter(capacity: 200 + 500 * report.findings.count)
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

  /// - Returns: Where in what was written the fingerprint ends.
  @discardableResult static func write(
    _ finding: Finding, fingerprint: FingerprintNumber, _ draft: Draft, _ positions: Positions, _ origin: DraftOrigin = DraftOrigin(),
    to writer: inout JSONWriter
  ) -> Int {
    var printEnd = 0
    writer.object {
      $0.joint(Joints.check)
      $0.plain(finding.check)
      $0.joint(Joints.severity)
      $0.plain(finding.severity.rawValue)
      write(finding.wording, to: &$0)
      $0.content(draft.text, finding.span.range)
      $0.joint(Joints.span)
      write(finding.span, positions, origin, to: &$0)
      $0.joint(Joints.replacements)
      $0.array(finding.replacements) { $0.string($1) }
      $0.joint(Joints.fix)
      $0.plain(finding.fix?.safety.rawValue ?? "none")
      $0.joint(Joints.entry)
      $0.string(orNull: finding.entry)
      $0.joint(Joints.glossary)
      $0.string(orNull: finding.glossary)
      $0.joint(Joints.grade)
      $0.string(orNull: finding.grade?.rawValue)
      $0.joint(Joints.systems)
      $0.array(finding.systems) { $0.string($1) }
      $0.joint(Joints.related)
      $0.array(finding.related) { write($1, positions, origin, to: &$0) }
      $0.joint(Joints.fingerprint)
      $0.content(fingerprint)
      printEnd = $0.count
      $0.joint(Joints.end, isValue: true)
      if let silence = finding.silence {
        $0.key("silence")
        $0.object {
          $0.member("kind", silence.kind.rawValue)
          $0.member("reason", silence.reason)
        }
      }
      if let state = finding.baseline { $0.member("baseline", state.rawValue) }
    }
    return printEnd
  }

  private static func write(_ wording: Finding.Wording, to writer: inout JSONWriter) {
    switch wording {
    case .text(let text):
      writer.joint(Joints.message)
      writer.content(text)
      writer.joint(Joints.text)
    case .shouldBe(let seen, let wanted):
      writer.joint(Joints.seen)
      writer.content(seen)
      writer.joint(Joints.wanted)
      writer.content(wanted)
      writer.joint(Joints.textBehindWanted)
    }
  }

  private static func write(_ related: Finding.Related, _ positions: Positions, _ origin: DraftOrigin, to writer: inout JSONWriter) {
    writer.object {
      $0.member("message", related.message)
      if let elsewhere = related.elsewhere { $0.member("path", elsewhere.path) }
      $0.joint(Joints.relatedSpan)
      write(related.span, positions, origin, elsewhere: related.elsewhere, to: &$0)
    }
  }

  /// What follows on the beginning of a span, up to the end of its position.
  private static func write(
    _ span: Span, _ positions: Positions, _ origin: DraftOrigin, elsewhere: Finding.Elsewhere? = nil, to writer: inout JSONWriter
  ) {
    let places = elsewhere.map { ($0.start, $0.end) } ?? positions.positions(of: span)
    writer.number(origin.offset + span.start)
    writer.joint(Joints.spanEnd)
    writer.number(origin.offset + span.end)
    writer.joint(Joints.startLine)
    writer.number(places.0.line)
    writer.joint(Joints.column)
    writer.number(places.0.column)
    writer.joint(Joints.endLine)
    writer.number(places.1.line)
    writer.joint(Joints.column)
    writer.number(places.1.column)
    writer.joint(Joints.placeEnd, isValue: true)
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

/// What stands between the values that every finding has, the quotation marks of strings included.
private enum Joints {
  static let check = piece(#""check": ""#)
  static let severity = piece(#"", "severity": ""#)
  static let message = piece(#"", "message": ""#)
  static let seen = message + piece(Finding.Wording.opening)
  static let wanted = piece(Finding.Wording.joint)
  static let textBehindWanted = piece(Finding.Wording.closing) + text
  static let text = piece(#"", "text": ""#)
  static let span = piece(#"", "span": {"start": "#)
  static let relatedSpan = piece(#", "span": {"start": "#)
  static let spanEnd = piece(#", "end": "#)
  static let startLine = piece(#"}, "start": {"line": "#)
  static let column = piece(#", "column": "#)
  static let endLine = piece(#"}, "end": {"line": "#)
  static let placeEnd = piece("}")
  static let replacements = piece(#", "replacements": "#)
  static let fix = piece(#", "fix": ""#)
  static let entry = piece(#"", "entry": "#)
  static let glossary = piece(#", "glossary": "#)
  static let grade = piece(#", "grade": "#)
  static let systems = piece(#", "systems": "#)
  static let related = piece(#", "related": "#)
  static let fingerprint = piece(#", "fingerprint": "v1-"#)
  static let end = piece("\"")

  private static func piece(_ text: String) -> [UInt8] { Array(text.utf8) }
}
