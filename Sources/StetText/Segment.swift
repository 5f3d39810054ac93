/// A run of prose with one role, and the tokens that stand in it.
public struct Segment: Sendable {
  /// What the passage is in its draft.
  public enum Role: Sendable {
    case paragraph, heading, listItem, tableCell, quotation, caption
    /// The front matter's title or description.
    case metadata
    /// Who wrote, translated or edited the report. Place and date that open one are told by `Draft.datelineEnd`.
    case byline
    /// A line the site's machinery left: kept apart so that no sentence runs into it.
    case boilerplate
  }

  public let role: Role
  /// From the first byte of its first piece to the end of its last.
  public let span: Span
  /// Indices into `Draft.tokens`.
  public let tokens: Range<Int>
  /// The segment opens with a quotation that an earlier paragraph left open (the convention for long quotations).
  public var continuesQuotation = false
  /// Its lines end where the column is full, not where the sentence does.
  public var isHardWrapped = false

  public init(role: Role, span: Span, tokens: Range<Int>) {
    self.role = role
    self.span = span
    self.tokens = tokens
  }
}

/// A stretch of bytes of one block, as the reader of a format gives it.
public struct Piece: Sendable {
  /// What the bytes are to a reader.
  public enum Kind: Sendable {
    /// Prose, byte for byte as it stands in the draft.
    case prose
    /// A protected region inside a block: code span, address, raw HTML. Becomes one opaque token.
    case opaque
    /// Where a line of the block ends; whatever lies between the pieces around it is indentation or markup.
    case lineBreak
    /// White space written in another way: `&nbsp;`.
    case space
    /// A punctuation mark written in another way: `&rdquo;`. Becomes the token of that mark.
    case mark(Unicode.Scalar)
  }

  public let kind: Kind
  public let span: Span

  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// A block of a draft before it is split into tokens: what the reader of a format gives.
public struct Block: Sendable {
  public var role: Segment.Role
  /// Indices into `Structure.pieces`.
  public var pieces: Range<Int>
  public var isHardWrapped = false

  public init(role: Segment.Role, pieces: Range<Int>, isHardWrapped: Bool = false) {
    self.role = role
    self.pieces = pieces
    self.isHardWrapped = isHardWrapped
  }
}

/// What the reader of a format finds in a draft.
public struct Structure: Sendable {
  public var blocks: [Block] = []
  /// Those of all blocks, in one array, for a book has tens of thousands of blocks. Those of a block ascend and never overlap.
  public var pieces: [Piece] = []
  /// Comments that may hold suppressions, whole (`<!-- … -->`), in ascending order.
  public var comments: [Span] = []
  /// If the reader had to find them.
  public var lines: LineTable?

  public init() {}
}
