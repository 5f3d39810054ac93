import ArgumentParser
import StetKit

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Prints what holds for a draft, and where each setting comes from.",
    discussion: """
      The configuration is .stet.yml, in the draft's folder or above it, up to the root of the repository or a file that says \
      “root: true”. The nearest file that has a setting decides on it.

      Exit codes: 0 printed; 2 a configuration has a fault or cannot be read.
      """)

  @Argument(help: ArgumentHelp("Drafts; they need not exist. Default: any draft of the working folder.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("This configuration instead of the nearest.", valueName: "file"))
  var config: String?

  @Flag(help: "Heed no configuration file.")
  var noConfig = false

  @Option(name: .shortAndLong, help: "How to print it.")
  var format = ConfigFormat.text

  func validate() throws {
    if config != nil, noConfig { throw ValidationError("--config and --no-config exclude each other") }
  }

  func run() throws {
    let source: Configurations.Source = noConfig ? .nothing : config.map { .file(Path(argument: $0)) } ?? .search
    let configurations = Configurations(source)
    let paths = files.isEmpty ? [Path("draft.md")] : files.map(Path.init(argument:))
    let pages = paths.map { path in
      ConfigurationPage(configurations.settings(for: .file(path)), of: files.isEmpty ? "." : path.display)
    }
    for var fault in configurations.faults {
      fault.check = "configuration-fault"
      Console.tell(fault.description)
    }
    configurations.failures.forEach(Console.complain)
    if !configurations.faults.isEmpty || !configurations.failures.isEmpty { throw End(.failure) }
    try Console.print(format == .json ? ConfigurationPage.document(pages) : pages.map(\.text).joined(separator: "\n"))
  }
}

enum ConfigFormat: String, Choice { case text, json }

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a commented .stet.yml that fits the folder.",
    discussion: "A file that is there already is never touched.")

  func run() throws {
    let file = Path(".stet.yml")
    if Files.statusOfLink(file) != nil {
      Console.complain("\(file) is there already; it is left as it is")
      throw End(.failure)
    }
    let new = NewConfiguration()
    do throws(FileError) {
      try Files.write(Array(new.text.utf8), to: file)
    } catch {
      Console.complain(error.description)
      throw End(.failure)
    }
    try Console.print("wrote \(file)\n" + new.findings.map { "  \($0)\n" }.joined())
  }
}
