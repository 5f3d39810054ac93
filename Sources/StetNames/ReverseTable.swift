import StetICU

/// A romanization system read backwards: which letters may stand behind a piece of Latin text.
struct ReverseTable: Sendable {
  /// Letters of the source script by the folded Latin they become; "" for signs that become nothing.
  private(set) var sources: [String: [[Unicode.Scalar]]] = [:]
  private(set) var longest = 1

  init(_ system: RomanizationSystem, _ romanizer: inout Romanizer) throws(ICUError) {
    switch system.rules {
    case .table:
      for rule in system.letters { add(Array(rule.source.unicodeScalars), rule.output) }
    case .icu:
      // ICU's rules are closed to us: what they make of each letter, and of two that make more than each alone.
      let letters = ReverseTable.alphabet(of: system.language)
      let single = try romanizer.plain(NameBatch(letters.map { String($0) }), by: system)
      for (letter, latin) in zip(letters, single) { add([letter], latin) }
      for (first, latinFirst) in zip(letters, single) {
        let pairs = letters.map { String(first) + String($0) }
        for ((second, latinSecond), latin) in zip(zip(letters, single), try romanizer.plain(NameBatch(pairs), by: system)) {
          if latin != latinFirst + latinSecond, latin.unicodeScalars.count <= 3 { add([first, second], latin) }
        }
      }
    }
  }

  private mutating func add(_ letters: [Unicode.Scalar], _ latin: String) {
    // An apostrophe for a soft sign is seldom typed: both ways are tried.
    let folded = CharacterTable.shared.folded(latin)
    for text in Set([folded, String(folded.unicodeScalars.filter { $0.properties.isAlphabetic })]) {
      guard sources[text]?.contains(letters) != true else { continue }
      sources[text, default: []].append(letters)
      longest = max(longest, text.unicodeScalars.count)
    }
  }

  /// The letters of languages whose systems are ICU's own.
  private static func alphabet(of language: String) -> [Unicode.Scalar] {
    func range(_ values: ClosedRange<UInt32>) -> [Unicode.Scalar] { values.compactMap(Unicode.Scalar.init) }
    switch language {
    // Without accents: no spelling tells where they stand.
    case "el": return range(0x3B1...0x3C9)
    case "ka": return range(0x10D0...0x10F0)
    case "hy": return range(0x561...0x587)
    case "kk", "ky", "mn", "az", "tk": return range(0x430...0x44F) + Array("ёәғқңөұүһіҳҷјҹҝ".unicodeScalars)
    default: return []
    }
  }
}
