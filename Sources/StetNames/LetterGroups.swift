/// How likely letters follow each other in the names of a language, as counted in the shipped glossaries.
struct LetterGroups: Sendable {
  static let shared = LetterGroups()

  private let languages: [String]
  /// Counts of a letter after two others, after the nearer alone (the farther is 0), and of all letters there (the letter is 0).
  private var counts: [UInt64: Double] = [:]

  private init() {
    let rows = DataFile.rows(DataFile.letterGroups, columns: 3)
    languages = rows.reduce(into: []) { if $0.last != String($1[0]) { $0.append(String($1[0])) } }
    for row in rows {
      let before = Array(row[1].unicodeScalars)
      guard let language = languages.firstIndex(of: String(row[0])), before.count == 2 else { continue }
      for cell in row[2].split(separator: " ") {
        guard let letter = cell.unicodeScalars.first, let count = Double(String(cell.dropFirst())) else { continue }
        for far in [before[0].value, 0] {
          for last in [letter.value, 0] { counts[LetterGroups.key(language, far, before[1].value, last), default: 0] += count }
        }
      }
    }
  }

  private static func key(_ language: Int, _ far: UInt32, _ near: UInt32, _ letter: UInt32) -> UInt64 {
    UInt64(language) << 48 | UInt64(far & 0xFFFF) << 32 | UInt64(near & 0xFFFF) << 16 | UInt64(letter & 0xFFFF)
  }

  /// Where nothing was counted of a language, the nearest one that was.
  private func number(of language: String) -> Int? {
    let nearest = ["bg": "ru", "sr": "ru", "mk": "ru", "kk": "ru", "ky": "ru", "mn": "ru", "az": "ru", "tk": "ru"][language] ?? language
    return languages.firstIndex(of: nearest)
  }

  /// Whether a letter was ever seen after another; true where nothing was counted.
  func isSeen(_ letter: Unicode.Scalar, after near: Unicode.Scalar, in language: String) -> Bool {
    guard let number = number(of: language) else { return true }
    return counts[LetterGroups.key(number, 0, near.value, letter.value)] != nil
  }

  /// The logarithm of a letter's likelihood after two others; "^" stands before a name, "$" is its end. The same for all
  /// letters where nothing was counted.
  func likelihood(of letter: Unicode.Scalar, after far: Unicode.Scalar, _ near: Unicode.Scalar, in language: String) -> Double {
    guard let number = number(of: language) else { return -3 }
    func share(_ far: UInt32) -> Double {
      guard let total = counts[LetterGroups.key(number, far, near.value, 0)] else { return 0 }
      return (counts[LetterGroups.key(number, far, near.value, letter.value)] ?? 0) / total
    }
    return logarithm(0.65 * share(far.value) + 0.3 * share(0) + 0.05 / 33)
  }

  /// Natural logarithm of a number from 0 to 1: Foundation is no guest in this target.
  private func logarithm(_ value: Double) -> Double {
    // ln x = k ln 2 + ln m with m in [0.5, 1), by the series of artanh.
    let exponent = Double(value.exponent) + 1, m = value.significand / 2
    let t = (m - 1) / (m + 1), square = t * t
    var term = t, sum = t
    for n in stride(from: 3.0, through: 21, by: 2) {
      term *= square
      sum += term / n
    }
    return exponent * 0.693_147_180_559_945_3 + 2 * sum
  }
}
