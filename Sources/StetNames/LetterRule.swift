/// One row of a letter table: which letters become which, and where.
struct LetterRule: Sendable, Hashable {
  /// Where the row holds. Of rows for the same letters, the most specific wins.
  enum Context: Sendable, Hashable {
    case `default`, start, final, postVowel, postSign, postConsonant, beforeSoft, intervocalic
    /// At the start, or after a vowel, й or a sign.
    case startOrVowel
    case after(String)
    case before(String)

    init(_ name: Substring) {
      switch name {
      case "start": self = .start
      case "final": self = .final
      case "startvowel": self = .startOrVowel
      case "postvowel": self = .postVowel
      case "postsign": self = .postSign
      case "postcons": self = .postConsonant
      case "presoft": self = .beforeSoft
      case "intervocalic": self = .intervocalic
      case _ where name.hasPrefix("post:"): self = .after(String(name.dropFirst(5)))
      case _ where name.hasPrefix("before:"): self = .before(String(name.dropFirst(7)))
      default: self = .default
      }
    }

    /// Higher wins.
    var specificity: Int {
      switch self {
      case .default: 0
      case .startOrVowel, .postConsonant: 1
      case .postVowel, .postSign, .beforeSoft, .intervocalic: 2
      case .start, .final, .after, .before: 3
      }
    }
  }

  let source: String
  let context: Context
  let output: String
}

extension LetterRule {
  /// A table as rules in ICU's syntax, for lower-case NFC text.
  ///
  /// ICU matches the context before the cursor against text it has already converted, so a rule such as "е after a vowel
  /// is ye" written with Cyrillic vowels never matches. Hence two passes: the first turns every letter or group whose
  /// output hangs on its neighbours into a private-use character, the second turns letters and private-use characters
  /// into Latin. In the first pass a private-use character counts as the letter it ends with.
  static func transliteratorRules(_ letters: [LetterRule]) -> String {
    let ordered = ordered(letters)
    let contextual = ordered.filter { $0.context != .default || $0.source.unicodeScalars.count > 1 }
    // The stand-in of a group that depends on its place, from U+E000 on.
    let standIns = contextual.indices.map { Unicode.Scalar(UInt32(0xE000 + $0)) ?? "\u{E000}" }
    let sets = LetterSets(ending: zip(contextual, standIns).map { ($0.source.unicodeScalars.last ?? " ", $1) })

    var rules = ""
    for (letter, standIn) in zip(contextual, standIns) {
      let (before, after) = sets.surroundings(of: letter.context)
      rules += "\(before)\(escaped(letter.source))\(after) > \(escaped(String(standIn)));\n"
    }
    rules += "::Null;\n"
    for (letter, standIn) in zip(contextual, standIns) { rules += "\(escaped(String(standIn))) > \(escaped(letter.output));\n" }
    for letter in ordered where letter.context == .default && letter.source.unicodeScalars.count == 1 {
      rules += "\(escaped(letter.source)) > \(escaped(letter.output));\n"
    }
    return rules
  }

  /// The rows in the order in which they are tried: long before short, particular before general.
  static func ordered(_ letters: [LetterRule]) -> [LetterRule] {
    letters.sorted {
      ($0.source.unicodeScalars.count, $0.context.specificity) > ($1.source.unicodeScalars.count, $1.context.specificity)
    }
  }

  // The letters that contexts speak of.
  static let vowels = Array("аеёиоуыэюяєії".unicodeScalars)
  static let consonants = Array("бвгґдђѓжзѕйјкќлљмнњпрстћўфхцчџшщ".unicodeScalars)
  static let signs = Array("ьъ’".unicodeScalars)
  static let soft = Array("еёиюяєіїь".unicodeScalars)

  /// Every scalar as \uXXXX: nothing in a table can then be taken for syntax.
  static func escaped(_ text: String) -> String {
    text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}

/// The sets of letters that contexts speak of, in ICU's syntax.
private struct LetterSets {
  /// What is no part of a word; `$` is the text's own start or end.
  private static let edge = "[[^[:L:][:M:][:Co:]’]$]"

  private let standIns: [(letter: Unicode.Scalar, standIn: Unicode.Scalar)]

  init(ending: [(Unicode.Scalar, Unicode.Scalar)]) { standIns = ending.map { (letter: $0.0, standIn: $0.1) } }

  /// Letters not yet converted: what stands after the cursor.
  private func unread(_ letters: [Unicode.Scalar]) -> String {
    "[" + letters.map { LetterRule.escaped(String($0)) }.joined() + "]"
  }

  /// Letters and the stand-ins that end with one of them: what stands before the cursor.
  private func read(_ letters: [Unicode.Scalar]) -> String {
    unread(letters + standIns.filter { letters.contains($0.letter) }.map(\.standIn))
  }

  /// What must stand before and after the letters of a row.
  func surroundings(of context: LetterRule.Context) -> (before: String, after: String) {
    switch context {
    case .default: ("", "")
    case .start: ("\(Self.edge) { ", "")
    case .final: ("", " } \(Self.edge)")
    case .startOrVowel: ("[\(Self.edge)\(read(LetterRule.vowels + LetterRule.signs + ["й"]))] { ", "")
    case .postVowel: ("\(read(LetterRule.vowels)) { ", "")
    case .postSign: ("\(read(LetterRule.signs)) { ", "")
    case .postConsonant: ("\(read(LetterRule.consonants)) { ", "")
    case .beforeSoft: ("", " } \(unread(LetterRule.soft))")
    case .intervocalic: ("\(read(LetterRule.vowels)) { ", " } \(unread(LetterRule.vowels))")
    case .after(let letters): ("\(read(Array(letters.unicodeScalars))) { ", "")
    case .before(let letters): ("", " } \(unread(Array(letters.unicodeScalars)))")
    }
  }
}
