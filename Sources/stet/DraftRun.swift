import StetFindings
import StetGlossary
import StetKit
import StetReports
import StetText

/// One run over drafts: finds them, works on them side by side, reports in order.
struct DraftRun {
  let options: DraftOptions
  private let writtenBaseline: Path?
  private let report: any Report
  var result: RunResult
  var output: Output
  var end = ReportEnd()
  var statistics = Statistics()
  /// What is told after the summary.
  private var closing: [String] = []
  private var reported = 0

  /// - Parameters:
  ///   - isFilter: Standard output belongs to the fixed text, so that findings go to standard error.
  ///   - writtenBaseline: Where to write down everything that is found.
  init(_ options: DraftOptions, isFilter: Bool = false, writtenBaseline: Path? = nil) throws {
    self.options = options
    self.writtenBaseline = writtenBaseline
    report = options.report
    result = RunResult(failOn: options.failOn ?? .error, exitZero: options.exitZero)
    output = Output(file: options.output.map(Path.init(argument:)), stream: isFilter ? .error : .output)
  }

  /// - Parameters:
  ///   - isAcross: Whether names are compared across drafts.
  ///   - each: Gets every outcome, in order.
  /// - Throws: The end of the run, if configurations, glossaries or lists cannot be used.
  mutating func run(_ task: DraftWork.Task, isAcross: Bool = false, each: (DraftOutcome) -> Void = { _ in }) async throws {
    let paths = options.namedPaths + (try options.listedPaths())
    let configurations = Configurations(options.source, overruledBy: options.commandLineSettings)
    let found = find(paths, configurations)
    let plan = try planned(found, configurations)
    var reckoning = Reckoning(
      plan, RunScope(paths: paths, isPartial: options.filesFrom != nil, isOfLines: options.since != nil))
    var progress = Progress(total: plan.drafts.count, isQuiet: options.quiet)
    // The cache knows no names.
    let cache = isAcross ? nil : options.findingsCache.map { FindingsCache(folder: Path(argument: $0)) }
    let sizes = options.partsFrom.map { PartSizes(threshold: $0) } ?? PartSizes()
    let work = DraftWork(task, DraftReader(encoding: options.encoding), cache: cache, sizes) { plan.plan(of: $0) }
    let rendering = Rendering(report, options)
    // What has to wait for other drafts is written when its turn has come; the rest by the worker that has it.
    let isIdle = reckoning.isIdle
    var done = 0, across = AcrossDrafts()
    output.write(report.start())
    // What must be known of a whole draft at once is not printed part by part.
    let parted = isIdle && !isAcross ? rendering.parted : nil, jobs = options.jobs ?? System.cores
    await forEachInOrder(Array(plan.drafts.enumerated()), jobs: jobs) { number, source in
      if parted != nil, let parts = work.parts(of: source) { return Worked(outcome: DraftOutcome(source), parts: parts) }
      let outcome = work.run(source)
      let names = isAcross ? outcome.draft.flatMap { plan.plan(of: source)?.names(in: $0) } : nil
      return Worked(outcome: outcome, ready: isIdle ? rendering.done(outcome, isFirst: number == 0) : nil, names: names)
    } deliver: { worked in
      var outcome = worked.outcome, ready = worked.ready
      // What an earlier draft has to do with it is known only now.
      if across.add(worked.names, to: &outcome) { ready = nil }
      done += 1
      if let parted, let parts = worked.parts {
        progress.erase()
        await add(parts, DraftInParts(parted, path: worked.outcome.source.shown, isFirst: reported == 0), plan, jobs: jobs) {
          rendering.done(part: work.run($0), as: parted)
        } end: {
          rendering.end(of: worked.outcome.source, &$0, failure: $1)
        }
        progress.show(done)
        return !output.isClosed
      }
      for outcome in reckoning.add(outcome) {
        let next = ready ?? rendering.done(outcome, isFirst: reported == 0)
        if next.isWorthPrinting { progress.erase() }
        add(next, plan)
      }
      each(outcome)
      progress.show(done)
      return !output.isClosed && !Interruption.isRequested
    }
    progress.erase()
    for outcome in reckoning.finish() { add(rendering.done(outcome, isFirst: reported == 0), plan) }
    close(reckoning)
  }

  /// Ends the report; the summary of a text report goes to standard error, since it is no finding.
  mutating func finish() -> RunStatus {
    if options.format == .text {
      if !options.quiet { Console.tell(report.finish(end).trimmingNewlines) }
    } else {
      output.write(report.finish(end))
    }
    output.finish()
    if let failure = output.failure { fail(failure) }
    writeStepSummary()
    if options.statistics { statistics.lines.forEach(Console.tell) }
    if !options.quiet { closing.forEach(Console.complain) }
    return result.status
  }

