import CICU

/// A failed ICU call: which one, and ICU's own name for the reason.
public struct ICUError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The call as a reader of ICU's documentation knows it, such as "utrans_openU".
  public let call: String
  /// ICU's `UErrorCode`; above zero.
  public let code: Int32
  /// What it was asked for, when that helps: an id, a charset's name, the rules near the fault.
  public let detail: String?

  public init(call: String, code: Int32, detail: String? = nil) {
    self.call = call
    self.code = code
    self.detail = detail
  }

  /// ICU's name for the code, such as "U_ILLEGAL_ARGUMENT_ERROR".
  public var name: String { unsafe String(cString: stet_icu_error_name(code)) }

  public var description: String {
    "ICU's \(call) failed: \(name)" + (detail.map { " (\($0))" } ?? "")
  }
}

let bufferOverflow: Int32 = 15

/// Throws when `status` is a failure; warnings (below zero) pass.
func check(_ status: Int32, _ call: String, _ detail: @autoclosure () -> String? = nil) throws(ICUError) {
  if status > 0 { throw ICUError(call: call, code: status, detail: detail()) }
}

/// Runs a call that fills a UTF-16 buffer; once more with the length it asks for if the first is too short.
func filled(
  _ call: String, capacity: Int, _ body: (UnsafeMutablePointer<UInt16>, Int32, inout Int32) -> Int32
) throws(ICUError) -> [UInt16] {
  var capacity = max(capacity, 16)
  while true {
    var status: Int32 = 0
    var length: Int32 = 0
    let result = unsafe [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      length = unsafe body(base, Int32(buffer.count), &status)
      count = status > 0 ? 0 : Int(length)
    }
    if status == bufferOverflow, Int(length) > capacity {
      capacity = Int(length)
      continue
    }
    try check(status, call)
    return result
  }
}

/// The version of the ICU library in this process, such as "72.1".
public var icuVersion: String { unsafe String(cString: stet_icu_version()) }
