/// A file's bytes as valid UTF-8, and the encoding they were in.
///
/// A byte-order mark decides first, then a forced encoding, then whether the bytes are valid UTF-8; what remains is an
/// 8-bit charset, which `EncodingDetector` finds out. The mark stays in `utf8` as EF BB BF.
struct DecodedText {
  let utf8: [UInt8]
  let encoding: TextEncoding

  /// - Throws: every `DraftError` but `cannotEncode` and `cannotEdit`.
  init(_ bytes: [UInt8], forced: String?) throws(DraftError) {
    guard bytes.count < DecodedText.limit else { throw .tooLarge }
    // An unknown name is a mistake in the command, whatever the file is.
    let form = try forced.map { name throws(DraftError) in try CharsetForm(name: name) }
    let mark = ByteOrderMark(bytes)
    let utf8: [UInt8], name: String
    var isCertain = true
    if let mark {
      (utf8, name) = (try mark.form.decode(bytes, name: mark.name), mark.name)
    } else if let forced, let form {
      let endian = form.resolved(for: bytes)
      name = endian.canonicalName ?? forced
      utf8 = try endian.decode(bytes, name: name)
    } else {
      let plain = UTF8Validator.plainLength(bytes)
      // A NUL byte is no text, but for UTF-16.
      let nul = plain == bytes.count ? nil : bytes.firstIndex(of: 0, in: plain..<bytes.count)
      if let nul, let form = DecodedText.unmarkedUTF16(bytes, firstNul: nul) {
        name = form.canonicalName ?? ""
        utf8 = try form.decode(bytes, name: name)
      } else {
        if let nul { throw .binary(offset: nul) }
        (utf8, name, isCertain) = try DecodedText.withoutMark(bytes, plain: plain)
      }
    }
    // Offsets in tokens have 32 bits, and an 8-bit charset grows in UTF-8.
    guard utf8.count < DecodedText.limit else { throw .tooLarge }
    self.utf8 = utf8
    encoding = TextEncoding(name: name, hasByteOrderMark: mark != nil, isCertain: isCertain)
  }

  static let limit = Int(UInt32.max)

  /// UTF-8 if the bytes are that, otherwise an 8-bit charset.
  ///
  /// - Parameter plain: How many bytes at the start are ASCII.
  private static func withoutMark(_ bytes: [UInt8], plain: Int) throws(DraftError) -> ([UInt8], String, Bool) {
    guard let fault = UTF8Validator.firstFault(in: bytes, from: plain) else { return (bytes, "UTF-8", true) }
    if UTF8Validator.isMostlyUTF8(bytes) { throw .malformed(encoding: "UTF-8", offset: fault) }
    let found = try EncodingDetector(bytes).detect()
    return (try found.form.decode(bytes, name: found.name), found.name, found.isCertain)
  }

  /// UTF-16 without a mark, if nothing else is possible: NUL bytes in one half of the units only, and every unit a
  /// character that text of the usual scripts has.
  private static func unmarkedUTF16(_ bytes: [UInt8], firstNul first: Int) -> CharsetForm? {
    guard bytes.count >= 8, bytes.count % 2 == 0 else { return nil }
    let isBigEndian = first % 2 == 0
    let units = stride(from: 0, to: min(bytes.count, 1 << 16), by: 2)
    var latin = 0, known = 0, total = 0
    for i in units {
      let (high, low) = isBigEndian ? (bytes[i], bytes[i + 1]) : (bytes[i + 1], bytes[i])
      total += 1
      if high == 0 {
        guard low >= 0x20 || low == 0x09 || low == 0x0A || low == 0x0D || low == 0x0C else { return nil }
        latin += 1
      }
      // Latin, Greek, Cyrillic and general punctuation.
      if high <= 0x05 || high == 0x20 || high == 0x1E { known += 1 }
    }
    return latin * 10 >= total && known * 10 >= total * 9 ? .utf16(isBigEndian: isBigEndian) : nil
  }
}

/// The mark a file may begin with.
struct ByteOrderMark {
  let form: CharsetForm
  let name: String

  init?(_ bytes: [UInt8]) {
    // Nearly all files begin with ASCII.
    guard let first = bytes.first, first == 0 || first >= 0xEF else { return nil }
    // UTF-32LE before UTF-16LE: its mark begins with the other's, and a NUL after that would be no text.
    let marks: [([UInt8], CharsetForm)] = [
      ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE, 0, 0], .utf32(isBigEndian: false)),
      ([0, 0, 0xFE, 0xFF], .utf32(isBigEndian: true)), ([0xFF, 0xFE], .utf16(isBigEndian: false)),
      ([0xFE, 0xFF], .utf16(isBigEndian: true)),
    ]
    guard let mark = marks.first(where: { bytes.starts(with: $0.0) }), let name = mark.1.canonicalName else { return nil }
    form = mark.1
    self.name = name
  }
}
