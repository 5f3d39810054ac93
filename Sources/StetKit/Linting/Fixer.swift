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
    /// What is left.
    public let findings: [Finding]
    /// What is silenced.
    public let setAside: [Finding]

    public var isChanged: Bool { before.text != after.text }
  }

  private let linter: Linter
  private let safeties: Set<Fix.Safety>

  /// - Parameter review: Also apply the fixes that are marked for review.
  public init(_ linter: Linter, review: Bool = false) {
    self.linter = linter
    safeties = review ? [.safe, .review] : [.safe]
  }

  /// Fixing the result again changes nothing.
  ///
  /// - Throws: A failure when the encoding is a guess and there is something to fix, when a replacement cannot be written
  ///   in it, or when the fixes never settle.
  public func fix(_ draft: ReadDraft, by reader: DraftReader) throws(DraftFailure) -> Outcome {
    var current = draft
    var fixed = 0
    for _ in 0..<Fixer.mostRounds {
      let (findings, setAside) = linter.judge(current.draft)
      let plan = FixPlan(findings: findings, in: current.draft, including: safeties)
      let bytes = try apply(plan, to: current)
      if plan.edits.isEmpty || bytes == current.bytes {
        return Outcome(
          before: draft.draft, after: current.draft, bytes: current.bytes, fixed: fixed, findings: findings, setAside: setAside)
      }
      fixed += plan.applied.count
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
