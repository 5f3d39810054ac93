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
  public let rules: LintRules
  public var selection: CheckSelection { rules.selection }
  private let checks: [any Check]
  private let draftChecks: [any DraftCheck]
  /// Whether no check runs but those that tell of names alone.
  private let isNamesOnly: Bool

  /// - Throws: When ICU fails to make the romanizations, for which only a broken installation is to blame.
  public init(glossaries: [Glossary], selection: CheckSelection = .all) throws {
    self.init(index: try GlossaryIndex(glossaries), selection: selection)
  }

  public init(index: GlossaryIndex, selection: CheckSelection = .all) { self.init(index: index, rules: LintRules(selection: selection)) }

  public init(index: GlossaryIndex, rules: LintRules) {
    self.index = index
    self.rules = rules
    let selection = rules.selection
    checks = Catalogue.all.filter { selection.contains($0.about.id) }.map { $0.init() }
    isNamesOnly = checks.allSatisfy { Catalogue.onNames.contains(type(of: $0).about.id) }
    draftChecks = Catalogue.onDrafts.filter { selection.contains($0.about.id) }.map { $0.init() }
  }

  /// What stands in the draft's way, in the order of reports: each place once, suppressions heeded.
  public func lint(_ draft: Draft) -> [Finding] { examine(draft).findings }

  /// The same, and what was set aside.
  ///
  /// - Parameter ignored: The entries of an ignore list that speak of this draft's path.
  public func examine(_ draft: Draft, ignoring ignored: [IgnoreList.Entry] = []) -> LintOutcome {
    var matches = index.matches(in: draft, isNamesOnly: isNamesOnly)
    matches.quotes = rules.quotes
    let context = Context(draft: draft, matches: matches, style: rules.style)
    var found: [Finding] = []
    for check in checks {
      let more = check.findings(in: draft, context: context)
      if found.isEmpty { found = more } else { found += more }
    }
    let settled = settled(found, specificity: { AllChecks.about($0)?.specificity ?? 0 })
    let sieve = Sieve(draft, ignored, rules)
    var outcome = sieve.sifted(settled)
    // A verdict on the draft goes by what stands, and may be silenced itself.
    let verdicts = draftChecks.flatMap { $0.findings(in: draft, given: outcome.findings) }
    if !verdicts.isEmpty { outcome = sieve.sifted((settled + verdicts).inOrder) }
    if !outcome.own.isEmpty { outcome.findings = (outcome.findings + outcome.own).inOrder }
    if !rules.severities.isEmpty { outcome.findings = outcome.findings.map(rules.applied) }
    return outcome
  }

  /// The names of a draft that are compared with those of other drafts; nil if nobody asked for that check.
  public func names(in draft: Draft) -> DraftNames? {
    guard selection.contains(DraftNames.check) else { return nil }
    return DraftNames(draft, index.matches(in: draft), path: draft.path)
  }
}

/// What linting one draft comes to.
public struct LintOutcome: Sendable {
  /// What counts, in the order of reports.
  public internal(set) var findings: [Finding] = []
  /// What somebody has silenced.
  public internal(set) var setAside: [Finding] = []
  /// The entries of the ignore list that silenced something.
  public internal(set) var used: Set<IgnoreList.Entry> = []
  /// What the suppressions themselves have to answer for.
  fileprivate var own: [Finding] = []
}

/// Separates what counts from what suppressions and the ignore list set aside.
private struct Sieve {
  private let draft: Draft
  private let suppressions: Suppressions
  private let ignored: [IgnoreList.Entry]
  private let rules: LintRules

  init(_ draft: Draft, _ ignored: [IgnoreList.Entry], _ rules: LintRules) {
    self.draft = draft
    self.ignored = ignored
    self.rules = rules
    suppressions = Suppressions(draft: draft)
  }

  func sifted(_ findings: [Finding]) -> LintOutcome {
    let heeded = suppressions.filter(findings, knownChecks: CheckSelection.all.ids, ranChecks: rules.selection.ids)
    var outcome = LintOutcome()
    outcome.own = OwnChecks.findings(heeded).filter { rules.selection.contains($0.check) }
    outcome.setAside = heeded.suppressed.map { rules.applied(to: $0.finding.silenced(by: $0.by)) }
    if ignored.isEmpty { outcome.findings = heeded.kept } else { ignore(heeded.kept, among: findings, &outcome) }
    outcome.setAside.sort(by: Finding.precedes)
    return outcome
  }

  /// Separates what the ignore list covers.
  private func ignore(_ kept: [Finding], among all: [Finding], _ outcome: inout LintOutcome) {
    for (finding, entry) in zip(kept, ignored.covering(kept, among: all, in: draft)) {
      guard let entry else {
        outcome.findings.append(finding)
        continue
      }
      var silenced = rules.applied(to: finding)
      silenced.silence = Silence(.external, reason: ignored[entry].reason)
      outcome.setAside.append(silenced)
      outcome.used.insert(ignored[entry])
    }
  }
}
