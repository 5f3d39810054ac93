import StetFindings
import StetText

/// What there is to report on one draft.
public struct DraftReport: Sendable {
  /// As it is shown: UTF-8, relative where the user named it so.
  public let path: String
  /// Nil if the draft could not be read; then there is a failure.
  public let draft: Draft?
  /// Those that count. By span, then by check.
  public let findings: [Finding]
  /// Those that do not, each with its `silence` or its `baseline`, for formats that tell. In the same order.
  public let setAside: [Finding]
  /// Why the draft was not checked.
  public let failure: String?

  public init(_ draft: Draft, findings: [Finding], setAside: [Finding] = [], failure: String? = nil) {
    path = draft.path
    self.draft = draft
    self.findings = findings.sorted(by: Finding.precedes)
    self.setAside = setAside.sorted(by: Finding.precedes)
    self.failure = failure
  }

  public init(path: String, failure: String) {
    self.path = path
    draft = nil
    findings = []
    setAside = []
    self.failure = failure
  }

  /// A fingerprint for each of `findings`, then for each of `setAside`.
  var fingerprints: [String] {
    draft.map { StetFindings.fingerprints(of: findings + setAside, in: $0) } ?? []
  }
}

/// The counts of a run.
public struct Summary: Hashable, Sendable {
  /// Every draft reported on, those that failed included.
  public private(set) var drafts = 0
  public private(set) var failures = 0
  public private(set) var errors = 0
  public private(set) var warnings = 0
  public private(set) var notes = 0
  /// Findings with a safe fix.
  public private(set) var fixable = 0

  public init() {}

  public mutating func add(_ report: DraftReport) {
    drafts += 1
    if report.failure != nil { failures += 1 }
    for finding in report.findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
      if finding.fix?.safety == .safe { fixable += 1 }
    }
  }

  public var findings: Int { errors + warnings + notes }
}

/// Findings in one output format. The parts are printed one after the other: the start, each draft as soon as it and all
/// before it are done, the end.
public protocol Report: Sendable {
  func start() -> String
  func draft(_ report: DraftReport, isFirst: Bool) -> String
  func finish(_ summary: Summary) -> String
}

extension Report {
  /// The whole report at once.
  public func whole(_ reports: [DraftReport]) -> String {
    var summary = Summary()
    var result = start()
    for (index, report) in reports.enumerated() {
      summary.add(report)
      result += draft(report, isFirst: index == 0)
    }
    return result + finish(summary)
  }
}
