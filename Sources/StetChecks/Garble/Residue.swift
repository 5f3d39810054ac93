import StetText

/// Finds markup and placeholders among the tokens of a draft whose copy is none about code.
struct Residue {
  struct Place {
    let span: Span
    /// What it stands for; nil if that cannot be told.
    let replacement: String?
    /// What it is, for the message.
    let kind: String
  }

  private let draft: Draft
  private(set) var found: [Place] = []

  init(draft: Draft) { self.draft = draft }

  mutating func run(_ survey: Survey) {
    for cue in [Cue.filler, .residue] {
      var next = 0
      for (segment, i) in survey.each(cue) where i >= next { next = place(i, segment.tokens) ?? i + 1 }
    }
  }

  /// Takes down the residue that begins at a token; returns the token after it.
  private mutating func place(_ i: Int, _ range: Range<Int>) -> Int? {
    let token = draft.tokens[i]
    guard token.kind == .punctuation else {
      guard token.key == Residue.lorem, range.contains(i + 2), draft.tokens[i + 1].key == Residue.ipsum, draft.tokens[i + 2].key == Residue.dolor
      else { return nil }
      return add(i, i + 2, nil, "filler text")
    }
    switch token.key.rawValue {
    case 0x26: return draft.format == .plain ? entity(i, range) : nil
    case 0x3C: return draft.format == .plain ? tag(i, range) : nil
    case 0x5B: return shortcode(i, range)
    case 0x7B, 0x7D: return draft.format == .plain ? brace(i, range) : choice(i, range)
    case 0x25: return draft.format == .plain ? format(i, range) : nil
    default: return nil
    }
  }

  private mutating func add(_ first: Int, _ last: Int, _ replacement: String?, _ kind: String) -> Int {
    found.append(Place(span: draft.tokens[first].span.union(draft.tokens[last].span), replacement: replacement, kind: kind))
    return last + 1
  }

  /// The token follows the one before without a space.
  private func joins(_ i: Int, _ range: Range<Int>) -> Bool {
    range.contains(i) && !draft.tokens[i].flags.contains(.spaceBefore) && !draft.tokens[i].flags.contains(.markupBefore)
  }

  // MARK: Entities and tags

  private mutating func entity(_ i: Int, _ range: Range<Int>) -> Int? {
    guard joins(i + 1, range), joins(i + 2, range) else { return nil }
    if draft.tokens[i + 2].isMark(";"), draft.tokens[i + 1].kind == .word {
      guard let text = Residue.entities[draft.string(draft.tokens[i + 1])] else { return nil }
      return add(i, i + 2, text, "an HTML entity")
    }
    guard draft.tokens[i + 1].isMark("#"), joins(i + 3, range), draft.tokens[i + 3].isMark(";") else { return nil }
    let digits = draft.string(draft.tokens[i + 2])
    let number = digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = number.flatMap(Unicode.Scalar.init), scalar.value >= 0x20 else { return nil }
    return add(i, i + 3, scalar.value == 0xA0 ? " " : String(scalar), "an HTML entity")
  }

  private mutating func tag(_ i: Int, _ range: Range<Int>) -> Int? {
    var at = i + 1
    guard joins(at, range) else { return nil }
    let closes = draft.tokens[at].isMark("/")
    if closes { at += 1 }
    guard joins(at, range), Residue.elements.contains(draft.tokens[at].key) else { return nil }
    at += 1
    while range.contains(at), at < i + 60 {
      if draft.tokens[at].isMark(">") { return add(i, at, nil, "an HTML tag") }
      if draft.tokens[at].isMark("<") || at == i + 2 && !closes && joins(at, range) && !draft.tokens[at].isMark("/") { return nil }
      at += 1
    }
    return nil
  }

  /// "[/b]", "[caption id=…]": not "[b]", which may be a mark in a list.
  private mutating func shortcode(_ i: Int, _ range: Range<Int>) -> Int? {
    guard joins(i + 1, range) else { return nil }
    if draft.tokens[i + 1].isMark("/") {
      guard joins(i + 2, range), joins(i + 3, range), draft.tokens[i + 2].kind == .word, draft.tokens[i + 3].isMark("]") else { return nil }
      return add(i, i + 3, nil, "a shortcode")
    }
    guard Residue.shortcodes.contains(draft.tokens[i + 1].key), range.contains(i + 2) else { return nil }
    guard !draft.tokens[i + 1].flags.contains(.capitalized) else { return nil }
    var at = i + 2
    var hasAttribute = false
    while range.contains(at), at < i + 60 {
      if draft.tokens[at].isMark("=") { hasAttribute = true }
      if draft.tokens[at].isMark("]") { return hasAttribute ? add(i, at, nil, "a shortcode") : nil }
      at += 1
    }
    return nil
  }

