import ArgumentParser
import StetKit
import StetText

/// What a newsroom's repository adds to a run: its configuration, what is known already, which files and lines count.
struct SetupOptions: ParsableArguments {
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

  func validate() throws {
    if let partsFrom, partsFrom < 1 { throw ValidationError("--parts-from takes a number from 1, not \(partsFrom)") }
    if config != nil, noConfig { throw ValidationError("--config and --no-config exclude each other") }
    let files = [("--config", config), ("--ignore-list", ignoreList), ("--baseline", baseline), ("--since", since),
      ("--files-from", filesFrom), ("--findings-cache", findingsCache)]
    for (name, value) in files where value == "" { throw ValidationError("\(name) has no value") }
  }

  /// Where configurations come from.
  var source: Configurations.Source {
    if noConfig { return .nothing }
    return config.map { .file(Path(argument: $0)) } ?? .search
  }

  /// The paths of the list; none without one.
  ///
  /// - Throws: The end of the run if it cannot be read.
  func listedPaths() throws -> [String] {
    guard let filesFrom else { return [] }
    do throws(FileError) {
      return PathList.read(filesFrom == "-" ? try Files.readStandardInput() : try Files.read(Path(argument: filesFrom)).bytes)
    } catch {
      Console.complain(error.description)
      throw End(.failure)
    }
  }
}
