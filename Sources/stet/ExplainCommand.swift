import ArgumentParser
import StetKit

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Prints a check's page; without a name, the list of checks.")

  @Argument(help: "The check's id, such as split-name.", completion: .list(AllChecks.abouts.map(\.id)))
  var check: String?

  func validate() throws {
    if let check, AllChecks.about(check) == nil { throw ValidationError(UnknownCheck(name: check).description) }
  }

  func run() throws {
    guard let check, let about = AllChecks.about(check) else { return try Console.print(AboutPage.list(AllChecks.abouts)) }
    try Console.print(AboutPage.page(about, width: min(StandardStream.output.columns ?? 80, 100)))
  }
}