  // MARK: Placeholders

  /// "{a|b}", "{{name}}", "{no{ plans": to the brace that closes it if there is one near, else with the word it stands by.
  private mutating func brace(_ i: Int, _ range: Range<Int>) -> Int? {
    if draft.tokens[i].flags.contains(.quoted) { return nil }
    var at = i + 1, numbers = 0, words = 0
    while range.contains(at), at < i + 16 {
      let token = draft.tokens[at]
      if token.isMark("}") || token.isMark("{") && words > 0 && joins(at, range) {
        if numbers > 0, words == 0 { return at + 1 }
        var last = at
        while joins(last + 1, range), draft.tokens[last + 1].isMark("}") { last += 1 }
        return add(i, last, nil, draft.tokens[i...last].contains { $0.isMark("|") } || !draft.tokens[at].isMark("}") ? "a choice of words left open" : "a placeholder")
      }
      if token.kind == .number { numbers += 1 }
      if token.kind == .word { words += 1 }
      at += 1
    }
    let last = joins(i + 1, range) && draft.tokens[i + 1].kind == .word ? i + 1 : i
    let first = last == i && i > range.lowerBound && joins(i, range) && draft.tokens[i - 1].kind == .word ? i - 1 : i
    return add(first, last, nil, "a brace without a partner")
  }

  /// "{a|b}" alone: in Markdown, other braces are the site generator’s.
  private mutating func choice(_ i: Int, _ range: Range<Int>) -> Int? {
    guard draft.tokens[i].isMark("{"), joins(i + 1, range) else { return nil }
    var at = i + 1, bars = 0
    while range.contains(at), at < i + 16, draft.tokens[at].kind == .word || draft.tokens[at].isMark("|") {
      if draft.tokens[at].isMark("|") { bars += 1 }
      at += 1
    }
    guard bars > 0, range.contains(at), draft.tokens[at].isMark("}"), joins(at, range) else { return nil }
    return add(i, at, nil, "a choice of words left open")
  }

  /// "%s" and "%d" between spaces.
  private mutating func format(_ i: Int, _ range: Range<Int>) -> Int? {
    guard i == range.lowerBound || draft.tokens[i].flags.contains(.spaceBefore), joins(i + 1, range) else { return nil }
    guard draft.tokens[i + 1].length == 1, Residue.conversions.contains(draft.tokens[i + 1].key) else { return nil }
    guard !draft.tokens[i + 1].flags.contains(.capitalized) else { return nil }
    return add(i, i + 1, nil, "a placeholder")
  }

  static let cues = KeySet([lorem])
  private static let lorem = TokenKey("lorem"), ipsum = TokenKey("ipsum"), dolor = TokenKey("dolor")
  private static let conversions = keys(["s", "d"])
  private static let elements = keys([
    "br", "p", "b", "i", "u", "em", "strong", "a", "div", "span", "img", "li", "ul", "ol", "td", "tr", "table", "blockquote", "figure",
    "figcaption", "iframe", "script", "style", "font", "center", "hr", "sup", "sub", "h1", "h2", "h3", "h4", "h5", "h6",
  ])
  private static let shortcodes = keys([
    "caption", "gallery", "embed", "video", "audio", "playlist", "quote", "url", "img", "size", "color", "youtube", "vc_row", "button",
  ])
  private static func keys(_ words: [String]) -> KeySet { KeySet(words.map { TokenKey($0) }) }

  private static let entities = [
    "amp": "&", "nbsp": " ", "quot": "\"", "apos": "’", "lt": "<", "gt": ">", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”",
    "ndash": "–", "mdash": "—", "hellip": "…", "laquo": "«", "raquo": "»", "bdquo": "„", "sbquo": "‚", "bull": "•", "middot": "·", "euro": "€",
    "pound": "£", "cent": "¢", "deg": "°", "copy": "©", "reg": "®", "trade": "™", "thinsp": " ", "ensp": " ", "emsp": " ", "eacute": "é",
    "egrave": "è", "agrave": "à", "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú", "ntilde": "ñ", "ccedil": "ç", "auml": "ä",
    "ouml": "ö", "uuml": "ü", "szlig": "ß", "times": "×", "frac12": "½",
  ]
}
