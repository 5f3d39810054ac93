import StetICU

/// Reads text that was UTF-8 and was taken for a one-byte charset: puts its characters back into that charset's bytes and
/// reads those as UTF-8. What comes out must be a character that copy has.
struct MojibakeReading: Sendable {
  /// A character that was torn apart: where its pieces end, and what it was.
  struct Unit {
    let end: Int
    let scalar: Unicode.Scalar
    let isCertain: Bool
  }

  static let western = MojibakeReading(charset: "windows-1252")
  static let cyrillic = MojibakeReading(charset: "windows-1251")

  /// The byte of each scalar from U+0080 on.
  private let bytes: [UInt32: UInt8]
  private let isWestern: Bool

  private static let westernMarks = western.decomposed, cyrillicMarks = cyrillic.decomposed
  /// The byte of a letter written as letter and accent: the key is accent × 65,536 + letter. Seldom asked for, and made late.
  private var marks: [UInt32: UInt8] { isWestern ? Self.westernMarks : Self.cyrillicMarks }

  private init(charset name: String) {
    isWestern = name == "windows-1252"
    var bytes: [UInt32: UInt8] = [:]
    bytes.reserveCapacity(256)
    if let charset = try? Charset(name) {
      for byte in UInt8(0x80)...0xFF {
        // Bytes that mean nothing in the charset come out as control characters of the same number.
        bytes[UInt32((try? charset.decode([byte]))?.first ?? UInt16(byte))] = byte
      }
      for byte in UInt32(0x80)...0x9F where bytes[byte] == nil { bytes[byte] = UInt8(byte) }
    }
    self.bytes = bytes
  }

  private var decomposed: [UInt32: UInt8] {
    var decomposed: [UInt32: UInt8] = [:]
    for (value, byte) in bytes {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let parts = ((try? String(scalar).normalized(.nfd)) ?? "").unicodeScalars.map(\.value)
      if parts.count == 2 { decomposed[parts[1] << 16 | parts[0]] = byte }
    }
    return decomposed
  }

  /// The character torn apart at an offset, or nil if what stands there is none.
  func unit(in text: [UInt8], at start: Int, before limit: Int) -> Unit? {
    guard let lead = byte(text, start, limit), lead.byte >= 0xC2, lead.byte <= 0xF4 else { return nil }
    let count = lead.byte < 0xE0 ? 1 : lead.byte < 0xF0 ? 2 : 3
    var value = UInt32(lead.byte) & (count == 1 ? 0x1F : count == 2 ? 0x0F : 0x07)
    var at = lead.end
    var separates = false
    for _ in 0..<count {
      guard at < limit, let next = byte(text, at, limit), next.byte >= 0x80, next.byte < 0xC0 else { return nil }
      separates = isPunctuation(next.byte)
      value = value << 6 | UInt32(next.byte & 0x3F)
      at = next.end
    }
    guard value >= [0x80, 0x800, 0x10000][count - 1], let scalar = Unicode.Scalar(value), let sure = isPlausible(value) else { return nil }
    // “CAFÉ” and “10 Å” end in a letter and a mark of their own.
    if count == 1, separates, !(start > 0 && isLower(text[start - 1])) { return nil }
    return Unit(end: at, scalar: scalar, isCertain: sure)
  }

  /// The text of a run of units read again, should it have been torn apart twice.
  func reading(of scalars: [Unicode.Scalar]) -> String {
    var result = String(String.UnicodeScalarView(scalars))
    for _ in 0..<3 {
      let text = Array(result.utf8)
      var at = 0
      var inner: [Unicode.Scalar] = []
      while at < text.count, let unit = unit(in: text, at: at, before: text.count) {
        inner.append(unit.scalar)
        at = unit.end
      }
      guard at == text.count, !inner.isEmpty else { break }
      result = String(String.UnicodeScalarView(inner))
    }
    return result
  }

  private func byte(_ text: [UInt8], _ at: Int, _ limit: Int) -> (byte: UInt8, end: Int)? {
    let (value, length) = scalar(text, at, limit)
    let next = at + length
    if next + 1 < limit, text[next] == 0xCC || text[next] == 0xCD {
      let accent = scalar(text, next, limit)
      if let byte = marks[accent.value << 16 | value] { return (byte, next + accent.length) }
    }
    return value < 0x80 ? nil : bytes[value].map { ($0, next) }
  }

  private func scalar(_ text: [UInt8], _ at: Int, _ limit: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(text[at])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, at + length <= limit else { return (lead < 0x80 ? lead : 0xFFFD, 1) }
    var value = lead & (0xFF >> UInt32(length + 1))
    for i in 1..<length { value = value << 6 | UInt32(text[at + i] & 0x3F) }
    return (value, length)
  }

  /// Quotation marks, dashes and the like, which may follow a letter in their own right.
  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x99, 0x9B, 0xAB, 0xBB, 0xAE, 0xB0: true
    default: false
    }
  }

  private func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A || byte >= 0x80 }

  /// Whether copy has a character, and whether one of them is proof enough; nil if it has not.
  private func isPlausible(_ value: UInt32) -> Bool? {
    switch value {
    case 0xA0...0xFF, 0x100...0x17F: isWestern
    case 0x2010...0x203A, 0x20AC, 0x2116, 0x2122, 0x2190...0x2193, 0x2212, 0x25A0...0x25CF, 0xFB00...0xFB06, 0xFEFF, 0xFFFD, 0x1F300...0x1FAFF: true
    case 0x218...0x21B, 0x2002...0x200F: isWestern
    case 0x391...0x3CE, 0x401...0x45F, 0x490, 0x491, 0x5D0...0x5EA, 0x620...0x64A, 0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: false
    default: nil
    }
  }
}
