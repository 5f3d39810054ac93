import StetChecks
import StetFindings
import StetText

extension DraftPart {
  /// What begins in the part's own bytes; what begins before or after is told by its neighbours.
  func own(_ examined: LintOutcome) -> LintOutcome {
    func isOwn(_ finding: Finding) -> Bool { own.contains(finding.span.start + read.lowerBound) || isAtEnd(finding.span) }
    var outcome = examined
    outcome.findings = examined.findings.filter(isOwn).map(explained)
    outcome.setAside = examined.setAside.filter(isOwn)
    return outcome
  }

  /// "The text breaks off": that may begin where the draft ends.
  private func isAtEnd(_ span: Span) -> Bool { isLast && span.start + read.lowerBound == own.upperBound }

  /// A note on the whole draft says of which lines it speaks.
  private func explained(_ finding: Finding) -> Finding {
    guard finding.isOnWholeDraft else { return finding }
    var finding = finding
    let scope =
      "the draft is too long to be compared as a whole; this is told once, of lines "
      + "\(lines.lowerBound + 1) to \(lines.upperBound)"
    finding.why = finding.why.map { $0 + "; " + scope } ?? scope
    return finding
  }
}

extension Finding {
  /// It tells how a draft agrees with itself, or what it is worth as a whole.
  fileprivate var isOnWholeDraft: Bool {
    guard concernsWholeDraft, let group = AllChecks.about(check)?.group else { return false }
    return group == .consistency || group == .draft
  }
}

/// Lets notes on a draft as a whole through once: they are made of each part of it.
public struct NotesOnce: Sendable {
  private var told: Set<String> = []

  public init() {}

  /// Whether a finding is to be told. Findings must come in the order of the report.
  public mutating func admits(_ finding: Finding) -> Bool { !finding.isOnWholeDraft || told.insert(finding.check).inserted }
}
