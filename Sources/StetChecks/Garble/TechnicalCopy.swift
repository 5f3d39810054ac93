import StetText

extension Draft {
  /// Whether the draft is about markup or code: then braces, tags and placeholders are what it speaks of, not what a
  /// machine left behind.
  ///
  /// News copy has next to none of the signs that programs are made of, nor of code spans and file names; web addresses
  /// it does have.
  var isTechnical: Bool {
    var signs = 0, words = 0
    for (i, token) in tokens.enumerated() {
      switch token.kind {
      case .word:
        words += 1
        if TechnicalCopy.words.contains(token.key) { return true }
      case .number: break
      case .opaque: if !isAddress(token) { signs += 1 }
      case .punctuation:
        if TechnicalCopy.signs.contains(token.key.rawValue) || isOfData(token, i + 1 < tokens.count ? tokens[i + 1] : nil) { signs += 1 }
      }
    }
    return signs >= 3 && signs * 150 > words
  }

  /// A brace on a line of its own, or a quoted key: "name":
  private func isOfData(_ token: Token, _ next: Token?) -> Bool {
    let atLineStart = token.flags.contains(.first) || token.flags.contains(.breakBefore)
    let atLineEnd = next.map { $0.flags.contains(.first) || $0.flags.contains(.breakBefore) } ?? true
    if token.isMark("{") || token.isMark("}") { return atLineStart && atLineEnd }
    return token.isMark("\"") && next.map { $0.isMark(":") && Int($0.start) == token.end } ?? false
  }

  private func isAddress(_ token: Token) -> Bool {
    let bytes = text[token.span.range]
    return bytes.starts(with: "http".utf8) || bytes.starts(with: "www".utf8) || bytes.contains(UInt8(ascii: "@"))
      || bytes.contains(UInt8(ascii: ".")) && !bytes.contains(UInt8(ascii: "/")) && !bytes.contains(UInt8(ascii: "_"))
  }
}

private enum TechnicalCopy {
  static let signs = Set("=_\\`^~|".unicodeScalars.map { UInt64($0.value) })
  static let words = Set(
    [
      "html", "xml", "xhtml", "css", "json", "yaml", "utf", "ascii", "regex", "regexp", "javascript", "python", "perl", "printf",
      "latex", "tex", "stdin", "stdout", "config", "api", "url", "urls", "uri", "plugin", "changelog", "github", "linux", "debian", "unix",
      "mysql", "sql", "php", "http", "https", "markdown", "namespace", "backend", "frontend", "makefile", "shortcode", "wordpress", "licensor", "commit", "repo",
    ].map { TokenKey($0) })
}
