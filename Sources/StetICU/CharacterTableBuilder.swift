/// Makes `characters.bin` from ICU. Run by the tests: they compare the compiled-in table with what this makes.
public enum CharacterTableBuilder {
  /// The whole file.
  public static func build() throws(ICUError) -> [UInt8] {
    let latin = try Transliterator(id: "Latin-ASCII")
    var properties: [[UInt8]] = [], folds: [[UInt32]] = []
    var propertyNumbers: [UInt16] = [], foldNumbers: [UInt16] = []
    for block in 0..<UInt32(CharacterTable.blockCount) {
      var propertyBlock: [UInt8] = [], foldBlock: [UInt32] = []
      for scalar in block * 64..<block * 64 + 64 {
        propertyBlock.append(self.properties(of: scalar))
        foldBlock.append(try fold(scalar, latin))
      }
      propertyNumbers.append(number(of: propertyBlock, in: &properties))
      foldNumbers.append(number(of: foldBlock, in: &folds))
    }
    var file: [UInt8] = []
    for word in [CharacterTable.magic, UInt32(properties.count), UInt32(folds.count), 0] { append(word, to: &file) }
    for number in propertyNumbers + foldNumbers { file += [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)] }
    for block in properties { file += block }
    for block in folds { for fold in block { append(fold, to: &file) } }
    return file
  }

  private static func append(_ word: UInt32, to file: inout [UInt8]) {
    for shift in [0, 8, 16, 24] as [UInt32] { file.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }

  private static func number<T: Equatable>(of block: [T], in blocks: inout [[T]]) -> UInt16 {
    if let known = blocks.firstIndex(of: block) { return UInt16(known) }
    blocks.append(block)
    return UInt16(blocks.count - 1)
  }

  /// ' ‘ ’ ʼ ʻ ʹ ` ´ ′ ‛ and the full-width forms: what stands for an apostrophe or a soft sign within a name.
  private static let apostrophes: Set<UInt32> = [0x27, 0x2018, 0x2019, 0x201B, 0x60, 0xB4, 0x2032, 0xFF07, 0xFF40]
  private static let lineBreaks: Set<UInt32> = [0x0A, 0x0D, 0x85, 0x2028, 0x2029]

  /// The property byte of one scalar, asked of ICU.
  public static func properties(of value: UInt32) -> UInt8 {
    guard let scalar = Unicode.Scalar(value) else { return CharacterClass.control.rawValue }
    let category = scalar.icuCategory
    var byte = characterClass(scalar, category).rawValue
    if category == 1 || category == 3 { byte |= 16 }
    if category == 2 { byte |= 32 }
    if (1...5).contains(category) {
      if scalar.script == "Latn" { byte |= 64 }
      if scalar.script == "Cyrl" { byte |= 128 }
    }
    return byte
  }

  private static func characterClass(_ scalar: Unicode.Scalar, _ category: Int32) -> CharacterClass {
    if apostrophes.contains(scalar.value) { return .apostrophe }
    if lineBreaks.contains(scalar.value) { return .newline }
    if scalar.value == 0x09 || scalar.value == 0x0B || scalar.value == 0x0C { return .space }
    switch category {
    case 1...5: return .letter
    case 6...8: return .mark
    case 9...11: return .digit
    case 12...14: return .space
    case 15, 17, 18: return .control
    case 16: return .ignorable
    case 19...23, 28, 29: return .punctuation
    default: return category == 0 ? .control : .symbol
    }
  }

  /// The folded form of one scalar, packed as `CharacterTable.fold` gives it.
  static func fold(_ value: UInt32, _ latin: borrowing Transliterator) throws(ICUError) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return CharacterTable.itself }
    let category = scalar.icuCategory
    // Marks that take no room, invisible characters, and the letters that only stand for signs: ʹ ʺ ʼ ʻ ʾ ʿ.
    if [6, 7, 16].contains(category) || (0x2B0...0x2FF).contains(value) { return 0 }
    guard (1...5).contains(category) || (9...11).contains(category) else { return CharacterTable.itself }
    let script = scalar.script
    var text = try String(scalar).normalized(.nfkd).caseFolded().normalized(.nfkd)
    if script == "Latn" { text = try latin.apply(to: text) }
    var folded = String.UnicodeScalarView()
    for part in text.unicodeScalars where ![6, 7, 16].contains(part.icuCategory) && !apostrophes.contains(part.value) {
      folded.append(part)
    }
    if script == "Latn" { return pack(Array(try String(folded).caseFolded().utf8)) }
    // Hangul falls apart into more letters than fit; it and the like stay as they are.
    return script == "Hang" ? CharacterTable.itself : pack(Array(String(folded).utf8))
  }

  private static func pack(_ bytes: [UInt8]) -> UInt32 {
    guard (1...4).contains(bytes.count) else { return bytes.isEmpty ? 0 : CharacterTable.itself }
    return bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
