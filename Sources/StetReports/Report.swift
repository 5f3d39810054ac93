import StetFindings
import StetText

/// What there is to report on one draft.
public struct DraftReport: Sendable {
  /// As it is shown: UTF-8, relative where the user named it so.
  public let path: String
  /// The path's bytes, for formats that make addresses of it.
  public var pathBytes: [UInt8]
  /// Nil if the draft could not be read; then there is a failure.
  public let draft: Draft?
  /// Where `draft` stands in the whole, if it is only a part of one.
  public var origin = DraftOrigin()
  /// Those that count. By span, then by check.
  public let findings: [Finding]
  /// Those that do not, each with its `silence` or its `baseline`, for formats that tell. In the same order.
  public let setAside: [Finding]
  /// What a baseline has and the draft no longer does.
  public var absent: [AbsentFinding] = []
  /// Why the draft was not checked.
  public private(set) var failure: String?

  public init(_ draft: Draft, findings: [Finding], setAside: [Finding] = [], failure: String? = nil) {
    path = draft.path
    pathBytes = Array(draft.path.utf8)
    self.draft = draft
    self.findings = findings.inOrder
    self.setAside = setAside.inOrder
    self.failure = failure
  }

  /// Of a draft that is not at hand.
  public init(path: String, failure: String?) {
    self.path = path
    pathBytes = Array(path.utf8)
    draft = nil
    findings = []
    setAside = []
    self.failure = failure
  }

  /// The same for a format that tells of failures elsewhere.
  public var withoutFailure: DraftReport {
    var report = self
    report.failure = nil
    return report
  }

  /// A fingerprint for each of `findings`, then for each of `setAside`.
  var fingerprints: [String] { fingerprintNumbers.map(\.text) }

  /// The same, not yet as text.
  var fingerprintNumbers: [FingerprintNumber] {
    draft.map { StetFindings.fingerprintNumbers(of: setAside.isEmpty ? findings : findings + setAside, in: $0) } ?? []
  }
}

/// What went wrong outside any draft: a folder without drafts, a glossary with an error in it.
public struct RunFailure: Hashable, Sendable {
  /// The file or folder, as shown; nil if there is none to name.
  public let path: String?
  /// 1-based; nil when all of the file is meant.
  public let position: Position?
  /// One line.
  public let message: String
  /// "glossary-fault" or "configuration-fault"; nil if it is no fault in a file.
  public let check: String?

  public init(_ message: String, path: String? = nil, position: Position? = nil, check: String? = nil) {
    self.path = path
    self.position = position
    self.message = message
    self.check = check
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
    add(report.findings)
  }

  /// Findings of a draft that is counted otherwise.
  mutating func add(_ findings: [Finding]) {
    for finding in findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
      if finding.safety == .safe { fixable += 1 }
    }
  }

  public var findings: Int { errors + warnings + notes }

  func count(_ severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .note: notes
    }
  }

  /// “3 errors, 1 note”, or “no findings”.
  var sentence: String {
    let counts = [Severity.error, .warning, .note].map { plural(count($0), $0.rawValue) }.filter { !$0.hasPrefix("0 ") }
    return counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
  }
}

/// “1 draft”, “2 drafts”.
func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Findings in one output format. The parts are printed one after the other: the start, each draft as soon as it and all
/// before it are done, the end. A format that must know all drafts before it prints the first keeps parts back.
public protocol Report: Sendable {
  func start() -> String
  func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart
  func finish(_ end: ReportEnd) -> String
  /// What GitHub shows on the page of the run, as Markdown; nil for all formats but one.
  func stepSummary(_ end: ReportEnd) -> String?
  /// The format, if it can print drafts part by part. Asking for it is quicker than finding it out.
  var parted: (any PartedReport)? { get }
}

/// What a format makes of one draft.
public struct ReportPart: Sendable {
  /// Printed in its turn.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
  /// The same as UTF-8.
  public let bytes: [UInt8]
  /// Kept for the end.
  let held: Held?

  init(_ text: String) { self.init(Array(text.utf8)) }
  public init(_ bytes: [UInt8]) { (self.bytes, held) = (bytes, nil) }
  init(held: Held) { (bytes, self.held) = ([], held) }
}

/// A draft's part of a report that is put together at the end.
struct Held: Sendable {
  /// One finding, written already.
  struct Item: Sendable {
    let finding: Finding
    let text: String
    /// The same in a second form, where a format has one.
    var detail = ""
  }

  let path: String
  /// An address within a page.
  var id = ""
  var failure: String?
  /// What frames the items.
  var text = ""
  var items: [Item] = []
  /// SARIF's results that only a baseline has.
  var absent: [String] = []
  /// JUnit's counts.
  var cases = 0
  var skipped = 0
}

/// All that is known when every draft has been reported on.
public struct ReportEnd: Sendable {
  public private(set) var summary = Summary()
  public private(set) var failures: [RunFailure] = []
  private(set) var held: [Held] = []

  public init() {}

  /// Takes note of a draft and of what was made of it, in the order of drafts.
  public mutating func add(_ report: DraftReport, _ part: ReportPart) {
    summary.add(report)
    if let part = part.held { held.append(part) }
  }

  /// Takes note of findings of a draft that is printed part by part. The draft itself is added when it is done, without any.
  public mutating func add(_ findings: [Finding]) { summary.add(findings) }

  public mutating func add(_ failure: RunFailure) { failures.append(failure) }

  /// Whether everything was done that was asked for.
  var isSuccess: Bool { failures.isEmpty && summary.failures == 0 }
}

extension Report {
  public func start() -> String { "" }
  public func stepSummary(_ end: ReportEnd) -> String? { nil }
  public var parted: (any PartedReport)? { nil }

  /// The whole report at once.
  public func whole(_ reports: [DraftReport], failures: [RunFailure] = []) -> String {
    var end = ReportEnd()
    failures.forEach { end.add($0) }
    var result = start()
    for (index, report) in reports.enumerated() {
      let part = draft(report, isFirst: index == 0)
      end.add(report, part)
      result += part.text
    }
    return result + finish(end)
  }
}
