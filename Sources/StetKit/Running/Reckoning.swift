import StetFindings
import StetText

/// Settles what the drafts of a run say only together: which findings the baseline knows, which entries of an ignore list
/// silenced nothing. Outcomes go in in the order of reports and come out in it, as soon as they are settled.
public struct Reckoning {
  private struct Waiting {
    var outcome: DraftOutcome
    /// Findings, by index, that are not old for sure.
    var pending: [Int]
  }

  private let plan: RunPlan
  private let scope: RunScope
  private var queue: [Waiting] = []
  private var ledgers: [Path: Ledger] = [:]
  private var used: [IgnoreList.Entry] = []
  private var isComplete = true

  public init(_ plan: RunPlan, _ scope: RunScope) {
    self.plan = plan
    self.scope = scope
    if !plan.baselines.isEmpty { ledgers = plan.baselines.mapValues { Ledger($0) } }
  }

  /// Nothing has to wait for anything.
  public var isIdle: Bool { plan.baselines.isEmpty && plan.ignoreLists.isEmpty }

  /// - Returns: The outcomes whose turn it is.
  public mutating func add(_ outcome: DraftOutcome) -> [DraftOutcome] {
    if isIdle { return [outcome] }
    used += outcome.used
    if outcome.failure != nil { isComplete = false }
    queue.append(waiting(outcome))
    // An ignore list is itself reported on, before what comes after it in the alphabet.
    return plan.ignoreLists.isEmpty ? released() : []
  }

  /// The rest, when there are no more.
  public mutating func finish() -> [DraftOutcome] {
    for path in ledgers.keys.sorted() { settle(path) }
    var outcomes = released()
    for file in plan.ignoreLists.values {
      let ran = plan.drafts.reduce(into: Set<String>()) { $0.formUnion(plan.plan(of: $1)?.linter.selection.ids ?? []) }
      let findings = file.findings(used: Set(used), ran: ran, isComplete: isComplete && scope.coversAll(of: file.folder))
      guard !findings.isEmpty else { continue }
      var outcome = DraftOutcome(.file(file.path.shownFromHere))
      outcome.draft = file.draft
      outcome.findings = findings
      outcomes.append(outcome)
    }
    // Stable, since no path comes twice.
    return plan.ignoreLists.isEmpty ? outcomes : outcomes.sorted { $0.source.sortKey.lexicographicallyPrecedes($1.source.sortKey) }
  }

  /// A sentence on each baseline.
  public var summaries: [String] { ledgers.keys.sorted().compactMap { ledgers[$0]?.summary(scope) } }

  /// Writes the baseline that was asked for, unless a draft could not be read: its findings would be lost.
  ///
  /// - Returns: A sentence on it.
  public func writeBaseline() throws(FileError) -> String? {
    guard let path = plan.writtenBaseline, let ledger = ledgers[path] ?? plan.writtenBaseline.map({ Ledger(BaselineFile($0, Baseline([]))) }) else {
      return nil
    }
    if !isComplete { throw FileError("write", path, reason: "some drafts could not be read, and their findings would be lost") }
    let (text, sentence) = ledger.written()
    try Files.write(Array(text.utf8), to: path)
    return sentence
  }

  private mutating func waiting(_ outcome: DraftOutcome) -> Waiting {
    guard let path = plan.baselineOf[outcome.source], var ledger = ledgers.removeValue(forKey: path) else {
      return Waiting(outcome: outcome, pending: [])
    }
    var outcome = outcome
    let isOld = ledger.take(outcome)
    ledgers[path] = ledger
    var pending = isOld.indices.filter { !isOld[$0] }
    // What is written down is known from now on.
    if plan.writtenBaseline != nil { pending = [] }
    let aside = isOld.indices.filter { plan.writtenBaseline != nil || isOld[$0] }
    pending = outcome.setAside(aside, keeping: pending)
    if outcome.findings.isEmpty, !queue.isEmpty, outcome.failure == nil, outcome.setAside.isEmpty {
      outcome.draft = Draft(path: outcome.source.shown, text: "")  // Nothing is shown of it, and many may have to wait.
    }
    return Waiting(outcome: outcome, pending: pending)
  }

  /// Decides on what is pending of one baseline.
  private mutating func settle(_ path: Path) {
    guard var ledger = ledgers.removeValue(forKey: path) else { return }
    let waiting = queue.indices.filter { plan.baselineOf[queue[$0].outcome.source] == path }
    let isOld = ledger.settle()
    ledgers[path] = ledger
    if plan.writtenBaseline != nil { return }
    var next = 0
    for index in waiting {
      let pending = queue[index].pending
      let old = pending.indices.filter { isOld[next + $0] }.map { pending[$0] }
      next += pending.count
      _ = queue[index].outcome.setAside(old, keeping: [])
      queue[index].pending = []
    }
  }

  private mutating func released() -> [DraftOutcome] {
    let ready = queue.prefix { $0.pending.isEmpty }.map { waiting in
      var outcome = waiting.outcome
      if plan.baselineOf[outcome.source] != nil {
        for index in outcome.findings.indices { outcome.findings[index].baseline = .new }
      }
      return outcome
    }
    queue.removeFirst(ready.count)
    return ready
  }
}

extension DraftOutcome {
  /// Sets findings aside that a baseline knows.
  ///
  /// - Returns: Where those are now that are to be kept in mind.
  fileprivate mutating func setAside(_ old: [Int], keeping: [Int]) -> [Int] {
    guard !old.isEmpty else { return keeping }
    let gone = Set(old)
    for index in old { findings[index].baseline = .unchanged }
    setAside = (setAside + old.map { findings[$0] }).sorted(by: Finding.precedes)
    let places = findings.indices.filter { !gone.contains($0) }
    let moved = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($0.element, $0.offset) })
    findings = places.map { findings[$0] }
    keys = places.map { keys[$0] }
    return keeping.compactMap { moved[$0] }
  }
}
