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

  static var letterGroups: String {
    var length = 0
    return unsafe text(stet_data_letter_groups(&length), length)
  }

  static var declensions: String {
    var length = 0
    return unsafe text(stet_data_declensions(&length), length)
  }

  static var onsets: String {
    var length = 0
    return unsafe text(stet_data_onsets(&length), length)
  }

  static var wellKnownNames: String {
    var length = 0
    return unsafe text(stet_data_well_known_names(&length), length)
  }

  private static func text(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }

  /// The rows of a tab-separated file without its heading; short rows are padded.
  static func rows(_ text: String, columns: Int) -> [[Substring]] {
    // Bytes, not characters: finding where characters end takes ten times as long.
    text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst().map { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Substring($0) }
      return cells + Array(repeating: "", count: max(0, columns - cells.count))
    }
  }
}
