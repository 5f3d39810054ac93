import ArgumentParser
import StetKit

struct RomanizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "romanize", abstract: "Writes a name by one or all romanization systems, or guesses its original.",
    discussion: """
      With one system the names alone are printed, one a line; with several, each with its system before it. With \
      --to-original the names are in Latin letters; printed is what each may be in its own script, the likeliest first, with the \
      systems that write it so.
      """)

  @Option(help: ArgumentHelp("The language of the name, such as uk. Default: told by its letters.", valueName: "language"))
  var from: String?

  @Option(help: ArgumentHelp("A system, such as KMU2010; may be repeated. Default: all of the language.", valueName: "system"))
  var system: [String] = []

  @Flag(help: "Guess the name in its own script from a Latin spelling.")
  var toOriginal = false

  @Argument(help: "The name; without it, names are read from standard input, one a line.")
  var text: [String] = []

  func validate() throws {
    if toOriginal, !system.isEmpty { throw ValidationError("--to-original tries every system; leave out --system") }
  }

  func run() throws {
    let names = text.isEmpty ? try standardInputLines() : [text.joined(separator: " ")]
    let answer = toOriginal ? RomanizeAnswer(toOriginal: names, language: from) : RomanizeAnswer(names, from: from, systems: system)
    if toOriginal, answer.status == .clean { Console.tell(RomanizeAnswer.guessNote) }
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
