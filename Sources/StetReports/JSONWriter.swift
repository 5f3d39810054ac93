/// Writes JSON in the order in which it is told, as one line.
///
/// `JSONEncoder` would bring Foundation into every run (milliseconds of start-up), sorts keys or shuffles them, and cannot
/// print a draft while the next is still being checked. What we print is small and flat; a test reads it back with
/// Foundation.
public struct JSONWriter {
  private var bytes: [UInt8] = []
  private var needsComma = false

  /// Begins with nothing.
  public init() {}

  /// What was written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// An object of the members that `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) { nested("{", "}", body) }
  /// An array, element by element.
  public mutating func array<T>(_ elements: [T], _ body: (inout JSONWriter, T) -> Void) {
    nested("[", "]") { writer in
      for element in elements { body(&writer, element) }
    }
  }

  /// A member’s name; its value comes next.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
    needsComma = false
  }

  /// A string.
  public mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    JSONWriter.escape(value, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A whole number.
  public mutating func number(_ value: Int) {
    separate()
    write(String(value))
  }

  /// `null`.
  public mutating func null() {
    separate()
    write("null")
  }

  /// A string member, or `null`.
  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// A number member.
  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  /// `true` or `false`.
  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    separate()
    write(value ? "true" : "false")
  }

  /// A member that is a list of strings.
  public mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array(values) { $0.string($1) }
  }

  /// A value that is JSON already.
  mutating func raw(_ json: String) {
    separate()
    write(json)
  }

  private mutating func nested(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    write(open)
    needsComma = false
    body(&self)
    write(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { write(", ") }
    needsComma = true
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Escapes what JSON demands, and what would not arrive everywhere: C1 controls and DEL (terminals), U+2028 and U+2029
  /// (JavaScript), U+FEFF (Foundation on Linux drops it at the start of a string).
  public static func escaped(_ value: String) -> String {
    var bytes: [UInt8] = []
    escape(value, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func escape(_ value: String, into bytes: inout [UInt8]) {
    // Nearly all there is to print.
    if value.utf8.allSatisfy({ isPlain[Int($0)] }) {
      bytes.append(contentsOf: value.utf8)
      return
    }
    let text = Array(value.utf8)
    var plain = 0, at = 0
    while at < text.count {
      guard let scalar = escapable(text, at) else {
        at += 1
        continue
      }
      bytes.append(contentsOf: text[plain..<at])
      bytes.append(contentsOf: escape(scalar).utf8)
      at += UTF8.width(scalar)
      plain = at
    }
    bytes.append(contentsOf: text[plain...])
  }

  /// Bytes at which nothing begins that must be escaped.
  private static let isPlain: [Bool] = (0...255).map { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C || $0 >= 0x80 && ![0xC2, 0xE2, 0xEF].contains($0) }

  /// The scalar that begins at a byte of valid UTF-8, if it must be escaped.
  private static func escapable(_ text: [UInt8], _ at: Int) -> Unicode.Scalar? {
    switch text[at] {
    case 0...0x1F, 0x22, 0x5C, 0x7F: Unicode.Scalar(text[at])
    case 0xC2 where text[at + 1] <= 0x9F: Unicode.Scalar(text[at + 1])
    case 0xE2 where text[at + 1] == 0x80 && (0xA8...0xA9).contains(text[at + 2]): text[at + 2] == 0xA8 ? "\u{2028}" : "\u{2029}"
    case 0xEF where text[at + 1] == 0xBB && text[at + 2] == 0xBF: "\u{FEFF}"
    default: nil
    }
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
