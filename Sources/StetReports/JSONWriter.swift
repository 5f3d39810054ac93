/// Writes JSON in the order in which it is told, as one line.
///
/// `JSONEncoder` would bring Foundation into every run (milliseconds of start-up), sorts keys or shuffles them, and cannot
/// print a draft while the next is still being checked. What we print is small and flat; a test reads it back with
/// Foundation.
struct JSONWriter {
  private(set) var text = ""
  private var needsComma = false

  mutating func object(_ body: (inout JSONWriter) -> Void) { nested("{", "}", body) }
  mutating func array<T>(_ elements: [T], _ body: (inout JSONWriter, T) -> Void) {
    nested("[", "]") { writer in
      for element in elements { body(&writer, element) }
    }
  }

  mutating func key(_ name: String) {
    string(name)
    text += ": "
    needsComma = false
  }

  mutating func string(_ value: String) {
    separate()
    text += "\""
    text += JSONWriter.escaped(value)
    text += "\""
  }

  mutating func number(_ value: Int) {
    separate()
    text += String(value)
  }

  mutating func null() {
    separate()
    text += "null"
  }

  mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array(values) { $0.string($1) }
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    raw(value ? "true" : "false")
  }

  /// A value that is JSON already.
  mutating func raw(_ json: String) {
    separate()
    text += json
  }

  private mutating func nested(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    text += open
    needsComma = false
    body(&self)
    text += close
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += ", " }
    needsComma = true
  }

  /// Escapes what JSON demands, and what would not arrive everywhere: C1 controls and DEL (terminals), U+2028 and U+2029
  /// (JavaScript), U+FEFF (Foundation on Linux drops it at the start of a string).
  static func escaped(_ value: String) -> String {
    func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0...0x1F, 0x22, 0x5C, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: true
      default: false
      }
    }
    guard value.unicodeScalars.contains(where: mustEscape) else { return value }
    var result = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      if mustEscape(scalar) { result.append(contentsOf: escape(scalar).unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
