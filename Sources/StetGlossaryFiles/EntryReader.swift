import StetFindings
import StetGlossary
import StetText

/// An entry with the places of the forms that other entries may contradict.
struct ReadEntry {
  var entry: Entry
  let position: Position
  var term: PlacedText?
  var admit: [PlacedText] = []
  var forbid: [PlacedText] = []
  var except: [PlacedText] = []
}

/// Reads one entry.
struct EntryReader {
  private let fields: FieldReader
  private var read: ReadEntry
  private var entry: Entry
  private var hasKind = false
  private var sourceForms: [(language: String, text: PlacedText)] = []
  /// The keys that stand there; few enough to be looked through.
  private var keys: [(key: EntryKey, position: Position)] = []

  private var log: FaultLog { fields.log }

  /// Keys that stand in an entry by mistake.
  private static let elsewhere = [
    "glossary": "at the top of the file", "language": "at the top of the file", "house": "at the top of the file",
    "entries": "at the top of the file", "license": "at the top of the file", "before": "in ‘except_if’", "after": "in ‘except_if’",
    "in_draft": "in ‘except_if’", "flags": "in ‘tests’", "allows": "in ‘tests’",
  ]

  /// Nil, and faults in the log, for what is no entry.
  static func read(_ node: YAMLNode, _ fields: FieldReader) -> ReadEntry? {
    guard let resolved = fields.document.resolved(node, log: fields.log) else { return nil }
    guard case .mapping(let mapping) = resolved else {
      let term: String? = if case .text(let text) = resolved, !text.string.isEmpty { text.string } else { nil }
      let hint = term.map { "write it as ‘term: \($0)’" }
      fields.log.error("an entry must be a mapping, not \(resolved.nature)", at: resolved.position, hint: hint)
      return nil
    }
    var reader = EntryReader(fields, at: mapping.position)
    for pair in fields.document.pairs(of: mapping, log: fields.log) { reader.read(pair.key, pair.value) }
    return reader.finished()
  }

  private init(_ fields: FieldReader, at position: Position) {
    self.fields = fields
    entry = Entry(term: "")
    entry.line = position.line
    entry.column = position.column
    read = ReadEntry(entry: entry, position: position)
  }

  private mutating func read(_ name: PlacedText, _ value: YAMLNode) {
    guard let key: EntryKey = fields.known(name, elsewhere: EntryReader.elsewhere) else { return }
    keys.append((key, name.position))
    switch key {
    case .term: readTerm(value)
    case .family: readFamily(value)
    case .from: readSourceForms(value)
    case .kind:
      if let kind = fields.choice(value, "kind", as: Entry.Kind.self) { (entry.kind, hasKind) = (kind, true) }
    case .gender: entry.gender = fields.choice(value, "gender")
    case .admit: read.admit = fields.list(value, "admit", of: "forms")
    case .forbid: read.forbid = fields.list(value, "forbid", of: "forms")
    case .except: read.except = fields.list(value, "except", of: "phrases")
    case .exceptIf: readExceptIf(value)
    case .tests: readTests(value)
    default: readRest(key, value)
    }
  }

  private mutating func readRest(_ key: EntryKey, _ value: YAMLNode) {
    let name = key.rawValue
    switch key {
    case .context: entry.context = strings(value, name, of: "words")
    case .within: entry.within = fields.choice(value, name) ?? entry.within
    case .acronyms: entry.acronyms = strings(value, name, of: "acronyms")
    case .calques: entry.calques = strings(value, name, of: "forms")
    case .phrases: entry.phrases = strings(value, name, of: "phrases")
    case .caseMatching: entry.caseMatching = fields.choice(value, name)
    case .accents: entry.accents = fields.choice(value, name) ?? entry.accents
    case .quotes:
      entry.quotes = fields.choice(value, name) ?? entry.quotes
      entry.saysQuotes = true
    case .severity: entry.severity = fields.choice(value, name)
    case .note: entry.note = fields.text(value, name)?.string
    case .link: entry.link = fields.text(value, name)?.string
    case .source: entry.source = fields.text(value, name)?.string
    case .date: entry.date = fields.text(value, name)?.string
    default: break
    }
  }

  private func position(of key: EntryKey) -> Position? { keys.first { $0.key == key }?.position }

