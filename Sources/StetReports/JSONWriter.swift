/// Writes JSON in the order in which it is told, as one line.
///
/// `JSONEncoder` would bring Foundation into every run (milliseconds of start-up), sorts keys or shuffles them, and cannot
/// print a draft while the next is still being checked. What we print is small and flat; a test reads it back with
/// Foundation.
public struct JSONWriter {
  /// The same as UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Begins with nothing.
  public init() {}

  /// What was written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// An object of the members that `body` writes.
  @inline(__always)
  public mutating func object(_ body: (inout JSONWriter) -> Void) { nested("{", "}", body) }
  /// An array, element by element.
  @inline(__always)
  public mutating func array<T>(_ elements: some Sequence<T>, _ body: (inout JSONWriter, T) -> Void) {
    nested("[", "]") { writer in
      for element in elements { body(&writer, element) }
    }
  }

  /// A member’s name; its value comes next.
  public mutating func key(_ name: String) {
    string(name)
    write(": ")
    needsComma = false
  }

  /// A member’s name that needs no escape: one that stands in our own code, with all that goes around it.
  struct Key: Sendable {
    fileprivate let bytes: [UInt8]
    init(_ name: String) { bytes = Array(", \"\(name)\": ".utf8) }
  }

  /// The same for names that are written again and again.
  mutating func key(_ key: Key) {
    if needsComma { bytes.append(contentsOf: key.bytes) } else { bytes.append(contentsOf: key.bytes.dropFirst(2)) }
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
    append(value)
  }

  private mutating func append(_ value: Int) {
    if value < 0 { return write(String(value)) }
    if value >= 10 { append(value / 10) }
    bytes.append(0x30 + UInt8(truncatingIfNeeded: value % 10))
  }

  /// `null`.
  public mutating func null() {
    separate()
    write("null")
  }

  /// A string member, or `null`.
  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    string(orNull: value)
  }

  /// A string, or `null`.
  mutating func string(orNull value: String?) {
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

  /// A string in UTF-8.
  mutating func string(utf8: ArraySlice<UInt8>) {
    guard utf8.allSatisfy(JSONWriter.isPlain) else { return string(String(decoding: utf8, as: UTF8.self)) }
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Makes room, so that what is long does not move again and again.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// A value that is JSON already.
  mutating func raw(_ json: String) {
    separate()
    write(json)
  }

  @inline(__always)
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

  @inline(__always)
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
    let start = bytes.count
    bytes.append(contentsOf: value.utf8)
    var place = start
    // Quotation marks begin like what must be escaped; only a few of those that do are.
    while place < bytes.count, isPlain(bytes[place]) || escapable(bytes, place) == nil { place += 1 }
    if place == bytes.count { return }
    bytes.removeSubrange(start...)
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

  /// Whether nothing that must be escaped begins at a byte.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x5C, 0x7F, 0xC2, 0xE2, 0xEF: false
    default: byte >= 0x20
    }
  }

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
