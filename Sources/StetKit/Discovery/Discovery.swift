import StetText

/// Finds the drafts that the paths of a command line name.
///
/// A file is taken whatever its ending. A folder is searched for the endings Stet knows; what git ignores is left out, and
/// so are hidden files and folders and links to folders. The same file reached twice is one draft.
public struct Discovery: Sendable {
  /// What was found, in byte order of the paths as shown.
  public struct Found: Sendable {
    public var drafts: [DraftSource] = []
    /// Folders that could not be searched, or that hold no draft.
    public var failures: [FileError] = []
    /// What the user should know and need not act on: why git's ignore rules do not apply.
    public var notes: [String] = []
    /// Files that were named and are left out all the same.
    public var excluded = 0
  }

  let excluded: [Pattern]
  let allowEmpty: Bool
  let standardInputName: String
  let git: Git
  /// Folders are searched as if git had no say, and hidden files and folders count.
  public var ignoresNothing = false
  public var takesHidden = false
  /// Files that are named themselves are left out like those of a folder.
  public var forcesExclusion = false
  /// Whether a configuration leaves a file out; it is given absolute.
  public var isExcluded: @Sendable (Path) -> Bool = { _ in false }

  /// - Parameters:
  ///   - excluded: Left out of folders; a file that is named itself is read all the same.
  ///   - allowEmpty: A folder without drafts is no failure.
  ///   - standardInputName: What `-` is called in reports.
  public init(excluded: [Pattern] = [], allowEmpty: Bool = false, standardInputName: String = "-") {
    self.init(excluded: excluded, allowEmpty: allowEmpty, standardInputName: standardInputName, git: Git())
  }

  init(excluded: [Pattern] = [], allowEmpty: Bool = false, standardInputName: String = "-", git: Git) {
    self.excluded = excluded
    self.allowEmpty = allowEmpty
    self.standardInputName = standardInputName
    self.git = git
  }

  /// - Parameter arguments: Paths as typed; `-` is standard input. A path that names nothing is kept: reading it tells why.
  public func drafts(in arguments: [String]) -> Found {
    var found = Found()
    var candidates: [Candidate] = []
    for argument in arguments {
      let path = Path(argument: argument)
      if argument == "-" {
        candidates.append(Candidate(source: .standardInput(name: standardInputName), identity: nil, isLink: false))
      } else if Files.status(of: path)?.kind == .folder {
        candidates += search(path, &found)
      } else {
        if forcesExclusion, isLeftOut(path) { found.excluded += 1 } else { candidates.append(named(path)) }
      }
    }
    found.drafts = Candidate.unique(candidates, ofOnePath: arguments.count == 1)
    return found
  }

  private func isLeftOut(_ path: Path) -> Bool {
    if let real = Files.real(path), isExcluded(real) { return true }
    return excluded.contains { $0.excludes(path, in: .current, isFolder: false) }
  }

  private func named(_ path: Path) -> Candidate {
    let real = Files.real(path)
    return Candidate(source: .file(path), identity: real ?? path, isLink: real != nil && Files.statusOfLink(path)?.kind == .link)
  }

  private func search(_ folder: Path, _ found: inout Found) -> [Candidate] {
    guard let real = Files.real(folder) else {
      found.failures.append(FileError("search", folder, reason: "no such folder"))
      return []
    }
    var walk = FolderWalk(folder: folder, real: real, excluded: excluded, git: git)
    walk.ignoresNothing = ignoresNothing
    walk.takesHidden = takesHidden
    walk.isConfiguredOut = isExcluded
    walk.run()
    found.failures += walk.failures
    for note in walk.notes where !found.notes.contains(note) { found.notes.append(note) }
    if walk.drafts.isEmpty, walk.failures.isEmpty, !allowEmpty {
      found.failures.append(FileError("find a draft in", folder, reason: Discovery.emptiness))
    }
    return walk.drafts
  }

  private static let emptiness: String = {
    let endings = Format.allCases.flatMap(\.endings).map { "." + $0 }
    return "no " + endings.dropLast().joined(separator: ", ") + " or \(endings[endings.count - 1]) file in it is left to check"
  }()
}

/// A draft that may be reached in several ways.
struct Candidate {
  let source: DraftSource
  /// The file without links; nil for standard input.
  let identity: Path?
  let isLink: Bool

  /// Each file once, in byte order of what is shown.
  ///
  /// - Parameter ofOnePath: Only links lead to a file twice, then.
  static func unique(_ all: [Candidate], ofOnePath: Bool) -> [DraftSource] {
    if all.count < 2 { return all.map(\.source) }
    if ofOnePath, !all.contains(where: \.isLink) {
      return all.map(\.source).sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
    }
    let best = Dictionary(all.map { ($0.identity, $0) }, uniquingKeysWith: { $1.isBetter(than: $0) ? $1 : $0 })
    return best.values.map(\.source).sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
  }

  /// A file's own name is better than a link's, a short path better than a long one.
  private func isBetter(than other: Candidate) -> Bool {
    if isLink != other.isLink { return !isLink }
    let own = source.sortKey, others = other.source.sortKey
    return own.count == others.count ? own.lexicographicallyPrecedes(others) : own.count < others.count
  }
}
