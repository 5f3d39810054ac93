import ArgumentParser
import StetKit

struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary", abstract: "Looks at glossaries.", subcommands: [GlossaryCheckCommand.self, GlossaryVariantsCommand.self])
}

struct GlossaryCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reports faults in glossaries and runs their entries' own tests.",
    discussion: """
      Exit codes: 0 all is well; 1 there are faults or failing tests; 2 a file could not be read.
      """)

  @Argument(
    help: "Glossaries, by name or file. Default: all of Glossaries/ here or at the repository's root.",
    completion: .file(extensions: ["yml", "yaml"]))
  var files: [String] = []

  @Flag(name: .shortAndLong, help: "Print faults, failing tests and failures only.")
  var quiet = false

  func run() throws {
    let checked = GlossaryCheck().run(files)
    for line in checked.lines { try Console.print(line) }
    for failure in checked.failures { Console.complain(failure) }
    if !quiet { Console.tell(checked.summary) }
    throw End(checked.status)
  }
}
