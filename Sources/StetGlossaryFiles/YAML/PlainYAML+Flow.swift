import StetText

/// Text, and collections in brackets.
extension PlainYAML {
  /// A list in brackets or a mapping in braces.
  mutating func flow(depth: Int) throws(NotPlain) -> YAMLNode {
    guard depth < PlainYAML.deepest else { throw NotPlain() }
    return byte == UInt8(ascii: "[") ? try flowList(depth: depth) : try flowMapping(depth: depth)
  }

  private mutating func flowList(depth: Int) throws(NotPlain) -> YAMLNode {
    let start = position
    var items: [YAMLNode] = []
    at += 1
    skipSpacesAndLines()
    if byte == UInt8(ascii: "]") {
      at += 1
      return .list([], start)
    }
    repeat {
      skipSpacesAndLines()
      items.append(try flowValue(depth: depth))
      skipSpacesAndLines()
    } while try goesOn(until: UInt8(ascii: "]"))
    return .list(items, start)
  }

  private mutating func flowMapping(depth: Int) throws(NotPlain) -> YAMLNode {
    var mapping = YAMLMapping(position: position)
    at += 1
    skipSpacesAndLines()
    if byte == UInt8(ascii: "}") {
      at += 1
      return .mapping(mapping)
    }
    repeat {
      skipSpacesAndLines()
      let begin = at
      let key = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? try quoted() : try plain(inFlow: true)
      guard at - begin < 128, byte == UInt8(ascii: ":"), at + 1 < bytes.count, bytes[at + 1] == 0x20, key.string != "<<" else {
        throw NotPlain()
      }
      at += 1
      skipSpacesAndLines()
      mapping.pairs.append(YAMLMapping.Pair(key: key, value: try flowValue(depth: depth)))
      skipSpacesAndLines()
    } while try goesOn(until: UInt8(ascii: "}"))
    return .mapping(mapping)
  }

  private mutating func flowValue(depth: Int) throws(NotPlain) -> YAMLNode {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): try flow(depth: depth + 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .text(try quoted())
    default: .text(try plain(inFlow: true))
    }
  }

  /// Past a comma or the closing bracket; true after a comma.
  private mutating func goesOn(until close: UInt8) throws(NotPlain) -> Bool {
    guard byte == UInt8(ascii: ",") || byte == close, at < bytes.count else { throw NotPlain() }
    at += 1
    return bytes[at - 1] != close
  }

  private mutating func skipSpacesAndLines() {
    skipSpaces()
    while isLineEnd, at < bytes.count {
      skipLine()
      skipSpaces()
    }
  }

  /// Text in quotation marks, on one line.
  mutating func quoted() throws(NotPlain) -> PlacedText {
    let start = position, mark = byte
    at += 1
    let begin = at
    while byte != mark {
      guard !isLineEnd else { throw NotPlain() }
      guard !(mark == UInt8(ascii: "\"") && byte == UInt8(ascii: "\\")) else { return try escaped(from: begin, start) }
      at += 1
    }
    at += 1
    if mark == UInt8(ascii: "'"), byte == mark { return try doubled(from: begin, start) }
    return PlacedText(string: String(decoding: bytes[begin..<at - 1], as: UTF8.self), position: start)
  }

  /// The rest of text in single quotation marks, of which one is doubled; the second of the two is at hand.
  private mutating func doubled(from begin: Int, _ start: Position) throws(NotPlain) -> PlacedText {
    var result = Array(bytes[begin..<at - 1])
    while byte == UInt8(ascii: "'") {
      repeat {
        guard !isLineEnd else { throw NotPlain() }
        result.append(byte)
        at += 1
      } while byte != UInt8(ascii: "'")
      at += 1
    }
    return PlacedText(string: String(decoding: result, as: UTF8.self), position: start)
  }

  /// The rest of text in double quotation marks from its first backslash on; only the commonest escapes are known.
  private mutating func escaped(from begin: Int, _ start: Position) throws(NotPlain) -> PlacedText {
    var result = Array(bytes[begin..<at])
    while byte != UInt8(ascii: "\"") {
      guard !isLineEnd else { throw NotPlain() }
      if byte == UInt8(ascii: "\\") {
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): result.append(byte)
        case UInt8(ascii: "n"): result.append(0x0A)
        default: throw NotPlain()
        }
      } else {
        result.append(byte)
      }
      at += 1
    }
    at += 1
    return PlacedText(string: String(decoding: result, as: UTF8.self), position: start)
  }

  /// Text without quotation marks, to the end of the line or to what ends it earlier.
  mutating func plain(inFlow: Bool) throws(NotPlain) -> PlacedText {
    guard PlainYAML.canBeginPlain(byte) else { throw NotPlain() }
    let start = position, begin = at
    var end = at
    while !isLineEnd {
      let byte = bytes[at], next = at + 1 < bytes.count ? bytes[at + 1] : 0x0A
      if byte == UInt8(ascii: ":") {
        if next == 0x20 || next == 0x0A {
          guard inFlow else { throw NotPlain() }
          break
        }
        if inFlow, PlainYAML.isFlowMark(next) || next == UInt8(ascii: "?") { throw NotPlain() }
      }
      if byte == UInt8(ascii: "#"), bytes[at - 1] == 0x20 { break }
      if inFlow, PlainYAML.isFlowMark(byte) { break }
      at += 1
      if byte != 0x20 { end = at }
    }
    if inFlow, isLineEnd || byte == UInt8(ascii: "#") { throw NotPlain() }
    if !inFlow { at = end }
    let text = String(decoding: bytes[begin..<end], as: UTF8.self)
    return PlacedText(string: text == "~" ? "" : text, position: start)
  }

  private static func isFlowMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  /// Letters of any script, digits and the marks that mean nothing to YAML.
  private static func canBeginPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
    case UInt8(ascii: "("), UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
