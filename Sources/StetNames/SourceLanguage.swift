import StetICU

/// Which languages a name in its own script may be in.
public enum SourceLanguage {
  /// Letters that, among the languages with tables, tell one from the others; of the alphabets' own letters.
  private static let telling: [(language: String, letters: Set<Unicode.Scalar>)] = [
    ("be", Set("ў".unicodeScalars)), ("uk", Set("їєґ".unicodeScalars)), ("mk", Set("ѓќѕ".unicodeScalars)),
    ("sr", Set("ђћ".unicodeScalars)), ("kk", Set("әғқңұһ".unicodeScalars)), ("ru", Set("ёыэъ".unicodeScalars)),
    ("uk", Set("і’".unicodeScalars)),
  ]
  /// Languages of scripts that Stet has systems for.
  private static let ofScript = [
    "Grek": ["el"], "Geor": ["ka"], "Armn": ["hy"], "Hebr": ["he"], "Arab": ["ar", "fa"], "Hani": ["zh"], "Hang": ["ko"],
    "Hira": ["ja"], "Kana": ["ja"],
  ]

  /// The likeliest languages of a name, best first: by its script and the letters only some languages have. Ukrainian and
  /// Russian for Cyrillic that fits many; empty for Latin and for scripts without a system.
  public static func guesses(for name: String) -> [String] {
    let letters = Set(name.lowercased().unicodeScalars)
    guard let script = letters.map(\.script).first(where: { ofScript[$0] != nil || $0 == "Cyrl" }) else { return [] }
    if script != "Cyrl" { return ofScript[script] ?? [] }
    if letters.contains("і"), letters.contains("ы") || letters.contains("э") { return ["be"] }
    if let told = telling.first(where: { !$0.letters.isDisjoint(with: letters) }) { return [told.language] }
    return ["uk", "ru"]
  }
}
