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
      if var command = daily(LintCommand.self, arguments) ?? daily(FixCommand.self, arguments) {
        try await command.run()
      } else {
        var command = try parseAsRoot(arguments)
        if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
      }
      System.exit(.clean)
    } catch {
      System.exit(tell(error))
    }
  }

  /// The command of this type that the arguments ask for; nil if they ask for another, or for what it does not understand.
  ///
  /// Parsing takes longer than checking a short draft, most of it for subcommands and switches that nobody asked for. What runs
  /// at every save is therefore parsed as a command of its own; whatever that does not understand, help included, is parsed from
  /// the top and answered as ever.
  private static func daily(_ type: (some AsyncParsableCommand).Type, _ arguments: [String]) -> (any AsyncParsableCommand)? {
    guard arguments.first == type.configuration.commandName else { return nil }
    return read(type, Array(arguments.dropFirst()))
  }

  /// Told apart by its own type: whether a value conforms to a protocol takes long to find out.
  private static func read<Command: AsyncParsableCommand>(_ type: Command.Type, _ arguments: [String]) -> Command? {
    (try? type.parseAsRoot(arguments)) as? Command
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
