import StetText

/// A quick parser for the YAML that glossaries are written in: mappings with simple keys, lists, and text on one line,
/// plain or quoted, in block or flow style.
///
/// It answers nil for anything else (anchors, block scalars, escapes, text over several lines, every kind of mistake),
/// and the whole file is left to Yams. What it does read it reads just as Yams does; a test compares them. It is about
/// ten times as fast, and glossaries are read at every start.
struct PlainYAML {
  /// Thrown at anything that this parser leaves to Yams.
  struct NotPlain: Error {}

  let bytes: [UInt8]
  var at = 0
  /// The column of the first character of this line that is not a space; -1 at the end of the file.
  private var indent = 0
  private var line = 1
  private var lineStart = 0
  /// The last place whose column was counted.
  private var counted = (offset: 0, column: 1)

  /// Levels of nesting; a glossary needs four or five.
  static let deepest = 32

  /// The tree of a file, or nil. The bytes are UTF-8 without characters that YAML forbids.
  static func parse(_ bytes: [UInt8]) -> YAMLNode? {
    guard hasPlainCharacters(bytes) else { return nil }
    var parser = PlainYAML(bytes: bytes)
    return try? parser.document()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Only spaces and LF as white space: neither tabs nor the line ends that YAML knows besides.
  private static func hasPlainCharacters(_ bytes: [UInt8]) -> Bool {
    for i in bytes.indices {
      switch bytes[i] {
      case 0x09, 0x0D: return false
      case 0xC2 where bytes[i + 1] == 0x85: return false
      case 0xE2 where bytes[i + 1] == 0x80 && (bytes[i + 2] == 0xA8 || bytes[i + 2] == 0xA9): return false
      default: continue
      }
    }
    return true
  }

  // MARK: Block style

  private mutating func document() throws(NotPlain) -> YAMLNode {
    firstLine()
    guard indent == 0, !isDash else { throw NotPlain() }
    let root = try mapping(indent: 0, depth: 0)
    guard indent == -1 else { throw NotPlain() }
    return root
  }

  /// The lines of a mapping; the first key is at hand.
  private mutating func mapping(indent own: Int, depth: Int) throws(NotPlain) -> YAMLNode {
    guard depth < PlainYAML.deepest else { throw NotPlain() }
    var mapping = YAMLMapping(position: position)
    repeat {
      let key = try simpleKey()
      mapping.pairs.append(YAMLMapping.Pair(key: key, value: try value(under: own, depth: depth + 1)))
    } while indent == own
    guard indent < own else { throw NotPlain() }
    return .mapping(mapping)
  }

  /// The lines of a list; its first dash is at hand.
  private mutating func list(indent own: Int, depth: Int) throws(NotPlain) -> YAMLNode {
    guard depth < PlainYAML.deepest else { throw NotPlain() }
    let start = position
    var items: [YAMLNode] = []
    repeat {
      at += 1
      skipSpaces()
      guard !isLineEnd, byte != UInt8(ascii: "#") else { throw NotPlain() }
      if simpleKeyEnd() != nil {
        indent = at - lineStart
        items.append(try mapping(indent: indent, depth: depth + 1))
      } else {
        items.append(try inline(depth: depth + 1))
        try endLine(deeperThan: own)
      }
    } while indent == own && isDash
    return .list(items, start)
  }

  /// What follows a key's colon: on the same line, or as a block on the next lines.
  private mutating func value(under own: Int, depth: Int) throws(NotPlain) -> YAMLNode {
    let afterColon = position
    skipSpaces()
    guard isLineEnd || byte == UInt8(ascii: "#") else {
      let value = try inline(depth: depth)
      try endLine(deeperThan: own)
      return value
    }
    nextLine()
    if isDash, indent >= own { return try list(indent: indent, depth: depth) }
    if indent > own { return try mapping(indent: indent, depth: depth) }
    return .text(PlacedText(string: "", position: afterColon))
  }

  private mutating func inline(depth: Int) throws(NotPlain) -> YAMLNode {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): try flow(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .text(try quoted())
    default: .text(try plain(inFlow: false))
    }
  }

  /// A key of ASCII letters, digits, `_` and `-`, and its colon.
  private mutating func simpleKey() throws(NotPlain) -> PlacedText {
    guard let end = simpleKeyEnd() else { throw NotPlain() }
    let key = PlacedText(string: String(decoding: bytes[at..<end], as: UTF8.self), position: position)
    at = end + 1
    return key
  }

  /// Where the colon of a key stands that begins here.
  private func simpleKeyEnd() -> Int? {
    var end = at
    while end < bytes.count, PlainYAML.isKeyByte(bytes[end]) { end += 1 }
    guard end > at, end - at < 128, bytes[at] != UInt8(ascii: "-"), end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return nil }
    let next = end + 1 < bytes.count ? bytes[end + 1] : 0x0A
    return next == 0x20 || next == 0x0A ? end : nil
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  // MARK: Lines and columns

  /// The byte at hand; LF at the end of the file.
  var byte: UInt8 { at < bytes.count ? bytes[at] : 0x0A }
  var isLineEnd: Bool { at >= bytes.count || bytes[at] == 0x0A }
  /// A dash before a space: the mark of a list item.
  private var isDash: Bool { byte == UInt8(ascii: "-") && at + 1 < bytes.count && bytes[at + 1] == 0x20 }

  /// The place at hand. Columns count characters, so that bytes within one are passed over.
  var position: Position {
    mutating get {
      if counted.offset > at || counted.offset < lineStart { counted = (lineStart, 1) }
      for i in counted.offset..<at where bytes[i] & 0xC0 != 0x80 { counted.column += 1 }
      counted.offset = at
      return Position(line: line, column: counted.column)
    }
  }

  mutating func skipSpaces() {
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
  }

  /// To the first character of the line at hand or of the next that has any.
  private mutating func firstLine() {
    while true {
      skipSpaces()
      guard at < bytes.count else {
        indent = -1
        return
      }
      guard isLineEnd || byte == UInt8(ascii: "#") else { break }
      skipLine()
    }
    indent = at - lineStart
  }

  private mutating func nextLine() {
    skipLine()
    firstLine()
  }

  /// Past the line end, whatever stands before it.
  mutating func skipLine() {
    while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    guard at < bytes.count else { return }
    at += 1
    line += 1
    lineStart = at
  }

  /// After a value only a comment may stand, and a line further in would continue it.
  private mutating func endLine(deeperThan own: Int) throws(NotPlain) {
    let end = at
    skipSpaces()
    guard isLineEnd || (byte == UInt8(ascii: "#") && at > end) else { throw NotPlain() }
    nextLine()
    guard indent <= own else { throw NotPlain() }
  }
}
