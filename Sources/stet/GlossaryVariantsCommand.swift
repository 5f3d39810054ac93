import ArgumentParser
import StetKit

struct GlossaryVariantsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants", abstract: "Lists every rendering of a name that Stet recognises, with the systems that write it and the grade.",
    discussion: """
      The name may be a preferred term, any variant of it, or the name in its own script. A name that no glossary has is \
      taken for an original and romanized. In a whole name each word may be written by another system. What stands in \
      brackets holds a form back in a sentence that says nothing more about it.
      """)

  @Option(name: [.customShort("g"), .customLong("glossary")], help: ArgumentHelp(
    "Where to look the name up, by name or file; may be repeated. Default: all of Glossaries/.", valueName: "name|file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var glossaries: [String] = []

  @Option(name: .shortAndLong, help: "How to print it.")
  var format = AnswerFormat.text

  @Argument(help: "The name.")
  var name: String

  func run() throws {
    let answer = VariantsAnswer(name, glossaries: glossaries)
    switch format {
    case .text: for line in answer.lines { try Console.print(line) }
    case .json: try Console.print(VariantsJSON.text(answer.found))
    }
    for line in answer.complaints { Console.complain(line) }
    throw End(answer.status)
  }
}

/// How an answer about names is printed.
enum AnswerFormat: String, Choice { case text, json }
