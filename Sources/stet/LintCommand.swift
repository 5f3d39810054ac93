import ArgumentParser
import StetKit

struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks drafts.",
    discussion: """
      Exit codes: 0 nothing found at or above --fail-on; 1 something found; 2 Stet could not do what was asked.
      """)

  @OptionGroup var options: DraftOptions

  @Flag(help: "Tell, too, of names that one draft spells otherwise than another before it.")
  var across = false

  func run() async throws {
    var run = try DraftRun(options)
    await run.run(.lint, options.namedPaths, isAcross: across)
    throw End(run.finish())
  }
}
