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
  public static func ofInitials(_ initials: String) -> Onset? { wellKnown[initials] }

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

  private static let rows = DataFile.rows(DataFile.onsets, columns: 3).compactMap { row -> (kind: Substring, form: String, onset: Onset)? in
    Onset(rawValue: String(row[2])).map { (row[0], String(row[1]), $0) }
  }
  private static let wellKnown = Dictionary(
    rows.filter { $0.kind == "initials" }.map { ($0.form, $0.onset) }, uniquingKeysWith: { first, _ in first })

  private struct Rule {
    let form: [UInt8]
    let onset: Onset
    let isExact: Bool
  }

  /// What tells how a word begins, by first letter: whole words, then beginnings, the longest first.
  private static let rules: [[Rule]] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
    let rules = rows.filter { $0.kind != "initials" && $0.form.utf8.first == letter }.map { row in
      Rule(form: Array(row.form.utf8), onset: row.onset, isExact: row.kind == "exact")
    }
    return rules.filter(\.isExact) + rules.filter { !$0.isExact }.sorted { $0.form.count > $1.form.count }
  }

  private static let byLetter: [Onset?] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
    let onsets = Set(rows.filter { $0.kind != "initials" && $0.form.utf8.first == letter }.map(\.onset))
    return onsets.count == 1 ? onsets.first : nil
  }
}
