import ArgumentParser
import StetKit

struct RomanizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "romanize", abstract: "Writes a name by one or all romanization systems.")

  @Option(help: ArgumentHelp("The language of the name, such as uk.", valueName: "language"))
  var from = "uk"

  @Option(help: ArgumentHelp("A system, such as KMU2010; may be repeated. Default: all of the language.", valueName: "system"))
  var system: [String] = []

  @Argument(help: "The name; without it, names are read from standard input, one a line.")
  var text: [String] = []

  func run() throws {
    Console.complain("romanize: not there yet")
    throw End(.failure)
  }
}