  private func strings(_ node: YAMLNode, _ key: String, of noun: String) -> [String] {
    fields.list(node, key, of: noun).map(\.string)
  }

  private mutating func readTerm(_ value: YAMLNode) {
    read.term = fields.text(value, "term")
    entry.term = read.term?.string ?? ""
  }

  private mutating func readFamily(_ value: YAMLNode) {
    guard let family = fields.text(value, "family")?.string else { return }
    entry.family = family == "none" ? .none : .form(family)
  }

  private mutating func readSourceForms(_ value: YAMLNode) {
    for pair in fields.pairs(value, "from", example: "‘from: {uk: Київ, ru: Киев}’") {
      guard let code = fields.languageCode(pair.key) else { continue }
      sourceForms += fields.list(pair.value, code, of: "source forms").map { (code, $0) }
    }
  }

  private mutating func readExceptIf(_ value: YAMLNode) {
    for pair in fields.pairs(value, "except_if", example: "‘except_if: {after: [University], in_draft: [Texas]}’") {
      guard let key: ExceptIfKey = fields.known(pair.key) else { continue }
      let words = strings(pair.value, key.rawValue, of: "words")
      switch key {
      case .before: entry.exceptIf.before = words
      case .after: entry.exceptIf.after = words
      case .inDraft: entry.exceptIf.inDraft = words
      }
    }
  }

  private mutating func readTests(_ value: YAMLNode) {
    for pair in fields.pairs(value, "tests", example: "‘tests: {flags: [“…”], allows: [“…”]}’") {
      guard let key: TestsKey = fields.known(pair.key) else { continue }
      let sentences = fields.list(pair.value, key.rawValue, of: "sentences").map {
        Entry.Tests.Sentence(text: $0.string, line: $0.position.line, column: $0.position.column)
      }
      switch key {
      case .flags: entry.tests.flags = sentences
      case .allows: entry.tests.allows = sentences
      }
    }
  }

  /// What can be said only when all keys are known.
  private mutating func finished() -> ReadEntry? {
    // What a calque should be may depend on the sentence: then the note says it.
    if position(of: .term) == nil, position(of: .phrases) == nil, position(of: .calques) == nil {
      log.error("‘term’ is missing", at: read.position, hint: "an entry needs ‘term’, or ‘phrases’")
    }
    if !hasKind, entry.term.isEmpty, position(of: .kind) == nil { entry.kind = .phrase }
    entry.from = sourceForms.map { sourceForm($0.text, $0.language) }
    entry.admit = read.admit.map(\.string)
    entry.forbid = read.forbid.map(\.string)
    entry.except = read.except.map(\.string)
    warnOfKeysWithoutEffect()
    read.entry = entry
    return entry.term.isEmpty && entry.phrases.isEmpty && entry.calques.isEmpty ? nil : read
  }

  private func sourceForm(_ text: PlacedText, _ language: String) -> Entry.SourceForm {
    let letters = SourceLetters(text.string, language: language)
    if let fault = letters.fault { log.warning(fault.message, at: text.position, hint: fault.hint) }
    return Entry.SourceForm(language: language, text: entry.kind == .person ? givenFirst(letters.repaired) : letters.repaired)
  }

  /// "Залужний, Валерій Федорович" as the name is spoken: given names, then the family name.
  private func givenFirst(_ name: String) -> String {
    let parts = name.unicodeScalars.split { $0 == "," || $0 == "،" || $0 == "、" }
    guard parts.count == 2 else { return name }
    let family = parts[0].split(separator: " "), given = parts[1].split(separator: " ")
    return family.isEmpty || given.isEmpty ? name : (given + family).map(String.init).joined(separator: " ")
  }

  private func warnOfKeysWithoutEffect() {
    if let within = position(of: .within), entry.context.isEmpty, position(of: .context) == nil {
      log.warning("‘within’ has no effect without ‘context’", at: within, hint: "add ‘context’ or take it out")
    }
    guard entry.kind != .person, hasKind || position(of: .kind) == nil else { return }
    for key in [EntryKey.family, .gender] {
      guard let place = position(of: key) else { continue }
      let owner = hasKind ? "the kind ‘\(entry.kind.rawValue)’" : "an entry without ‘kind’"
      log.warning("‘\(key.rawValue)’ has no effect on \(owner)", at: place, hint: "a person has ‘kind: person’")
    }
  }
}
