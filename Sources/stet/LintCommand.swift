import ArgumentParser
import StetKit

struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    _superCommandName: "stet",
    abstract: "Checks drafts.",
    discussion: """
      Exit codes: 0 nothing found at or above --fail-on; 1 something found; 2 Stet could not do what was asked.
      """)

  @Option(help: ArgumentHelp("Write down what is found, for --baseline to leave alone from now on.", valueName: "file"))
  var writeBaseline: String?

  @OptionGroup var options: DraftOptions

  @Flag(help: "Tell, too, of names that one draft spells otherwise than another before it.")
  var across = false

  func validate() throws {
    guard let writeBaseline else { return }
    if writeBaseline.isEmpty { throw ValidationError("--write-baseline has no value") }
    if options.since != nil { throw ValidationError("a baseline has all findings: --write-baseline and --since exclude each other") }
  }

  func run() async throws {
    var run = try DraftRun(options, writtenBaseline: writeBaseline.map(Path.init(argument:)))
    try await run.run(.lint, isAcross: across)
    throw End(run.finish())
  }
}
