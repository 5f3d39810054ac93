/// Where the glossary lies that `-g NAME` or `-g FILE` means.
public struct GlossaryLocator: Sendable {
  /// The project's own folders: here, then at the repository's root.
  let projectPlaces: [Path]
  /// What came with the program, if anything did.
  let sharedPlace: Path?
  /// The folders that names are looked up in, in this order.
  var places: [Path] { projectPlaces + (sharedPlace.map { [$0] } ?? []) }

  /// - Parameters:
  ///   - workingFolder: Where `Glossaries/` is looked for first; then at the root of its repository.
  ///   - program: The running binary; `share/stet/glossaries` lies beside its `bin`.
  public init(workingFolder: Path = .current, program: Path? = System.program) {
    var places = [workingFolder.appending("Glossaries")]
    if let here = Files.real(workingFolder), let root = Git.root(above: here), root != here {
      places.append(root.appending("Glossaries"))
    }
    projectPlaces = places
    sharedPlace = program.map { GlossaryLocator.hookPlace(of: $0) ?? $0.folder.folder.appending("share/stet/glossaries") }
  }

  /// pre-commit builds a hook in a folder `swift_env-default` of a clone of Stet, and installs nothing.
  private static func hookPlace(of program: Path) -> Path? {
    var folder = program.folder
    while folder.folder != folder {
      if folder.name.bytes.starts(with: Array("swift_env-".utf8)) { return folder.folder.appending("Glossaries") }
      folder = folder.folder
    }
    return nil
  }

  /// Every glossary of the first `Glossaries` folder that has any: the working folder's, then the repository's.
  public func all() -> [Path] {
    for place in projectPlaces {
      let files = ((try? Files.list(place)) ?? []).filter { $0.name.hasEnding(["yml", "yaml"]) && !$0.isHidden }
      if !files.isEmpty { return files.map { place.appending($0.name) } }
    }
    return []
  }

  /// - Parameter argument: With a `/` or ending in .yml or .yaml it is a file, which may be missing; otherwise a name.
  public func locate(_ argument: String) throws(GlossaryNotFound) -> Path {
    let path = Path(argument: argument)
    if argument.contains("/") || path.hasEnding(["yml", "yaml"]) { return path }
    for place in places {
      let candidate = place.appending(Path(bytes: path.bytes + Array(".yml".utf8)))
      if Files.status(of: candidate)?.kind == .regular { return candidate }
    }
    throw GlossaryNotFound(name: argument, places: places.map(\.display), names: names)
  }

  /// The names that can be looked up.
  var names: [String] {
    let files = places.flatMap { (try? Files.list($0)) ?? [] }.filter { $0.name.hasEnding(["yml"]) && !$0.isHidden }
    return Set(files.map { String($0.name.display.dropLast(".yml".count)) } + [GlossaryLoader.builtInName]).sorted()
  }
}

/// A name that no glossary has.
public struct GlossaryNotFound: Error, Equatable, Sendable, CustomStringConvertible {
  public let name: String
  /// The folders that were tried.
  public let places: [String]
  /// What would have been found.
  public let names: [String]

  public var description: String {
    "there is no glossary “\(name)” in \(places.joined(separator: ", ")); names that exist: \(names.joined(separator: ", "))"
  }
}
