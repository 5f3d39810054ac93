import ArgumentParser
import StetKit

struct GlossaryVariantsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants", abstract: "Lists every rendering of a name that Stet would recognise.")

  @Option(name: [.customShort("g"), .customLong("glossary")], help: ArgumentHelp(
    "Where to look the name up, by name or file; may be repeated.", valueName: "name|file"))
  var glossaries: [String] = []

  @Argument(help: "A preferred term of a glossary, or a name in its own script.")
  var name: String

  func run() throws {
    Console.complain("glossary variants: not there yet")
    throw End(.failure)
  }
}
