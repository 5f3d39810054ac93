import StetText

/// The bytes of a YAML file, known to be text that YAML allows.
struct YAMLText {
  /// Valid UTF-8 without a byte order mark.
  let bytes: [UInt8]

  /// Nil, and a fault in the log, for bytes that are no text.
  init?(_ bytes: [UInt8], log: FaultLog) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      YAMLText.reportEncoding(of: bytes, log: log)
      return nil
    }
    if let bad = YAMLText.firstForbidden(in: bytes) {
      YAMLText.report(bad, in: bytes, log: log)
      return nil
    }
    if let directive = YAMLText.firstDirectiveTooMany(in: bytes) {
      let position = YAMLText.place(of: directive, in: bytes).position
      log.error("more than \(YAMLText.mostDirectives) lines begin with ‘%’", at: position, hint: "a glossary needs no directives")
      return nil
    }
    self.bytes = bytes
  }

  /// The character after so many, and what stands before it on its line.
  func surroundings(ofCharacter offset: Int) -> (line: Substring.UnicodeScalarView, next: Unicode.Scalar?) {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars, before = scalars.prefix(offset)
    let begin = before.lastIndex { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) }.map(before.index(after:))
    return (before[(begin ?? before.startIndex)...], scalars[before.endIndex...].first)
  }
}

// MARK: - What cannot be read

extension YAMLText {
  /// The first byte of a character that YAML does not allow, or of a mark of byte order where nobody sees it.
  private static func firstForbidden(in bytes: [UInt8]) -> Int? {
    for i in bytes.indices {
      switch bytes[i] {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E: continue
      case 0x00...0x1F, 0x7F: return i
      case 0xC2 where bytes[i + 1] < 0xA0 && bytes[i + 1] != 0x85: return i
      case 0xEF where bytes[i + 1] == 0xBF && bytes[i + 2] >= 0xBE: return i
      case 0xEF where bytes[i + 1] == 0xBB && bytes[i + 2] == 0xBF: return i
      default: continue
      }
    }
    return nil
  }

  /// libyaml compares each tag that a directive declares with all before it: a megabyte of them would keep it busy for long.
  private static let mostDirectives = 100

  /// Where a line begins with `%` that is one too many. Lines end as YAML has it, not only with LF.
  private static func firstDirectiveTooMany(in bytes: [UInt8]) -> Int? {
    var count = 0
    for i in bytes.indices where bytes[i] == UInt8(ascii: "%") {
      let before = i > 0 ? bytes[i - 1] : 0x0A
      guard before < 0x20 || before == 0x85 || before == 0xA8 || before == 0xA9 else { continue }
      count += 1
      if count > mostDirectives { return i }
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
