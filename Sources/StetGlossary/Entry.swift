import StetFindings

/// A file of entries.
public struct Glossary: Sendable {
  /// The file's name without its ending, or what its `glossary:` key says.
  public var name: String
  /// The language of the copy it governs, "en".
  public var language: String
  /// Which romanization system writes source forms that no entry covers, by language code.
  public var house: [String: String]
  public var entries: [Entry]
  /// The file as shown in messages; nil for one made in memory.
  public var path: String?

  public init(name: String, language: String = "en", house: [String: String] = [:], entries: [Entry] = [], path: String? = nil) {
    self.name = name
    self.language = language
    self.house = house
    self.entries = entries
    self.path = path
  }
}

/// One person, place, body or concept of a glossary; the keys are those of the file format.
public struct Entry: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable { case person, place, organization, product, concept, acronym, phrase }
  public enum Gender: String, Sendable, CaseIterable { case m, f, x }
  /// How far from the form a context word may stand.
  public enum Reach: String, Sendable, CaseIterable { case sentence, paragraph, draft }
  public enum Matching: String, Sendable, CaseIterable { case fold, exact }
  /// What becomes of a name inside quotation marks.
  public enum QuotationPolicy: String, Sendable, CaseIterable { case note, check, skip }

  /// The part of a person's name that stands alone.
  public enum Family: Sendable, Equatable {
    /// The last word of the term.
    case lastWord
    case form(String)
    /// A person of one name, or one whose parts never stand alone.
    case none
  }

  /// The name in its own script.
  public struct SourceForm: Sendable, Equatable, Hashable {
    /// BCP 47 code of the language: "uk", "ru".
    public let language: String
    public let text: String

    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// Where a forbidden form is right after all.
  public struct Exceptions: Sendable, Equatable {
    public var before: [String] = []
    public var after: [String] = []
    public var inDraft: [String] = []
    public init(before: [String] = [], after: [String] = [], inDraft: [String] = []) {
      self.before = before
      self.after = after
      self.inDraft = inDraft
    }
  }

  /// The entry's own tests: sentences in which something, or nothing, must be found.
  public struct Tests: Sendable, Equatable {
    /// A sentence, and where it stands in the glossary’s file.
    public struct Sentence: Sendable, Equatable {
      public let text: String
      public let line: Int
      public let column: Int
      public init(text: String, line: Int, column: Int) {
        self.text = text
        self.line = line
        self.column = column
      }
    }
    public var flags: [Sentence] = []
    public var allows: [Sentence] = []
    public init(flags: [Sentence] = [], allows: [Sentence] = []) {
      self.flags = flags
      self.allows = allows
    }
  }

  /// The preferred form; empty only for an entry of `phrases`.
  public var term: String
  public var kind: Kind
  public var family: Family = .lastWord
  public var from: [SourceForm] = []
  public var gender: Gender?
  public var admit: [String] = []
  public var forbid: [String] = []
  public var except: [String] = []
  public var exceptIf = Exceptions()
  public var context: [String] = []
  public var within: Reach = .paragraph
  public var acronyms: [String] = []
  public var calques: [String] = []
  public var phrases: [String] = []
  /// Of listed forms; acronyms are exact whatever it says unless it is given.
  public var caseMatching: Matching?
  public var accents: Matching = .fold
  public var quotes: QuotationPolicy = .note
  /// The entry itself gives `quotes`, so that a house's policy does not overrule it.
  public var saysQuotes = false
  public var severity: Severity?
  public var note: String?
  public var link: String?
  public var source: String?
  public var date: String?
  public var tests = Tests()
  /// 1-based place in its file; 0 for one made in memory.
  public var line = 0
  public var column = 0

  public init(term: String, kind: Kind = .concept) {
    self.term = term
    self.kind = kind
  }

  /// The words of the term that stand alone for a person; nil for other kinds and for one-name persons.
  public var familyName: String? {
    guard kind == .person else { return nil }
    switch family {
    case .none: return nil
    case .form(let form): return form
    case .lastWord: return term.split(separator: " ").last.map(String.init)
    }
  }
}
