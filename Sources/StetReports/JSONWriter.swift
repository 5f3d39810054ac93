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
  /// All that was written, and something behind it.
  mutating func end(with text: String) -> [UInt8] {
    buffer.append(text)
    return buffer.take()
  }
  /// Begins anew, for what is written piece by piece.
  mutating func clear() {
    buffer.clear()
    needsComma = false
  }

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

  /// A value in pieces, as our own code has them, or the beginning of one: `end` is to follow.
  ///
  /// - Parameter most: They never take more room.
  @inline(__always)
  mutating func begin(atMost most: Int, _ body: (inout MutableRawSpan, inout Int) -> Void) {
    separate()
    buffer.write(atMost: most, body)
    needsComma = false
  }

  /// What such a value goes on with.
  ///
  /// - Parameter isValue: Whether it ends a value, so that a comma has to come before the next.
  @inline(__always)
  mutating func goOn(atMost most: Int, isValue: Bool, _ body: (inout MutableRawSpan, inout Int) -> Void) {
    buffer.write(atMost: most, body)
    needsComma = isValue
  }

  /// A string.
  public mutating func string(_ value: String) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    escape(value)
    buffer.append(UInt8(ascii: "\""))
  }

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
    buffer.write(atMost: 6 * value.utf8.count) { $0.put(escaping: value, &$1) }
  }

  /// The scalar that begins at a byte of valid UTF-8, if it must be escaped.
  static func escapable(_ text: Swift.Span<UInt8>, _ at: Int) -> Unicode.Scalar? {
    func byte(_ distance: Int) -> UInt8 { at + distance < text.count ? text[at + distance] : 0xFF }
    return switch text[at] {
    case 0...0x1F, 0x22, 0x5C, 0x7F: Unicode.Scalar(text[at])
    case 0xC2 where byte(1) <= 0x9F: Unicode.Scalar(byte(1))
    case 0xE2 where byte(1) == 0x80 && (0xA8...0xA9).contains(byte(2)): byte(2) == 0xA8 ? "\u{2028}" : "\u{2029}"
    case 0xEF where byte(1) == 0xBB && byte(2) == 0xBF: "\u{FEFF}"
    default: nil
    }
  }

  static func escape(_ scalar: Unicode.Scalar) -> String {
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

  /// Whether any of eight bytes may begin what must be escaped. Most quotation marks do not, and begin like it.
  @inline(__always)
  static func mayNeedEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101, highs: UInt64 = 0x8080_8080_8080_8080
    @inline(__always) func has(_ byte: UInt8) -> UInt64 {
      let others = word ^ UInt64(byte) &* ones
      return (others &- ones) & ~others
    }
    var found = (word &- 0x20 &* ones) & ~word | has(0x22) | has(0x5C) | has(0x7F)
    if word & highs != 0 { found |= has(0xC2) | has(0xE2) | has(0xEF) }
    return found & highs != 0
  }
}
