import CICU

/// ICU's object that applies transliteration rules. One owner at a time: make one per worker.
@safe
public struct Transliterator: ~Copyable {
  private let handle: OpaquePointer

  /// A transliterator that ICU knows by `id`, such as "ka-ka_Latn/BGN".
  public init(id: String) throws(ICUError) {
    var status: Int32 = 0
    let name = Array(id.utf16)
    let opened = unsafe stet_transliterator_open_id(name, Int32(name.count), &status)
    try check(status, "utrans_openU", id)
    guard let opened = unsafe opened else { throw ICUError(call: "utrans_openU", code: 7, detail: id) }
    unsafe handle = opened
  }

  /// A transliterator made of rules in ICU's syntax. A fault in them is shown with the text around it.
  public init(rules: String) throws(ICUError) {
    var status: Int32 = 0
    var offset: Int32 = -1
    let text = Array(rules.utf16)
    let opened = unsafe stet_transliterator_open_rules(text, Int32(text.count), &offset, &status)
    let near = offset < 0 ? nil : String(decoding: text[max(0, Int(offset) - 20)..<min(text.count, Int(offset) + 20)], as: UTF16.self)
    try check(status, "utrans_openU", near)
    guard let opened = unsafe opened else { throw ICUError(call: "utrans_openU", code: 7) }
    unsafe handle = opened
  }

  deinit { unsafe stet_transliterator_close(handle) }

  /// The text rewritten by the rules. Works best on many names at once, joined by line breaks.
  public func apply(to text: [UInt16]) throws(ICUError) -> [UInt16] {
    var capacity = text.count * 3 + 64
    while true {
      var buffer = text
      buffer.append(contentsOf: repeatElement(0, count: capacity - text.count))
      var status: Int32 = 0
      let length = unsafe stet_transliterate(handle, &buffer, Int32(text.count), Int32(capacity), &status)
      if status == bufferOverflow, Int(length) > capacity || capacity < 1 << 26 {
        capacity = max(Int(length), capacity * 2)
        continue
      }
      try check(status, "utrans_transUChars")
      buffer.removeLast(capacity - Int(length))
      return buffer
    }
  }

  /// The text rewritten by the rules.
  public func apply(to text: String) throws(ICUError) -> String {
    String(decoding: try apply(to: Array(text.utf16)), as: UTF16.self)
  }
}
