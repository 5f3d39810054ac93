import StetText

/// All matches of an index in one draft.
public struct DraftMatches: Sendable {
  public let index: GlossaryIndex
  /// By place; matches of several entries may share one.
  public let all: [Match]
}
