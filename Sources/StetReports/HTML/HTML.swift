/// Text made fit for a page: whatever stands in a draft is shown as text and is nothing else.
enum HTML {
  /// For an element’s content and for an attribute in double quotes. Line breaks and tabs stay.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      // A browser makes a line feed of a carriage return.
      case "\r", "\n", "\t": result.append(scalar)
      // Marks of direction are part of Hebrew and Arabic copy; what turns the order of a whole line around is not.
      case "\u{061C}", "\u{200E}", "\u{200F}": result.append(scalar)
      // U+FFFE and the other noncharacters are an error in a page.
      case _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value): result.append("\u{FFFD}")
      default: result.append(SafeText.safe(scalar))
      }
    }
    return String(result)
  }

  /// Bytes that may be, or begin, something to be written otherwise.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x7E: false
    default: true
    }
  }

  /// ` name="value"` for each attribute.
  static func attributes(_ values: KeyValuePairs<String, String>) -> String {
    values.map { " \($0)=\"\(escaped($1))\"" }.joined()
  }

  /// The beginning of a long text.
  static func cut(_ text: String, to limit: Int) -> String {
    text.count > limit ? text.prefix(limit - 1) + "…" : text
  }
}
