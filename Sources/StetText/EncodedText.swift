import StetICU

/// Writing a changed draft back in the encoding it was read in.
extension TextEncoding {
  /// Valid UTF-8 in this encoding's bytes; no byte-order mark is added.
  ///
  /// - Throws: `cannotEncode` with the first character the encoding lacks.
  public func encode(_ utf8: [UInt8]) throws(DraftError) -> [UInt8] {
    try encode(utf8, CharsetForm(name: name))
  }

  /// The original bytes with edits made in them; every byte outside the edits stays as it is.
  ///
  ///     let fixed = try draft.encoding.applying(
  ///       edits: [(span, Array("Kyiv".utf8))], toUTF8Form: draft.text, original: bytes)
  ///
  /// - Parameters:
  ///   - edits: Spans of `utf8` that begin and end between scalars and do not overlap, and what replaces them, in UTF-8.
  ///   - utf8: The UTF-8 form of `bytes`: a draft's `text`.
  /// - Throws: `cannotEncode` if a replacement has a character the encoding lacks; `cannotEdit` if the encoding's bytes
  ///   depend on what precedes them.
  public func applying(
    edits: [(span: Span, replacement: [UInt8])], toUTF8Form utf8: [UInt8], original bytes: [UInt8]
  ) throws(DraftError) -> [UInt8] {
    let form = try CharsetForm(name: name).resolved(for: bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var places = OriginalPlaces(form, name, utf8, bytes)
    var copied = 0
    for edit in edits.sorted(by: { $0.span < $1.span }) {
      let start = try places.advance(to: edit.span.start), end = try places.advance(to: edit.span.end)
      result += bytes[copied..<start]
      result += try encode(edit.replacement, form)
      copied = end
    }
    result += bytes[copied...]
    // By construction for all but the charsets that ICU alone understands.
    if case .multiByte = form, try form.decode(result, name: name) != TextEncoding.spliced(edits, utf8) {
      throw .cannotEdit(encoding: name)
    }
    return result
  }

  private static func spliced(_ edits: [(span: Span, replacement: [UInt8])], _ utf8: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [], copied = 0
    for edit in edits.sorted(by: { $0.span < $1.span }) {
      result += utf8[copied..<edit.span.start]
      result += edit.replacement
      copied = edit.span.end
    }
    return result + utf8[copied...]
  }

  private func encode(_ utf8: [UInt8], _ form: CharsetForm) throws(DraftError) -> [UInt8] {
    switch form {
    case .utf8: return utf8
    case .multiByte: return try encodeMultiByte(utf8)
    case .utf16Unordered, .utf32Unordered: return try encode(utf8, form.resolved(for: []))
    case .utf16(let isBigEndian):
      return try encodeScalars(utf8) { TextEncoding.append(utf16: $0, isBigEndian, to: &$1) }
    case .utf32(let isBigEndian):
      return try encodeScalars(utf8) { TextEncoding.append($0, bytes: 4, isBigEndian, to: &$1) }
    case .singleByte(let charset):
      return try encodeScalars(utf8) { scalar, result throws(DraftError) in
        guard let byte = charset.byte(of: scalar) else { throw lacks(scalar) }
        result.append(byte)
      }
    }
  }

  private func encodeScalars(
    _ utf8: [UInt8], _ append: (UInt32, inout [UInt8]) throws(DraftError) -> Void
  ) throws(DraftError) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    while at < utf8.count {
      let (scalar, length) = UTF8Scalar.decode(utf8, at, utf8.count)
      try append(scalar, &result)
      at += length
    }
    return result
  }

  private func lacks(_ scalar: UInt32) -> DraftError {
    .cannotEncode(text: Unicode.Scalar(scalar).map { String($0) } ?? "\u{FFFD}", encoding: name)
  }

  private func encodeMultiByte(_ utf8: [UInt8]) throws(DraftError) -> [UInt8] {
    guard let charset = try? Charset(name) else { throw .unknownEncoding(name) }
    let text = String(decoding: utf8, as: UTF8.self)
    if let bytes = try? charset.encode(Array(text.utf16)) { return bytes }
    for scalar in text.unicodeScalars where (try? charset.encode(Array(String(scalar).utf16))) == nil {
      throw lacks(scalar.value)
    }
    throw .cannotEncode(text: text, encoding: name)
  }

  private static func append(utf16 scalar: UInt32, _ isBigEndian: Bool, to result: inout [UInt8]) {
    if scalar < 0x10000 { return append(scalar, bytes: 2, isBigEndian, to: &result) }
    append(0xD800 + (scalar - 0x10000) >> 10, bytes: 2, isBigEndian, to: &result)
    append(0xDC00 + (scalar - 0x10000) & 0x3FF, bytes: 2, isBigEndian, to: &result)
  }

  private static func append(_ unit: UInt32, bytes: UInt32, _ isBigEndian: Bool, to result: inout [UInt8]) {
    for i in 0..<bytes { result.append(UInt8(truncatingIfNeeded: unit >> (8 * (isBigEndian ? bytes - 1 - i : i)))) }
  }
}

/// Walks through a text's UTF-8 form and its original bytes side by side.
private struct OriginalPlaces {
  private let form: CharsetForm
  private let name: String
  private let utf8: [UInt8]
  private let bytes: [UInt8]
  private var utf8Offset = 0
  private var offset = 0

  init(_ form: CharsetForm, _ name: String, _ utf8: [UInt8], _ bytes: [UInt8]) {
    self.form = form
    self.name = name
    self.utf8 = utf8
    self.bytes = bytes
  }

  /// The offset in the original bytes of an offset in the UTF-8 form, which may not lie before the last one asked for.
  mutating func advance(to target: Int) throws(DraftError) -> Int {
    precondition(target >= utf8Offset && target <= utf8.count, "edits overlap or lie outside the draft")
    precondition(target == utf8.count || utf8[target] & 0xC0 != 0x80, "an edit cuts a character")
    switch form {
    case .utf8: offset = target
    case .multiByte: offset = try multiByteOffset(target)
    default:
      for lead in utf8[utf8Offset..<target] where lead & 0xC0 != 0x80 { offset += form.width(lead: lead) ?? 0 }
    }
    utf8Offset = target
    return offset
  }

  /// As long as the text before it is when written anew, if both sides of that place read as they should.
  private func multiByteOffset(_ target: Int) throws(DraftError) -> Int {
    let encoding = TextEncoding(name: name, hasByteOrderMark: false, isCertain: true)
    let place = try encoding.encode(Array(utf8[..<target])).count
    guard place <= bytes.count,
      (try? form.decode(Array(bytes[..<place]), name: name)) == Array(utf8[..<target]),
      (try? form.decode(Array(bytes[place...]), name: name)) == Array(utf8[target...])
    else { throw .cannotEdit(encoding: name) }
    return place
  }
}
