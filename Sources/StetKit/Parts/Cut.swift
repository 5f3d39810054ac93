/// A place where a huge draft may be cut in two: the beginning of a line after an empty one, where a paragraph begins and nothing
/// before it goes on.
struct Cut: Equatable, Sendable {
  /// In bytes.
  let offset: Int
  /// How many lines stand before it.
  let line: Int
}

/// How a line begins, as far as blocks go by it.
struct LineHead {
  /// The first byte that is neither a space nor a tab.
  let text: Int
  /// Columns before it; four stand for four and more.
  let indent: Int
  let isBlank: Bool

  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    var at = start, columns = 0
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 {
      columns += bytes[at] == 0x09 ? 4 : 1
      at += 1
    }
    text = at
    indent = min(columns, 4)
    isBlank = at < end && (bytes[at] == 0x0A || bytes[at] == 0x0D)
  }
}

extension [UInt8] {
  /// Whether ASCII text, given in lower case, stands at a place in any case.
  func stands(_ text: StaticText, at: Int, before end: Int) -> Bool {
    guard at >= 0, at + text.bytes.count <= end else { return false }
    for i in text.bytes.indices {
      let byte = self[at + i]
      if (0x41...0x5A).contains(byte) ? byte | 0x20 != text.bytes[i] : byte != text.bytes[i] { return false }
    }
    return true
  }
}

/// ASCII text in lower case, as bytes made once.
struct StaticText: ExpressibleByStringLiteral, Sendable {
  let bytes: [UInt8]
  init(stringLiteral value: String) { bytes = Array(value.utf8) }
}
