import StetGlossary
import Synchronization

/// Finds what holds for each draft.
///
/// The configuration is `.stet.yml` in the draft's folder and in those above it, up to the root of the repository or a file
/// that says `root: true`. Of two files that make one setting the nearer wins. A home folder that is no repository has a say
/// only over work that is done in it: one person's settings must not change what the others see.
///
///     let configurations = Configurations(.search)
///     let settings = configurations.settings(for: .file(Path("drafts/a.md")))
public final class Configurations: Sendable {
  public enum Source: Sendable { case search, file(Path), nothing }

  static let fileName = ".stet.yml"

  /// What is learnt on the way; folders are looked into once.
  private struct Known {
    /// The configuration files that reach into a folder, nearest first.
    var chains: [Path: [ConfigurationFile]] = [:]
    var files: [Path: ConfigurationFile?] = [:]
    var faults: [Fault] = []
    var failures: [String] = []
  }

  private let source: Source
  private let commandLine: SettingsLayer
  private let known = Mutex(Known())
  private let home: Path?
  private let workingFolder: Path

  public convenience init(_ source: Source, overruledBy options: CommandLineSettings = CommandLineSettings()) {
    self.init(source, overruledBy: options, home: System.variable("HOME").flatMap { Files.real(Path($0)) })
  }

  init(_ source: Source, overruledBy options: CommandLineSettings = CommandLineSettings(), home: Path?) {
    self.source = source
    self.home = home
    commandLine = options.layer
    workingFolder = System.workingFolder ?? .current
    if case .file(let path) = source { known.withLock { _ = read(path, isNamed: true, &$0) } }
  }

  /// What is wrong with the files that were read so far.
  public var faults: [Fault] { known.withLock { $0.faults } }
  /// Files that could not be read.
  public var failures: [String] { known.withLock { $0.failures } }

  /// What holds for every draft, wherever it lies; nil if there may be files that have a say.
  var common: Settings? {
    guard case .nothing = source else { return nil }
    var settings = Settings()
    commandLine.apply(to: &settings)
    return settings
  }

  /// What holds for a draft. Standard input is taken to lie where its name says, or in the working folder.
  public func settings(for draft: DraftSource) -> Settings {
    switch draft {
    case .file(let path): settings(for: Files.real(path) ?? workingFolder.appending(path))
    case .standardInput(let name): settings(for: workingFolder.appending(Path(name)))
    }
  }

  /// - Parameter file: Absolute.
  func settings(for file: Path) -> Settings {
    var settings = Settings()
    let chain = chain(of: file.folder)
    settings.files = chain.map(\.path)
    for configuration in chain.reversed() {
      for layer in configuration.layers(for: file) { layer.apply(to: &settings) }
    }
    commandLine.apply(to: &settings)
    return settings
  }

  /// Whether a configuration leaves a file out of searches.
  ///
  /// - Parameter file: Absolute.
  public func excludes(_ file: Path) -> Bool {
    chain(of: file.folder).contains { configuration in
      guard !configuration.layer.exclude.isEmpty, let below = file.below(configuration.folder) else { return false }
      return PatternList(configuration.layer.exclude.map(\.value)).matches(below)
    }
  }

  private func chain(of folder: Path) -> [ConfigurationFile] {
    known.withLock { known in
      switch source {
      case .nothing: []
      case .file(let path): read(path, isNamed: true, &known).map { [$0] } ?? []
      case .search: chain(of: folder, &known)
      }
    }
  }

  private func chain(of folder: Path, _ known: inout Known) -> [ConfigurationFile] {
    if let chain = known.chains[folder] { return chain }
    var chain: [ConfigurationFile] = []
    let isRepository = Files.statusOfLink(folder.appending(".git")) != nil
    if isRepository || folder != home || folder == workingFolder {
      let own = read(folder.appending(Configurations.fileName), isNamed: false, &known)
      chain = own.map { [$0] } ?? []
      let isTop = own?.isRoot == true || isRepository || folder.folder == folder
      if !isTop { chain += self.chain(of: folder.folder, &known) }
    }
    known.chains[folder] = chain
    return chain
  }

  private func read(_ path: Path, isNamed: Bool, _ known: inout Known) -> ConfigurationFile? {
    if let read = known.files[path] { return read }
    guard isNamed || Files.status(of: path) != nil else { return nil }
    var file: ConfigurationFile?
    do throws(FileError) {
      let bytes = try Files.read(path).bytes
      let folder = (Files.real(path) ?? path).folder
      // Seen through the path it was found at: a link's own folder is what its patterns mean.
      let read = ConfigurationReader.read(
        bytes, shown: isNamed ? path.display : path.shownFromHere.display, folder: Files.real(path.folder) ?? folder)
      file = read.file
      known.faults += read.faults
    } catch {
      known.failures.append("\(error)")
    }
    known.files[path] = file
    return file
  }
}

/// What the command line says about settings; it overrules every file.
public struct CommandLineSettings: Sendable {
  public var glossaries: [String] = []
  public var select: [String] = []
  public var ignore: [String] = []
  public var failOn: FailOn?
  public var baseline: Path?
  public var ignoreList: Path?

  public init() {}

  /// Nil where the option was not given.
  var layer: SettingsLayer {
    var layer = SettingsLayer()
    if !glossaries.isEmpty { layer.glossaries = Setting(glossaries.map { GlossaryReference($0) }, .commandLine) }
    if !select.isEmpty { layer.select = Setting(select, .commandLine) }
    if let failOn { layer.failOn = Setting(failOn, .commandLine) }
    if let baseline { layer.baseline = Setting(baseline, .commandLine) }
    if let ignoreList { layer.ignoreList = Setting(ignoreList, .commandLine) }
    layer.added = ignore
    return layer
  }
}
