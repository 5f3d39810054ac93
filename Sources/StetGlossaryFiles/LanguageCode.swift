/// BCP 47 codes of languages, as far as a glossary needs them.
enum LanguageCode {
  /// Whether it has the shape of one: "uk", "zh-Hant", "sr-Latn".
  static func isWellFormed(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
    guard first.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return false }
    return parts.dropFirst().allSatisfy { (1...8).contains($0.utf8.count) && $0.allSatisfy(isLetterOrDigit) }
  }

  private static func isLetterOrDigit(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  /// The language alone: "zh" of "zh-Hant".
  static func language(of code: String) -> String { code.split(separator: "-").first.map(String.init) ?? code }

  /// Codes of countries that are written for those of their languages and are no language's code (ISO 639-1).
  static let meant: [String: (code: String, name: String)] = [
    "ua": ("uk", "Ukrainian"), "by": ("be", "Belarusian"), "gr": ("el", "Greek"), "kz": ("kk", "Kazakh"), "cn": ("zh", "Chinese"),
    "jp": ("ja", "Japanese"), "il": ("he", "Hebrew"), "rs": ("sr", "Serbian"), "ir": ("fa", "Persian"), "cz": ("cs", "Czech"),
    "dk": ("da", "Danish"), "iw": ("he", "Hebrew"),
  ]
}

extension FieldReader {
  /// A language's code; a fault, and nil, for anything else.
  func languageCode(_ text: PlacedText) -> String? {
    if let meant = LanguageCode.meant[text.string.lowercased()] {
      log.error(
        "‘\(text.string)’ is not a language's code", at: text.position, hint: "the code of \(meant.name) is ‘\(meant.code)’")
      return nil
    }
    guard LanguageCode.isWellFormed(text.string) else {
      log.error("‘\(text.string)’ is not a language's code", at: text.position, hint: "write it as ‘uk’, ‘ru’ or ‘zh-Hant’")
      return nil
    }
    return text.string
  }
}
