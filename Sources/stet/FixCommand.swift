import ArgumentParser
import StetKit
import StetReports

struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    _superCommandName: "stet",
    abstract: "Applies safe fixes to drafts, in place.",
    discussion: """
      What remains is reported as by lint. With - the fixed text goes to standard output, and nothing else does.

      Exit codes: 0 nothing remains at or above --fail-on; 1 something remains, or --diff printed a difference; \
      2 Stet could not do what was asked.
      """)

  @Flag(help: "Also apply the fixes that are marked for review.")
  var review = false

  @Flag(help: "Print what would change as a unified diff of the drafts in UTF-8, and write nothing.")
  var diff = false

  @OptionGroup var options: DraftOptions

  func validate() throws {
    let paths = options.namedPaths
    if paths.contains("-"), paths.count > 1 { throw ValidationError("- cannot be fixed together with files") }
    // The fixed text would reach a stream in which GitHub looks for commands.
    if paths == ["-"], !diff, options.format == .github { throw ValidationError("--format github cannot be used to fix standard input") }
  }

  func run() async throws {
    let isFilter = options.namedPaths == ["-"] || diff
    if !isFilter { Interruption.watch() }
    var run = try DraftRun(options, isFilter: isFilter)
    var tally = Tally(), fixedText = Output(file: nil)
    try await run.run(diff ? .preview(review: review) : .fix(review: review)) { outcome in
      tally.add(outcome.fix)
      if isFilter { fixedText.write(text(of: outcome)) }
    }
    Interruption.resume()
    if diff, tally.drafts > 0 { run.addDifference() }
    if let failure = fixedText.failure { run.fail(failure) }
    if !options.quiet { Console.tell(tally.sentence(isPreview: diff)) }
    throw End(run.finish())
  }

  /// What standard output gets of a draft when it is not the report: a difference, or the fixed draft.
  private func text(of outcome: DraftOutcome) -> [UInt8] {
    guard let fix = outcome.fix else { return [] }
    guard diff else { return fix.bytes }
    let difference = UnifiedDiff.make(path: outcome.source.shown, old: fix.before.text, new: fix.after.text)
    return options.format == .github ? GitHubFence.around(difference) : difference
  }
}

/// How much was fixed.
private struct Tally {
  private(set) var places = 0
  private(set) var drafts = 0

  mutating func add(_ fix: Fixer.Outcome?) {
    guard let fix, fix.isChanged else { return }
    places += fix.fixed
    drafts += 1
  }

  func sentence(isPreview: Bool) -> String {
    if drafts == 0 { return "Nothing to fix" }
    let what = "\(places) place\(places == 1 ? "" : "s") in \(drafts) draft\(drafts == 1 ? "" : "s")"
    return isPreview ? "Would fix " + what : "Fixed " + what
  }
}