  /// GitHub names a file for what is to be shown on the page of the run.
  private mutating func writeStepSummary() {
    guard let file = System.variable("GITHUB_STEP_SUMMARY"), !file.isEmpty, let text = report.stepSummary(end) else { return }
    do throws(FileError) { try Files.append(Array(text.utf8), to: Path(argument: file)) } catch { fail(error) }
  }

  mutating func addDifference() { result.addDifference() }

  mutating func fail(_ error: FileError) {
    Console.complain(error.description)
    end.add(RunFailure(error.description, path: error.path))
    result.addFailure()
  }

  private mutating func find(_ paths: [String], _ configurations: Configurations) -> [DraftSource] {
    var discovery = Discovery(
      excluded: options.exclude.map(Pattern.init), allowEmpty: options.allowEmpty, standardInputName: options.stdinFilename)
    discovery.forcesExclusion = options.forceExclude
    discovery.ignoresNothing = options.noIgnore
    discovery.takesHidden = options.hidden
    discovery.isExcluded = { configurations.excludes($0) }
    let found = discovery.drafts(in: paths)
    if !options.quiet { found.notes.forEach { Console.complain($0) } }
    found.failures.forEach { fail($0) }
    // Nothing to do is told, or a job that is always green would be mistaken for one that works.
    if paths.isEmpty { Console.complain("nothing to check: the list of --files-from is empty") }
    if found.drafts.isEmpty, found.excluded > 0 { Console.complain("nothing to check: every file that is named is excluded") }
    return found.drafts
  }

  /// What is to be done with each draft; what is wrong with the files Stet goes by ends the run before it begins.
  private mutating func planned(_ drafts: [DraftSource], _ configurations: Configurations) throws -> RunPlan {
    var order = RunPlan.Order()
    order.since = options.since
    order.writtenBaseline = writtenBaseline
    order.indexCache = options.noIndexCache ? nil : .user
    let plan = RunPlan(drafts, configurations, order)
    tell(plan.faults)
    for failure in plan.failures { Console.complain(failure) }
    if !plan.isUsable { throw giveUp(plan) }
    if !options.quiet { plan.notes.forEach(Console.complain) }
    if let since = options.since, plan.drafts.isEmpty, !drafts.isEmpty {
      Console.complain("nothing to check: no draft has changed since ‘\(since)’")
    }
    return plan
  }

  /// So many of a glossary's warnings are told at each run, and how many more there are.
  private static let fewWarnings = 10

  private func tell(_ faults: [Fault]) {
    let warnings = faults.count { $0.severity != .error }
    // One or two more take no more room than saying so.
    let limit = options.quiet ? 0 : warnings <= Self.fewWarnings + 2 ? warnings : Self.fewWarnings
    var told = 0
    for fault in faults {
      if fault.severity != .error {
        told += 1
        guard told <= limit else { continue }
      }
      Console.tell(oneLine(fault.description))
    }
    if !options.quiet, warnings > limit { Console.complain("\(warnings - limit) more warnings about glossaries; ‘stet glossary check’ tells them all") }
  }

  /// A report without drafts that says why, where the format can: whoever reads only that must not take it for a clean one.
  private mutating func giveUp(_ plan: RunPlan) -> End {
    guard options.format != .text else { return End(.failure) }
    for fault in plan.faults where fault.severity == .error { end.add(RunFailure(fault)) }
    for failure in plan.failures { end.add(RunFailure(failure)) }
    result.addFailure()
    output.write(report.start())
    return End(finish())
  }

  private mutating func close(_ reckoning: Reckoning) {
    guard writtenBaseline != nil else {
      closing = reckoning.summaries
      return
    }
    do throws(FileError) {
      if let sentence = try reckoning.writeBaseline() { closing = [sentence] }
    } catch {
      fail(error)
    }
  }

  mutating func add(_ done: Rendering.Done, _ plan: RunPlan) {
    reported += 1
    result.add(done.outcome, failOn: plan.failOn(in: done.outcome.source))
    end.add(done.report, done.part)
    if options.statistics { statistics.add(done.outcome.findings) }
    if let failure = done.outcome.failure { Console.complain(failure.description) }
    output.write(done.part.bytes)
  }
}

/// What a worker made of one draft.
private struct Worked: Sendable {
  let outcome: DraftOutcome
  /// Its part of the report, if nothing can change it any more.
  var ready: Rendering.Done?
  /// With `--across`: its names.
  var names: AcrossDrafts.Names?
  /// Of a draft that is to be read in parts; nothing else has been done then.
  var parts: [DraftPart]?
}

extension RunFailure {
  init(_ fault: Fault) {
    let position = fault.line > 0 ? Position(line: fault.line, column: fault.column) : nil
    self.init(fault.message + (fault.hint.map { " (\($0))" } ?? ""), path: fault.path, position: position, check: fault.check)
  }
}

extension String {
  fileprivate var trimmingNewlines: String {
    var bytes = utf8[...]
    while bytes.first == 10 { bytes.removeFirst() }
    while bytes.last == 10 { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
