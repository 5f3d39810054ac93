import StetICU

/// Names made ready for many systems at once.
public struct NameBatch: Sendable {
  /// The prepared names, each followed by a line break.
  private(set) var text: [UInt16] = []
  /// For each unit of `text` what letter tables know it as.
  private(set) var classes: [UInt8] = []
  /// Letter tables read units; a name beyond the basic plane is ICU's.
  private(set) var isBasic = true
  private var starts: [Int] = [0]

  public var count: Int { starts.count - 1 }

  public init() {}

  public init(_ names: some Sequence<String>) {
    for name in names { append(name) }
  }

  public mutating func append(_ name: String) {
    SourceName.append(name, to: &text)
    for unit in text[classes.count...] { classes.append(letterClass(unit)) }
    text.append(10)
    classes.append(LetterClass.edge)
    starts.append(text.count)
  }

  /// Where a name stands in `text`, its line break left out.
  func range(of name: Int) -> Range<Int> { starts[name]..<starts[name + 1] - 1 }

  private mutating func letterClass(_ unit: UInt16) -> UInt8 {
    if let known = LetterClass.number(unit) { return known }
    if (0xD800...0xDFFF).contains(unit) { isBasic = false }
    if (0xE000...0xF8FF).contains(unit) { return LetterClass.other }
    switch CharacterTable.shared.properties(of: UInt32(unit)).characterClass {
    case .letter, .mark: return LetterClass.other
    default: return LetterClass.edge
    }
  }
}

/// What a source form must be before a table reads it.
enum SourceName {
  private static let apostrophes: Set<Unicode.Scalar> = ["'", "ʼ", "`", "´", "′", "‘", "＇"]

  /// Lower case, NFC, one apostrophe (’), no stress marks, no invisible characters, on one line.
  static func prepared(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    var needsComposing = false
    for scalar in name.unicodeScalars {
      switch scalar {
      case "а"..."я", "a"..."z", " ", "-": scalars.append(scalar)
      case _ where apostrophes.contains(scalar): scalars.append("’")
      case "\n", "\r", "\t": scalars.append(" ")
      case "\u{301}", "\u{300}", "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}": continue
      default:
        // Han and Hangul have no case, and a composed letter is composed already; marks make ICU look again.
        needsComposing = needsComposing || (0x300..<0x370).contains(scalar.value) || scalar.value >= 0x590
        appendLower(scalar, to: &scalars)
      }
    }
    return needsComposing ? (try? String(scalars).normalized(.nfc)) ?? String(scalars) : String(scalars)
  }

  private static func appendLower(_ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x410...0x42F: scalars.append(Unicode.Scalar(scalar.value + 32) ?? scalar)
    case 0x400...0x40F: scalars.append(Unicode.Scalar(scalar.value + 80) ?? scalar)
    case 0x450...0x45F: scalars.append(scalar)
    case 0x490...0x4FF where scalar.value & 1 == 1: scalars.append(scalar)
    default: scalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  /// Appends a prepared name in UTF-16. Names in plain Cyrillic letters, nearly all there are, cost no String.
  static func append(_ name: String, to text: inout [UInt16]) {
    let start = text.count
    if appendPlain(name, to: &text) { return }
    text.removeLast(text.count - start)
    text.append(contentsOf: prepared(name).utf16)
  }

  /// False, and something appended or not, at anything but letters of the Cyrillic and ASCII blocks.
  private static func appendPlain(_ name: String, to text: inout [UInt16]) -> Bool {
    var unit: UInt16 = 0, missing = 0
    for byte in name.utf8 {
      if byte >= 0xF0 { return false }
      if byte >= 0xC0 {
        missing = byte >= 0xE0 ? 2 : 1
        unit = UInt16(byte) & (0x3F >> UInt16(missing))
        continue
      }
      if byte >= 0x80 {
        unit = unit << 6 | UInt16(byte & 0x3F)
        missing -= 1
        if missing > 0 { continue }
      } else {
        unit = UInt16(byte)
      }
      guard let lower = plainLower(unit) else { return false }
      text.append(lower)
    }
    return true
  }

  @inline(__always)
  private static func plainLower(_ unit: UInt16) -> UInt16? {
    switch unit {
    case 0x430...0x45F, 0x61...0x7A, 0x20, 0x2D, 0x491, 0x2019: unit
    case 0x410...0x42F, 0x41...0x5A: unit + 32
    case 0x400...0x40F: unit + 80
    case 0x490: 0x491
    case 0x27, 0x2BC, 0x60, 0xB4, 0x2032, 0x2018, 0xFF07: 0x2019
    default: nil
    }
  }
}
