import StetFindings

/// Text made fit for XML 1.0.
enum XML {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// An element's beginning without its bracket: ` name="value"` for each attribute that is not nil.
  static func attributes(_ values: KeyValuePairs<String, String?>) -> String {
    values.map { name, value in value.map { " \(name)=\"\(escaped($0))\"" } ?? "" }.joined()
  }

  /// Fit for an attribute and for an element's content. What XML cannot say at all (controls, U+FFFE) is dropped; line
  /// breaks and tabs are written as numbers, or a reader would make spaces of them.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      default:
        if isAllowed(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // The C1 controls are allowed and discouraged; U+0085 and U+2028 would become line breaks in XML 1.1 alone.
    case 0...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
