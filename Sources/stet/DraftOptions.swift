import ArgumentParser
import StetKit
import StetText

/// The options that `lint` and `fix` share.
struct DraftOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Drafts, folders of drafts, or - for standard input.", valueName: "path"), completion: .file())
  var paths: [String] = []

  @Option(name: [.customShort("g"), .customLong("glossary")], help: ArgumentHelp(
    "A glossary, by name or file; may be repeated. “none” leaves out the built-in one.", valueName: "name|file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var glossaries: [String] = []

  @Option(help: ArgumentHelp("Run only these checks, separated by commas.", valueName: "check,…"), completion: .list(checks))
  var select: [String] = []

  @Option(help: ArgumentHelp("Run all checks but these.", valueName: "check,…"), completion: .list(checks))
  var ignore: [String] = []

  @Option(help: ArgumentHelp(
    "Leave out files and folders in searched folders; patterns as in .gitignore. May be repeated.", valueName: "pattern"))
  var exclude: [String] = []

  @Option(help: ArgumentHelp("The drafts' encoding, instead of finding it out.", valueName: "name"))
  var encoding: String?

  @Option(help: "The lowest severity that makes the exit code 1 (error, unless the configuration says otherwise).")
  var failOn: FailOn?

  @Option(name: .shortAndLong, help: "How to report; html is a page for the browser.")
  var format = ReportFormat.text

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write the report to a file, whole or not at all.", valueName: "file"), completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("What standard input is called in reports; its ending tells the format.", valueName: "name"))
  var stdinFilename = "-"

  @Option(name: [.customShort("j", allowingJoined: true), .long], help: "How many drafts at a time (default: one a processor core).")
  var jobs: Int?

  @Option(help: "When to print colours; “auto” heeds NO_COLOR.")
  var color = ColourChoice.auto

  @Flag(name: .shortAndLong, help: "Print findings and failures only.")
  var quiet = false

  @Flag(help: "Exit with 0 whatever was found; failures still exit with 2.")
  var exitZero = false

  @Flag(help: "A folder without any draft is no failure.")
  var allowEmpty = false

  @Flag(help: "Make the index of the glossaries anew, and keep none for the next run.")
  var noIndexCache = false

  @OptionGroup var setup: SetupOptions

  private static let checks = AllChecks.abouts.map(\.id)

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1, not \(jobs)") }
    if let encoding { try validate(encoding: encoding) }
    _ = try selection()
    if setup.since != nil, paths.contains("-") { throw ValidationError("--since knows nothing of standard input") }
    if setup.filesFrom == "-", paths.contains("-") { throw ValidationError("standard input is either a draft or a list of them") }
    // An empty word is mostly a script's variable that was never set; it would mean the working folder.
    if paths.contains("") { throw ValidationError("a path is empty") }
    if output == "" { throw ValidationError("--output: the file's name is empty") }
    // Nobody means to type a draft into the terminal, or to wait for one for ever.
    if paths.isEmpty, setup.filesFrom == nil, setup.since == nil, System.standardInputIsTerminal { throw ValidationError("name a draft or a folder, or pipe text in") }
  }

  private func validate(encoding: String) throws {
    do throws(DraftError) {
      _ = try Draft(path: "", bytes: [], encoding: encoding)
    } catch {
      throw ValidationError("--encoding: \(error)")
    }
  }

  func selection() throws -> CheckSelection {
    do throws(UnknownCheck) {
      let selected = select.flatMap(names)
      if selected.isEmpty, !select.isEmpty { throw UnknownCheck(name: "") }
      return try CheckSelection(select: selected, ignore: ignore.flatMap(names))
    } catch {
      throw ValidationError(error.description)
    }
  }

  private func names(_ list: String) -> [String] {
    list.split(separator: ",").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
  }

  /// The paths, or standard input when there are none. What has changed since a revision is looked for in the working folder.
  var namedPaths: [String] {
    if setup.filesFrom != nil || !paths.isEmpty { return paths }
    return setup.since == nil ? ["-"] : ["."]
  }

  /// What overrules configuration files.
  var commandLineSettings: CommandLineSettings {
    var settings = CommandLineSettings()
    settings.glossaries = glossaries
    settings.select = select.flatMap(names)
    settings.ignore = ignore.flatMap(names)
    settings.failOn = failOn
    settings.baseline = setup.baseline.map(Path.init(argument:))
    settings.ignoreList = setup.ignoreList.map(Path.init(argument:))
    return settings
  }
}

enum ColourChoice: String, Choice { case auto, always, never }

extension FailOn: Choice {}
