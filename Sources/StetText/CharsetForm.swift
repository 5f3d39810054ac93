import StetICU

/// How a charset writes a text, as far as places in it can be told.
enum CharsetForm {
  case utf8
  /// Its name tells no byte order; a mark or the bytes do.
  case utf16Unordered
  case utf16(isBigEndian: Bool)
  case utf32Unordered
  case utf32(isBigEndian: Bool)
  /// One byte, one scalar.
  case singleByte(SingleByteCharset)
  /// All that ICU must decode: Shift-JIS, GB18030, EUC and the like.
  case multiByte

  /// - Throws: `unknownEncoding` if ICU does not know the name.
  init(name: String) throws(DraftError) {
    // ICU takes an empty name for the machine's default charset, and overlooks what is not ASCII in a name.
    let isPlain = !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isPlain, let charset = try? Charset(name) else { throw .unknownEncoding(name) }
    switch charset.icuName {
    case "UTF-8": self = .utf8
    case "UTF-16": self = .utf16Unordered
    case "UTF-16LE": self = .utf16(isBigEndian: false)
    case "UTF-16BE": self = .utf16(isBigEndian: true)
    case "UTF-32": self = .utf32Unordered
    case "UTF-32LE": self = .utf32(isBigEndian: false)
    case "UTF-32BE": self = .utf32(isBigEndian: true)
    default: self = SingleByteCharset(charset).map { .singleByte($0) } ?? .multiByte
    }
  }

  /// The name reports use, for Unicode's own forms.
  var canonicalName: String? {
    switch self {
    case .utf8: "UTF-8"
    case .utf16Unordered: "UTF-16"
    case .utf16(let isBigEndian): isBigEndian ? "UTF-16BE" : "UTF-16LE"
    case .utf32Unordered: "UTF-32"
    case .utf32(let isBigEndian): isBigEndian ? "UTF-32BE" : "UTF-32LE"
    case .singleByte, .multiByte: nil
    }
  }

  /// With the byte order that an unordered form has in these bytes: the side on which more NUL bytes lie is the high
  /// one; without any, big-endian, as the standard says.
  func resolved(for bytes: [UInt8]) -> CharsetForm {
    guard isUnordered else { return self }
    var even = 0, odd = 0
    for i in bytes.indices.prefix(1 << 16) where bytes[i] == 0 {
      if i % 2 == 0 { even += 1 } else { odd += 1 }
    }
    if case .utf16Unordered = self { return .utf16(isBigEndian: even >= odd) }
    return .utf32(isBigEndian: bytes.isEmpty || bytes[0] == 0)
  }

  private var isUnordered: Bool {
    switch self {
    case .utf16Unordered, .utf32Unordered: true
    default: false
    }
  }

  /// How many bytes of the original the scalar takes whose UTF-8 form begins with `lead`; `nil` if that depends on more.
  @inline(__always)
  func width(lead: UInt8) -> Int? {
    switch self {
    case .utf8: lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    case .utf16, .utf16Unordered: lead < 0xF0 ? 2 : 4
    case .utf32, .utf32Unordered: 4
    case .singleByte: 1
    case .multiByte: nil
    }
  }

  /// The bytes as valid UTF-8. `name` is for errors, and what ICU opens.
  ///
  /// - Throws: `malformed` with the offset of the fault, or `binary` at a NUL.
  func decode(_ bytes: [UInt8], name: String) throws(DraftError) -> [UInt8] {
    switch self {
    case .utf16Unordered, .utf32Unordered: return try resolved(for: bytes).decode(bytes, name: name)
    case .utf16(let isBigEndian): return try CharsetForm.decodeUTF16(bytes, isBigEndian, name)
    case .utf32(let isBigEndian): return try CharsetForm.decodeUTF32(bytes, isBigEndian, name)
    case .utf8, .singleByte, .multiByte: break
    }
    if let offset = bytes.firstIndex(of: 0) { throw .binary(offset: offset) }
    switch self {
    case .singleByte(let charset): return try charset.decode(bytes, name: name)
    case .multiByte: return try CharsetForm.decodeMultiByte(bytes, name)
    default:
      if let offset = UTF8Validator.firstFault(in: bytes) { throw .malformed(encoding: name, offset: offset) }
      return bytes
    }
  }

