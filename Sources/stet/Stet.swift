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

  /// Begins on this very thread: what has one draft to look at, or none, never starts another. Only where drafts are worked on
  /// side by side does the rest go on elsewhere.
  nonisolated static func start(_ arguments: [String]) {
    Task.immediate { await runAndExit(arguments) }
  }

  /// Parses, runs and ends the process with the contract's exit code. ArgumentParser's own codes would differ.
  private static func runAndExit(_ arguments: [String]) async -> Never {
    do {
      var command = try parsed(arguments)
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
      System.exit(.clean)
    } catch {
      System.exit(tell(error))
    }
  }

  /// The command that the arguments ask for.
  ///
  /// Parsing takes longer than checking a short draft, most of it for subcommands and switches that nobody asked for. What runs
  /// at every save is therefore parsed as a command of its own; whatever that does not understand, help included, is parsed from
  /// the top and answered as ever.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let daily: [any ParsableCommand.Type] = [LintCommand.self, FixCommand.self]
    if let name = arguments.first, let command = daily.first(where: { $0.configuration.commandName == name }),
      let parsed = try? command.parseAsRoot(Array(arguments.dropFirst())), type(of: parsed) == command
    {
      return parsed
    }
    return try parseAsRoot(arguments)
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
