/// What letters tell about an unknown 8-bit charset: the alphabets of the languages a newsroom meets, by frequency.
///
/// The orders are general knowledge of the languages (any table of letter frequencies has them within a place or two), not
/// counts of a corpus. From its rank r a letter among n gets the probability ln((n + 1) / r) / n, which fits alphabets
/// well (Gusein-Zade 1988).
struct Language: Sendable {
  let name: String
  let script: LetterScript
  /// Lower-case letters, the commonest first. Latin ones without a place of their own (q, x, w) follow by themselves.
  let letters: [UInt16]

  private init(_ name: String, _ script: LetterScript, _ letters: String) {
    self.name = name
    self.script = script
    var order = Array(letters.utf16)
    if script == .latin { order += "abcdefghijklmnopqrstuvwxyz".utf16.filter { !order.contains($0) } }
    self.letters = order
  }

  /// English, the language of most drafts, is the first; the three after it are those it borrows words from.
  static let all: [Language] = [
    Language("en", .latin, "etaoinsrhldcumfpgwybvkxjqz"),
    Language("fr", .latin, "esaitnrulodcpmévqfbghjàxèyêzâçîôùûïœkëwüæÿ"),
    Language("de", .latin, "enisratdhulcgmobwfkzüväpößjyxqé"),
    Language("es", .latin, "eaosrnidlctumpbgvyqóíhfzjéáñxúüwk"),
    Language("it", .latin, "eaionlrtscdupmvghfbqzàòèùìéjkwxyó"),
    Language("pt", .latin, "eaosirndmutclpvghqbfzãçáéóíêjxâõàúôkwyü"),
    Language("pl", .latin, "iaeoznrwsctykdpmujlłbgęhąóżśćfńźvxq"),
    Language("cs", .latin, "oeantivlsrkdpmuíázjyěcbéhřýžčšůfgúňxťóďwq"),
    Language("sk", .latin, "aoeinrstvlkdmpuchjbáyzčžýíšéťúľňôóďäfgxĺŕ"),
    Language("hr", .latin, "aioenrjstukdlmpvzgbčcšžćhđf"),
    Language("lt", .latin, "iasotrenukmlpdvjgėbyšųžąįčūzcfhęxwq"),
    Language("lv", .latin, "aisterunkompdlvāzībēgjšcūņļžčķģfhxwq"),
    Language("et", .latin, "aiestulknodmrvgjhpbäõüöfšžcwxyzq"),
    Language("hu", .latin, "eatlnskomzriágéydbvhjöpfcuóőíüúűxwq"),
    Language("ro", .latin, "eiarntulocsdpmăfvîgbşţzhâjxkșțyw"),
    Language("tr", .latin, "aeinrlıkdmytusboüşzgğçhvcöpfjâîwqx"),
    Language("sv", .latin, "eantrslidomgkvähfuåpöbcyjxwzéq"),
    Language("da", .latin, "enrtdisalogmkfvubhpåyæøcjzwéxq"),
    Language("is", .latin, "anrieustðglmkfhvoáþíjdóbyæúöpéýx"),
    Language("uk", .cyrillic, "оаинівтреслкдмупязьгбчйхжюцїщєшфґ"),
    Language("ru", .cyrillic, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
    Language("be", .cyrillic, "анілрыоктсеядвупмзьйгбчўцхжэюшёф"),
    Language("bg", .cyrillic, "аиоентрсвлкдпмзягъубчщйжхцшфюь"),
    Language("sr", .cyrillic, "аиоенртјсвкулдпмзгбчцхшњжљћфђџ"),
    Language("mk", .cyrillic, "аоиетнрсвдклпмујзгбчшцжњфхќљѓџѕ"),
    Language("el", .greek, "αοιετσνηυρπκμλςγδίόάήέθύφωχβώξζψ"),
    Language("he", .hebrew, "יוהלאתרשבמםנחדקעפזכטגסןצףךץ"),
    Language("ar", .arabic, "الينموتربةعدسفهكقأحجشطصىخضإذثئغزءظؤآ"),
  ]

  /// Vowels of all of them. Words alternate; letters of the wrong charset do not.
  static let vowels = Set(
    ("aeiouyáéíóúýàèìòùâêîôûäëïöüÿãõåæøœąęėįųūāēīőűůěăı" + "аеиоуыэюяіїєё" + "αεηιουωάέήίόύώ").utf16)

  /// Bits by which a letter is unexpected; `nil` if the language lacks it.
  func cost(of letter: UInt16) -> Double? {
    guard let index = letters.firstIndex(of: letter) else { return nil }
    let n = Double(letters.count)
    // ln x is log2 x times 0.693.
    return -approximateLog2(0.693 * approximateLog2((n + 1) / Double(index + 1)) / n)
  }
}

/// The scripts that 8-bit charsets of the list hold.
enum LetterScript: Sendable { case latin, cyrillic, greek, hebrew, arabic, other }

/// Within a tenth of the logarithm to base 2; the standard library has none, and no more is needed.
func approximateLog2(_ x: Double) -> Double { Double(x.exponent) + x.significand - 1 }

/// What a byte is in a charset, as far as its neighbours tell whether it stands where it should.
enum ByteKind: Sendable {
  case lower, upper, digit, space
  /// ( [ / and the like, after which a word begins.
  case opening
  /// All other punctuation of ASCII.
  case closing
  /// ’ and ', and ‘ ‚.
  case apostrophe, openingSingle
  /// “ „ « and ” ».
  case openingQuote, closingQuote
  case dash, ellipsis, noBreakSpace, softHyphen
  /// £ § ° © and the like: rare, but never between letters.
  case sign
  /// ½ ¼ ¾ ±, which stand with digits.
  case fraction
  /// Box drawing, mathematics, bare accents.
  case oddity
  /// C1 controls and bytes without a meaning: no text has them.
  case control

  init(_ scalar: UInt16) {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85: self = scalar == 0x85 ? .control : .space
    case 0x28, 0x2F, 0x5B, 0x7B, 0x3C, 0x22, 0x2A, 0x5F: self = .opening
    case 0x27, 0x2019: self = .apostrophe
    case 0x2018, 0x201A: self = .openingSingle
    case 0x201C, 0x201E, 0xAB: self = .openingQuote
    case 0x201D, 0xBB: self = .closingQuote
    case 0x2013, 0x2014: self = .dash
    case 0x2026: self = .ellipsis
    case 0xA0: self = .noBreakSpace
    case 0xAD: self = .softHyphen
    case 0xB1, 0xBC, 0xBD, 0xBE: self = .fraction
    case 0x20AC, 0xA3, 0xA7, 0xB0, 0xA9, 0xAE, 0x2122, 0x2116, 0x2022, 0xB7, 0xD7, 0xBA, 0xAA, 0xBF, 0xA1, 0xB2, 0xB3, 0x2030, 0xB5:
      self = .sign
    case 0x30...0x39: self = .digit
    case 0x00...0x1F, 0x7F...0x9F, SingleByteCharset.undefined: self = .control
    case 0x21...0x7E where Unicode.Scalar(scalar)?.properties.isAlphabetic != true: self = .closing
    default: self = ByteKind(letter: scalar)
    }
  }

  private init(letter scalar: UInt16) {
    let properties = Unicode.Scalar(scalar)?.properties
    self = properties?.isUppercase == true ? .upper : properties?.isAlphabetic == true ? .lower : .oddity
  }

  var isLetter: Bool { self == .lower || self == .upper }
  var isWordish: Bool { isLetter || self == .digit }
}
