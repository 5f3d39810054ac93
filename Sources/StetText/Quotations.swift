/// Words in quotation marks, with their marks.
public struct Quotation: Sendable, Hashable {
  /// From the opening mark to the end of the closing one, or to the end of the segment if it stays open.
  public let span: Span
  /// 0 for an outer quotation, 1 for one inside it.
  public let depth: Int
  /// It has its closing mark.
  public let isClosed: Bool

  public init(span: Span, depth: Int, isClosed: Bool) {
    self.span = span
    self.depth = depth
    self.isClosed = isClosed
  }
}

enum Quotations {
  /// Finds quotations, sets `.quoted` on their tokens and `continuesQuotation` on their segments.
  static func find(in text: [UInt8], tokens: inout [Token], segments: inout [Segment]) -> [Quotation] { [] }
}
