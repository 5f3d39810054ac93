import StetText

/// One search through one folder that the command line names.
struct FolderWalk {
  /// As shown, and without links.
  let folder: Path
  let real: Path
  let excluded: [Pattern]
  let git: Git
  var ignoresNothing = false
  var takesHidden = false
  /// Whether a configuration leaves a file out; it is given absolute.
  var isConfiguredOut: (Path) -> Bool = { _ in false }

  private(set) var drafts: [Candidate] = []
  private(set) var failures: [FileError] = []
  private(set) var notes: [String] = []
  /// Folders git was asked about; a repository that lists itself must not be searched for ever.
  private var visited: Set<Path> = []

  private static let endings = Set(Format.allCases.flatMap(\.endings))

  init(folder: Path, real: Path, excluded: [Pattern], git: Git) {
    self.folder = folder
    self.real = real
    self.excluded = excluded
    self.git = git
  }

  mutating func run() {
    search(nil)
    if drafts.isEmpty, failures.isEmpty, notes.isEmpty, Git.root(above: real) != nil, git.ignores(real) {
      notes.append("git ignores \(folder); it is searched all the same, since it is named")
      walk(nil)
    }
  }

  /// - Parameter below: The folder to search, seen from the one named; nil for that one itself.
  private mutating func search(_ below: Path?) {
    guard visited.insert(below.map(real.appending) ?? real).inserted else { return }
    if ignoresNothing { return walk(below) }
    switch git.files(in: below.map(real.appending) ?? real) {
    case .files(let paths):
      for path in paths { take(below.map { $0.appending(path) } ?? path) }
    case .noRepository:
      walk(below)
    case .unable(let reason):
      let shown = below.map(folder.appending) ?? folder
      notes.append("git's ignore rules are not applied in \(shown): \(reason)")
      walk(below)
    }
  }

  /// A path that git lists: a file, a link, a repository inside this one, or something deleted but still tracked.
  private mutating func take(_ path: Path) {
    if !takesHidden, path.components.contains(where: { $0.first == point }) { return }
    switch Files.statusOfLink(real.appending(path))?.kind {
    case .folder? where !isExcluded(path, isFolder: true): search(path)
    case .regular?: takeFile(path, isLink: false)
    case .link?: takeFile(path, isLink: true)
    default: break
    }
  }

  /// Stet's own walk, where nothing is ignored.
  private mutating func walk(_ below: Path?) {
    let items: [FolderItem]
    do throws(FileError) {
      items = try Files.list(below.map(folder.appending) ?? folder)
    } catch {
      failures.append(error)
      return
    }
    if !ignoresNothing, items.contains(where: { $0.name == Path(".gitignore") }) { noteUnused(below) }
    for item in items where takesHidden ? item.name != Path(".git") : !item.isHidden {
      let path = below.map { $0.appending(item.name) } ?? item.name
      switch item.kind {
      case .folder where !isExcluded(path, isFolder: true): walk(path)
      case .regular: takeFile(path, isLink: false)
      case .link: takeFile(path, isLink: true)
      default: break
      }
    }
  }

  private mutating func noteUnused(_ below: Path?) {
    guard notes.isEmpty else { return }
    let shown = (below.map(folder.appending) ?? folder).appending(".gitignore")
    notes.append("\(shown) is not applied: it is in no git repository")
  }

  /// A link counts when it leads to a file; the file under its own name is preferred.
  private mutating func takeFile(_ path: Path, isLink: Bool) {
    guard path.hasEnding(FolderWalk.endings), !isExcluded(path, isFolder: false), !isConfiguredOut(real.appending(path)) else { return }
    let shown = folder.appending(path)
    guard isLink else {
      drafts.append(Candidate(source: .file(shown), identity: real.appending(path), isLink: false))
      return
    }
    guard Files.status(of: shown)?.kind == .regular, let target = Files.real(shown) else { return }
    drafts.append(Candidate(source: .file(shown), identity: target, isLink: true))
  }

  private func isExcluded(_ path: Path, isFolder: Bool) -> Bool {
    excluded.contains { $0.excludes(path, in: folder, isFolder: isFolder) }
  }
}
