import ArgumentParser
import StetKit
import StetText

/// The options that `lint` and `fix` share; what those of a newsroom's repository come to is told in `DraftOptions+Setup.swift`.
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

  // What a newsroom's repository adds to a run: its configuration, what is known already, which files and lines count. In one group with
  // the rest, since each takes time of its own to parse.

  @Option(help: ArgumentHelp("This configuration for every draft, instead of the .stet.yml nearest to each.", valueName: "file"))
  var config: String?

  @Flag(help: "Heed no configuration file.")
  var noConfig = false

  @Option(help: ArgumentHelp("Findings to leave alone, by what they say, one a line.", valueName: "file"))
  var ignoreList: String?

  @Option(help: ArgumentHelp("Report only findings that this file does not know.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp(
    "Only findings on lines changed since a commit, branch or tag, uncommitted and new files included.", valueName: "revision"))
  var since: String?

  @Option(help: ArgumentHelp("Also take the paths in this file, one a line or separated by NUL; - is standard input.", valueName: "file"))
  var filesFrom: String?

  @Flag(help: "Leave out excluded files even if they are named, as hooks do.")
  var forceExclude = false

  @Flag(help: "Search folders without regard to what git ignores.")
  var noIgnore = false

  @Flag(help: "Search hidden files and folders, too.")
  var hidden = false

  @Flag(help: "Also tell how often each check found something.")
  var statistics = false

  @Flag(help: "Also report what suppressions, ignore list and baseline silence, with the reasons given.")
  var showSuppressed = false

  @Option(help: ArgumentHelp("Keep findings of unchanged drafts in this folder, to be quicker next time.", valueName: "folder"))
  var findingsCache: String?

  @Option(help: ArgumentHelp("The size in bytes from which a draft is read in parts; for tests of Stet.", visibility: .hidden))
  var partsFrom: Int?

  private static let checks = AllChecks.abouts.map(\.id)

  func validate() throws {
    try validateSetup()
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1, not \(jobs)") }
    if let encoding { try validate(encoding: encoding) }
    _ = try selection()
    if since != nil, paths.contains("-") { throw ValidationError("--since knows nothing of standard input") }
    if filesFrom == "-", paths.contains("-") { throw ValidationError("standard input is either a draft or a list of them") }
    // An empty word is mostly a script's variable that was never set; it would mean the working folder.
    if paths.contains("") { throw ValidationError("a path is empty") }
    if output == "" { throw ValidationError("--output: the file's name is empty") }
    // Nobody means to type a draft into the terminal, or to wait for one for ever.
    if paths.isEmpty, filesFrom == nil, since == nil, System.standardInputIsTerminal { throw ValidationError("name a draft or a folder, or pipe text in") }
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
    if filesFrom != nil || !paths.isEmpty { return paths }
    return since == nil ? ["-"] : ["."]
  }

  /// What overrules configuration files.
  var commandLineSettings: CommandLineSettings {
    var settings = CommandLineSettings()
    settings.glossaries = glossaries
    settings.select = select.flatMap(names)
    settings.ignore = ignore.flatMap(names)
    settings.failOn = failOn
    settings.baseline = baseline.map(Path.init(argument:))
    settings.ignoreList = ignoreList.map(Path.init(argument:))
    return settings
  }
}

enum ColourChoice: String, Choice { case auto, always, never }

extension FailOn: Choice {}
