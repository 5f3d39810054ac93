import CICU

/// ICU's check for look-alike letters (UTS 39). One owner at a time.
@safe
public struct Confusables: ~Copyable {
  private let handle: OpaquePointer

  public init() throws(ICUError) {
    var status: Int32 = 0
    let opened = unsafe stet_spoof_open(&status)
    try check(status, "uspoof_open")
    guard let opened = unsafe opened else { throw ICUError(call: "uspoof_open", code: 7) }
    unsafe handle = opened
  }

  deinit { unsafe stet_spoof_close(handle) }

  /// True when the text mixes scripts in a way no language does ("Кyiv" with a Cyrillic К).
  public func mixesScripts(_ text: String) throws(ICUError) -> Bool {
    var status: Int32 = 0
    let mixed = unsafe stet_spoof_mixes_scripts(handle, text, Int32(text.utf8.count), &status)
    try check(status, "uspoof_check2UTF8")
    return mixed
  }

  /// The text with each letter replaced by the prototype of all its look-alikes; equal for confusable texts.
  public func skeleton(_ text: String) throws(ICUError) -> String {
    var capacity = text.utf8.count * 2 + 16
    while true {
      var status: Int32 = 0
      var bytes = [CChar](repeating: 0, count: capacity)
      let length = unsafe stet_spoof_skeleton(handle, text, Int32(text.utf8.count), &bytes, Int32(capacity), &status)
      if status == bufferOverflow, Int(length) > capacity {
        capacity = Int(length)
        continue
      }
      try check(status, "uspoof_getSkeletonUTF8")
      return String(decoding: bytes.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
