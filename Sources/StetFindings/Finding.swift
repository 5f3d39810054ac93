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
  public var severity: Severity
  /// What the check itself made of it, where a configuration wants another severity.
  public private(set) var ownSeverity: Severity?
  public let span: Span
  /// Where in a long span the damage itself is: the joint of two sentences. Only there does the finding hide others or give
  /// way to them. `nil` means all of it; an empty one, of a passage that stands twice, that all in it stands for itself.
  public var core: Span?
  /// One line: what stands there, quoted, and what should. No full stop, no blame.
  public let message: String
  /// Why, for readers who ask: the entry's note, the romanization systems. One line or nil.
  public var why: String?
  /// What it should be, best first; may be empty.
  public var replacements: [String] = []
  /// The edits that put it right; nil when there is nothing to apply.
  public var fix: Fix?
  /// The preferred term of the entry behind it.
  public var entry: String?
  /// The name of the glossary that holds the entry.
  public var glossary: String?
  public var grade: Grade?
  /// For grade `system`: the romanization systems that write the name so.
  public var systems: [String] = []
  public var related: [Related] = []
  /// Set if somebody has silenced it.
  public var silence: Silence?
  /// Set if there is a baseline.
  public var baseline: BaselineState?
  /// Whether it stands on a line changed since a revision; nil if nobody asked.
  public var isOnChangedLine: Bool?

  public init(check: String, severity: Severity, span: Span, message: String) {
    self.check = check
    self.severity = severity
    self.span = span
    self.message = message
  }

  /// Reports it with the severity that a newsroom has decided on.
  public mutating func overrule(_ severity: Severity) {
    ownSeverity = ownSeverity ?? self.severity
    self.severity = severity
  }

  /// The same finding without the place-bound parts, in the order of reports: by span, then by check.
  public static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    (a.span.start, a.span.end, a.check, a.message) < (b.span.start, b.span.end, b.check, b.message)
  }
}
