import ArgumentParser
import StetKit

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Prints a check's page; without a name, the list of checks.")

  @Argument(help: "The check's id, such as split-name.")
  var check: String?

  func run() throws {
    guard let check else { return Console.print(AboutPage.list(AllChecks.abouts)) }
    guard let about = AllChecks.about(check) else { throw ValidationError(UnknownCheck(name: check).description) }
    Console.print(AboutPage.page(about, width: min(StandardStream.output.columns ?? 80, 100)))
  }
}
