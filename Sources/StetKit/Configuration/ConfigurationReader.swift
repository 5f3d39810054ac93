import StetChecks
import StetFindings
import StetGlossary
import StetGlossaryFiles
import StetText

/// Reads a configuration file. Everything that is wrong with it is told at once.
struct ConfigurationReader {
  private let fields: FieldReader
  private let shown: String
  private let folder: Path

  /// - Parameters:
  ///   - shown: The file as messages name it.
  ///   - folder: Absolute, without links.
  static func read(_ bytes: [UInt8], shown: String, folder: Path) -> (file: ConfigurationFile, faults: [Fault]) {
    var file = ConfigurationFile(path: shown, folder: folder)
    let log = FaultLog(path: shown)
    // A file of comments says nothing, which is no mistake.
    guard !isEmpty(bytes), let document = YAMLDocument(bytes, log: log) else { return (file, log.faults) }
    let reader = ConfigurationReader(fields: FieldReader(document: document, log: log), shown: shown, folder: folder)
    reader.read(into: &file)
    return (file, log.faults)
  }

  private static func isEmpty(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x0A).allSatisfy { line in
      let first = line.first { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
      return first == nil || first == UInt8(ascii: "#")
    }
  }

  private func read(into file: inout ConfigurationFile) {
    guard case .mapping(let mapping) = fields.document.root else {
      let root = fields.document.root
      fields.log.error("a configuration must be a mapping, not \(root.nature)", at: root.position, hint: "write it as ‘glossaries: [names]’")
      return
    }
    for pair in fields.document.pairs(of: mapping, log: fields.log) {
      guard let key: ConfigurationKey = fields.known(pair.key, elsewhere: ["files": "in an item of ‘overrides’"]) else { continue }
      switch key {
      case .root: file.isRoot = fields.choice(pair.value, "root", as: Truth.self) == .true
      case .exclude:
        for pattern in fields.list(pair.value, "exclude", of: "patterns") {
          file.layer.exclude.append(Setting(pattern.string, origin(pattern.position)))
        }
      case .overrides: file.overrides = overrides(pair.value)
      default: read(key, pair, into: &file.layer)
      }
    }
  }

  private func read(_ key: ConfigurationKey, _ pair: YAMLMapping.Pair, into layer: inout SettingsLayer) {
    let value = pair.value, place = origin(pair.key.position)
    switch key {
    case .glossaries: layer.glossaries = Setting(glossaries(value), place)
    case .select: layer.select = Setting(checks(value, "select"), place)
    case .ignore: layer.ignore = Setting(checks(value, "ignore"), place)
    case .severity: layer.severity = severities(value)
    case .failOn: layer.failOn = fields.choice(value, "fail-on", as: FailOn.self).map { Setting($0, place) }
    case .quotes: layer.quotes = fields.choice(value, "quotes", as: Entry.QuotationPolicy.self).map { Setting($0, place) }
    case .style: layer.style = StyleReader(fields: fields, shown: shown).rules(value)
    case .baseline: layer.baseline = path(value, "baseline").map { Setting($0, place) }
    case .ignoreList: layer.ignoreList = path(value, "ignore-list").map { Setting($0, place) }
    case .root, .exclude, .overrides: break
    }
  }

  private func overrides(_ node: YAMLNode) -> [(PatternList, SettingsLayer)] {
    guard let node = fields.document.resolved(node, log: fields.log) else { return [] }
    guard case .list(let items, _) = node else {
      fields.log.error(
        "‘overrides’ must be a list, not \(node.nature)", at: node.position, hint: "write it as ‘- files: [wire/]’ with settings below")
      return []
    }
    return items.compactMap(override)
  }

  private func override(_ node: YAMLNode) -> (PatternList, SettingsLayer)? {
    var layer = SettingsLayer(), files: [String]?
    guard let item = fields.document.resolved(node, log: fields.log) else { return nil }
    let elsewhere = Dictionary(uniqueKeysWithValues: ["root", "exclude", "overrides"].map { ($0, "at the top of the file") })
    for pair in fields.pairs(item, "an item of overrides", example: "‘files: [wire/]’ with settings below") {
      guard let key: OverrideKey = fields.known(pair.key, elsewhere: elsewhere) else { continue }
      if let general = key.general {
        read(general, pair, into: &layer)
      } else {
        files = fields.list(pair.value, "files", of: "patterns").map(\.string)
      }
    }
    if files == nil, case .mapping = item {
      fields.log.error("‘files’ is missing", at: item.position, hint: "an item of ‘overrides’ says for which files it holds")
    }
    return files.map { (PatternList($0), layer) }
  }

  // MARK: Values

  private func origin(_ position: Position) -> Origin { .file(shown, line: position.line) }

  private func glossaries(_ node: YAMLNode) -> [GlossaryReference] {
    fields.list(node, "glossaries", of: "names or files").map { GlossaryReference($0.string, in: folder) }
  }

  private func checks(_ node: YAMLNode, _ key: String) -> [String] {
    fields.list(node, key, of: "checks").filter(isCheck).map(\.string)
  }

  private func severities(_ node: YAMLNode) -> [String: Setting<CheckSeverity>] {
    var result: [String: Setting<CheckSeverity>] = [:]
    for pair in fields.pairs(node, "severity", example: "‘severity: {speech-dash: note}’") where isCheck(pair.key) {
      guard let severity = fields.choice(pair.value, "severity", as: CheckSeverity.self) else { continue }
      result[pair.key.string] = Setting(severity, origin(pair.key.position))
    }
    return result
  }

  private func isCheck(_ name: PlacedText) -> Bool {
    if AllChecks.about(name.string) != nil { return true }
    let nearest = Nearest.word(to: name.string, among: AllChecks.abouts.map(\.id)).map { "the nearest is ‘\($0)’" }
    fields.log.error(
      "there is no check ‘\(name.string)’", at: name.position, hint: nearest ?? "‘stet explain’ lists all of them")
    return false
  }

  private func path(_ node: YAMLNode, _ key: String) -> Path? {
    fields.text(node, key).map { folder.appending(Path($0.string)) }
  }
}
