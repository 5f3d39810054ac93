/// Values one after the other, each with its length: what a machine writes for itself.
struct FieldWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  /// Nil is told from the empty text.
  mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  mutating func write<T>(_ items: [T], _ body: (inout FieldWriter, T) -> Void) {
    write(items.count)
    for item in items { body(&self, item) }
  }
}

/// Reads what `FieldWriter` wrote.
struct FieldReading {
  /// The bytes are not what was written.
  struct Damaged: Error {}

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number() throws(Damaged) -> Int {
    var value: UInt = 0, shift: UInt = 0
    while let byte = rest.popFirst() {
      guard shift < 64 else { throw Damaged() }
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: value) }
      shift += 7
    }
    throw Damaged()
  }

  mutating func text() throws(Damaged) -> String {
    let count = try number()
    guard count >= 0, count <= rest.count, let text = String(validating: rest.prefix(count), as: UTF8.self) else { throw Damaged() }
    rest = rest.dropFirst(count)
    return text
  }

  mutating func optionalText() throws(Damaged) -> String? { try number() == 0 ? nil : text() }

  mutating func list<T>(_ body: (inout FieldReading) throws(Damaged) -> T) throws(Damaged) -> [T] {
    let count = try number()
    // Every item takes a byte at least: a damaged count does not fill the memory.
    guard count >= 0, count <= rest.count else { throw Damaged() }
    var items: [T] = []
    for _ in 0..<count { items.append(try body(&self)) }
    return items
  }
}
