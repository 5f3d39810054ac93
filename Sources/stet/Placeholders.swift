// Stand-ins for what StetReports will bring; this file goes when it does.
import StetFindings
import StetText

struct DraftReport: Sendable {
  let path: String
  let draft: Draft?
  let findings: [Finding]
  let failure: String?
  init(_ draft: Draft, findings: [Finding], failure: String? = nil) {
    (path, self.draft, self.findings, self.failure) = (draft.path, draft, findings, failure)
  }
  init(path: String, failure: String) { (self.path, draft, findings, self.failure) = (path, nil, [], failure) }
}

struct Summary {
  var drafts = 0
  var findings = 0
  mutating func add(_ report: DraftReport) { drafts += 1; findings += report.findings.count }
}

protocol Report: Sendable {
  func start() -> String
  func draft(_ report: DraftReport, isFirst: Bool) -> String
  func finish(_ summary: Summary) -> String
}

struct TextReport: Report {
  init(width: Int, colour: Bool) {}
  func start() -> String { "" }
  func draft(_ report: DraftReport, isFirst: Bool) -> String {
    report.findings.map { "\(report.path):\($0.span.start): \($0.message) [\($0.check)]\n" }.joined()
  }
  func finish(_ summary: Summary) -> String { "\(summary.findings) findings in \(summary.drafts) drafts\n" }
}

struct JSONReport: Report {
  init(version: String) {}
  func start() -> String { "{" }
  func draft(_ report: DraftReport, isFirst: Bool) -> String { "\"\(report.path)\": \(report.findings.count)" }
  func finish(_ summary: Summary) -> String { "}\n" }
}

struct JSONLinesReport: Report {
  func start() -> String { "" }
  func draft(_ report: DraftReport, isFirst: Bool) -> String { "{\"path\": \"\(report.path)\"}\n" }
  func finish(_ summary: Summary) -> String { "" }
}

enum UnifiedDiff {
  static func make(path: String, old: [UInt8], new: [UInt8]) -> [UInt8] { old == new ? [] : Array("--- \(path)\n".utf8) }
}
