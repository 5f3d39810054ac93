import StetChecks
import StetFindings
import StetGlossary

/// What is to be done with each draft of a run, worked out before the first is read: everything that is wrong with
/// configurations, glossaries, lists and baselines is told at once, and ends the run before it begins.
public struct RunPlan: Sendable {
  /// What a run was told, besides which drafts.
  public struct Order: Sendable {
    /// The revision to compare with; nil: every line counts.
    public var since: String?
    public var writtenBaseline: Path?
    /// Where compiled glossaries are kept; nil: nowhere.
    public var indexCache: IndexCache?

    public init() {}
  }

  /// In the order of reports.
  public private(set) var drafts: [DraftSource] = []
  /// What is wrong with files that Stet goes by. Errors end the run.
  public private(set) var faults: [Fault] = []
  public private(set) var failures: [String] = []
  /// What the user should know: what was compared.
  public private(set) var notes: [String] = []

  private(set) var ignoreLists: [Path: IgnoreListFile] = [:]
  private(set) var baselines: [Path: BaselineFile] = [:]
  private(set) var baselineOf: [DraftSource: Path] = [:]
  let writtenBaseline: Path?
  private var plans: [DraftSource: DraftPlan] = [:]
  private var failOn: [DraftSource: FailOn] = [:]
  private var workshop: Workshop
  /// Files that could not be read, each told once.
  private var missing: Set<Path> = []

  public var isUsable: Bool { failures.isEmpty && !faults.contains { $0.severity == .error } }

  /// - Parameters:
  ///   - loader: Where glossaries of the command line are looked up.
  public init(_ drafts: [DraftSource], _ configurations: Configurations, _ order: Order = Order()) {
    writtenBaseline = order.writtenBaseline
    workshop = Workshop(order.indexCache)
    var changes = order.since.map { Changes(since: $0) }
    do throws(Changes.Failure) {
      try changes?.look(in: .current)
      // What is the same for all drafts need not be found out for each.
      let common = drafts.isEmpty || changes != nil ? nil : configurations.common
      let plan = common.flatMap { workshop.linter($0) }
      for draft in drafts { try add(draft, common ?? configurations.settings(for: draft), plan, &changes) }
    } catch {
      failures.append(error.description)
    }
    if drafts.isEmpty { _ = workshop.linter(configurations.settings(for: .file(Path("draft.txt")))) }
    faults += configurations.faults + ignoreLists.values.sorted { $0.shown < $1.shown }.flatMap(\.faults)
    faults = faults.map { $0.reported(as: OwnChecks.configurationFault.id) }
    faults += workshop.faults.map { $0.reported(as: OwnChecks.glossaryFault.id) }
    failures += configurations.failures + workshop.failures
    notes = (changes?.comparisons ?? []) + workshop.notes
  }

  public func plan(of draft: DraftSource) -> DraftPlan? { plans[draft] }
  /// What makes the exit code 1 in a draft's folder.
  public func failOn(in draft: DraftSource) -> FailOn { failOn[draft] ?? .error }

  /// - Parameter known: What its settings come to, if somebody knows.
  private mutating func add(
    _ draft: DraftSource, _ settings: Settings, _ known: DraftPlan?, _ changes: inout Changes?
  ) throws(Changes.Failure) {
    var lines: ChangedLines?
    if changes != nil, case .file(let path) = draft {
      lines = try changes?.lines(of: path)
      if lines == nil { return }
    }
    let ignored = settings.ignoreList.value.map { ignoreList($0).entries(for: draft) }
    let baseline = writtenBaseline ?? settings.baseline.value
    if let baseline { load(baseline: baseline) }
    guard var plan = known ?? workshop.linter(settings) else { return }
    plan.changed = lines
    plan.ignored = ignored ?? []
    plan.hasBaseline = baseline != nil
    baselineOf[draft] = baseline
    drafts.append(draft)
    plans[draft] = plan
    failOn[draft] = settings.failOn.value
  }

  private mutating func ignoreList(_ path: Path) -> IgnoreListFile {
    if let known = ignoreLists[path] { return known }
    if missing.contains(path) { return IgnoreListFile.none }
    do throws(FileError) {
      let list = try IgnoreListFile(path)
      ignoreLists[path] = list
      return list
    } catch {
      if missing.insert(path).inserted { failures.append("\(error)") }
      return IgnoreListFile.none
    }
  }

  private mutating func load(baseline path: Path) {
    guard baselines[path] == nil, !missing.contains(path) else { return }
    // The one that is to be written need not be there yet.
    if path == writtenBaseline, Files.status(of: path) == nil {
      baselines[path] = BaselineFile(path, Baseline([]))
      return
    }
    do throws(FileError) {
      let text = String(decoding: try Files.read(path.shownFromHere).bytes, as: UTF8.self)
      do throws(Baseline.Fault) {
        baselines[path] = BaselineFile(path, try Baseline.read(text))
      } catch {
        baselines[path] = BaselineFile(path, Baseline([]))
        faults.append(
          Fault(.error, path: path.shownFromHere.display, line: error.line, column: 1, message: error.message, hint: error.hint))
      }
    } catch {
      missing.insert(path)
      failures.append("\(error)" + (error.isAbsence ? "; ‘stet lint --write-baseline \(path.shownFromHere)’ makes a baseline" : ""))
    }
  }
}

extension Fault {
  func reported(as check: String) -> Fault {
    var fault = self
    fault.check = check
    return fault
  }
}

/// Makes linters, each once.
private struct Workshop: Sendable {
  private struct Key: Hashable {
    let glossaries: [GlossaryReference]
    let rules: LintRules
  }

  private var loaded: [(references: [GlossaryReference], index: GlossaryIndex?, digest: String)] = []
  private var plans: [Key: DraftPlan] = [:]
  private(set) var faults: [Fault] = []
  private(set) var failures: [String] = []
  private(set) var notes: [String] = []
  private let loader: IndexLoader

  init(_ cache: IndexCache?) { loader = IndexLoader(cache: cache) }

  /// Nil, and something among the failures, where the glossaries cannot be used.
  mutating func linter(_ settings: Settings) -> DraftPlan? {
    let key = Key(glossaries: settings.glossaries.value, rules: settings.rules)
    if let known = plans[key] { return known }
    let (index, digest) = index(key.glossaries)
    guard let index else { return nil }
    var plan = DraftPlan(linter: Linter(index: index, rules: key.rules))
    plan.identity = digest + key.rules.identity
    plans[key] = plan
    return plan
  }

  private mutating func index(_ references: [GlossaryReference]) -> (GlossaryIndex?, String) {
    if let known = loaded.first(where: { $0.references == references }) { return (known.index, known.digest) }
    var found: (index: GlossaryIndex?, digest: String) = (nil, "")
    do {
      let made = try loader.load(references)
      // A glossary may have thousands, and most runs load but once.
      faults += faults.isEmpty ? made.faults : made.faults.filter { !faults.contains($0) }
      for failure in made.failures where !failures.contains(failure) { failures.append(failure) }
      if let note = made.note { notes.append(note) }
      found = (made.index, made.digest)
    } catch {
      failures.append("cannot prepare the glossaries: \(error)")
    }
    loaded.append((references, found.index, found.digest))
    return found
  }
}
