/// The letters in which a language writes names.
struct Alphabet: Sendable {
  /// "Ukrainian".
  let name: String
  /// "Cyrillic".
  let script: String
  /// True for languages told apart by single letters; false where any letter of the script will do.
  let isExact: Bool
  private let letters: Set<UInt32>
  private let ranges: [ClosedRange<UInt32>]

  /// A language of an alphabet: its letters in lower case.
  init(_ name: String, _ script: String, letters: String) {
    self.name = name
    self.script = script
    isExact = true
    self.letters = Set((letters + letters.uppercased()).unicodeScalars.map(\.value))
    ranges = []
  }

  init(_ name: String, _ script: String, ranges: [ClosedRange<UInt32>]) {
    self.name = name
    self.script = script
    isExact = false
    letters = []
    self.ranges = ranges
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    isExact ? letters.contains(scalar.value) : ranges.contains { $0.contains(scalar.value) }
  }
}

/// The alphabets of the languages whose names Stet romanizes.
enum Alphabets {
  static let byLanguage: [String: Alphabet] = {
    var all = cyrillic
    all["el"] = Alphabet("Greek", "Greek", ranges: [0x370...0x3FF, 0x1F00...0x1FFF])
    all["ka"] = Alphabet("Georgian", "Georgian", ranges: [0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F])
    all["hy"] = Alphabet("Armenian", "Armenian", ranges: [0x530...0x58F, 0xFB13...0xFB17])
    all["he"] = Alphabet("Hebrew", "Hebrew", ranges: [0x590...0x5FF, 0xFB1D...0xFB4F])
    all["ar"] = Alphabet("Arabic", "Arabic", ranges: arabic)
    all["fa"] = Alphabet("Persian", "Arabic", ranges: arabic)
    all["zh"] = Alphabet("Chinese", "Chinese", ranges: han)
    all["ja"] = Alphabet("Japanese", "Japanese", ranges: han + [0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F])
    all["ko"] = Alphabet("Korean", "Korean", ranges: han + [0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF])
    return all
  }()

  /// The official alphabets; Belarusian with the ґ of the classical spelling, Bulgarian and Macedonian with the grave
  /// letters of their orthographies.
  private static let cyrillic = [
    "uk": Alphabet("Ukrainian", "Cyrillic", letters: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "ru": Alphabet("Russian", "Cyrillic", letters: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "be": Alphabet("Belarusian", "Cyrillic", letters: "абвгґдеёжзійклмнопрстуўфхцчшыьэюя"),
    "bg": Alphabet("Bulgarian", "Cyrillic", letters: "абвгдежзийклмнопрстуфхцчшщъьюяѝ"),
    "sr": Alphabet("Serbian", "Cyrillic", letters: "абвгдђежзијклљмнњопрстћуфхцчџш"),
    "mk": Alphabet("Macedonian", "Cyrillic", letters: "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ"),
    "kk": Alphabet("Kazakh", "Cyrillic", letters: "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"),
  ]

  /// Blocks of the Unicode standard, presentation forms included.
  private static let arabic: [ClosedRange<UInt32>] = [
    0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE,
  ]
  private static let han: [ClosedRange<UInt32>] = [
    0x2E80...0x2FDF, 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF,
  ]

  /// Letters that look alike in Latin and Cyrillic, in Latin and Greek: what a hand on the wrong keyboard layout leaves.
  static let lookAlikes: [String: [Unicode.Scalar: Unicode.Scalar]] = [
    "Cyrillic": pairs("aceijopsxyABCEHIJKMOPSTXYëïËÏ", "асеіјорѕхуАВСЕНІЈКМОРЅТХУёїЁЇ"),
    "Greek": pairs("oABEZHIKMNOPTYX", "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"),
  ]

  private static func pairs(_ latin: String, _ other: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(zip(latin.unicodeScalars, other.unicodeScalars)) { first, _ in first }
  }
}
