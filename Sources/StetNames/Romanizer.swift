import StetICU

/// Writes names in romanization systems, by letter table or by ICU. Opens a system when it is first asked for and keeps it;
/// one owner at a time.
///
///     var romanizer = Romanizer()
///     let kmu = RomanizationSystems.shared.system("KMU2010", language: "uk")
///     try romanizer.romanize(["Залужний"], by: kmu)  // ["Zaluzhnyi"]
public struct Romanizer: ~Copyable {
  private var open: [String: Engine] = [:]

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
    try forEach(in: batch, by: [system]) { name, _, latin in names[name] = String(decoding: latin, as: UTF16.self) }
    return names
  }

  /// Gives each name of a batch in each of some systems, as `plain` does, without making a String of it: name by name, the
  /// systems in their order.
  public mutating func forEach(
    in batch: NameBatch, by systems: [RomanizationSystem], _ body: (_ name: Int, _ system: Int, _ latin: [UInt16]) -> Void
  ) throws(ICUError) {
    var tables: [LetterTable?] = [], lines: [[[UInt16]]] = []
    for system in systems {
      let engine = engine(system)
      tables.append(batch.isBasic ? engine.table : nil)
      let isICUs = engine.table == nil || !batch.isBasic
      lines.append(isICUs ? try engine.transliterator(system).lines(of: batch) : [])
    }
    var latin: [UInt16] = []
    for name in 0..<batch.count {
      for number in tables.indices {
        if let table = tables[number] {
          latin.removeAll(keepingCapacity: true)
          table.write(name, of: batch, to: &latin)
          body(name, number, latin)
        } else if name < lines[number].count {
          body(name, number, lines[number][name])
        }
      }
    }
  }

  private mutating func engine(_ system: RomanizationSystem) -> Engine {
    if let known = open[system.id] { return known }
    let made = Engine(system)
    open[system.id] = made
    return made
  }
}

/// What runs one system: a table of ours, or ICU.
private final class Engine {
  let table: LetterTable?
  private var icu: OpenTransliterator?

  init(_ system: RomanizationSystem) {
    if case .table = system.rules { table = LetterTable(system.letters) } else { table = nil }
  }

  func transliterator(_ system: RomanizationSystem) throws(ICUError) -> OpenTransliterator {
    if let icu { return icu }
    let made = OpenTransliterator(try system.transliterator())
    icu = made
    return made
  }
}

/// A box, since a class cannot hold as an optional what cannot be copied.
private final class OpenTransliterator {
  private let transliterator: Transliterator
  init(_ transliterator: consuming Transliterator) { self.transliterator = transliterator }

  /// The names of a batch.
  func lines(of batch: NameBatch) throws(ICUError) -> [[UInt16]] {
    let latin = try transliterator.apply(to: batch.text)
    var lines: [[UInt16]] = []
    var start = 0
    for at in latin.indices where latin[at] == 10 && lines.count < batch.count {
      lines.append(Array(latin[start..<at]))
      start = at + 1
    }
    return lines
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
