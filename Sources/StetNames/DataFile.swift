import CStetData

/// Files compiled into the binary, as text.
enum DataFile {
  /// Large, and mostly asked for a few of its rows.
  static let romanization = unsafe DataBytes(stet_data_romanization)

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

/// A file compiled into the binary, as bytes.
@safe
struct DataBytes: @unchecked Sendable {  // the bytes are constant and live as long as the process
  private let bytes: UnsafeBufferPointer<UInt8>

  fileprivate init(_ data: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?) {
    var length = 0
    let start = unsafe data(&length)
    unsafe bytes = UnsafeBufferPointer(start: start, count: length)
  }

  /// The places of the lines, without their ends.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = [], start = 0
    for i in unsafe bytes.indices where unsafe bytes[i] == 10 {
      if i > start { lines.append(start..<i) }
      start = i + 1
    }
    return unsafe start < bytes.count ? lines + [start..<bytes.count] : lines
  }

  /// The place after the second tab of a line, or its end.
  func secondTab(_ line: Range<Int>) -> Int {
    var tabs = 0
    for i in line where unsafe bytes[i] == 9 {
      tabs += 1
      if tabs == 2 { return i + 1 }
    }
    return line.upperBound
  }

  /// Whether two stretches are the same.
  func areEqual(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    unsafe a.count == b.count && UnsafeBufferPointer(rebasing: bytes[a]).elementsEqual(UnsafeBufferPointer(rebasing: bytes[b]))
  }

  /// The cells of a line; a short one is padded.
  func cells(_ line: Range<Int>, columns: Int) -> [Substring] {
    let text = unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[line]), as: UTF8.self)
    let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
    return cells + Array(repeating: "", count: max(0, columns - cells.count))
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
