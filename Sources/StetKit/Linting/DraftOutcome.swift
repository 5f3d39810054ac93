import StetFindings
import StetText

/// What became of one draft.
public struct DraftOutcome: Sendable {
  public let source: DraftSource
  /// As it stands after the work, that is what `findings` speak of; nil when it could not be read.
  public var draft: Draft?
  public var findings: [Finding] = []
  /// Findings that do not count, by place.
  public var setAside: [Finding] = []
  /// By what the findings are recognised in a baseline, in their order; made only where there is one.
  var keys: [FingerprintKey] = []
  /// The entries of the ignore list that silenced something here.
  var used: Set<IgnoreList.Entry> = []
  /// The lines that count, and whether there is a baseline.
  private var changed: ChangedSpans?
  private var hasBaseline = false
  public var failure: DraftFailure?
  /// What fixing changed, or would change.
  public var fix: Fixer.Outcome?
  /// Where it stands in its draft, if it is only a part of one.
  public var origin = DraftOrigin()

  /// Nothing is known yet.
  public init(_ source: DraftSource) { self.source = source }

  /// Adds what was learnt from other drafts, as far as it stands on lines that count.
  ///
  /// - Returns: Whether there is anything new.
  mutating func add(_ new: [Finding]) -> Bool {
    let new = new.filter { changed?.touches($0) ?? true }
    guard !new.isEmpty, let draft else { return false }
    findings = (findings + new).inOrder
    if hasBaseline { keys = fingerprintKeys(of: findings, in: draft) }
    return true
  }

  /// Takes over what was found, as far as it stands on lines that count.
  mutating func take(_ examined: LintOutcome, _ plan: DraftPlan, _ changed: ChangedSpans?) {
    findings = examined.findings
    setAside = examined.setAside
    self.changed = changed
    hasBaseline = plan.hasBaseline
    used = examined.used
    if plan.hasBaseline, let draft { keys = fingerprintKeys(of: findings, in: draft) }
    guard let changed else { return }
    let kept = findings.indices.filter { changed.touches(findings[$0]) }
    if plan.hasBaseline { keys = kept.map { keys[$0] } }
    findings = kept.map { findings[$0] }
    for i in findings.indices { findings[i].isOnChangedLine = true }
    setAside.removeAll { !changed.touches($0) }
  }
}

/// What is to be done with one draft.
public struct DraftPlan: Sendable {
  let linter: Linter
  /// The entries of the ignore list that speak of its path.
  var ignored: [IgnoreList.Entry] = []
  /// The lines that count; nil: all.
  var changed: ChangedLines?
  var hasBaseline = false
  /// What of glossaries and rules tells findings apart, for the cache.
  var identity = ""

  init(linter: Linter) { self.linter = linter }

  /// The names of a draft that are compared with those of other drafts.
  public func names(in draft: Draft) -> AcrossDrafts.Names? { linter.names(in: draft) }
}

/// What is done to each draft.
public struct DraftWork: Sendable {
  /// What is to become of the draft.
  public enum Task: Sendable {
    case lint
    /// Fixes are worked out, and written to the file if it is one.
    case fix(review: Bool)
    /// Fixes are worked out and not written.
    case preview(review: Bool)
  }

  let plan: @Sendable (DraftSource) -> DraftPlan?
  private let cache: FindingsCache?
  let reader: DraftReader
  let task: Task
  /// From which size on, and how, drafts are cut.
  let sizes: PartSizes

  public init(_ task: Task, _ linter: Linter, _ reader: DraftReader = DraftReader()) {
    self.init(task, reader) { _ in DraftPlan(linter: linter) }
  }

  /// - Parameters:
  ///   - cache: Where findings of unchanged drafts are kept; used for linting only.
  ///   - plan: What is to be done with each draft.
  public init(
    _ task: Task, _ reader: DraftReader = DraftReader(), cache: FindingsCache? = nil, _ sizes: PartSizes = PartSizes(),
    plan: @escaping @Sendable (DraftSource) -> DraftPlan?
  ) {
    self.task = task
    self.reader = reader
    self.cache = cache
    self.sizes = sizes
    self.plan = plan
  }

  /// Never throws: what goes wrong with a draft is told in its outcome.
  public func run(_ source: DraftSource) -> DraftOutcome {
    var outcome = DraftOutcome(source)
    guard let plan = plan(source) else {
      outcome.failure = DraftFailure(source, "it belongs to no run")
      return outcome
    }
    do throws(DraftFailure) {
      switch task {
      case .lint: try lint(source, plan, &outcome)
      case .fix(let review): try fix(reader.read(source), plan, review, isWritten: true, &outcome)
      case .preview(let review): try fix(reader.read(source), plan, review, isWritten: false, &outcome)
      }
    } catch {
      outcome.failure = error
    }
    return outcome
  }

  private func lint(_ source: DraftSource, _ plan: DraftPlan, _ outcome: inout DraftOutcome) throws(DraftFailure) {
    let (bytes, status) = try reader.bytes(of: source)
    let (draft, examined) = try examined(source, bytes, status, plan)
    outcome.draft = draft
    outcome.take(examined, plan, plan.changed?.spans(in: draft))
  }

  /// The draft that bytes make, and what is found in it.
  func examined(
    _ source: DraftSource, _ bytes: [UInt8], _ status: FileStatus?, _ plan: DraftPlan
  ) throws(DraftFailure) -> (Draft, LintOutcome) {
    let key = cache?.key(of: bytes, source, encoding: reader.encoding, plan)
    if let cache, let key, let known = cache.outcome(of: key) {
      // Nothing is shown of a draft without findings: it need not be read.
      let isShown = !known.findings.isEmpty || !known.setAside.isEmpty
      return (isShown ? try reader.draft(source, bytes: bytes, status: status).draft : Draft(path: source.shown, text: ""), known)
    }
    let draft = try reader.draft(source, bytes: bytes, status: status).draft
    let examined = plan.linter.examine(draft, ignoring: plan.ignored)
    if let cache, let key { cache.keep(examined, for: key) }
    return (draft, examined)
  }

  private func fix(
    _ read: ReadDraft, _ plan: DraftPlan, _ review: Bool, isWritten: Bool, _ outcome: inout DraftOutcome
  ) throws(DraftFailure) {
    outcome.draft = read.draft
    do throws(DraftFailure) {
      let fixed = try Fixer(plan, review: review).fix(read, by: reader)
      if isWritten, fixed.isChanged { try write(fixed, to: read) }
      outcome.draft = fixed.after
      outcome.fix = fixed
      outcome.take(fixed.examined, plan, fixed.changed)
    } catch {
      // The draft is as it was, and so are its faults.
      outcome.take(plan.linter.examine(read.draft, ignoring: plan.ignored), plan, plan.changed?.spans(in: read.draft))
      throw error
    }
  }

  private func write(_ fixed: Fixer.Outcome, to read: ReadDraft) throws(DraftFailure) {
    guard case .file(let path) = read.source, let status = read.status else { return }
    do throws(FileError) {
      try Files.replace(path, with: fixed.bytes, expected: status)
    } catch {
      throw DraftFailure(read.source, error)
    }
  }
}
