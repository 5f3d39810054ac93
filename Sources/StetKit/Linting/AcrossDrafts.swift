import StetChecks
import StetFindings
import StetText

/// What is found by comparing the drafts of a run, in the order of the report: `stet lint --across`.
public struct AcrossDrafts: Sendable {
  /// What a draft's worker gathers for it.
  public typealias Names = DraftNames

  private var names = NamesAcross()

  public init() {}

  /// Adds to a draft's findings what it disagrees on with the drafts before it.
  ///
  /// - Parameter names: What the draft's worker gathered.
  /// - Returns: Whether there is anything new.
  public mutating func add(_ names: DraftNames?, to outcome: inout DraftOutcome) -> Bool {
    guard let names, let draft = outcome.draft, let finding = self.names.add(names) else { return false }
    let heeded = Suppressions(draft: draft).filter([finding], knownChecks: CheckSelection.all.ids, ranChecks: [finding.check])
    guard !heeded.kept.isEmpty else { return false }
    return outcome.add(heeded.kept)
  }
}
