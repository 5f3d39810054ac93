import CICU

/// Where characters, words or sentences of UTF-8 text begin, by ICU. One owner at a time.
@safe
public struct Boundaries: ~Copyable {
  public enum Kind: Int32, Sendable { case character, word, line, sentence }
  private let handle: OpaquePointer

  /// `locale` is ICU's, such as "en" or, for sentences, "en@ss=standard" (abbreviations end none).
  public init(_ kind: Kind, locale: String = "en") throws(ICUError) {
    var status: Int32 = 0
    let opened = unsafe stet_break_open(kind.rawValue, locale, &status)
    try check(status, "ubrk_open", locale)
    guard let opened = unsafe opened else { throw ICUError(call: "ubrk_open", code: 7, detail: locale) }
    unsafe handle = opened
  }

  deinit { unsafe stet_break_close(handle) }

  /// The boundaries after the start, as byte offsets into `text`; the last is its end.
  public func offsets(in text: [UInt8]) throws(ICUError) -> [Int] {
    var status: Int32 = 0
    let found: [Int] = unsafe text.withUnsafeBytes { buffer -> [Int] in
      // The iterator reads the buffer until the last boundary, so it may not leave this closure.
      unsafe stet_break_set_text(handle, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int64(buffer.count), &status)
      guard status <= 0, unsafe !buffer.isEmpty else { return [] }
      var offsets: [Int] = []
      var offset = unsafe stet_break_next(handle)
      while offset >= 0 {
        offsets.append(Int(offset))
        offset = unsafe stet_break_next(handle)
      }
      return offsets
    }
    try check(status, "ubrk_setUText")
    return found
  }
}
