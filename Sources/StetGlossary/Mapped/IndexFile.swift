import StetNames

/// A compiled index as a file: a header, a table of sections, and the sections, each from a multiple of 16 on.
///
/// Numbers are those of the machine; a file is only for the user and machine that made it.
struct IndexFile {
  static let magic: UInt64 = 0x3149_5445_5453_0A89
  /// Magic, key, length, sum of all that follows, number of sections.
  private static let headerWords = 6

  private let bytes: IndexBytes
  private let table: Flat<UInt64>

  /// The file around some sections.
  static func make(_ key: IndexKey, _ sections: [(inout [UInt8]) -> Void]) -> [UInt8] {
    var file = [UInt8](repeating: 0, count: (headerWords + 2 * sections.count) * 8)
    var places: [(offset: Int, count: Int)] = []
    for append in sections {
      while file.count % 16 != 0 { file.append(0) }
      let offset = file.count
      append(&file)
      places.append((offset, file.count - offset))
    }
    for (i, place) in places.enumerated() {
      put(UInt64(place.offset), headerWords + 2 * i, &file)
      put(UInt64(place.count), headerWords + 2 * i + 1, &file)
    }
    for (i, word) in [magic, key.first, key.second, UInt64(file.count), 0, UInt64(sections.count)].enumerated() { put(word, i, &file) }
    put(Checksum.of(file, from: 40), 4, &file)
    return file
  }

  private static func put(_ word: UInt64, _ place: Int, _ file: inout [UInt8]) {
    for i in 0..<8 { file[place * 8 + i] = UInt8(truncatingIfNeeded: word >> UInt64(8 * i)) }
  }

  /// What a file has in its time of change, below the second, once its sum was found right: whatever writes to it sets another.
  static func seal(of file: [UInt8]) -> Int { seal((0..<8).reduce(0) { $0 | UInt64(file[32 + $1]) << UInt64(8 * $1) }) }

  private static func seal(_ sum: UInt64) -> Int { Int(sum % 1_000_000_000) }

  /// Nil unless the file is whole, undamaged and made from what the key says.
  ///
  /// - Parameter seal: What the file has for a seal. With the right one its sum is not taken again, which would be most of the
  ///   work of a short run.
  init?(_ bytes: IndexBytes, _ key: IndexKey, seal: Int?) {
    let size = IndexFile.headerWords * 8
    guard let header = Flat<UInt64>(bytes, at: 0, byteCount: size), header.count == IndexFile.headerWords,
      header[0] == IndexFile.magic, header[1] == key.first, header[2] == key.second, header[3] == UInt64(bytes.count),
      header[5] < 1_000, let table = Flat<UInt64>(bytes, at: size, byteCount: Int(header[5]) * 16),
      IndexFile.seal(header[4]) == seal || header[4] == Checksum.of(bytes, from: 40)
    else { return nil }
    self.bytes = bytes
    self.table = table
  }

  /// A section's values; nil if there is no such section.
  func section<Element>(_ number: Int) -> Flat<Element>? {
    guard number * 2 + 1 < table.count, let offset = Int(exactly: table[number * 2]), let count = Int(exactly: table[number * 2 + 1])
    else { return nil }
    return Flat(bytes, at: offset, byteCount: count)
  }
}

/// What an index was made from, as two sums of all of it; any difference makes a file worthless.
public struct IndexKey: Equatable, Sendable {
  /// Changed whenever what a file means changes.
  private static let layout: UInt64 = 12

  let first, second: UInt64

  /// - Parameter sources: The program and the glossaries, in order: everything that the index depends on.
  public init(of sources: [[UInt8]]) {
    var first = IndexKey.layout, second = first
    for source in sources {
      let sums = Checksum.pair(of: source, seed: first &* 3 &+ 1)
      first = sums.first
      second = second &* 5 &+ sums.second
    }
    self.first = first
    self.second = second
  }

  /// For a file's name.
  public var name: String { String(first, radix: 16) + "-" + String(second, radix: 16) }
}
