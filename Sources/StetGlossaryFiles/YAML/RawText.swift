import StetText

/// The text of a YAML file, and what must be hidden in it before Yams parses it.
///
/// Yams expands aliases while it composes and compares whole keys with each other, so that a few lines of nested aliases
/// would keep it busy for ever. Therefore every `*` that may begin an alias is replaced by a marker, and `YAMLDocument`
/// follows aliases itself.
struct RawText {
  /// Stands for the `*` of an alias, and counts as one column just as that does.
  static let aliasMarker: Unicode.Scalar = "\u{F0000}"
  /// The parser refuses a mapping with equal keys: the first of them begins with one of these when it is parsed again.
  static let keyMarkers: ClosedRange<UInt32> = 0xF0001...0xF0040

  /// Valid UTF-8 without a byte order mark.
  let bytes: [UInt8]
  private(set) var string: String
  /// Whether an alias may be in it.
  private(set) var hasAliasMarkers = false

  /// Nil, and a fault in the log, for bytes that are no text.
  init?(_ bytes: [UInt8], log: FaultLog) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      RawText.reportEncoding(of: bytes, log: log)
      return nil
    }
    if let bad = RawText.firstForbidden(in: bytes) {
      RawText.report(bad, in: bytes, log: log)
      return nil
    }
    self.bytes = bytes
    string = text
  }

  /// The text with a marker for each `*` before a letter or digit.
  func markingAliases() -> RawText {
    guard let marked = RawText.markingAliases(bytes) else { return self }
    var result = self
    result.string = String(decoding: marked, as: UTF8.self)
    result.hasAliasMarkers = true
    return result
  }

  /// The scalar at a place, if the file has one there.
  func scalar(at position: Position) -> Unicode.Scalar? { index(of: position).map { string.unicodeScalars[$0] } }

  /// What stands before a place on its line.
  func lineText(before position: Position) -> Substring {
    guard let begin = index(of: Position(line: position.line, column: 1)), let end = index(of: position) else { return "" }
    return string[begin..<end]
  }

  /// Puts a marker over the first letter of the key at a place; false if the key does not stand there as written.
  mutating func mark(key: String, at position: Position, with marker: Unicode.Scalar) -> Bool {
    guard let first = key.unicodeScalars.first, var place = index(of: position) else { return false }
    if string.unicodeScalars[place] == "\"" || string.unicodeScalars[place] == "'" {
      place = string.unicodeScalars.index(after: place)
    }
    guard place < string.endIndex, string.unicodeScalars[place] == first else { return false }
    string.unicodeScalars.replaceSubrange(place...place, with: CollectionOfOne(marker))
    return true
  }

  /// Lines and columns as the parser counts them.
  private func index(of position: Position) -> String.Index? {
    let scalars = string.unicodeScalars
    var line = 1, column = 1, previous: Unicode.Scalar = " "
    for index in scalars.indices {
      let scalar = scalars[index]
      if line == position.line, column == position.column { return index }
      column += 1
      if scalar == "\n", previous == "\r" {
        column = 1
      } else if "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar) {
        (line, column) = (line + 1, 1)
      }
      previous = scalar
    }
    return nil
  }

  /// Nil if there is none.
  private static func markingAliases(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = [], copied = 0
    let marker = Array(String(aliasMarker).utf8)
    for i in bytes.indices.dropLast() where bytes[i] == UInt8(ascii: "*") && isNameByte(bytes[i + 1]) {
      result.append(contentsOf: bytes[copied..<i])
      result.append(contentsOf: marker)
      copied = i + 1
    }
    guard copied > 0 else { return nil }
    result.append(contentsOf: bytes[copied...])
    return result
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

// MARK: - What cannot be read

extension RawText {
  /// The first byte of a character that YAML does not allow, or of one that Stet keeps for its markers.
  private static func firstForbidden(in bytes: [UInt8]) -> Int? {
    for i in bytes.indices {
      switch bytes[i] {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E: continue
      case 0x00...0x1F, 0x7F: return i
      case 0xC2 where bytes[i + 1] < 0xA0 && bytes[i + 1] != 0x85: return i
      case 0xEF where bytes[i + 1] == 0xBF && bytes[i + 2] >= 0xBE: return i
      case 0xEF where bytes[i + 1] == 0xBB && bytes[i + 2] == 0xBF: return i
      case 0xF3 where bytes[i + 1] >= 0xB0: return i
      default: continue
      }
    }
    return nil
  }

  private static func report(_ bad: Int, in bytes: [UInt8], log: FaultLog) {
    let (position, scalar) = place(of: bad, in: bytes)
    let code = scalar.map { String($0.value, radix: 16, uppercase: true) } ?? "?"
    let number = String(repeating: "0", count: max(0, 4 - code.count)) + code
    log.error("the character U+\(number) is not allowed", at: position, hint: "take it out")
  }

  private static func reportEncoding(of bytes: [UInt8], log: FaultLog) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return log.error("the file is UTF-16", at: nil, hint: "save it as UTF-8")
    }
    let position = place(of: .max, in: bytes).position
    log.error("the bytes here are not UTF-8", at: position, hint: "save the file as UTF-8")
  }

  /// Line and column of a byte, or of the first byte that is not UTF-8 if that comes earlier.
  private static func place(of offset: Int, in bytes: [UInt8]) -> (position: Position, scalar: Unicode.Scalar?) {
    var line = 1, column = 1, at = 0
    var decoder = UTF8(), iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if at >= offset { return (Position(line: line, column: column), scalar) }
      at += UTF8.width(scalar)
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    return (Position(line: line, column: column), nil)
  }
}
