import CStetData

/// What a scalar is and what it folds to, in two look-ups and no call of ICU.
///
/// The table is made from ICU by `CharacterTableBuilder` and kept in `characters.bin`; a test compares every scalar with
/// ICU. Layout: a header of four little-endian UInt32 (magic "STCH", number of property blocks, number of fold blocks,
/// zero), 2,048 property block numbers (UInt16), 2,048 fold block numbers (UInt16), property blocks of 64 bytes, fold
/// blocks of 64 UInt32. It covers U+0000 to U+1FFFF; of what lies beyond,
/// ideographs are letters, tags are ignorable, and the rest are symbols.
@safe
public struct CharacterTable: @unchecked Sendable {  // the bytes are constant and live as long as the process
  /// The one table of the process.
  public static let shared = CharacterTable()

  private let bytes: UnsafePointer<UInt8>
  private let propertyBlocks: Int
  private let foldBlocks: Int

  private init() {
    var length = 0
    let data = unsafe stet_data_characters(&length)
    let header = 16 + 2 * 2 * CharacterTable.blockCount
    // The file is compiled in; its length and magic are checked once, so that look-ups need no bounds test.
    func word(_ i: Int) -> Int {
      unsafe Int(data![i]) | Int(data![i + 1]) << 8 | Int(data![i + 2]) << 16 | Int(data![i + 3]) << 24
    }
    precondition(length >= header && word(0) == 0x4843_5453, "characters.bin is not a character table")
    let properties = word(4)
    precondition(length == header + properties * 64 + word(8) * 256, "characters.bin is cut short")
    unsafe bytes = data!
    propertyBlocks = header
    foldBlocks = header + properties * 64
  }

  static let blockCount = 2048
  static let limit: UInt32 = 0x20000
  static let magic: UInt32 = 0x4843_5453
  /// The fold of a scalar that stays as it is.
  static let itself: UInt32 = .max

  /// Class, case and script of a scalar.
  @inline(__always)
  public func properties(of scalar: UInt32) -> CharacterProperties {
    guard scalar < CharacterTable.limit else { return CharacterTable.beyond(scalar) }
    let block = number(16, scalar >> 6)
    return unsafe CharacterProperties(rawValue: bytes[propertyBlocks + block * 64 + Int(scalar & 63)])
  }

  /// Tags (the flag of Scotland is written with them) and the variation selectors beside them.
  private static let tags: Range<UInt32> = 0xE0000..<0xE1000

  private static func beyond(_ scalar: UInt32) -> CharacterProperties {
    let part: CharacterClass = scalar < 0x40000 ? .letter : tags.contains(scalar) ? .ignorable : .symbol
    return CharacterProperties(rawValue: part.rawValue)
  }

  /// The folded form of a scalar as up to four UTF-8 bytes, the first lowest; zero if it is dropped; `nil` if it stays.
  @inline(__always)
  public func fold(_ scalar: UInt32) -> UInt32? {
    guard scalar < CharacterTable.limit else { return CharacterTable.tags.contains(scalar) ? 0 : nil }
    let block = number(16 + 2 * CharacterTable.blockCount, scalar >> 6)
    let at = foldBlocks + (block * 64 + Int(scalar & 63)) * 4
    let fold = unsafe UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
    return fold == CharacterTable.itself ? nil : fold
  }

  @inline(__always)
  private func number(_ base: Int, _ block: UInt32) -> Int {
    let at = base + Int(block) * 2
    return unsafe Int(bytes[at]) | Int(bytes[at + 1]) << 8
  }

  /// Text on which the spellings of one name agree that differ only in case, accents, ligatures, width, apostrophes and
  /// soft-sign marks: "Zelens’kyǐ" and "ZELENSKYI" both fold to "zelenskyi". White space and punctuation stay.
  public func folded(_ text: String) -> String { String(decoding: foldedBytes(text), as: UTF8.self) }

  /// The same as UTF-8.
  public func foldedBytes(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      // Nearly every word there is has nothing but letters of ASCII.
      switch byte {
      case 0x61...0x7A: result.append(byte)
      case 0x41...0x5A: result.append(byte | 0x20)
      case 0x80...: return foldedScalars(of: text)
      default: append(folding: UInt32(byte), to: &result)
      }
    }
    return result
  }

  private func foldedScalars(of text: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars { append(folding: scalar.value, to: &result) }
    return result
  }

  @inline(__always)
  private func append(folding scalar: UInt32, to result: inout [UInt8]) {
    if properties(of: scalar).characterClass == .apostrophe { return }
    guard var fold = fold(scalar) else {
      if scalar < 0x80 { return result.append(UInt8(scalar)) }
      if let scalar = Unicode.Scalar(scalar) { result.append(contentsOf: String(scalar).utf8) }
      return
    }
    while fold != 0 {
      result.append(UInt8(truncatingIfNeeded: fold))
      fold >>= 8
    }
  }
}

/// What part a scalar plays in text.
public enum CharacterClass: UInt8, Sendable {
  case symbol, letter, mark, digit, space, newline, punctuation, apostrophe, ignorable, control
}

/// Class, case and script of a scalar in one byte.
public struct CharacterProperties: Sendable {
  public let rawValue: UInt8
  @inline(__always) init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The class. `letter`, `mark` and `ignorable` continue a word.
  @inline(__always)
  public var characterClass: CharacterClass { CharacterClass(rawValue: rawValue & 15) ?? .symbol }
  /// An upper-case or title-case letter.
  @inline(__always) public var isUppercase: Bool { rawValue & 16 != 0 }
  /// A lower-case letter.
  @inline(__always) public var isLowercase: Bool { rawValue & 32 != 0 }
  /// A letter of the Latin script.
  @inline(__always) public var isLatin: Bool { rawValue & 64 != 0 }
  /// A letter of the Cyrillic script.
  @inline(__always) public var isCyrillic: Bool { rawValue & 128 != 0 }
}
