import CStetData

/// Files compiled into the binary, as text.
enum DataFile {
  static var romanization: String {
    var length = 0
    return unsafe text(stet_data_romanization(&length), length)
  }

  static var icuSystems: String {
    var length = 0
    return unsafe text(stet_data_icu_systems(&length), length)
  }

  static var lookalikes: String {
    var length = 0
    return unsafe text(stet_data_lookalikes(&length), length)
  }

  static var skeleton: String {
    var length = 0
    return unsafe text(stet_data_skeleton(&length), length)
  }

  static var givenNameForms: String {
    var length = 0
    return unsafe text(stet_data_given_name_forms(&length), length)
  }

  static var declensions: String {
    var length = 0
    return unsafe text(stet_data_declensions(&length), length)
  }

  private static func text(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }

  /// The rows of a tab-separated file without its heading; short rows are padded.
  static func rows(_ text: String, columns: Int) -> [[Substring]] {
    text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return cells + Array(repeating: "", count: max(0, columns - cells.count))
    }
  }
}

/// The data files that renderings and skeletons come from.
public enum NameData {
  /// A sum of all their bytes: what was made from other data is of no use.
  public static var checksum: UInt64 {
    let files = unsafe [
      stet_data_romanization, stet_data_icu_systems, stet_data_lookalikes, stet_data_skeleton, stet_data_given_name_forms,
      stet_data_declensions, stet_data_characters,
    ]
    var sum: UInt64 = 1
    for unsafe file in unsafe files {
      var length = 0
      guard let bytes = unsafe file(&length) else { continue }
      sum = unsafe checksum(UnsafeRawBufferPointer(start: bytes, count: length), sum)
    }
    return sum
  }

  private static func checksum(_ bytes: UnsafeRawBufferPointer, _ seed: UInt64) -> UInt64 {
    var sum = seed ^ UInt64(bytes.count)
    for at in stride(from: 0, to: bytes.count - 7, by: 8) {
      sum = unsafe (sum ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 29
    }
    for at in bytes.count & ~7..<bytes.count { sum = unsafe (sum ^ UInt64(bytes[at])) &* 0x9E37_79B9_7F4A_7C15 }
    return sum
  }
}
