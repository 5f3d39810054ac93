import StetText

extension Draft {
  fileprivate func isAddress(_ token: Token) -> Bool {
    let bytes = text[token.span.range]
    return bytes.starts(with: "http".utf8) || bytes.starts(with: "www".utf8) || bytes.contains(UInt8(ascii: "@"))
      || bytes.contains(UInt8(ascii: ".")) && !bytes.contains(UInt8(ascii: "/")) && !bytes.contains(UInt8(ascii: "_"))
  }
}

/// What a draft has of programs.
struct TechnicalCopy: Sendable {
  private let words: Int
  /// Signs that programs are made of, code spans and file names.
  private(set) var signs = 0
  /// The same without bars, braces and tags, and with words of the trade.
  private(set) var code = 0
  /// It names a markup or programming language.
  private(set) var namesMarkup = false

  /// What a draft is about shows long before this many tokens.
  static let sample = 60_000

  /// Whether the draft is about markup or code: then braces, tags and placeholders are what it speaks of, not what a
  /// machine left behind.
  ///
  /// News copy has next to none of the signs that programs are made of, nor of code spans and file names; web addresses
  /// it does have.
  var isTechnical: Bool { namesMarkup || signs >= 3 && signs * 150 > words }

  /// Whether code runs through all of it: a manual, a log of changes. There a mark stands alone because it is spoken of, and
  /// what is said of one command is said of the next. Bars, braces and tags count for nothing: they are found in news copy too,
  /// as what a machine left behind.
  var isManual: Bool { code >= 4 && code * 100 > words }

  /// - Parameters:
  ///   - words: How many of the tokens that are looked at are words.
  ///   - places: Where the cues are.
  init(_ draft: Draft, words: Int, _ places: CueLists) {
    self.words = words
    func sample(_ cue: Cue) -> ArraySlice<Int> { places[cue].prefix { $0 < TechnicalCopy.sample } }
    for i in sample(.trade) {
      if TechnicalCopy.markup.contains(draft.tokens[i].key) { namesMarkup = true } else { signs += 1 }
      code += 1
    }
    for i in sample(.opaque) where !draft.isAddress(draft.tokens[i]) {
      signs += 1
      code += 1
    }
    for i in sample(.sign) { count(draft.tokens[i], i + 1 < draft.tokens.count ? draft.tokens[i + 1] : nil) }
  }

  private mutating func count(_ mark: Token, _ next: Token?) {
    switch mark.key.rawValue {
    case 0x22:  // "
      guard TechnicalCopy.isKey(mark, next) else { return }
      code += 1
      signs += 1
    case 0x3D, 0x5F, 0x5C, 0x5E:  // = _ \ ^
      code += 1
      signs += 1
    case 0x2A: code += 1  // *
    case 0x60, 0x7E, 0x7C: signs += 1  // ` ~ |
    case 0x7B, 0x7D: if TechnicalCopy.isLoneBrace(mark, next) { signs += 1 }
    default: break
    }
  }

  /// A quoted key: "name":
  private static func isKey(_ token: Token, _ next: Token?) -> Bool {
    next.map { $0.isMark(":") && Int($0.start) == token.end } ?? false
  }

  /// A brace on a line of its own.
  private static func isLoneBrace(_ token: Token, _ next: Token?) -> Bool {
    let atLineStart = token.flags.contains(.first) || token.flags.contains(.breakBefore)
    return atLineStart && next.map { $0.flags.contains(.first) || $0.flags.contains(.breakBefore) } ?? true
  }

  static let cues = markup.union(trade)
  private static let markup = Words.keys(
    """
    html xml xhtml css json yaml utf ascii regex regexp javascript perl printf latex stdin stdout config plugin changelog mysql sql \
    php markdown namespace backend frontend makefile shortcode wordpress licensor repo
    """)
  /// They stand in news copy as well.
  private static let trade = Words.keys("python tex api url urls uri github linux debian unix http https commit")
}
