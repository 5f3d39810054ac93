import StetText

/// One replacement of one span.
public struct Edit: Hashable, Sendable {
  public let span: Span
  public let replacement: String

  public init(_ span: Span, _ replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// Edits that are applied together or not at all.
public struct Fix: Hashable, Sendable {
  /// Whether somebody must look at it first.
  public enum Safety: String, Sendable {
    /// Applied by `stet fix`: nothing else can be meant.
    case safe
    /// Shown; applied with `--review`.
    case review
  }

  public let edits: [Edit]
  public let safety: Safety

  public init(_ edits: [Edit], _ safety: Safety) {
    self.edits = edits
    self.safety = safety
  }
}
