import StetGlossary
import StetGlossaryFiles

/// The glossaries of a run, and what is wrong with them.
public struct LoadedGlossaries: Sendable {
  public var glossaries: [Glossary] = []
  /// In the order of the files, then of lines.
  public var faults: [Fault] = []
  /// Files and names that were not found or could not be read.
  public var failures: [String] = []

  /// Whether linting may go on.
  public var isUsable: Bool { failures.isEmpty && !faults.contains { $0.severity == .error } }

  init() {}
}

/// Loads what `-g` names, each glossary once, and the built-in one unless it is switched off.
public struct GlossaryLoader: Sendable {
  /// Given to `-g`, it leaves out the built-in glossary.
  public static let none = "none"

  private let locator: GlossaryLocator

  public init(_ locator: GlossaryLocator = GlossaryLocator()) { self.locator = locator }

  public func load(_ arguments: [String]) -> LoadedGlossaries {
    var loaded = LoadedGlossaries()
    var seen: Set<Path> = []
    for argument in arguments where argument != GlossaryLoader.none {
      do throws(GlossaryNotFound) {
        let path = try locator.locate(argument)
        if seen.insert(Files.real(path) ?? path).inserted { loaded.add(path) }
      } catch {
        // The built-in glossary has a name like any other, and comes anyway.
        if argument != BuiltInGlossary.name { loaded.failures.append(error.description) }
      }
    }
    if !arguments.contains(GlossaryLoader.none) || arguments.contains(BuiltInGlossary.name) { loaded.addBuiltIn() }
    return loaded
  }
}

extension LoadedGlossaries {
  mutating func add(_ path: Path) {
    do throws(FileError) {
      let (glossary, faults) = GlossaryReader.read(try Files.read(path).bytes, path: path.display)
      self.faults += faults
      if let glossary { glossaries.append(glossary) }
    } catch {
      failures.append(error.description)
    }
  }

  /// A file of the same name takes its place: that is how to work on it.
  fileprivate mutating func addBuiltIn() {
    guard !glossaries.contains(where: { $0.name == BuiltInGlossary.name }) else { return }
    glossaries.append(BuiltInGlossary.glossary)
  }
}
