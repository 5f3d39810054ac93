import StetFindings
import StetGlossary
import StetKit
import StetReports
import StetText

/// One run over drafts: finds them, works on them side by side, reports in order.
struct DraftRun {
  private let options: DraftOptions
  private var linter: Linter?
  private let report: any Report
  private(set) var result: RunResult
  private var output: Output
  private var end = ReportEnd()

  /// Loads the glossaries. What is wrong with them ends the run before it begins.
  ///
  /// - Parameter isFilter: Standard output belongs to the fixed text, so that findings go to standard error.
  init(_ options: DraftOptions, isFilter: Bool = false) throws {
    self.options = options
    report = options.report
    result = RunResult(failOn: options.failOn, exitZero: options.exitZero)
    output = Output(file: options.output.map(Path.init(argument:)), stream: isFilter ? .error : .output)
    linter = nil
    let selection = try options.selection()
    let loaded = try IndexLoader(cache: options.noIndexCache ? nil : .user).load(options.glossaries)
    for fault in loaded.faults where fault.severity == .error || !options.quiet { Console.tell(oneLine(fault.description)) }
    for failure in loaded.failures { Console.complain(failure) }
    guard let index = loaded.index else { throw giveUp(loaded) }
    if let seconds = loaded.seconds, seconds > 1, !options.quiet { tell(seconds, loaded.isKept, index.count) }
    linter = Linter(index: index, selection: selection)
  }

  private func tell(_ seconds: Double, _ isKept: Bool, _ entries: Int) {
    let tenths = Int(seconds * 10), next = isKept ? "; it is kept for the next run" : ""
    Console.complain("making the index of \(entries) entries took \(tenths / 10).\(tenths % 10) s\(next)")
  }

  /// A report without drafts that says why, where the format can: whoever reads only that must not take it for a clean one.
  private mutating func giveUp(_ loaded: LoadedIndex) -> End {
    guard options.format != .text else { return End(.failure) }
    for fault in loaded.faults where fault.severity == .error { end.add(RunFailure(fault)) }
    for failure in loaded.failures { end.add(RunFailure(failure)) }
    result.addFailure()
    output.write(report.start())
    return End(finish())
  }

  /// - Parameters:
  ///   - isAcross: Whether names are compared across drafts.
  ///   - each: Gets every outcome, in order.
  mutating func run(_ task: DraftWork.Task, _ paths: [String], isAcross: Bool = false, each: (DraftOutcome) -> Void = { _ in }) async {
    guard let linter else { return }
    let found = find(paths)
    var progress = Progress(total: found.count, isQuiet: options.quiet)
    let work = DraftWork(task, linter, DraftReader(encoding: options.encoding))
    let report = report, isText = options.format == .text
    var done = 0, across = AcrossDrafts()
    output.write(report.start())
    await forEachInOrder(Array(found.enumerated()), jobs: options.jobs ?? System.cores) { number, source in
      let outcome = work.run(source)
      var done = Done(outcome, isFirst: number == 0, report, isText: isText)
      if isAcross { done.names = outcome.draft.flatMap(linter.names) }
      return done
    } deliver: { next in
      var next = next, outcome = next.outcome
      // What an earlier draft has to do with it is known only now.
      if across.add(next.names, to: &outcome) { next = Done(outcome, isFirst: done == 0, report, isText: isText) }
      done += 1
      if next.isWorthPrinting { progress.erase() }
      add(next)
      each(next.outcome)
      progress.show(done)
      return !output.isClosed && !Interruption.isRequested
    }
    progress.erase()
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

  private mutating func find(_ paths: [String]) -> [DraftSource] {
    let discovery = Discovery(
      excluded: options.exclude.map(Pattern.init), allowEmpty: options.allowEmpty, standardInputName: options.stdinFilename)
    let found = discovery.drafts(in: paths)
    if !options.quiet { found.notes.forEach { Console.complain($0) } }
    found.failures.forEach { fail($0) }
    return found.drafts
  }

  private mutating func add(_ done: Done) {
    result.add(done.outcome)
    end.add(done.report, done.part)
    if let failure = done.outcome.failure { Console.complain(failure.description) }
    output.write(done.part.text)
  }
}

/// A draft that is dealt with, its part of the report written by the worker that had it.
private struct Done: Sendable {
  let outcome: DraftOutcome
  let report: DraftReport
  let part: ReportPart
  /// With `--across`: its names.
  var names: AcrossDrafts.Names?

  init(_ outcome: DraftOutcome, isFirst: Bool, _ format: any Report, isText: Bool) {
    self.outcome = outcome
    let failure = outcome.failure?.reason
    var report = outcome.draft.map {
      DraftReport($0, findings: outcome.findings, setAside: outcome.setAside, failure: failure)
    } ?? DraftReport(path: outcome.source.shown, failure: failure ?? "")
    if case .file(let path) = outcome.source { report.pathBytes = path.bytes }
    self.report = report
    // In a text report failures would stand among the findings; they are told on standard error.
    let isSilent = isText && outcome.failure != nil
    part = format.draft(isSilent ? report.withoutFailure : report, isFirst: isFirst)
  }

  var isWorthPrinting: Bool { !part.text.isEmpty || outcome.failure != nil }
}

extension RunFailure {
  init(_ fault: Fault) {
    let position = fault.line > 0 ? Position(line: fault.line, column: fault.column) : nil
    self.init(fault.message + (fault.hint.map { " (\($0))" } ?? ""), path: fault.path, position: position, check: "glossary-fault")
  }
}

extension String {
  fileprivate var trimmingNewlines: String { String(drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed()) }
}
