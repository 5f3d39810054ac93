/// Words in quotation marks, with their marks.
public struct Quotation: Sendable, Hashable {
  /// From the opening mark to the end of the closing one, or to the end of the segment if it stays open.
  public let span: Span
  /// 0 for an outer quotation, 1 for one inside it.
  public let depth: Int
  /// It has its closing mark.
  public let isClosed: Bool

  public init(span: Span, depth: Int, isClosed: Bool) {
    self.span = span
    self.depth = depth
    self.isClosed = isClosed
  }
}

/// A token that is a quotation mark, and the part it plays. Apostrophes and inch marks are none.
public struct QuotationMark: Sendable, Hashable {
  /// What the mark does to its quotation.
  public enum Role: Sendable {
    case opening, closing
    /// It closes nothing and cannot open.
    case stray
  }

  /// The token's index in the draft.
  public let token: Int
  public fileprivate(set) var role: Role
  /// The token of the other mark of the pair. An opening mark without one stays open to the end of its segment: a fault,
  /// or a long quotation that the next paragraph takes up (`Segment.continuesQuotation`).
  public fileprivate(set) var partner: Int?

  init(token: Int, role: Role, partner: Int? = nil) {
    self.token = token
    self.role = role
    self.partner = partner
  }

  mutating func pair(with token: Int) { partner = token }
}

/// Marks of one family close each other.
enum QuotationFamily: Int, CaseIterable {
  case double, guillemet, straight, single, straightSingle

  /// The other family whose open quotation a mark of this one closes. Drafts mix “ with ".
  var other: QuotationFamily? {
    switch self {
    case .double: .straight
    case .straight: .double
    case .guillemet: nil
    case .single: .straightSingle
    case .straightSingle: .single
    }
  }

  /// A single mark that nothing closes was an apostrophe.
  var mayBeApostrophe: Bool { self == .single || self == .straightSingle }
}

/// A token that may be a quotation mark, with what its neighbours say.
struct QuotationCandidate {
  enum Shape {
    /// “ „ ‟ « ‹ ‘ ‚ as English has them.
    case opening
    /// ” » › ’
    case closing
    /// " and '
    case straight
  }

  let token: Int
  let family: QuotationFamily
  let shape: Shape
  /// White space, a dash or an opening bracket stands before it.
  var opensWord = false
  /// White space, a dash or a closing mark stands after it.
  var closesWord = false

  /// Whether `init` knows a mark.
  static func mayBe(_ scalar: UInt64) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: true
    default: false
    }
  }

  init?(_ token: Token, at index: Int) {
    guard token.kind == .punctuation else { return nil }
    switch token.key.rawValue {
    case 0x22: (family, shape) = (.straight, .straight)
    case 0x201C, 0x201E, 0x201F: (family, shape) = (.double, .opening)
    case 0x201D: (family, shape) = (.double, .closing)
    case 0xAB, 0x2039: (family, shape) = (.guillemet, .opening)
    case 0xBB, 0x203A: (family, shape) = (.guillemet, .closing)
    case 0x2018, 0x201A, 0x201B: (family, shape) = (.single, .opening)
    case 0x2019: (family, shape) = (.single, .closing)
    case 0x27: (family, shape) = (.straightSingle, .straight)
    default: return nil
    }
    self.token = index
  }

  /// The candidates among tokens of which nothing but the scalar is known.
  static func all(of possible: [Int], among tokens: [Token]) -> [QuotationCandidate] {
    var candidates: [QuotationCandidate] = []
    candidates.reserveCapacity(possible.count)
    for i in possible {
      guard var candidate = QuotationCandidate(tokens[i], at: i) else { continue }
      candidate.opensWord = candidate.opensWord(tokens, after: candidates.last)
      candidates.append(candidate)
    }
    var after: QuotationCandidate?
    for c in candidates.indices.reversed() {
      candidates[c].closesWord = candidates[c].closesWord(tokens, before: after)
      after = candidates[c]
    }
    return candidates
  }

  private func opensWord(_ tokens: [Token], after before: QuotationCandidate?) -> Bool {
    if !tokens[token].flags.isDisjoint(with: [.first, .spaceBefore]) { return true }
    if let before, before.token == token - 1 { return before.opensWord }
    return tokens[token - 1].kind == .punctuation && QuotationCandidate.opensOrParts.contains(tokens[token - 1].key)
  }

  private func closesWord(_ tokens: [Token], before after: QuotationCandidate?) -> Bool {
    let next = token + 1
    // Where the next token is the first of its segment, this one is the last of its own.
    guard next < tokens.count, tokens[next].flags.isDisjoint(with: [.first, .spaceBefore]) else { return true }
    if let after, after.token == next { return after.closesWord }
    return tokens[next].kind == .punctuation && QuotationCandidate.closesOrParts.contains(tokens[next].key)
  }

  /// Brackets that open, dashes and slashes.
  private static let opensOrParts = set("([{<–—―-/=…¿¡|")
  private static let closesOrParts = set(")]}>–—―-/.,;:!?…|")

  private static func set(_ marks: String) -> KeySet { KeySet(marks.unicodeScalars.map { TokenKey(mark: $0) }) }
}
