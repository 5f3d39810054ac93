/// A half-open range of UTF-8 byte offsets in the draft as read. The one unit of position inside Stet.
public struct Span: Hashable, Comparable, Sendable {
  /// The first byte.
  public var start: Int
  /// One past the last byte; never below `start`.
  public var end: Int

  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// How many bytes it covers.
  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { start == end }
  @inlinable public var range: Range<Int> { start..<end }

  /// Whether a byte is common to both. An empty span overlaps nothing.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
  /// Whether every byte of `other` lies in this span.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  /// By start, then by end.
  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// 1-based line and column (in Unicode scalars), made only when reporting.
public struct Position: Hashable, Comparable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
