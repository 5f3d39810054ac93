import StetFindings

/// Writes JSON in the order in which it is told, as one line.
///
/// `JSONEncoder` would bring Foundation into every run (milliseconds of start-up), sorts keys or shuffles them, and cannot
/// print a draft while the next is still being checked. What we print is small and flat; a test reads it back with
/// Foundation.
public struct JSONWriter {
  private var buffer: ByteBuffer
  private var needsComma = false

  /// Begins with nothing.
  public init() { self.init(capacity: 500) }

  /// - Parameter capacity: How many bytes there is room for, so that what is long does not move again and again.
  init(capacity: Int) { buffer = ByteBuffer(capacity: capacity) }

  /// What was written so far, as UTF-8.
  public var bytes: [UInt8] { buffer.bytes }
  /// What was written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
  /// How many bytes were written so far.
  var count: Int { buffer.count }

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
    buffer.append(": ")
    needsComma = false
  }

  /// What stands between two values, as our own code has it: the comma and the name of a member, and what nests.
  ///
  /// - Parameter isValue: Whether it ends a value, so that a comma has to come before the next.
  mutating func joint(_ piece: [UInt8], isValue: Bool = false) {
    buffer.append(piece)
    needsComma = isValue
  }

  /// A string.
  public mutating func string(_ value: String) {
    beginString()
    escape(value)
    endString()
  }

  /// A message.
  mutating func string(_ wording: Finding.Wording) {
    beginString()
    wording.forEachPiece { escape($0) }
    endString()
  }

  /// A string of some bytes of valid UTF-8.
  mutating func string(_ text: [UInt8], _ range: Range<Int>) {
    beginString()
    escape(text.span.extracting(range))
    endString()
  }

  /// A fingerprint.
  mutating func string(_ print: FingerprintNumber) {
    beginString()
    buffer.append("v1-")
    buffer.append(hexadecimal: print.hash)
    if print.count > 1 {
      buffer.append(":")
      buffer.append(print.count)
    }
    endString()
  }

  private mutating func beginString() {
    separate()
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func endString() { buffer.append(UInt8(ascii: "\"")) }

  /// A whole number.
  public mutating func number(_ value: Int) {
    separate()
    buffer.append(value)
  }

  /// `null`.
  public mutating func null() {
    separate()
    buffer.append("null")
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
    buffer.append(value ? "true" : "false")
  }

  /// A member that is a list of strings.
  public mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array(values) { $0.string($1) }
  }

  /// A value that is JSON already.
  mutating func raw(_ json: String) {
    separate()
    buffer.append(json)
  }

  @inline(__always)
  private mutating func nested(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
    separate()
    buffer.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    buffer.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { buffer.append(", ") }
    needsComma = true
  }
}

// Escapes what JSON demands, and what would not arrive everywhere: C1 controls and DEL (terminals), U+2028 and U+2029
// (JavaScript), U+FEFF (Foundation on Linux drops it at the start of a string).
extension JSONWriter {
  /// What stands between the quotation marks of a string.
  public static func escaped(_ value: String) -> String {
    var writer = JSONWriter()
    writer.escape(value)
    return writer.text
  }

  private mutating func escape(_ value: String) {
    if #available(macOS 26, *) { escape(value.utf8.span) } else { escape(Array(value.utf8).span) }
  }

  private mutating func escape(_ text: Swift.Span<UInt8>) {
    var plain = 0, at = 0
    while at < text.count {
      // Quotation marks begin like what must be escaped; only a few of those that do are.
      guard !JSONWriter.isPlain(text[at]), let scalar = JSONWriter.escapable(text, at) else {
        at += 1
        continue
      }
      buffer.append(text.extracting(plain..<at))
      buffer.append(JSONWriter.escape(scalar))
      at += UTF8.width(scalar)
      plain = at
    }
    buffer.append(text.extracting(plain..<text.count))
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
  private static func escapable(_ text: Swift.Span<UInt8>, _ at: Int) -> Unicode.Scalar? {
    func byte(_ distance: Int) -> UInt8 { at + distance < text.count ? text[at + distance] : 0xFF }
    return switch text[at] {
    case 0...0x1F, 0x22, 0x5C, 0x7F: Unicode.Scalar(text[at])
    case 0xC2 where byte(1) <= 0x9F: Unicode.Scalar(byte(1))
    case 0xE2 where byte(1) == 0x80 && (0xA8...0xA9).contains(byte(2)): byte(2) == 0xA8 ? "\u{2028}" : "\u{2029}"
    case 0xEF where byte(1) == 0xBB && byte(2) == 0xBF: "\u{FEFF}"
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
