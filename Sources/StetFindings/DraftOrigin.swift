/// Where the text of a part stands in its draft. Findings and spans of a part count from the part's beginning.
public struct DraftOrigin: Hashable, Sendable {
  /// How many bytes of the draft stand before it.
  public let offset: Int
  /// How many lines.
  public let line: Int

  /// Of a whole draft: nothing stands before it.
  public init(offset: Int = 0, line: Int = 0) {
    self.offset = offset
    self.line = line
  }
}
