import StetFindings
import StetText

/// Applies fixes to drafts, as often as fixing brings forth something to fix.
public struct Fixer: Sendable {
  /// A draft before and after.
  public struct Outcome: Sendable {
    public let before: Draft
    public let after: Draft
    /// The draft's new bytes, in its own encoding.
    public let bytes: [UInt8]
    /// How many findings were put right.
    public let fixed: Int
    /// What is left of the lines that count.
    public let findings: [Finding]
    /// What is left, with what was set aside.
    let examined: LintOutcome
    /// The lines that count, as spans of the draft as it is now; nil: all.
    let changed: ChangedSpans?

    public var isChanged: Bool { before.text != after.text }
  }

  private let plan: DraftPlan
  private let safeties: Set<Fix.Safety>

  /// - Parameter review: Also apply the fixes that are marked for review.
  public init(_ linter: Linter, review: Bool = false) { self.init(DraftPlan(linter: linter), review: review) }

  init(_ plan: DraftPlan, review: Bool) {
    self.plan = plan
    safeties = review ? [.safe, .review] : [.safe]
  }

  /// Fixing the result again changes nothing.
  ///
  /// - Throws: A failure when the encoding is a guess and there is something to fix, when a replacement cannot be written
  ///   in it, or when the fixes never settle.
  public func fix(_ draft: ReadDraft, by reader: DraftReader) throws(DraftFailure) -> Outcome {
    var current = draft
    var fixed = 0
    var changed = plan.changed?.spans(in: draft.draft)
    for _ in 0..<Fixer.mostRounds {
      let examined = self.plan.linter.examine(current.draft, ignoring: self.plan.ignored)
      let findings = examined.findings.filter { changed?.touches($0) ?? true }
      let plan = FixPlan(findings: findings, in: current.draft, including: safeties)
      let bytes = try apply(plan, to: current)
      if plan.edits.isEmpty || bytes == current.bytes {
        return Outcome(
          before: draft.draft, after: current.draft, bytes: current.bytes, fixed: fixed, findings: findings, examined: examined,
          changed: changed)
      }
      fixed += plan.applied.count
      changed = changed?.shifted(by: plan.edits)
      current = try reader.draft(draft.source, bytes: bytes, status: draft.status)
    }
    throw DraftFailure(draft.source, "its fixes undo one another (\(Fixer.mostRounds) rounds); nothing was changed")
  }

  /// A fix may uncover another fault, rarely a third. More rounds mean two checks that contradict each other.
  private static let mostRounds = 20

  private func apply(_ plan: FixPlan, to draft: ReadDraft) throws(DraftFailure) -> [UInt8] {
    if plan.edits.isEmpty { return draft.bytes }
    let encoding = draft.draft.encoding
    guard encoding.isCertain else {
      throw DraftFailure(draft.source, "not fixed, since \(encoding.name) is a guess: name the encoding with --encoding")
    }
    let edits = plan.edits.map { (span: $0.span, replacement: Array($0.replacement.utf8)) }
    do throws(DraftError) {
      return try encoding.applying(edits: edits, toUTF8Form: draft.draft.text, original: draft.bytes)
    } catch {
      throw DraftFailure(draft.source, String(describing: error))
    }
  }
}
