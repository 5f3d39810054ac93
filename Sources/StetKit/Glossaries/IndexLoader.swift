import StetGlossary
import StetGlossaryFiles
import StetICU

/// The index of a run's glossaries, and what is wrong with them.
public struct LoadedIndex: Sendable {
  /// Nil when the glossaries cannot be used.
  public let index: GlossaryIndex?
  /// In the order of the files, then of lines.
  public let faults: [Fault]
  /// Files and names that were not found or could not be read.
  public let failures: [String]
  /// How long making the index took; nil for one that was kept from an earlier run.
  public let seconds: Double?
  /// Whether the next run will find it.
  public let isKept: Bool
  /// Stands for everything the index was made from.
  let digest: String

  /// What to tell of a making that somebody sat and waited for. A log does not want it: it would differ from run to run.
  var note: String? {
    guard let index, let seconds, seconds > 1, StandardStream.error.isTerminal else { return nil }
    let tenths = Int(seconds * 10), next = isKept ? "; it is kept for the next run" : ""
    return "making the index of \(index.count) entries took \(tenths / 10).\(tenths % 10) s\(next)"
  }
}

/// Loads what `-g` names as one index: a kept one if there is one for just these files, else made anew and kept.
public struct IndexLoader: Sendable {
  private let loader: GlossaryLoader
  private let cache: IndexCache?

  /// - Parameter cache: Where indexes are kept; nil: nowhere.
  public init(_ locator: GlossaryLocator = GlossaryLocator(), cache: IndexCache?) {
    loader = GlossaryLoader(locator)
    self.cache = cache
  }

  /// - Throws: When ICU fails to make the romanizations, for which only a broken installation is to blame.
  public func load(_ arguments: [String]) throws(ICUError) -> LoadedIndex { try load(arguments.map { GlossaryReference($0) }) }

  func load(_ references: [GlossaryReference]) throws(ICUError) -> LoadedIndex {
    let sources = loader.sources(references)
    let key = sources.failures.isEmpty ? IndexLoader.key(sources) : nil, digest = key?.name ?? ""
    if let cache, let key, let kept = cache.index(key) {
      return LoadedIndex(index: kept.index, faults: kept.faults, failures: [], seconds: nil, isKept: true, digest: digest)
    }
    let start = System.seconds
    let loaded = LoadedGlossaries(sources)
    guard loaded.isUsable else {
      return LoadedIndex(index: nil, faults: loaded.faults, failures: loaded.failures, seconds: nil, isKept: false, digest: digest)
    }
    let index = try GlossaryIndex(loaded.glossaries)
    var isKept = false
    if let cache, let key { isKept = cache.keep(CompiledIndex(index: index, faults: loaded.faults), key) }
    return LoadedIndex(index: index, faults: loaded.faults, failures: [], seconds: System.seconds - start, isKept: isKept, digest: digest)
  }

  /// Everything an index depends on. The program's size and time of change tell two builds of one version apart, and with them what
  /// is compiled in: Stet's data, the built-in glossary.
  private static func key(_ sources: GlossarySources) -> IndexKey? {
    guard let program = Files.status(of: Path("/proc/self/exe")) else { return nil }
    let maker = "\(stetVersion) \(icuVersion) \(program.size) \(program.seconds) \(program.nanoseconds) \(sources.hasBuiltIn)"
    var all = [Array(maker.utf8)]
    for file in sources.files { all += [Array(file.path.utf8), file.bytes] }
    return IndexKey(of: all)
  }
}
