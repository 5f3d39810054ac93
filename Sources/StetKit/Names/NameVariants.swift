import StetGlossary
import StetFindings
import StetICU
import StetNames
import StetText

/// Every written form by which Stet recognises an entry, for `stet glossary variants`.
public struct NameVariants: Sendable {
  /// One written form.
  public struct Row: Sendable, Equatable {
    public let text: String
    /// "preferred", "admitted", or a grade.
    public let status: String
    /// The systems that write it so, as "uk:KMU2010"; empty for listed forms.
    public let systems: [String]
    /// Why it is not reported when it stands alone, or nil.
    public let gate: String?
  }

  /// The forms of one part of a name.
  public struct Part: Sendable, Equatable {
    /// "whole name", "family name", "given name".
    public let name: String
    public let rows: [Row]
  }

  public let entry: Entry
  public let glossary: String
  public let parts: [Part]

  /// The entries that a written name belongs to, in any of its forms, with all their forms.
  ///
  /// - Throws: `ICUError` when a table cannot be run.
  public static func find(_ name: String, in index: GlossaryIndex) throws(ICUError) -> [NameVariants] {
    var ids: [EntryID] = []
    let draft = Draft(path: "name", text: name)
    for match in index.matches(in: draft).all where match.tokens.count == draft.tokens.count {
      if !ids.contains(match.entry) { ids.append(match.entry) }
    }
    var romanizer = Romanizer()
    var found: [NameVariants] = []
    for id in ids {
      found.append(try NameVariants(index[id], glossary: index.heads[id.glossary].name, &romanizer))
    }
    return found
  }

  /// All forms of one entry.
  public init(_ entry: Entry, glossary: String, _ romanizer: inout Romanizer) throws(ICUError) {
    self.entry = entry
    self.glossary = glossary
    let listed = [Row(text: entry.term, status: "preferred", systems: [], gate: nil)]
      + entry.admit.map { Row(text: $0, status: "admitted", systems: [], gate: nil) }
      + entry.forbid.map { Row(text: $0, status: Grade.listed.rawValue, systems: [], gate: nil) }
    var parts = [Part(name: "listed forms", rows: listed)]
    if entry.familyName != nil, entry.term.contains(" ") {
      let families = entry.from.compactMap { form in form.lastWord.map { Entry.SourceForm(language: form.language, text: $0) } }
      let givens = entry.from.compactMap { form in form.withoutLastWord.map { Entry.SourceForm(language: form.language, text: $0) } }
      parts.append(Part(name: "family name", rows: try NameVariants.rows(families, isAlone: true, &romanizer)))
      parts.append(Part(name: "given name", rows: try NameVariants.rows(givens, isAlone: false, &romanizer)))
    } else {
      parts.append(Part(name: "whole name", rows: try NameVariants.rows(entry.from, isAlone: true, &romanizer)))
    }
    self.parts = parts.filter { !$0.rows.isEmpty }
  }

  /// The distinct renderings of source forms, in the order of the systems.
  private static func rows(_ forms: [Entry.SourceForm], isAlone: Bool, _ romanizer: inout Romanizer) throws(ICUError) -> [Row] {
    var order: [String] = [], systems: [String: [String]] = [:]
    for form in forms {
      for system in RomanizationSystems.shared.systems(for: form.tableLanguage) {
        guard let text = try romanizer.romanize([form.text], by: system).first else { continue }
        guard !text.isEmpty, Token.tokens(of: text).allSatisfy({ !$0.flags.contains(.otherScript) }) else { continue }
        if systems[text] == nil { order.append(text) }
        systems[text, default: []].append(system.id)
      }
    }
    return order.map { text in
      let isWord = isAlone && WordList.english.contains(CharacterTable.shared.folded(text))
      return Row(
        text: text, status: Grade.system.rawValue, systems: systems[text] ?? [],
        gate: isWord ? "an ordinary English word: not reported alone" : nil)
    }
  }
}

extension Entry.SourceForm {
  var lastWord: String? { text.split(separator: " ").last.map(String.init) }
  var withoutLastWord: String? {
    let words = text.split(separator: " ").dropLast()
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
