import StetFindings

/// How the command ends. The contract gives each code one meaning.
public enum RunStatus: Int32, Sendable {
  case clean = 0
  /// Findings remain that are bad enough.
  case findings = 1
  /// Stet could not do what was asked.
  case failure = 2
}

/// The lowest severity that fails a run.
public enum FailOn: String, Sendable, CaseIterable {
  case error, warning, note, never

  public func isMet(by finding: Finding) -> Bool {
    Severity(rawValue: rawValue).map { finding.severity >= $0 } ?? false
  }
}

/// What a run over drafts comes to.
public struct RunResult: Sendable {
  private let failOn: FailOn
  private let exitZero: Bool
  private var hasFindings = false
  private var hasFailed = false

  /// - Parameter exitZero: Findings do not count; failures do.
  public init(failOn: FailOn = .error, exitZero: Bool = false) {
    self.failOn = failOn
    self.exitZero = exitZero
  }

  /// - Parameter failOn: What counts in this draft, if its folder has a setting of its own.
  public mutating func add(_ outcome: DraftOutcome, failOn: FailOn? = nil) {
    if outcome.failure != nil { hasFailed = true }
    add(outcome.findings, failOn: failOn)
  }

  /// Findings of a part of a draft.
  public mutating func add(_ findings: [Finding], failOn: FailOn? = nil) {
    if findings.contains(where: (failOn ?? self.failOn).isMet) { hasFindings = true }
  }

  /// Something that counts like a finding: a difference that was printed.
  public mutating func addDifference() { hasFindings = true }
  public mutating func addFailure() { hasFailed = true }

  public var status: RunStatus { hasFailed ? .failure : hasFindings && !exitZero ? .findings : .clean }
}
