import ArgumentParser
import StetKit

/// The command: what it can be told, and how it ends.
struct Stet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet",
    abstract: "Finds and fixes names and garbles that machine translation leaves in copy.",
    version: stetVersion,
    subcommands: [
      LintCommand.self, FixCommand.self, ExplainCommand.self, GlossaryCommand.self, RomanizeCommand.self, ConfigCommand.self,
      InitCommand.self,
    ])

  /// Parses, runs and ends the process with the contract's exit code. ArgumentParser's own codes would differ.
  static func runAndExit(_ arguments: [String]) async -> Never {
    do {
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
      System.exit(.clean)
    } catch {
      System.exit(tell(error))
    }
  }

  private static func tell(_ error: any Error) -> RunStatus {
    if let end = error as? End { return end.status }
    // A usage error explains itself at length; whatever else is thrown is a failure on the way.
    let text = fullMessage(for: error)
    guard exitCode(for: error) == .success else {
      Console.tell(text)
      return .failure
    }
    return (try? Console.print(text)) == nil ? .failure : .clean
  }
}

extension ParsableArguments {
  /// Messages begin with the program's name, as a log of many programs needs it.
  static var _errorPrefix: String { "stet: " }
}

/// Thrown to end with this code when all that is to be said has been said.
struct End: Error {
  let status: RunStatus

  init(_ status: RunStatus) { self.status = status }
}
