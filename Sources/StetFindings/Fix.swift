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

  /// The edits as one, from the first to the last, for formats that know only single replacements; nil if there is none, or
  /// they cannot be made.
  public func joined(in draft: Draft) -> Edit? {
    let edits = edits.sorted { $0.span < $1.span }
    guard let first = edits.first, let last = edits.last, edits.allSatisfy({ $0.fits(draft.text) }) else { return nil }
    guard zip(edits, edits.dropFirst()).allSatisfy({ !$0.meets($1) }) else { return nil }
    var text = "", done = first.span.start
    for edit in edits {
      text += draft.string(Span(done, edit.span.start)) + edit.replacement
      done = edit.span.end
    }
    return Edit(Span(first.span.start, last.span.end), text)
  }
}
