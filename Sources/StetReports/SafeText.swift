import StetICU

/// Text of drafts, file names or glossaries as one line that is safe to print.
public func oneLine(_ text: String) -> String { SafeText.line(text) }

/// Text of drafts, file names and glossaries made fit for a terminal. Whatever could move the cursor, change colours or
/// turn the direction of writing is shown as a picture or as �, so that a draft cannot forge a report.
enum SafeText {
  /// One line; line breaks and tabs become spaces.
  static func line(_ text: String) -> String {
    if isSafe(text) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(["\n", "\r", "\t"].contains(scalar) ? " " : safe(scalar)) }
    return String(result)
  }

  /// Whether all of it is printed as it is.
  private static func isSafe(_ text: String) -> Bool {
    if #available(macOS 26, *) { isSafe(text.utf8.span) } else { isSafe(Array(text.utf8).span) }
  }

  private static func isSafe(_ text: Swift.Span<UInt8>) -> Bool {
    var at = 0
    while at < text.count {
      switch text[at] {
      case 0x20..<0x7F, 0xC3...0xD7: break
      // Quotation marks begin so, and some of what must not be printed.
      case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && (0x98...0x9F).contains(text[at + 2]): break
      case 0x80..<0xC0 where at > 0: break
      default: return false
      }
      at += 1
    }
    return true
  }

  /// What stands for a scalar on a terminal: itself, mostly.
  static func safe(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case 0...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F: "\u{FFFD}"
    case 0x2028, 0x2029: "\u{2424}"
    // Marks, embeddings, overrides and isolates of the bidirectional algorithm.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }

  /// The beginning that takes no more than so many cells, with … if that is not all.
  static func cut(_ text: String, to limit: Int) -> String {
    // Nothing takes more cells than it has bytes.
    guard text.utf8.count > limit, cells(text) > limit else { return text }
    var room = limit - 1
    let kept = text.prefix { character in
      room -= cells(character)
      return room >= 0
    }
    return kept + "…"
  }

  /// Terminal cells of a text that is safe already.
  static func cells(_ text: String) -> Int { text.reduce(0) { $0 + cells($1) } }

  /// Terminal cells of what a reader sees as one character. An emoji joined of several, or a flag, takes two.
  static func cells(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.isASCII, scalars.count == 1 { return first.terminalCells }
    let sum = scalars.reduce(0) { $0 + $1.terminalCells }
    guard first.properties.isEmoji else { return sum }
    // U+FE0F asks for the colourful form of ☎ or of a keycap, which is wide.
    return scalars.contains("\u{FE0F}") ? 2 : min(sum, 2)
  }
}
