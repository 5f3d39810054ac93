/// What has changed since a revision: in the commits since it parted from this branch, in the index, in the working folder,
/// and in files git does not know yet.
public struct Changes: Sendable {
  /// Why git could not tell.
  public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String
  }

  /// One repository's part.
  private struct Repository {
    let root: Path
    let files: [Path: ChangedLines]
    let tracked: Set<Path>
    let comparison: String
  }

  private let revision: String
  private let git: Git
  private var repositories: [Path: Repository] = [:]

  /// - Parameter revision: As git names it: a branch, a tag, a commit.
  public init(since revision: String) { self.init(since: revision, git: Git()) }

  init(since revision: String, git: Git) {
    self.revision = revision
    self.git = git
  }

  /// What was compared, a line for each repository, for the user to see.
  public var comparisons: [String] { repositories.values.map(\.comparison).sorted() }

  /// Which lines of a file are new; nil when none are.
  mutating func lines(of file: Path) throws(Failure) -> ChangedLines? {
    guard let real = Files.real(file) else { return .all }  // Reading it will tell what is wrong.
    guard let root = Git.root(above: real.folder) else {
      throw Failure(description: "\(file) lies in no git repository, so that nobody knows what has changed in it")
    }
    let repository = try repository(root)
    guard let below = real.below(root) else { return .all }
    if let lines = repository.files[below] { return lines == .lines([]) ? nil : lines }
    // What git neither tracks nor lists as new is ignored by it; who names such a file wants it looked at.
    return repository.tracked.contains(below) ? nil : .all
  }

  /// Asks about the repository of a folder, so that a wrong revision is told even if there is nothing to compare.
  public mutating func look(in folder: Path) throws(Failure) {
    guard let real = Files.real(folder), let root = Git.root(above: real) else {
      throw Failure(description: "\(folder) lies in no git repository, so that nobody knows what has changed in it")
    }
    _ = try repository(root)
  }

  private mutating func repository(_ root: Path) throws(Failure) -> Repository {
    if let known = repositories[root] { return known }
    let (base, words) = try base(root)
    let diff = GitDiff(
      try answer(root, ["diff", "--unified=0", "--find-renames", "--text", "--no-color", "--no-ext-diff", "--no-textconv",
        "--ignore-submodules", "--src-prefix=a/", "--dst-prefix=b/", "--diff-filter=d", base, "--"]))
    var files = diff.files
    for path in try paths(root, ["ls-files", "-z", "--others", "--exclude-standard"]) { files[path] = .all }
    let tracked = Set(try paths(root, ["ls-files", "-z"]))
    let count = files.values.count { $0 != .lines([]) }
    let isOwn = System.workingFolder.map { $0 == root || $0.below(root) != nil } ?? false
    let comparison = "compared \(isOwn ? "" : "\(root.shownFromHere) ")with \(words), uncommitted and new files included: "
      + "\(count) file\(count == 1 ? "" : "s") changed"
    let known = Repository(root: root, files: files, tracked: tracked, comparison: comparison)
    repositories[root] = known
    return known
  }

  /// The commit to compare with: where this branch and the revision parted, or in a shallow clone, which may not reach back so
  /// far, the revision itself.
  private func base(_ root: Path) throws(Failure) -> (commit: String, words: String) {
    guard let commit = try line(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]) else {
      throw Failure(description: unknown(try line(root, ["rev-parse", "--is-shallow-repository"]) == "true"))
    }
    if let base = try line(root, ["merge-base", commit, "HEAD"]), !base.isEmpty {
      return (base, base == commit ? "‘\(revision)’ (\(commit.prefix(10)))" : "\(base.prefix(10)), where it left ‘\(revision)’")
    }
    return (commit, "‘\(revision)’ (\(commit.prefix(10))) itself, since git knows no commit where the two parted")
  }

  private func unknown(_ isShallow: Bool) -> String {
    let why = isShallow
      ? "this is a shallow clone, which may lack it: “git fetch --depth=1 origin \(revision)”, or clone with more history"
      : "“git rev-parse \(revision)” finds nothing"
    return "git does not know the revision ‘\(revision)’: \(why)"
  }

  // MARK: Asking git

  private func paths(_ root: Path, _ command: [String]) throws(Failure) -> [Path] {
    try answer(root, command).split(separator: 0).map { Path(bytes: $0) }
  }

  /// The first line of an answer; nil when git says no.
  private func line(_ root: Path, _ command: [String]) throws(Failure) -> String? {
    let answer = try run(root, command)
    guard answer.exitCode == 0 else { return nil }
    return String(decoding: answer.output.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  private func answer(_ root: Path, _ command: [String]) throws(Failure) -> [UInt8] {
    let answer = try run(root, command)
    guard answer.exitCode == 0 else { throw Failure(description: "git cannot tell what has changed: \(Git.reason(answer.errors))") }
    return answer.output
  }

  private func run(_ root: Path, _ command: [String]) throws(Failure) -> Subprocess {
    guard let answer = git.ask(root, command), answer.exitCode != 127 else {
      throw Failure(description: "git is not installed, so that nobody knows what has changed since ‘\(revision)’")
    }
    if answer.exitCode == 128, String(decoding: answer.errors, as: UTF8.self).contains("safe.directory") {
      throw Failure(description: "git cannot tell what has changed: \(Git.reason(answer.errors))")
    }
    return answer
  }
}
