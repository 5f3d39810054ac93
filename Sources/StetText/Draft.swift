import StetICU
import Synchronization

/// The text being checked: its bytes, its lines, its segments and their tokens. It knows no glossary and no check.
///
/// All spans are byte offsets into `text`. For a UTF-8 file that is the file as read, byte-order mark included; for any
/// other encoding it is the file's UTF-8 form.
///
/// One object, not a value: everything that reads a draft is handed it, down to what looks at a single token.
public final class Draft: Sendable {
  /// The path as it is shown in reports.
  public let path: String
  /// Valid UTF-8.
  public let text: [UInt8]
  public let encoding: TextEncoding
  public let format: Format
  /// Where the lines begin; made when somebody asks, if reading needed none: a draft without findings needs none, either.
  public var lines: LineTable {
    lineTable.withLock { table in
      if let table { return table }
      let made = LineTable(text)
      table = made
      return made
    }
  }
  /// All tokens of all segments, in order.
  public let tokens: [Token]
  public let segments: [Segment]
  /// Comments that may hold suppressions.
  public let comments: [Span]
  /// Quotations in order of their start; nested ones follow the one they stand in.
  public let quotations: [Quotation]
  /// All tokens that are quotation marks, in order, with their partners. For checks that look at the marks themselves.
  public let quotationMarks: [QuotationMark]
  private let lineTable: Mutex<LineTable?>

  /// Reads a draft from a file's bytes.
  ///
  /// - Parameters:
  ///   - path: Shown in reports; its ending chooses the format unless `format` is given.
  ///   - encoding: A charset's name to force; otherwise it is found out.
  /// - Throws: `DraftError` if the bytes are no text, or their encoding cannot be told.
  public convenience init(path: String, bytes: [UInt8], encoding: String? = nil, format: Format? = nil) throws(DraftError) {
    let decoded = try DecodedText(bytes, forced: encoding)
    self.init(path: path, text: decoded.utf8, encoding: decoded.encoding, format: format ?? Format(path: path))
  }

  /// A draft from text that is UTF-8 already.
  public convenience init(path: String, text: String, format: Format? = nil) {
    self.init(path: path, text: Array(text.utf8), encoding: .utf8, format: format ?? Format(path: path))
  }

  init(path: String, text: [UInt8], encoding: TextEncoding, format: Format) {
    self.path = path
    self.text = text
    self.encoding = encoding
    self.format = format
    let structure = format.structure(of: text)
    let blocks = structure.blocks, allPieces = structure.pieces
    comments = structure.comments
    lineTable = Mutex(structure.lines)
    var tokenizer = Tokenizer(text, protects: true)
    var segments: [Segment] = []
    segments.reserveCapacity(blocks.count)
    for block in blocks where !block.pieces.isEmpty {
      let tokens = tokenizer.add(allPieces[block.pieces])
      guard !tokens.isEmpty else { continue }
      let start = allPieces[block.pieces.lowerBound].span.start, end = allPieces[block.pieces.upperBound - 1].span.end
      var segment = Segment(role: block.role, span: Span(start, end), tokens: tokens)
      segment.isHardWrapped = block.isHardWrapped
      segments.append(segment)
    }
    var tokens = tokenizer.finish()
    let found = Quotations.find(in: text, tokens: tokens, possible: tokenizer.quotationMarks, segments: &segments)
    found.mark(&tokens)
    self.tokens = tokens
    self.segments = segments
    quotations = found.quotations
    quotationMarks = found.marks
  }

  /// The text of a span.
  public func string(_ span: Span) -> String { String(decoding: text[span.range], as: UTF8.self) }
  public func string(_ token: Token) -> String { string(token.span) }

  /// The span of a word without its possessive ending.
  public func stem(of token: Token) -> Span {
    guard token.flags.contains(.possessive) else { return token.span }
    var end = token.end - 2
    while end > Int(token.start), text[end] & 0xC0 == 0x80 { end -= 1 }
    return Span(Int(token.start), end)
  }

  /// The 1-based line and column of a byte; columns count scalars, a byte-order mark none.
  public func position(of offset: Int) -> Position {
    let lines = self.lines
    let line = lines.line(of: offset)
    let start = line == 0 ? text.afterByteOrderMark : lines.starts[line], end = min(offset, text.count)
    return Position(line: line + 1, column: start < end ? CharacterCount.scalars(in: text, start..<end) + 1 : 1)
  }

  /// The segment that holds a token, by binary search.
  public func segment(ofToken index: Int) -> Segment? {
    var low = 0, high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].tokens.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < segments.count && segments[low].tokens.contains(index) ? segments[low] : nil
  }
}
