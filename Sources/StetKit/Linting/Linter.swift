import StetChecks
import StetFindings
import StetGlossary
import StetText

/// Runs checks over drafts. One linter serves any number of drafts and threads.
///
///     let linter = try Linter(glossaries: [glossary])
///     for finding in linter.lint(Draft(path: "a.md", text: "They met in Kiev.")) { print(finding.message) }
public struct Linter: Sendable {
  public let index: GlossaryIndex
  public let selection: CheckSelection
  private let checks: [any Check]
  private let draftChecks: [any DraftCheck]

  /// - Throws: When ICU fails to make the romanizations, for which only a broken installation is to blame.
  public init(glossaries: [Glossary], selection: CheckSelection = .all) throws {
    self.init(index: try GlossaryIndex(glossaries), selection: selection)
  }

  public init(index: GlossaryIndex, selection: CheckSelection = .all) {
    self.index = index
    self.selection = selection
    checks = Catalogue.all.filter { selection.contains($0.about.id) }.map { $0.init() }
    draftChecks = Catalogue.onDrafts.filter { selection.contains($0.about.id) }.map { $0.init() }
  }

  /// What stands in the draft's way, in the order of reports: each place once, suppressions heeded.
  public func lint(_ draft: Draft) -> [Finding] { judge(draft).findings }

  /// What stands in the draft's way, and what would if nobody had silenced it. Both in the order of reports.
  public func judge(_ draft: Draft) -> (findings: [Finding], setAside: [Finding]) {
    let context = Context(matches: index.matches(in: draft))
    let found = checks.flatMap { $0.findings(in: draft, context: context) }
    let settled = settled(found, specificity: { AllChecks.about($0)?.specificity ?? 0 })
    let suppressions = Suppressions(draft: draft)
    func heeded(_ findings: [Finding]) -> Suppressions.Outcome {
      suppressions.filter(findings, knownChecks: CheckSelection.all.ids, ranChecks: selection.ids)
    }
    var outcome = heeded(settled)
    // A verdict on the draft goes by what stands, and may be silenced itself.
    let verdicts = draftChecks.flatMap { $0.findings(in: draft, given: outcome.kept) }
    if !verdicts.isEmpty { outcome = heeded((settled + verdicts).sorted(by: Finding.precedes)) }
    let own = OwnChecks.findings(outcome).filter { selection.contains($0.check) }
    let findings = own.isEmpty ? outcome.kept : (outcome.kept + own).sorted(by: Finding.precedes)
    return (findings, outcome.suppressed.map { $0.finding.silenced(by: $0.by) }.sorted(by: Finding.precedes))
  }

  /// The names of a draft that are compared with those of other drafts; nil if nobody asked for that check.
  public func names(in draft: Draft) -> DraftNames? {
    guard selection.contains(DraftNames.check) else { return nil }
    return DraftNames(draft, index.matches(in: draft), path: draft.path)
  }
}
