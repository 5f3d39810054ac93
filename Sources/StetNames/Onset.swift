/// How a word begins in speech, which decides between "a" and "an".
public enum Onset: String, Sendable {
  case vowel, consonant
  /// Both articles are heard, or it depends on the sense.
  case either

  /// How a word begins, given in lower case without accents; nil if nothing is known.
  public static func of(_ word: String) -> Onset? {
    if let whole = exact[word] { return whole }
    guard let first = word.utf8.first else { return nil }
    return prefixes[first]?.first { word.hasPrefix($0.prefix) }?.onset
  }

  /// How all words begin that have this first letter, a small one; nil if that differs or nothing is known.
  public static func ofAll(beginningWith letter: UInt8) -> Onset? {
    byLetter.indices.contains(Int(letter) - 0x61) ? byLetter[Int(letter) - 0x61] : nil
  }

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
  private static let exact = table("exact")
  private static let wellKnown = table("initials")
  /// By first letter, the longest first.
  private static let prefixes = Dictionary(grouping: rows.filter { $0.kind == "prefix" }) { $0.form.utf8.first ?? 0 }
    .mapValues { $0.map { (prefix: $0.form, onset: $0.onset) }.sorted { $0.prefix.utf8.count > $1.prefix.utf8.count } }

  private static let byLetter: [Onset?] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
    let onsets = Set(rows.filter { $0.kind != "initials" && $0.form.utf8.first == letter }.map(\.onset))
    return onsets.count == 1 ? onsets.first : nil
  }

  private static func table(_ kind: String) -> [String: Onset] {
    Dictionary(rows.filter { $0.kind == kind }.map { ($0.form, $0.onset) }, uniquingKeysWith: { first, _ in first })
  }
}
