import StetFindings
import StetKit
import StetReports
import StetText

/// One run over drafts: finds them, works on them side by side, reports in order.
struct DraftRun {
  private let options: DraftOptions
  private let linter: Linter
  private let report: any Report
  private(set) var result: RunResult
  private var output: Output
  private var summary = Summary()

  /// Loads the glossaries. What is wrong with them ends the run before it begins.
  ///
  /// - Parameter isFilter: Standard output belongs to the fixed text, so that findings go to standard error.
  init(_ options: DraftOptions, isFilter: Bool = false) throws {
    self.options = options
    report = options.report
    result = RunResult(failOn: options.failOn, exitZero: options.exitZero)
    output = Output(file: options.output.map(Path.init(argument:)), stream: isFilter ? .error : .output)
    let selection = try options.selection()
    let loaded = try IndexLoader(cache: options.noIndexCache ? nil : .user).load(options.glossaries)
    for fault in loaded.faults where fault.severity == .error || !options.quiet { Console.tell(fault.description) }
    for failure in loaded.failures { Console.complain(failure) }
    guard let index = loaded.index else { throw End(.failure) }
    if let seconds = loaded.seconds, seconds > 1, !options.quiet {
      let tenths = Int(seconds * 10)
      let next = loaded.isKept ? "; it is kept for the next run" : ""
      Console.complain("making the index of \(index.count) entries took \(tenths / 10).\(tenths % 10) s\(next)")
    }
    linter = Linter(index: index, selection: selection)
  }

  /// - Parameter each: Gets every outcome, in order.
  mutating func run(_ task: DraftWork.Task, _ paths: [String], each: (DraftOutcome) -> Void = { _ in }) async {
    let found = find(paths)
    var progress = Progress(total: found.count, isQuiet: options.quiet)
    let work = DraftWork(task, linter, DraftReader(encoding: options.encoding))
    let report = report, isText = options.format == .text
    var done = 0
    output.write(report.start())
    await forEachInOrder(Array(found.enumerated()), jobs: options.jobs ?? System.cores) { number, source in
      Done(work.run(source), isFirst: number == 0, report, isText: isText)
    } deliver: { next in
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
      if !options.quiet { Console.tell(report.finish(summary).trimmingNewlines) }
    } else {
      output.write(report.finish(summary))
    }
    output.finish()
    if let failure = output.failure { fail(failure) }
    return result.status
  }

  mutating func addDifference() { result.addDifference() }

  mutating func fail(_ error: FileError) {
    Console.complain(error.description)
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
    summary.add(done.report)
    if let failure = done.outcome.failure { Console.complain(failure.description) }
    output.write(done.text)
  }
}

/// A draft that is dealt with, its part of the report written by the worker that had it.
private struct Done: Sendable {
  let outcome: DraftOutcome
  let report: DraftReport
  let text: String

  init(_ outcome: DraftOutcome, isFirst: Bool, _ format: any Report, isText: Bool) {
    self.outcome = outcome
    let failure = outcome.failure?.reason
    report = outcome.draft.map { DraftReport($0, findings: outcome.findings, failure: failure) }
      ?? DraftReport(path: outcome.source.shown, failure: failure ?? "")
    // In a text report failures would stand among the findings; they are told on standard error.
    let printed = isText ? outcome.draft.map { DraftReport($0, findings: outcome.findings) } : report
    text = printed.map { format.draft($0, isFirst: isFirst) } ?? ""
  }

  var isWorthPrinting: Bool { !text.isEmpty || outcome.failure != nil }
}

extension String {
  fileprivate var trimmingNewlines: String { String(drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed()) }
}
