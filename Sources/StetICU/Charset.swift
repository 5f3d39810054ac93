import CICU

/// A charset that ICU converts from and to Unicode. One owner at a time.
@safe
public struct Charset: ~Copyable {
  private let handle: OpaquePointer

  /// A charset by any of its names: "windows-1251", "cp1251", "KOI8-U", "iso-8859-1".
  public init(_ name: String) throws(ICUError) {
    var status: Int32 = 0
    let opened = unsafe stet_converter_open(name, &status)
    try check(status, "ucnv_open", name)
    guard let opened = unsafe opened else { throw ICUError(call: "ucnv_open", code: 7, detail: name) }
    unsafe handle = opened
  }

  deinit { unsafe stet_converter_close(handle) }

  /// ICU's own name of the charset, such as "ibm-5347_P100-1998" for windows-1252.
  public var icuName: String {
    var status: Int32 = 0
    guard let name = unsafe stet_converter_name(handle, &status) else { return "" }
    return unsafe String(cString: name)
  }

  /// The bytes as UTF-16. Throws at the first byte that means nothing in this charset.
  public func decode(_ bytes: [UInt8]) throws(ICUError) -> [UInt16] {
    try unsafe filled("ucnv_toUChars", capacity: bytes.count + 16) { buffer, capacity, status in
      unsafe bytes.withUnsafeBytes { source in
        let base = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
        return unsafe stet_converter_decode(handle, base, Int32(source.count), buffer, capacity, &status)
      }
    }
  }

  /// The text in this charset's bytes. Throws at the first character the charset lacks.
  public func encode(_ text: [UInt16]) throws(ICUError) -> [UInt8] {
    var capacity = text.count * 4 + 16
    while true {
      var status: Int32 = 0
      var bytes = [CChar](repeating: 0, count: capacity)
      let length = unsafe stet_converter_encode(handle, text, Int32(text.count), &bytes, Int32(capacity), &status)
      if status == bufferOverflow, Int(length) > capacity {
        capacity = Int(length)
        continue
      }
      try check(status, "ucnv_fromUChars")
      return bytes.prefix(Int(length)).map { UInt8(bitPattern: $0) }
    }
  }

  /// ICU's guesses for bytes of unknown charset, best first, with its confidence from 0 to 100.
  public static func guesses(for bytes: [UInt8]) throws(ICUError) -> [(name: String, confidence: Int)] {
    var status: Int32 = 0
    let capacity = 16
    var names = [CChar](repeating: 0, count: capacity * 32)
    var confidences = [Int32](repeating: 0, count: capacity)
    let count = unsafe bytes.withUnsafeBytes { source in
      unsafe names.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return Int32(0) }
        return unsafe base.withMemoryRebound(to: CharsetName.self, capacity: capacity) { rebound in
          unsafe stet_detect_charsets(
            source.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(source.count), rebound, &confidences,
            Int32(capacity), &status)
        }
      }
    }
    try check(status, "ucsdet_detectAll")
    return (0..<Int(count)).map { i in
      let name = names[i * 32..<i * 32 + 32].prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      return (String(decoding: name, as: UTF8.self), Int(confidences[i]))
    }
  }
}

/// C's `char[32]`.
private typealias CharsetName = (
  CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar,
  CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar, CChar
)
