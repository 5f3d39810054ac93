extension Draft {
  /// One past the last token of a dateline that opens a segment, or `nil` if none does.
  ///
  ///     KYIV, Ukraine (AP) — The river rose.      → the index of "The"
  ///     KYIV. July 1 (Interfax) – The river rose.
  ///     MOSCOW, July 1. /TASS/. The river rose.
  ///
  /// A dateline is a place in capitals, or a place with an agency in brackets, up to a dash with a space after it. All but
  /// the surest count only before a capital letter or a quotation mark: "NATO — the alliance — said" has none.
  public func datelineEnd(of segment: Segment) -> Int? {
    guard segment.role == .paragraph || segment.role == .quotation else { return nil }
    let range = segment.tokens.prefix(Dateline.longest)
    guard let first = range.first, tokens[first].kind == .word, tokens[first].flags.contains(.capitalized) else { return nil }
    var dateline = Dateline(place: tokens[first])
    for index in range.dropFirst() {
      let token = tokens[index]
      if dateline.endsWithSlash(token, before: index + 1 < segment.tokens.upperBound ? tokens[index + 1] : nil) {
        return Dateline.skipPoint(tokens, index + 1, segment.tokens)
      }
      if Dateline.isDash(token), let end = Dateline.afterDash(tokens, index, segment.tokens) {
        return dateline.isComplete(before: tokens[end]) ? end : nil
      }
      guard dateline.take(token) else { return nil }
    }
    return nil
  }
}

/// What has been read of a dateline.
private struct Dateline {
  /// No dateline has more tokens.
  static let longest = 32

  private let isCapitals: Bool
  private var hasAgency = false
  private var isInBrackets = false
  private var isInSlashes = false

  init(place: Token) { isCapitals = place.flags.contains(.allCaps) }

  /// Whether a token may stand in a dateline.
  mutating func take(_ token: Token) -> Bool {
    switch token.kind {
    case .opaque: return false
    case .number: return true
    case .word:
      if token.flags.contains(.capitalized) {
        if isInBrackets || isInSlashes { hasAgency = true }
        return true
      }
      return hasAgency && isInBrackets || token.flags.contains(.digits) || Dateline.particles.contains(token.key)
    case .punctuation: return takeMark(token.key.rawValue)
    }
  }

  private mutating func takeMark(_ mark: UInt64) -> Bool {
    switch mark {
    case 0x28: isInBrackets = true
    case 0x29: isInBrackets = false
    case 0x2F: isInSlashes.toggle()
    case 0x2C, 0x2E, 0x27, 0x2019, 0x2D, 0x2013: break
    default: return false
    }
    return true
  }

  /// "/TASS/." has no dash.
  func endsWithSlash(_ token: Token, before next: Token?) -> Bool {
    guard isInSlashes, hasAgency, token.isMark("/"), let next else { return false }
    return next.isMark(".")
  }

  func isComplete(before next: Token) -> Bool {
    guard !isInBrackets, isCapitals || hasAgency else { return false }
    return isCapitals && hasAgency || next.flags.contains(.capitalized) || next.kind == .number || next.kind == .punctuation
  }

  /// A dash or hyphen that parts words; hyphens inside a place do not.
  static func isDash(_ token: Token) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch token.key.rawValue {
    case 0x2014, 0x2015: return true
    case 0x2D, 0x2013: return token.flags.contains(.spaceBefore)
    default: return false
    }
  }

  /// The token after a dash, or after two hyphens. A hyphen or short dash needs a space after it.
  static func afterDash(_ tokens: [Token], _ index: Int, _ range: Range<Int>) -> Int? {
    var next = index + 1
    if tokens[index].isMark("-"), range.contains(next), tokens[next].isMark("-"), !tokens[next].flags.contains(.spaceBefore) {
      next += 1
    }
    guard range.contains(next) else { return nil }
    let isLong = tokens[index].isMark("—") || tokens[index].isMark("―")
    return isLong || tokens[next].flags.contains(.spaceBefore) ? next : nil
  }

  static func skipPoint(_ tokens: [Token], _ index: Int, _ range: Range<Int>) -> Int? {
    let next = range.contains(index) && tokens[index].isMark(".") ? index + 1 : index
    return range.contains(next) ? next : nil
  }

  private static let particles = Set(
    ["de", "la", "on", "the", "am", "near", "in", "of", "and", "an", "der", "del", "el"].map { TokenKey($0) })
}
