/// Cyrillic and Greek letters that look like Latin ones.
public enum Lookalikes {
  /// The Latin letter that a Cyrillic or Greek letter looks like, by the letter's scalar.
  public static let latin: [Unicode.Scalar: Unicode.Scalar] = letters { ($0.letter, $0.latin) }
  /// The Cyrillic letter that a Latin letter looks like.
  public static let cyrillic: [Unicode.Scalar: Unicode.Scalar] = letters { $0.script == "Cyrl" ? ($0.latin, $0.letter) : nil }

  private typealias Row = (letter: Unicode.Scalar, script: Substring, latin: Unicode.Scalar)

  private static func letters(
    _ pair: (Row) -> (Unicode.Scalar, Unicode.Scalar)?
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    let pairs = DataFile.rows(DataFile.lookalikes, columns: 4).compactMap { cells -> (Unicode.Scalar, Unicode.Scalar)? in
      guard let letter = cells[1].unicodeScalars.first, let latin = cells[3].unicodeScalars.first else { return nil }
      return pair((letter, cells[2], latin))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
