/// What git knows about the files of a folder; asked, never guessed.
struct Git: Sendable {
  /// The program's name; another one in tests.
  var program = "git"

  enum Answer {
    /// Paths below the folder that are tracked, or neither tracked nor ignored. A repository in it is a path that is a folder.
    case files([Path])
    /// The folder lies in no repository: nothing is ignored.
    case noRepository
    /// Git is missing or refuses; the reason in plain words.
    case unable(String)
  }

  /// - Parameter folder: Absolute and without links.
  func files(in folder: Path) -> Answer {
    guard Git.root(above: folder) != nil else { return .noRepository }
    guard let answer = ask(folder, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) else {
      return .unable("git could not be started")
    }
    switch answer.exitCode {
    case 0: return .files(answer.output.split(separator: 0).map { Path(bytes: $0) })
    case 127: return .unable("git is not installed")
    default: return .unable(Git.reason(answer.errors))
    }
  }

  /// Whether git ignores the folder itself.
  func ignores(_ folder: Path) -> Bool { ask(folder, ["check-ignore", "-q", "."])?.exitCode == 0 }

  /// The nearest folder, this one included, that holds `.git`.
  static func root(above folder: Path) -> Path? {
    var folder = folder
    while true {
      if Files.status(of: folder.appending(".git")) != nil { return folder }
      if folder.folder == folder { return nil }
      folder = folder.folder
    }
  }

  /// `core.fsmonitor` may name a program to run; a list of files needs none.
  func ask(_ folder: Path, _ command: [String]) -> Subprocess? {
    let arguments = ["-c", "core.fsmonitor=false", "-c", "core.quotePath=true", "-C"].map { Array($0.utf8) } + [folder.bytes] + command.map { Array($0.utf8) }
    return try? Subprocess.run(program, arguments, without: Git.variables)
  }

  /// What git sets for its hooks. They speak of the repository that commits, from its root, and would mislead about any other folder.
  private static let variables: Set<String> = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_IMPLICIT_WORK_TREE",
  ]

  static func reason(_ errors: [UInt8]) -> String {
    let text = String(decoding: errors, as: UTF8.self)
    if text.contains("safe.directory") {
      return "the repository belongs to another user, and git's setting safe.directory does not name it"
    }
    let first = text.split(separator: "\n").first.map(String.init) ?? "git failed without a word"
    return first.hasPrefix("fatal: ") ? String(first.dropFirst("fatal: ".count)) : first
  }
}

/// Where paths in reports begin that are read by a code host.
public enum Repository {
  /// The root of the repository that holds the working folder, or that folder itself. Absolute and without links.
  public static var root: Path {
    guard let here = System.workingFolder else { return .current }
    return Git.root(above: here) ?? here
  }
}
