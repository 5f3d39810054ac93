import StetChecks
import StetGlossary

/// What one configuration file says.
struct ConfigurationFile: Sendable {
  /// As shown.
  let path: String
  /// The file's folder, absolute and without links; what its paths and patterns are relative to.
  let folder: Path
  var isRoot = false
  var layer = SettingsLayer()
  var overrides: [(files: PatternList, layer: SettingsLayer)] = []

  /// What it says of a file, weakest first.
  ///
  /// - Parameter file: Absolute.
  func layers(for file: Path) -> [SettingsLayer] {
    let below = file.below(folder)
    return [layer] + overrides.filter { override in below.map(override.files.matches) ?? false }.map(\.layer)
  }
}

/// The settings that one place makes: a file, one of its overrides, or the command line. What it does not speak of is nil.
struct SettingsLayer: Sendable {
  var glossaries: Setting<[GlossaryReference]>?
  var select: Setting<[String]>?
  var ignore: Setting<[String]>?
  var severity: [String: Setting<CheckSeverity>] = [:]
  var failOn: Setting<FailOn>?
  var quotes: Setting<Entry.QuotationPolicy?>?
  var style: [Setting<HouseStyle.Rule>] = []
  var baseline: Setting<Path?>?
  var ignoreList: Setting<Path?>?
  var exclude: [Setting<String>] = []
  /// Checks of the command line's `--ignore`, which come on top of what a file ignores.
  var added: [String] = []

  /// Lays this over what holds so far: key by key, `severity` check by check, `style` rule by rule. Exclusions add up.
  func apply(to settings: inout Settings) {
    if let glossaries { settings.glossaries = glossaries }
    if let select { choose(select, in: &settings) }
    if let ignore { settings.ignore = ignore }
    if !added.isEmpty { settings.ignore = Setting(settings.ignore.value + added, .commandLine) }
    settings.severity.merge(severity) { _, new in new }
    if let failOn { settings.failOn = failOn }
    if let quotes { settings.quotes = quotes }
    settings.style.removeAll { old in style.contains { $0.value.replaces(old.value) } }
    settings.style += style
    if let baseline { settings.baseline = baseline }
    if let ignoreList { settings.ignoreList = ignoreList }
    settings.exclude += exclude
  }
}

extension SettingsLayer {
  /// Whoever names a check on the command line wants to see it, whatever the files ignore.
  private func choose(_ select: Setting<[String]>, in settings: inout Settings) {
    settings.select = select
    guard select.origin == .commandLine else { return }
    settings.ignore.value.removeAll { select.value.contains($0) }
    for check in select.value where settings.severity[check]?.value == .off { settings.severity[check] = nil }
  }
}

/// Patterns as git reads the lines of a `.gitignore`: the last that matches decides, and `!` takes back.
struct PatternList: Sendable {
  private let patterns: [(pattern: Pattern, isNegated: Bool)]

  init(_ texts: [String]) {
    patterns = texts.map { text in
      if text.hasPrefix("!") { return (Pattern(String(text.dropFirst())), true) }
      return (Pattern(text.hasPrefix("\\!") || text.hasPrefix("\\#") ? String(text.dropFirst()) : text), false)
    }
  }

  /// - Parameter path: Below the folder that the patterns are relative to.
  func matches(_ path: Path) -> Bool {
    let last = patterns.last { $0.pattern.excludes(path, in: .current, isFolder: false) }
    return last.map { !$0.isNegated } ?? false
  }
}

extension Path {
  /// The path as seen from a folder that holds it; nil for another folder's. Both are absolute.
  func below(_ folder: Path) -> Path? {
    let own = components, others = folder.components
    guard own.count > others.count, zip(own, others).allSatisfy({ $0.elementsEqual($1) }) else { return nil }
    return Path(bytes: own[others.count...].joined(separator: [slash]))
  }

  /// As people see it: from the working folder if it lies there, else absolute.
  var shownFromHere: Path { System.workingFolder.flatMap { below($0) } ?? self }
}
