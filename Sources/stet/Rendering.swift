import StetFindings
import StetKit
import StetReports

/// Writes each draft's part of the report.
struct Rendering: Sendable {
  private let format: any Report
  private let isText: Bool
  /// Whether a report has a finding that does not count.
  private let shows: @Sendable (Finding) -> Bool

  init(_ format: any Report, _ options: DraftOptions) {
    self.format = format
    isText = options.format == .text
    // Code hosts have their own words for what is silenced or known. Scripts get the reasons that people gave; what only the
    // baseline knows they must ask for, as people must for either.
    switch options.format {
    case _ where options.showSuppressed: shows = { _ in true }
    case .text: shows = { _ in false }
    case .json, .jsonl: shows = { $0.silence != nil }
    default: shows = { _ in true }
    }
  }

  /// A draft that is dealt with.
  struct Done: Sendable {
    let outcome: DraftOutcome
    let report: DraftReport
    let part: ReportPart

    var isWorthPrinting: Bool { !part.bytes.isEmpty || outcome.failure != nil }
  }

  /// A part of a draft that is dealt with.
  struct DonePart: Sendable {
    /// Without its text.
    let outcome: DraftOutcome
    let items: [PartItem]
  }

  /// The format, if it can print drafts part by part.
  var parted: (any PartedReport)? { format.parted }

  func done(part outcome: DraftOutcome, as parted: any PartedReport) -> DonePart {
    guard let draft = outcome.draft else { return DonePart(outcome: outcome, items: []) }
    var report = DraftReport(draft, findings: outcome.findings, setAside: outcome.setAside.filter(shows))
    report.origin = outcome.origin
    var outcome = outcome
    outcome.draft = nil
    return DonePart(outcome: outcome, items: parted.items(of: report))
  }

  /// The end of a draft whose parts are printed.
  func end(of source: DraftSource, _ draft: inout DraftInParts, failure: DraftFailure?) -> Done {
    var outcome = DraftOutcome(source)
    outcome.failure = failure
    let bytes = draft.end(failure: isText ? nil : failure?.reason)
    return Done(outcome: outcome, report: DraftReport(path: source.shown, failure: failure?.reason), part: ReportPart(bytes))
  }

  func done(_ outcome: DraftOutcome, isFirst: Bool) -> Done {
    let failure = outcome.failure?.reason
    var report = outcome.draft.map {
      DraftReport($0, findings: outcome.findings, setAside: outcome.setAside.filter(shows), failure: failure)
    } ?? DraftReport(path: outcome.source.shown, failure: failure ?? "")
    if case .file(let path) = outcome.source { report.pathBytes = path.bytes }
    // In a text report failures would stand among the findings; they are told on standard error.
    let isSilent = isText && outcome.failure != nil
    return Done(outcome: outcome, report: report, part: format.draft(isSilent ? report.withoutFailure : report, isFirst: isFirst))
  }
}

/// How often each check found something.
struct Statistics {
  private var counts: [String: Int] = [:]

  mutating func add(_ findings: [Finding]) {
    for finding in findings { counts[finding.check, default: 0] += 1 }
  }

  /// The most frequent first.
  var lines: [String] {
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let width = sorted.first.map { String($0.value).count } ?? 0
    return sorted.map { check, count in String(repeating: " ", count: width - String(count).count) + "\(count)  \(check)" }
  }
}
