import CICU

/// Properties of one scalar asked of ICU directly: for slow paths and for the tests of `CharacterTable`.
extension Unicode.Scalar {
  /// ISO 15924 code of the script, such as "Latn", "Cyrl", "Zyyy" (common), "Zinh" (inherited).
  public var script: String {
    let code = stet_script(value)
    let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: code >> $0) }
    return code == 0 ? "Zzzz" : String(decoding: bytes, as: UTF8.self)
  }

  /// ICU's `UCharCategory`.
  public var icuCategory: Int32 { stet_category(value) }

  /// Cells the scalar takes on a terminal: 0 for marks and invisible characters, 2 for wide ones and emoji.
  public var terminalCells: Int {
    if value < 0x20 || value == 0x7F { return 0 }
    if value < 0x300 { return 1 }
    // Mn, Me, Cf, and the medial and final Hangul letters that stack on the first.
    if [6, 7, 16].contains(icuCategory) || (0x1160...0x11FF).contains(value) { return 0 }
    let width = stet_east_asian_width(value)
    return width == 3 || width == 5 || stet_is_emoji_presentation(value) ? 2 : 1
  }
}

/// The English name of a language by its BCP 47 code ("uk": "Ukrainian"); the code itself when ICU knows none.
public func languageName(_ code: String) -> String {
  let name = try? unsafe filled("uloc_getDisplayLanguage", capacity: 64) { buffer, capacity, status in
    unsafe stet_language_name(code, buffer, capacity, &status)
  }
  return name.map { String(decoding: $0, as: UTF16.self) } ?? code
}
