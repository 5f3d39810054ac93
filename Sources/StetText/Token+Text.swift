extension Token {
  /// The tokens of a text that stands alone, such as a glossary's form; offsets count from its first byte.
  public static func tokens(of text: String) -> [Token] {
    let bytes = Array(text.utf8)
    var tokenizer = Tokenizer(bytes)
    _ = tokenizer.add([Piece(.prose, Span(0, bytes.count))])
    return tokenizer.finish()
  }

  /// A hyphen, which joins the parts of a name: - ‐ ‑ and, as some hands type it, –.
  public var isHyphen: Bool {
    guard kind == .punctuation else { return false }
    switch key.rawValue {
    case 0x2D, 0x2010, 0x2011, 0x2013: return true
    default: return false
    }
  }
}
