import StetText

/// One place where a check objects.
public struct Finding: Hashable, Sendable {
  /// Another place that belongs to the finding.
  public struct Related: Hashable, Sendable {
    public let span: Span
    public let message: String
    /// Where it is, if in another draft than the finding.
    public let elsewhere: Elsewhere?

    public init(_ span: Span, _ message: String, elsewhere: Elsewhere? = nil) {
      self.span = span
      self.message = message
      self.elsewhere = elsewhere
    }
  }

  /// A place in a draft that is not at hand any more.
  public struct Elsewhere: Hashable, Sendable {
    /// As reports show it.
    public let path: String
    public let start: Position
    public let end: Position

    public init(path: String, start: Position, end: Position) {
      self.path = path
      self.start = start
      self.end = end
    }
  }

  /// The check's id, such as "name-variant".
  public let check: String
  public let span: Span
  /// All the rest: shared by copies until one of them changes, since findings are sorted and handed on a dozen times.
  private var details: Details

  public init(check: String, severity: Severity, span: Span, message: String) {
    self.init(check: check, severity: severity, span: span, wording: .text(message))
  }

  /// For messages that are put together only where they are printed.
  public init(check: String, severity: Severity, span: Span, wording: Wording) {
    self.check = check
    self.span = span
    details = Details(Fields(severity: severity, message: wording))
  }

  /// For checks of names, which find so many that one part after the other would take long.
  public init(
    check: String, severity: Severity, span: Span, wording: Wording, why: String?, replacements: [String], fix: Fix?, entry: String,
    glossary: String, grade: Grade, systems: [String]
  ) {
    self.check = check
    self.span = span
    details = Details(
      Fields(
        severity: severity, message: wording, why: why, replacements: replacements, fix: fix, entry: entry, glossary: glossary,
        grade: grade, systems: systems))
  }

  private struct Fields: Hashable, Sendable {
    var severity: Severity
    let message: Wording
    var ownSeverity: Severity?
    var core: Span?
    var why: String?
    var replacements: [String] = []
    var fix: Fix?
    var entry: String?
    var glossary: String?
    var grade: Grade?
    var systems: [String] = []
    var related: [Related] = []
    var silence: Silence?
    var baseline: BaselineState?
    var isOnChangedLine: Bool?
  }

  /// Changed only while a single finding has it.
  private final class Details: @unchecked Sendable {
    var fields: Fields
    init(_ fields: Fields) { self.fields = fields }
  }

  private var fields: Fields {
    _read { yield details.fields }
    _modify {
      if !isKnownUniquelyReferenced(&details) { details = Details(details.fields) }
      yield &details.fields
    }
  }

  public var severity: Severity {
    get { fields.severity }
    set { fields.severity = newValue }
  }
  /// What the check itself made of it, where a configuration wants another severity.
  public private(set) var ownSeverity: Severity? {
    get { fields.ownSeverity }
    set { fields.ownSeverity = newValue }
  }
  /// Where in a long span the damage itself is: the joint of two sentences. Only there does the finding hide others or give
  /// way to them. `nil` means all of it; an empty one, of a passage that stands twice, that all in it stands for itself.
  public var core: Span? {
    get { fields.core }
    set { fields.core = newValue }
  }
  /// One line: what stands there, quoted, and what should. No full stop, no blame.
  public var message: String { fields.message.text }
  /// The same, not yet put together.
  public var wording: Wording { fields.message }
  /// Why, for readers who ask: the entry's note, the romanization systems. One line or nil.
  public var why: String? {
    get { fields.why }
    set { fields.why = newValue }
  }
  /// What it should be, best first; may be empty.
  public var replacements: [String] {
    get { fields.replacements }
    set { fields.replacements = newValue }
  }
  /// The edits that put it right; nil when there is nothing to apply.
  public var fix: Fix? {
    get { fields.fix }
    set { fields.fix = newValue }
  }
  /// Whether the fix may be applied unseen, if there is one: asked of every finding, without a copy of its edits.
  public var safety: Fix.Safety? { fields.fix?.safety }
  /// The preferred term of the entry behind it.
  public var entry: String? {
    get { fields.entry }
    set { fields.entry = newValue }
  }
  /// The name of the glossary that holds the entry.
  public var glossary: String? {
    get { fields.glossary }
    set { fields.glossary = newValue }
  }
  public var grade: Grade? {
    get { fields.grade }
    set { fields.grade = newValue }
  }
  /// For grade `system`: the romanization systems that write the name so.
  public var systems: [String] {
    get { fields.systems }
    set { fields.systems = newValue }
  }
  public var related: [Related] {
    get { fields.related }
    set { fields.related = newValue }
  }
  /// Set if somebody has silenced it.
  public var silence: Silence? {
    get { fields.silence }
    set { fields.silence = newValue }
  }
  /// Set if there is a baseline.
  public var baseline: BaselineState? {
    get { fields.baseline }
    set { fields.baseline = newValue }
  }
  /// Whether it stands on a line changed since a revision; nil if nobody asked.
  public var isOnChangedLine: Bool? {
    get { fields.isOnChangedLine }
    set { fields.isOnChangedLine = newValue }
  }

  public static func == (a: Finding, b: Finding) -> Bool {
    a.span == b.span && a.check == b.check && (a.details === b.details || a.details.fields == b.details.fields)
  }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(check)
    hasher.combine(span)
    hasher.combine(details.fields)
  }

  /// Reports it with the severity that a newsroom has decided on.
  public mutating func overrule(_ severity: Severity) {
    ownSeverity = ownSeverity ?? self.severity
    self.severity = severity
  }

  /// The same finding without the place-bound parts, in the order of reports: by span, then by check.
  public static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    if a.span != b.span { return a.span < b.span }
    return a.check != b.check ? a.check < b.check : a.message < b.message
  }
}

extension [Finding] {
  /// In the order of reports. Most often they are in order already.
  public var inOrder: [Finding] {
    for i in indices.dropFirst() where Finding.precedes(self[i], self[i - 1]) { return sortedByPlace }
    return self
  }

  /// Places are sorted rather than findings, which somebody owns.
  private var sortedByPlace: [Finding] {
    let places = indices.map { (span: self[$0].span, index: $0) }.sorted { a, b in
      if a.span.start != b.span.start { return a.span.start < b.span.start }
      if a.span.end != b.span.end { return a.span.end < b.span.end }
      return Finding.precedes(self[a.index], self[b.index])
    }
    return places.map { self[$0.index] }
  }
}

extension Finding: CustomReflectable {
  /// Every part, wherever it is kept: what prints or stores findings asks here which there are.
  public var customMirror: Mirror {
    let own: [Mirror.Child] = [("check", check), ("span", span)]
    return Mirror(self, children: own + Mirror(reflecting: details.fields).children, displayStyle: .struct)
  }
}
