/// The only description of a check: `stet explain`, the reference page, SARIF's rule help and the tests read it.
public struct About: Sendable {
  public enum Group: String, Sendable, CaseIterable { case names, garble, consistency, draft, files }
  /// The best fix the check can offer.
  public enum Fixing: String, Sendable { case none, safe, review }

  /// Kebab case, naming the fault: "split-name".
  public let id: String
  public let group: Group
  public let severity: Severity
  public let fix: Fixing
  /// One sentence: what is caught.
  public let summary: String
  /// Why a reader or an editor minds.
  public let why: String
  /// Where findings meet on one place, the one with the higher number reports: the more telling the damage, the higher.
  public let specificity: Int
  public let examples: [Example]

  public init(
    id: String, group: Group, severity: Severity, fix: Fixing, summary: String, why: String, specificity: Int = 50,
    examples: [Example]
  ) {
    self.id = id
    self.group = group
    self.severity = severity
    self.fix = fix
    self.summary = summary
    self.why = why
    self.specificity = specificity
    self.examples = examples
  }
}

/// Copy that a check objects to, with what it marks between ⟦ ⟧, or copy it must leave alone.
public struct Example: Sendable {
  /// Which side of the check it shows.
  public enum Kind: Sendable, Equatable {
    /// The marked spans, and nothing else, are found.
    case flags
    /// Nothing is found, and `fix` changes no byte.
    case allows
  }

  public let kind: Kind
  /// The copy, marks included.
  public let text: String
  /// What `stet fix` makes of it (with `--review` where the check's fixes are for review); nil: not told.
  public let fixed: String?
  /// What `stet fix --review` makes of copy that `stet fix` must leave alone; nil: not told.
  public let reviewed: String?
  /// Preferred terms (`"Landsbergis"`), or whole entries in the glossary's YAML when a line has a colon.
  public let glossary: [String]
  public let isMarkdown: Bool
  public let location: SourceLocation

  /// Where in Stet's own source the example stands, so that a failing test points at it.
  public struct SourceLocation: Sendable {
    public let fileID: String
    public let filePath: String
    public let line: Int
    public let column: Int
  }

  public static func flags(
    _ text: String, fixed: String? = nil, reviewed: String? = nil, glossary: [String] = [], markdown: Bool = false,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Example {
    Example(
      kind: .flags, text: text, fixed: fixed, reviewed: reviewed, glossary: glossary, isMarkdown: markdown,
      location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
  }

  public static func allows(
    _ text: String, glossary: [String] = [], markdown: Bool = false,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Example {
    Example(
      kind: .allows, text: text, fixed: nil, reviewed: nil, glossary: glossary, isMarkdown: markdown,
      location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
  }
}
