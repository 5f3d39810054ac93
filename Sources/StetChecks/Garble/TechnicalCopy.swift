import StetText

extension Draft {
  /// Whether the draft is about markup or code: then braces, tags and placeholders are what it speaks of, not what a
  /// machine left behind.
  ///
  /// News copy has next to none of the signs that programs are made of, nor of code spans and file names; web addresses
  /// it does have.
  var isTechnical: Bool {
    let copy = TechnicalCopy(self)
    return copy.namesMarkup || copy.signs >= 3 && copy.signs * 150 > copy.words
  }

  /// Whether code runs through all of it: a manual, a log of changes. There a mark stands alone because it is spoken of, and
  /// what is said of one command is said of the next. Bars, braces and tags count for nothing: they are found in news copy too,
  /// as what a machine left behind.
  var isManual: Bool {
    let copy = TechnicalCopy(self)
    return copy.code >= 4 && copy.code * 100 > copy.words
  }

  fileprivate func isAddress(_ token: Token) -> Bool {
    let bytes = text[token.span.range]
    return bytes.starts(with: "http".utf8) || bytes.starts(with: "www".utf8) || bytes.contains(UInt8(ascii: "@"))
      || bytes.contains(UInt8(ascii: ".")) && !bytes.contains(UInt8(ascii: "/")) && !bytes.contains(UInt8(ascii: "_"))
  }
}

/// What a draft has of programs.
private struct TechnicalCopy {
  private(set) var words = 0
  /// Signs that programs are made of, code spans and file names.
  private(set) var signs = 0
  /// The same without bars, braces and tags, and with words of the trade.
  private(set) var code = 0
  /// It names a markup or programming language.
  private(set) var namesMarkup = false

  /// What a draft is about shows long before this many tokens.
  private static let sample = 60_000

  init(_ draft: Draft) {
    for (i, token) in draft.tokens.prefix(TechnicalCopy.sample).enumerated() {
      switch token.kind {
      case .word:
        words += 1
        if TechnicalCopy.markup.contains(token.key) {
          namesMarkup = true
          code += 1
        } else if TechnicalCopy.trade.contains(token.key) {
          signs += 1
          code += 1
        }
      case .number: break
      case .opaque:
        guard !draft.isAddress(token) else { continue }
        signs += 1
        code += 1
      case .punctuation:
        let isKey = TechnicalCopy.isKey(token, i + 1 < draft.tokens.count ? draft.tokens[i + 1] : nil)
        if TechnicalCopy.code.contains(token.key.rawValue) || isKey { code += 1 }
        if isKey || TechnicalCopy.signs.contains(token.key.rawValue)
          || TechnicalCopy.isLoneBrace(token, i + 1 < draft.tokens.count ? draft.tokens[i + 1] : nil)
        {
          signs += 1
        }
      }
    }
  }

  /// A quoted key: "name":
  private static func isKey(_ token: Token, _ next: Token?) -> Bool {
    token.isMark("\"") && next.map { $0.isMark(":") && Int($0.start) == token.end } ?? false
  }

  /// A brace on a line of its own.
  private static func isLoneBrace(_ token: Token, _ next: Token?) -> Bool {
    guard token.isMark("{") || token.isMark("}") else { return false }
    let atLineStart = token.flags.contains(.first) || token.flags.contains(.breakBefore)
    return atLineStart && next.map { $0.flags.contains(.first) || $0.flags.contains(.breakBefore) } ?? true
  }

  private static let signs = Set("=_\\`^~|".unicodeScalars.map { UInt64($0.value) })
  private static let code = Set("=_\\^*".unicodeScalars.map { UInt64($0.value) })
  private static let markup = Words.keys(
    """
    html xml xhtml css json yaml utf ascii regex regexp javascript perl printf latex stdin stdout config plugin changelog mysql sql \
    php markdown namespace backend frontend makefile shortcode wordpress licensor repo
    """)
  /// They stand in news copy as well.
  private static let trade = Words.keys("python tex api url urls uri github linux debian unix http https commit")
}
