import StetGlossary
import StetText

/// Reads glossary files.
public enum GlossaryReader {
  /// What a file holds and everything that is wrong with it, by place.
  ///
  ///     let (glossary, faults) = GlossaryReader.read(bytes, path: "Glossaries/ukraine-places.yml")
  ///     if faults.contains(where: { $0.severity == .error }) { … }
  ///
  /// The glossary is nil only when the file is no YAML mapping. With errors among the faults it holds what could be
  /// read, which is good for telling more about the file but not for linting.
  ///
  /// - Parameters:
  ///   - path: The file as messages show it; without a `glossary:` key its name is the glossary's.
  ///   - systems: The names of the romanization systems of a language; `house` is not checked without it.
  ///   - renderings: What Stet derives from an entry's source forms; without it, an `except` of an entry with source
  ///     forms is never said to be useless.
  public static func read(
    _ bytes: [UInt8], path: String, systems: ((_ language: String) -> [String])? = nil, renderings: ((Entry) -> [String])? = nil
  ) -> (glossary: Glossary?, faults: [Fault]) {
    let log = FaultLog(path: path)
    guard let document = YAMLDocument(bytes, log: log) else { return (nil, log.faults) }
    var file = FileReader(fields: FieldReader(document: document, log: log), systems: systems)
    guard let glossary = file.read(path: path) else { return (nil, log.faults) }
    Contradictions(file.entries, log: log).report()
    UselessExceptions(log: log, renderings: renderings).report(file.entries)
    return (glossary, log.faults)
  }
}

/// Reads the top level of a file.
private struct FileReader {
  let fields: FieldReader
  let systems: ((String) -> [String])?
  private(set) var entries: [ReadEntry] = []
  private var source: String?
  private var date: String?

  init(fields: FieldReader, systems: ((String) -> [String])?) {
    self.fields = fields
    self.systems = systems
  }

  /// Keys of entries that stand at the top by mistake.
  private static let elsewhere = Dictionary(
    uniqueKeysWithValues: EntryKey.allCases.filter { FileKey(rawValue: $0.rawValue) == nil }.map { ($0.rawValue, "in an entry") })

  mutating func read(path: String) -> Glossary? {
    guard case .mapping(let mapping) = fields.document.root else {
      let root = fields.document.root
      let hint = if case .list = root { "put the list under ‘entries:’" } else { "begin it with ‘entries:’" }
      fields.log.error("a glossary must be a mapping, not \(root.nature)", at: root.position, hint: hint)
      return nil
    }
    var glossary = Glossary(name: FileReader.name(ofFile: path), path: path), hasEntries = false
    for pair in fields.document.pairs(of: mapping, log: fields.log) {
      guard let key: FileKey = fields.known(pair.key, elsewhere: FileReader.elsewhere) else { continue }
      hasEntries = hasEntries || key == .entries
      read(key, pair.value, into: &glossary)
    }
    if !hasEntries {
      fields.log.error("‘entries’ is missing", at: mapping.position, hint: "a glossary without any has ‘entries: []’")
    }
    glossary.entries = entries.map { withDefaults($0.entry) }
    return glossary
  }

  private mutating func read(_ key: FileKey, _ value: YAMLNode, into glossary: inout Glossary) {
    switch key {
    case .glossary: glossary.name = fields.text(value, key.rawValue)?.string ?? glossary.name
    case .language: glossary.language = fields.text(value, key.rawValue).flatMap(fields.languageCode) ?? glossary.language
    case .house: glossary.house = house(value)
    case .entries: readEntries(value)
    case .source: source = fields.text(value, key.rawValue)?.string
    case .date: date = fields.text(value, key.rawValue)?.string
    // About the file, for people.
    case .license, .note: _ = fields.text(value, key.rawValue)
    }
  }

  private mutating func readEntries(_ value: YAMLNode) {
    guard let node = fields.document.resolved(value, log: fields.log) else { return }
    guard case .list(let items, _) = node else {
      let hint = if case .mapping = node { "begin each with ‘- term: …’" } else { "write ‘entries: []’ if there are none" }
      fields.log.error("‘entries’ must be a list of entries, not \(node.nature)", at: node.position, hint: hint)
      return
    }
    entries = items.compactMap { EntryReader.read($0, fields) }
  }

  /// What the file says of all its entries.
  private func withDefaults(_ entry: Entry) -> Entry {
    var entry = entry
    entry.source = entry.source ?? source
    entry.date = entry.date ?? date
    return entry
  }

  private func house(_ value: YAMLNode) -> [String: String] {
    var house: [String: String] = [:]
    for pair in fields.pairs(value, "house", example: "‘house: {uk: KMU2010}’") {
      guard let code = fields.languageCode(pair.key), let system = fields.text(pair.value, code) else { continue }
      house[code] = system.string
      warnOfUnknown(system, language: code)
    }
    return house
  }

  private func warnOfUnknown(_ system: PlacedText, language: String) {
    guard let known = systems?(language), !known.contains(system.string) else { return }
    let nearest = Nearest.word(to: system.string, among: known).map { "the nearest is ‘\($0)’; " } ?? ""
    let hint = known.isEmpty ? "Stet knows none for ‘\(language)’" : "\(nearest)those of ‘\(language)’ are \(listed(known))"
    fields.log.warning("unknown romanization system ‘\(system.string)’", at: system.position, hint: hint)
  }

  /// "ukraine-places" of "Glossaries/ukraine-places.yml".
  private static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return String(file) }
    return String(file[..<dot])
  }
}
