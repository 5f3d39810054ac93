import StetGlossary
import StetGlossaryFiles
import StetICU
import StetNames

/// The glossaries of a run, and what is wrong with them.
public struct LoadedGlossaries: Sendable {
  public var glossaries: [Glossary] = []
  /// In the order of the files, then of lines.
  public var faults: [Fault] = []
  /// Files and names that were not found or could not be read.
  public var failures: [String] = []

  /// Whether linting may go on.
  public var isUsable: Bool { failures.isEmpty && !faults.contains { $0.severity == .error } }

}

/// Loads what `-g` names, each glossary once, and the built-in one unless it is switched off.
public struct GlossaryLoader: Sendable {
  /// Given to `-g`, it leaves out the built-in glossary.
  public static let none = "none"
  static let builtInName = "garble-en"

  private let locator: GlossaryLocator

  public init(_ locator: GlossaryLocator = GlossaryLocator()) { self.locator = locator }

  public func load(_ arguments: [String]) -> LoadedGlossaries { LoadedGlossaries(sources(arguments.map { GlossaryReference($0) })) }

  /// The files that references name, read but not understood.
  func sources(_ references: [GlossaryReference]) -> GlossarySources {
    let arguments = references.map(\.argument)
    var sources = GlossarySources(hasBuiltIn: !arguments.contains(GlossaryLoader.none) || arguments.contains(GlossaryLoader.builtInName))
    var seen: Set<Path> = []
    for reference in references where reference.argument != GlossaryLoader.none {
      do throws(GlossaryNotFound) {
        let path = try locate(reference)
        if seen.insert(Files.real(path) ?? path).inserted { sources.add(path) }
      } catch {
        // The built-in glossary has a name like any other, and comes anyway.
        if reference.argument != GlossaryLoader.builtInName { sources.failures.append(error.description) }
      }
    }
    return sources
  }

  /// Names and files of a configuration are looked up from its folder.
  private func locate(_ reference: GlossaryReference) throws(GlossaryNotFound) -> Path {
    guard reference.folder != .current else { return try locator.locate(reference.argument) }
    let path = try GlossaryLocator(workingFolder: reference.folder).locate(reference.argument)
    return reference.folder.appending(path).shownFromHere
  }
}

/// The files of a run's glossaries.
struct GlossarySources: Sendable {
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  var failures: [String] = []
  let hasBuiltIn: Bool

  init(hasBuiltIn: Bool) { self.hasBuiltIn = hasBuiltIn }

  mutating func add(_ path: Path) {
    do throws(FileError) {
      files.append((path.display, try Files.read(path).bytes))
    } catch {
      failures.append(error.description)
    }
  }
}

extension LoadedGlossaries {
  init(_ sources: GlossarySources) {
    failures = sources.failures
    for file in sources.files { add(file.bytes, path: file.path) }
    // Before the built-in one is there: nobody can settle an overlap with that.
    faults += GlossaryReader.overlaps(glossaries)
    if sources.hasBuiltIn { addBuiltIn() }
  }

  /// One file.
  init(_ path: Path) {
    var sources = GlossarySources(hasBuiltIn: false)
    sources.add(path)
    self.init(sources)
  }

  private mutating func add(_ bytes: [UInt8], path: String) {
    let systems: (String) -> [String] = { RomanizationSystems.shared.systems(for: $0).map(\.name) }
    let (glossary, faults) = GlossaryReader.read(bytes, path: path, systems: systems, renderings: LoadedGlossaries.renderings)
    self.faults += faults
    if let glossary { glossaries.append(glossary) }
  }

  /// What is derived from an entry's source forms, and what of its exceptions sounds like that ("Tinkoff Bank"); asked only of
  /// entries with an exception in which no listed form stands.
  private static func renderings(of entry: Entry) -> [String] {
    var forms = VariantForms(), derived: [String] = []
    do throws(ICUError) { derived = try forms.rows(of: entry, .whole).map(\.text) } catch { return entry.except }
    var room: [UInt8] = []
    func sounds(_ texts: [String]) -> [(word: String, key: [UInt8])] {
      texts.flatMap { $0.split(separator: " ") }.map { word in
        var key: [UInt8] = []
        Skeleton.shared.strictKey(of: Array(word.utf8)[...], letters: &room, into: &key)
        return (String(word), key)
      }
    }
    let known = Set(sounds(derived + [entry.term]).map(\.key))
    return derived + sounds(entry.except).filter { known.contains($0.key) }.map(\.word)
  }

  /// A file of the same name takes its place: that is how to work on it.
  private mutating func addBuiltIn() {
    guard !glossaries.contains(where: { $0.name == GlossaryLoader.builtInName }) else { return }
    let (glossary, faults) = BuiltInGlossary.garbleEn()
    self.faults += faults
    if let glossary { glossaries.append(glossary) }
  }
}
