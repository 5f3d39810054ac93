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
    Array(text.utf8)[...].pieces(between: UInt8(ascii: "\n")).dropFirst().filter { !$0.isEmpty }.map { cells($0, columns: columns) }
  }

  /// The same as bytes, one row after the other, for what is read at nearly every start: making strings and arrays takes longer than all
  /// the rest. The cells are cut off by whoever reads them.
  static func forEachRow(_ text: String, _ body: (inout ArraySlice<UInt8>) -> Void) {
    var rest = Array(text.utf8)[...]
    _ = rest.cut(at: UInt8(ascii: "\n"))
    while !rest.isEmpty {
      var row = rest.cut(at: UInt8(ascii: "\n"))
      if !row.isEmpty { body(&row) }
    }
  }

  /// The cells of a line; a short one is padded.
  static func cells(_ line: ArraySlice<UInt8>, columns: Int) -> [Substring] {
    var cells = line.pieces(between: UInt8(ascii: "\t")).map { Substring(decoding: $0, as: UTF8.self) }
    while cells.count < columns { cells.append("") }
    return cells
  }
}

extension ArraySlice<UInt8> {
  /// Takes away what stands before the first separator, and the separator with it; all, if there is none.
  mutating func cut(at separator: UInt8) -> ArraySlice<UInt8> {
    let end = firstIndex(of: separator) ?? endIndex
    defer { self = self[Swift.min(end + 1, endIndex)...] }
    return self[..<end]
  }

  /// What stands between separators, empty stretches included. The library's `split` takes many times as long.
  func pieces(between separator: UInt8) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = [], start = startIndex
    let bytes = span, first = startIndex
    for i in 0..<bytes.count where bytes[i] == separator {
      pieces.append(self[start..<first + i])
      start = first + i + 1
    }
    pieces.append(self[start...])
    return pieces
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

  /// Where a line ends that begins at an offset.
  func lineEnd(_ start: Int) -> Int {
    let raw = unsafe UnsafeRawBufferPointer(bytes)
    var at = start
    // Eight bytes at a time: what is zero then was a line end, and the lowest such byte is told for certain.
    while at + 8 <= raw.count {
      let word = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) ^ 0x0A0A_0A0A_0A0A_0A0A
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if zeros != 0 { return at + zeros.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < raw.count, unsafe raw[at] != 10 { at += 1 }
    return min(at, raw.count)
  }

  /// The places of the lines in a stretch, without their ends.
  func lines(_ stretch: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = [], start = stretch.lowerBound
    while start < stretch.upperBound {
      let end = lineEnd(start)
      if end > start { lines.append(start..<end) }
      start = end + 1
    }
    return lines
  }

  /// The stretches of lines that agree in their first two cells.
  func stretches(from first: Int) -> [Range<Int>] {
    var stretches: [Range<Int>] = [], start = first, head = first..<first
    var at = first
    while unsafe at < bytes.count {
      let end = lineEnd(at), same = at..<min(at + head.count, end)
      if head.isEmpty || !areEqual(head, same) {
        if at > start { stretches.append(start..<at) }
        start = at
        head = at..<secondTab(at..<end)
      }
      at = end + 1
    }
    return unsafe start < bytes.count ? stretches + [start..<bytes.count] : stretches
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
    guard a.count == b.count else { return false }
    for i in 0..<a.count where unsafe bytes[a.lowerBound + i] != bytes[b.lowerBound + i] { return false }
    return true
  }

  /// The cells of a line; a short one is padded.
  func cells(_ line: Range<Int>, columns: Int) -> [Substring] {
    DataFile.cells(unsafe Array(bytes[line])[...], columns: columns)
  }
}
