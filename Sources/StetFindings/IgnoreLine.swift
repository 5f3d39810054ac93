import StetText

/// Reads one line of an ignore list: a check, a text in quotation marks, then pairs of a word and a text, then the reason.
struct IgnoreLine {
  private let bytes: [UInt8]
  private var at: Int
  private let end: Int

  private static let example = "write it as ‘name-variant \"Kiev\" near \"a few words\" -- why’"

  /// Nil for blank lines and comments.
  static func read(_ bytes: [UInt8], _ span: Span) throws(IgnoreList.Fault) -> IgnoreList.Entry? {
    var line = IgnoreLine(bytes: bytes, at: span.start, end: span.end)
    line.skipSpaces()
    if line.at == line.end || line.byte == UInt8(ascii: "#") { return nil }
    return try line.entry(Span(line.at, span.end))
  }

  private mutating func entry(_ span: Span) throws(IgnoreList.Fault) -> IgnoreList.Entry {
    let check = word()
    var entry = IgnoreList.Entry(check: check, text: try quoted(after: check), span: span)
    while true {
      skipSpaces()
      if at == end { return entry }
      let start = at
      let key = word()
      switch key {
      case "near": entry.near = try quoted(after: key)
      case "in": entry.pattern = try quoted(after: key)
      case "print": entry.print = try value(after: key)
      case "--", "—", "–":
        skipSpaces()
        let reason = String(decoding: bytes[at..<end], as: UTF8.self)
        entry.reason = reason.isEmpty ? nil : reason
        return entry
      default:
        throw IgnoreList.Fault(offset: start, message: "‘\(key)’ cannot stand here", hint: "after the text come ‘near’, ‘in’, ‘print’ or ‘-- why’")
      }
    }
  }

  private mutating func value(after key: String) throws(IgnoreList.Fault) -> String {
    skipSpaces()
    let start = at
    if byte == UInt8(ascii: "\"") { return try quoted(after: key) }
    let value = word()
    if value.isEmpty { throw IgnoreList.Fault(offset: start, message: "nothing stands after ‘\(key)’", hint: IgnoreLine.example) }
    return value
  }

  private mutating func quoted(after key: String) throws(IgnoreList.Fault) -> String {
    skipSpaces()
    let start = at
    guard byte == UInt8(ascii: "\"") else {
      throw IgnoreList.Fault(offset: start, message: "a text in quotation marks must stand after ‘\(key)’", hint: IgnoreLine.example)
    }
    at += 1
    var text: [UInt8] = []
    while at < end, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\"), at + 1 < end { at += 1 }
      text.append(bytes[at])
      at += 1
    }
    guard at < end else {
      throw IgnoreList.Fault(offset: start, message: "the quotation mark is never closed", hint: "close it, and write ‘\\\"’ for one in the text")
    }
    at += 1
    let words = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }

  private mutating func word() -> String {
    let start = at
    while at < end, byte != 0x20, byte != 0x09 { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while at < end, byte == 0x20 || byte == 0x09 { at += 1 }
  }

  private var byte: UInt8 { at < end ? bytes[at] : 0x0A }
}
