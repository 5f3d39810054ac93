import StetICU

/// An 8-bit charset a draft may be in, with what the detector must know of each byte.
struct LegacyCharset: Sendable {
  let name: String
  /// Bits by which it is unexpected before a byte has been read.
  let rarity: Double
  let charset: SingleByteCharset
  let kinds: [ByteKind]
  let scripts: [LetterScript]
  let isVowel: [Bool]
  /// The languages it can write.
  let languages: [Language]
  /// By language, then by byte: bits by which a letter is unexpected.
  let costs: [[Double]]

  /// A letter the language does not have: one a foreign name may bring, one that hardly any does.
  private static let foreign = 10.5, alien = 14.0

  private init?(_ name: String, _ script: LetterScript, rarity: Double) {
    guard let opened = try? Charset(name), let charset = SingleByteCharset(opened) else { return nil }
    self.name = name
    self.rarity = rarity
    self.charset = charset
    kinds = charset.scalars.map { ByteKind($0) }
    let small = charset.scalars.map { LegacyCharset.lowercased($0) }
    scripts = small.map { LegacyCharset.script(of: $0) }
    isVowel = small.map { Language.vowels.contains($0) }
    languages = Language.all.filter { $0.script == script || $0.script == .latin }
    let common = Set("éèêëáàâäåãçíìîïñóòôöøõúùûüæßœšžčćńłřęąśż".utf16)
    costs = languages.map { language in
      small.map { letter in language.cost(of: letter) ?? (common.contains(letter) ? LegacyCharset.foreign : LegacyCharset.alien) }
    }
  }

  private static func lowercased(_ scalar: UInt16) -> UInt16 {
    Unicode.Scalar(scalar)?.properties.lowercaseMapping.utf16.first ?? scalar
  }

  private static func script(of scalar: UInt16) -> LetterScript {
    switch scalar {
    case 0x61...0x7A, 0xAA, 0xBA, 0xDF...0x24F: .latin
    case 0x370...0x3FF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x590...0x5FF: .hebrew
    case 0x600...0x6FF: .arabic
    default: .other
    }
  }

  /// In the order in which names are preferred when they read a text alike: windows-1252 for English with curly quotes,
  /// KOI8-U before KOI8-R. The last ones are here so that their texts are not taken for another's.
  static let all: [LegacyCharset] = [
    LegacyCharset("windows-1252", .latin, rarity: 0), LegacyCharset("windows-1251", .cyrillic, rarity: 1),
    LegacyCharset("windows-1250", .latin, rarity: 3), LegacyCharset("windows-1257", .latin, rarity: 3),
    LegacyCharset("KOI8-U", .cyrillic, rarity: 2), LegacyCharset("KOI8-R", .cyrillic, rarity: 2),
    LegacyCharset("ISO-8859-2", .latin, rarity: 4), LegacyCharset("ISO-8859-15", .latin, rarity: 3),
    LegacyCharset("ISO-8859-1", .latin, rarity: 3), LegacyCharset("ISO-8859-13", .latin, rarity: 4),
    LegacyCharset("ISO-8859-4", .latin, rarity: 5), LegacyCharset("ISO-8859-5", .cyrillic, rarity: 3),
    LegacyCharset("IBM866", .cyrillic, rarity: 4), LegacyCharset("x-mac-cyrillic", .cyrillic, rarity: 6),
    LegacyCharset("macintosh", .latin, rarity: 5), LegacyCharset("windows-1254", .latin, rarity: 4),
    LegacyCharset("windows-1253", .greek, rarity: 4), LegacyCharset("ISO-8859-7", .greek, rarity: 5),
    LegacyCharset("ISO-8859-16", .latin, rarity: 5), LegacyCharset("IBM850", .latin, rarity: 5),
    LegacyCharset("IBM852", .latin, rarity: 5), LegacyCharset("windows-1255", .hebrew, rarity: 5),
    LegacyCharset("windows-1256", .arabic, rarity: 5), LegacyCharset("ISO-8859-6", .arabic, rarity: 5),
  ].compactMap { $0 }
}
