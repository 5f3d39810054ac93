/// How a word begins in speech, which decides between "a" and "an".
public enum Onset: String, Sendable {
  case vowel, consonant
  /// Both articles are heard, or it depends on the sense.
  case either

  /// How a word begins, given in lower case without accents; nil if nothing is known.
  public static func of(_ word: String) -> Onset? { of(ascii: Array(word.utf8)[...]) }

  /// The same of a word in UTF-8, of which any letters may be capitals.
  public static func of(ascii word: ArraySlice<UInt8>) -> Onset? {
    guard let first = word.first, let letter = letter(first | 0x20) else { return nil }
    return rules[letter].first { rule in
      guard rule.isExact ? word.count == rule.form.count : word.count >= rule.form.count else { return false }
      return zip(word, rule.form).allSatisfy { $0 | 0x20 == $1 }
    }?.onset
  }

  /// How all words begin that have this first letter, a small one; nil if that differs or nothing is known.
  public static func ofAll(beginningWith letter: UInt8) -> Onset? {
    self.letter(letter).flatMap { byLetter[$0] }
  }

  /// The place of a small letter in the alphabet, from zero.
  private static func letter(_ byte: UInt8) -> Int? { (0x61...0x7A).contains(byte) ? Int(byte) - 0x61 : nil }

  /// How well-known initials begin ("fbi", "un"), given in lower case; nil for others.
  public static func ofInitials(_ initials: String) -> Onset? { list.initials[initials] }

  /// How a number begins, given as it is written: eight, eleven and eighteen begin with a vowel.
  public static func ofNumber(_ digits: some Sequence<UInt8>) -> Onset {
    var whole: [UInt8] = []
    var hasGroups = false
    for byte in digits {
      if (0x30...0x39).contains(byte) { whole.append(byte) } else if byte == UInt8(ascii: ",") { hasGroups = true } else { break }
    }
    if whole.first == UInt8(ascii: "8") { return .vowel }
    guard whole.starts(with: [0x31, 0x31]) || whole.starts(with: [0x31, 0x38]) else { return .consonant }
    // 11,000 is eleven thousand; 1100 and 1,100 may be eleven hundred.
    return whole.count == 2 || hasGroups && whole.count % 3 == 2 ? .vowel : .either
  }

  /// What the list says, read once.
  private static let list = OnsetList()
  private static let byLetter = list.byLetter
  private static let rules = list.rules
}

/// How words begin, as the list has it.
private struct OnsetList {
  struct Rule {
    let form: [UInt8]
    let onset: Onset
    let isExact: Bool
  }

  /// What tells how a word begins, by first letter: whole words, then beginnings, the longest first.
  private(set) var rules = [[Rule]](repeating: [], count: 26)
  /// By first letter, the onset that all its words have.
  private(set) var byLetter = [Onset?](repeating: nil, count: 26)
  private(set) var initials: [String: Onset] = [:]

  init() {
    let tab = UInt8(ascii: "\t")
    DataFile.forEachRow(DataFile.onsets) { row in
      let kind = String(decoding: row.cut(at: tab), as: UTF8.self), form = row.cut(at: tab)
      guard let onset = Onset(rawValue: String(decoding: row.cut(at: tab), as: UTF8.self)) else { return }
      if kind == "initials" {
        initials[String(decoding: form, as: UTF8.self)] = onset
      } else if let first = form.first, (0x61...0x7A).contains(first) {
        rules[Int(first) - 0x61].append(Rule(form: Array(form), onset: onset, isExact: kind == "exact"))
      }
    }
    for letter in rules.indices {
      rules[letter].sort { $0.isExact != $1.isExact ? $0.isExact : $0.form.count > $1.form.count }
      if let first = rules[letter].first?.onset, rules[letter].allSatisfy({ $0.onset == first }) { byLetter[letter] = first }
    }
  }
}
