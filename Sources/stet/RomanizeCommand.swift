import ArgumentParser
import StetKit

struct RomanizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "romanize", abstract: "Writes a name by one or all romanization systems.",
    discussion: "With one system the names alone are printed, one a line; with several, each with its system before it.")

  @Option(help: ArgumentHelp("The language of the name, such as uk. Default: told by its letters.", valueName: "language"))
  var from: String?

  @Option(help: ArgumentHelp("A system, such as KMU2010; may be repeated. Default: all of the language.", valueName: "system"))
  var system: [String] = []

  @Argument(help: "The name; without it, names are read from standard input, one a line.")
  var text: [String] = []

  func run() throws {
    let names = text.isEmpty ? try standardInputLines() : [text.joined(separator: " ")]
    let answer = RomanizeAnswer(names, from: from, systems: system)
    for line in answer.lines { try Console.print(line) }
    for line in answer.complaints { Console.complain(line) }
    throw End(answer.status)
  }

  private func standardInputLines() throws -> [String] {
    do throws(FileError) {
      return String(decoding: try Files.readStandardInput(), as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    } catch {
      Console.complain(error.description)
      throw End(.failure)
    }
  }
}
