import StetICU

/// Writes names in romanization systems. Opens a system's transliterator when it is first asked for and keeps it; one
/// owner at a time.
///
///     var romanizer = Romanizer()
///     let kmu = RomanizationSystems.shared.system("KMU2010", language: "uk")
///     try romanizer.romanize(["Залужний"], by: kmu)  // ["Zaluzhnyi"]
public struct Romanizer: ~Copyable {
  private var open: [String: OpenTransliterator] = [:]

  public init() {}

  /// The names in one system, capitals as in the originals, in NFC. A name may be several words.
  ///
  /// ICU is fastest on a few hundred names at once; give them together.
  public mutating func romanize(_ names: [String], by system: RomanizationSystem) throws(ICUError) -> [String] {
    let lines = try plain(NameBatch(names), by: system).map { line throws(ICUError) in try line.normalized(.nfc) }
    return zip(names, lines).map { Capitals.copied(from: $0, to: $1) }
  }

  /// The names of a batch in one system: lower case, marks as the table writes them, composed or not.
  public mutating func plain(_ batch: NameBatch, by system: RomanizationSystem) throws(ICUError) -> [String] {
    var names = [String](repeating: "", count: batch.count)
    try forEach(in: batch, by: system) { names[$0] = String(decoding: $1, as: UTF16.self) }
    return names
  }

  /// Gives each name of a batch in one system, as `plain` does, without making a String of it.
  public mutating func forEach(
    in batch: NameBatch, by system: RomanizationSystem, _ body: (_ name: Int, _ latin: ArraySlice<UInt16>) -> Void
  ) throws(ICUError) {
    let latin = try transliterator(system).apply(batch.text)
    var start = 0, name = 0
    for at in latin.indices where latin[at] == 10 && name < batch.count {
      body(name, latin[start..<at])
      name += 1
      start = at + 1
    }
  }

  private mutating func transliterator(_ system: RomanizationSystem) throws(ICUError) -> OpenTransliterator {
    if let known = open[system.id] { return known }
    let made = OpenTransliterator(try system.transliterator())
    open[system.id] = made
    return made
  }
}

/// Names made ready for many systems at once.
public struct NameBatch: Sendable {
  public let count: Int
  /// The prepared names, each followed by a line break.
  let text: [UInt16]

  public init(_ names: [String]) {
    count = names.count
    var text: [UInt16] = []
    for name in names {
      text.append(contentsOf: SourceName.prepared(name).utf16)
      text.append(10)
    }
    self.text = text
  }
}

/// A box, since a dictionary cannot hold what cannot be copied.
private final class OpenTransliterator {
  private let transliterator: Transliterator
  init(_ transliterator: consuming Transliterator) { self.transliterator = transliterator }
  func apply(_ text: [UInt16]) throws(ICUError) -> [UInt16] { try transliterator.apply(to: text) }
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
}

/// Capitals carried from a source form to its rendering, word by word.
enum Capitals {
  /// `latin` is lower case; words are separated the same way in both.
  static func copied(from source: String, to latin: String) -> String {
    var result = ""
    var words = source.split(whereSeparator: isSeparator)[...]
    var atStart = true, inWord = false, isUpper = false, isCapital = false
    for character in latin {
      if isSeparator(character) {
        atStart = true
        inWord = false
        result.append(character)
        continue
      }
      if atStart, !inWord {
        let word = words.popFirst() ?? ""
        isUpper = word.count > 1 && word == Substring(word.uppercased()) && word != Substring(word.lowercased())
        isCapital = word.first.map { $0.isUppercase || !$0.isCased || isGeorgian($0) } ?? false
        inWord = true
      }
      if isUpper {
        result += character.uppercased()
      } else if isCapital, atStart, character.isLetter {
        result += character.uppercased()
      } else {
        result.append(character)
      }
      if character.isLetter { atStart = false }
    }
    return result
  }

  /// Georgian has capitals for headlines only; its names begin small.
  private static func isGeorgian(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x10D0...0x10FF).contains($0.value) } ?? false
  }

  private static func isSeparator(_ character: Character) -> Bool { character == " " || character == "-" || character == "\u{A0}" }
}