  private static func decodeUTF16(_ bytes: [UInt8], _ isBigEndian: Bool, _ name: String) throws(DraftError) -> [UInt8] {
    let high = isBigEndian ? 0 : 1
    func unit(_ at: Int) -> UInt32 { UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + 1 - high]) }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    var at = 0
    while at + 1 < bytes.count {
      var scalar = unit(at)
      let start = at
      at += 2
      if scalar & 0xF800 == 0xD800 {
        guard scalar < 0xDC00, at + 1 < bytes.count, unit(at) & 0xFC00 == 0xDC00 else {
          throw .malformed(encoding: name, offset: start)
        }
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(at) & 0x3FF
        at += 2
      }
      guard scalar != 0 else { throw .binary(offset: start) }
      UTF8Scalar.append(scalar, to: &utf8)
    }
    guard at == bytes.count else { throw .malformed(encoding: name, offset: at) }
    return utf8
  }

  private static func decodeUTF32(_ bytes: [UInt8], _ isBigEndian: Bool, _ name: String) throws(DraftError) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    for at in stride(from: 0, to: bytes.count, by: 4) {
      guard at + 4 <= bytes.count else { throw .malformed(encoding: name, offset: at) }
      var value: UInt32 = 0
      for i in 0..<4 { value = value << 8 | UInt32(bytes[isBigEndian ? at + i : at + 3 - i]) }
      guard let scalar = Unicode.Scalar(value) else { throw .malformed(encoding: name, offset: at) }
      guard value != 0 else { throw .binary(offset: at) }
      UTF8Scalar.append(scalar.value, to: &utf8)
    }
    return utf8
  }

  private static func decodeMultiByte(_ bytes: [UInt8], _ name: String) throws(DraftError) -> [UInt8] {
    // ICU counts with 32 bits, and its UTF-16 is held beside the bytes.
    guard bytes.count < Int(Int32.max) - 16 else { throw .tooLarge }
    guard let charset = try? Charset(name) else { throw .unknownEncoding(name) }
    do {
      return Array(String(decoding: try charset.decode(bytes), as: UTF16.self).utf8)
    } catch {
      throw .malformed(encoding: name, offset: firstFault(in: bytes, charset))
    }
  }

  /// Where a multi-byte charset stops fitting: the end of the longest beginning that is whole or merely cut short. ICU
  /// does not tell the place, so it is found by halving.
  private static func firstFault(in bytes: [UInt8], _ charset: borrowing Charset) -> Int {
    let truncated: Int32 = 11
    var fits = 0, fails = bytes.count
    while fails - fits > 1 {
      let middle = (fits + fails) / 2
      do {
        _ = try charset.decode(Array(bytes[..<middle]))
        fits = middle
      } catch where error.code == truncated {
        fits = middle
      } catch {
        fails = middle
      }
    }
    return fits
  }
}

extension UTF8Scalar {
  /// Appends the UTF-8 form of a scalar, which must not be a surrogate.
  @inline(__always)
  static func append(_ scalar: UInt32, to utf8: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80:
      utf8.append(UInt8(scalar))
    case ..<0x800:
      utf8.append(0xC0 | UInt8(scalar >> 6))
      utf8.append(tail(0))
    case ..<0x10000:
      utf8.append(0xE0 | UInt8(scalar >> 12))
      utf8.append(tail(6))
      utf8.append(tail(0))
    default:
      utf8.append(0xF0 | UInt8(scalar >> 18))
      utf8.append(tail(12))
      utf8.append(tail(6))
      utf8.append(tail(0))
    }
  }
}
