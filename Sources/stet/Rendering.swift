import StetFindings
import StetKit
import StetReports

/// Writes each draft's part of the report.
struct Rendering: Sendable {
  private let format: any Report
  private let isText: Bool
  private let showsSilenced: Bool

  init(_ format: any Report, isText: Bool, showsSilenced: Bool) {
    self.format = format
    self.isText = isText
    self.showsSilenced = showsSilenced
  }

  /// A draft that is dealt with.
  struct Done: Sendable {
    let outcome: DraftOutcome
    let report: DraftReport
    let text: String

    var isWorthPrinting: Bool { !text.isEmpty || outcome.failure != nil }
  }

  func done(_ outcome: DraftOutcome, isFirst: Bool) -> Done {
    let failure = outcome.failure?.reason
    func report(failure: String?) -> DraftReport? {
      outcome.draft.map {
        DraftReport($0, findings: outcome.findings, setAside: showsSilenced ? outcome.setAside : [], failure: failure)
      }
    }
    let whole = report(failure: failure) ?? DraftReport(path: outcome.source.shown, failure: failure ?? "")
    // In a text report failures would stand among the findings; they are told on standard error.
    let printed = isText ? report(failure: nil) : whole
    return Done(outcome: outcome, report: whole, text: printed.map { format.draft($0, isFirst: isFirst) } ?? "")
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
