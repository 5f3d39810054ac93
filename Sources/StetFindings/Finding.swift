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
  private var box: Box

  public init(check: String, severity: Severity, span: Span, message: String) {
    self.init(check: check, severity: severity, span: span, wording: .text(message))
  }

  /// For messages that are put together only where they are printed.
  public init(check: String, severity: Severity, span: Span, wording: Wording) {
    self.init(check: check, span: span, Details(severity: severity, wording))
  }

  /// For checks that know all of it at once.
  public init(check: String, span: Span, _ details: Details) {
    self.check = check
    self.span = span
    box = Box(details)
  }

  /// All of a finding but its check and its place. What each part is, the finding's own properties say.
  public struct Details: Hashable, Sendable {
    public var severity: Severity
    public let message: Wording
    public fileprivate(set) var ownSeverity: Severity?
    public var core: Span?
    public var why: String?
    public var replacements: [String] = []
    public var fix: Fix?
    public var entry: String?
    public var glossary: String?
    public var grade: Grade?
    public var systems: [String] = []
    public var related: [Related] = []
    public var silence: Silence?
    public var baseline: BaselineState?
    public var isOnChangedLine: Bool?

    public init(severity: Severity, _ message: Wording) {
      self.severity = severity
      self.message = message
    }
  }

  /// Changed only while a single finding has it.
  private final class Box: @unchecked Sendable {
    var details: Details
    init(_ details: Details) { self.details = details }
  }

  /// All the rest at once, for whoever asks for most of it.
  public private(set) var details: Details {
    _read { yield box.details }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.details) }
      yield &box.details
    }
  }

  public var severity: Severity {
    get { details.severity }
    set { details.severity = newValue }
  }
  /// What the check itself made of it, where a configuration wants another severity.
  public private(set) var ownSeverity: Severity? {
    get { details.ownSeverity }
    set { details.ownSeverity = newValue }
  }
  /// Where in a long span the damage itself is: the joint of two sentences. Only there does the finding hide others or give
  /// way to them. `nil` means all of it; an empty one, of a passage that stands twice, that all in it stands for itself.
  public var core: Span? {
    get { details.core }
    set { details.core = newValue }
  }
  /// One line: what stands there, quoted, and what should. No full stop, no blame.
  public var message: String { details.message.text }
  /// The same, not yet put together.
  public var wording: Wording { details.message }
  /// Why, for readers who ask: the entry's note, the romanization systems. One line or nil.
  public var why: String? {
    get { details.why }
    set { details.why = newValue }
  }
  /// What it should be, best first; may be empty.
  public var replacements: [String] {
    get { details.replacements }
    set { details.replacements = newValue }
  }
  /// The edits that put it right; nil when there is nothing to apply.
  public var fix: Fix? {
    get { details.fix }
    set { details.fix = newValue }
  }
  /// The preferred term of the entry behind it.
  public var entry: String? {
    get { details.entry }
    set { details.entry = newValue }
  }
  /// The name of the glossary that holds the entry.
  public var glossary: String? {
    get { details.glossary }
    set { details.glossary = newValue }
  }
  public var grade: Grade? {
    get { details.grade }
    set { details.grade = newValue }
  }
  /// For grade `system`: the romanization systems that write the name so.
  public var systems: [String] {
    get { details.systems }
    set { details.systems = newValue }
  }
  public var related: [Related] {
    get { details.related }
    set { details.related = newValue }
  }
  /// Set if somebody has silenced it.
  public var silence: Silence? {
    get { details.silence }
    set { details.silence = newValue }
  }
  /// Set if there is a baseline.
  public var baseline: BaselineState? {
    get { details.baseline }
    set { details.baseline = newValue }
  }
  /// Whether it stands on a line changed since a revision; nil if nobody asked.
  public var isOnChangedLine: Bool? {
    get { details.isOnChangedLine }
    set { details.isOnChangedLine = newValue }
  }

  public static func == (a: Finding, b: Finding) -> Bool {
    a.span == b.span && a.check == b.check && (a.box === b.box || a.box.details == b.box.details)
  }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(check)
    hasher.combine(span)
    hasher.combine(box.details)
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
    return Mirror(self, children: own + Mirror(reflecting: box.details).children, displayStyle: .struct)
  }
}
