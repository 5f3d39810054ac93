import StetFindings
import StetGlossary
import StetICU
import StetNames
import StetText

/// Every written form by which Stet recognises an entry, for `stet glossary variants`.
public struct NameVariants: Sendable {
  /// One written form.
  public struct Row: Sendable, Equatable {
    public let text: String
    /// "preferred", "admitted", or the grade at which it is recognised.
    public let status: String
    /// The systems that write it so, as "uk:KMU2010"; empty for listed forms.
    public let systems: [String]
    /// The form in its own script that it renders, as "uk:Зеленського"; nil for listed forms.
    public var original: String?
    /// Whether the original was itself derived.
    public var isGuessed = false
    /// For a case form: "genitive", "dative" …
    public var cases: [String] = []
    /// Why it is not reported when it stands in a sentence that says nothing about it; nil when it is.
    public var gate: String?
  }

  /// The forms of one part of a name.
  public struct Part: Sendable, Equatable {
    /// "listed forms", "whole name", "family name", "given name", "sounds alike, such as".
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
    let matches = index.matches(in: draft, isTracing: true)
    for (entry, tokens) in matches.all.map({ ($0.entry, $0.tokens) }) + matches.held.map({ ($0.entry, $0.tokens) })
    where tokens.count == draft.tokens.count && !ids.contains(entry) {
      ids.append(entry)
    }
    var forms = VariantForms()
    var found: [NameVariants] = []
    for id in ids { found.append(try NameVariants(id, in: index, &forms)) }
    return found
  }

  /// All forms of one entry.
  init(_ id: EntryID, in index: GlossaryIndex, _ forms: inout VariantForms) throws(ICUError) {
    entry = index[id]
    glossary = index.heads[id.glossary].name
    let probe = VariantProbe(index, id)
    var parts = [Part(name: "listed forms", rows: probe.listed)]
    if entry.familyName != nil, entry.term.contains(" ") {
      parts.append(Part(name: "family name", rows: try forms.rows(of: entry, .family).map { probe.judged($0) }))
      parts.append(Part(name: "given name", rows: try forms.rows(of: entry, .given).map { probe.judged($0, besideFamily: true) }))
    } else {
      parts.append(Part(name: "whole name", rows: try forms.rows(of: entry, .whole).map { probe.judged($0) }))
    }
    parts.append(Part(name: "by sound or slip, such as", rows: probe.nearby(besides: parts.flatMap(\.rows))))
    self.parts = parts.filter { !$0.rows.isEmpty }
  }
}
