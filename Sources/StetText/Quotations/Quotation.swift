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

  /// The families whose open quotation a mark of this one closes, the likeliest first. Drafts mix “ with ".
  var closes: [QuotationFamily] {
    switch self {
    case .double: [.double, .straight]
    case .straight: [.straight, .double]
    case .guillemet: [.guillemet]
    case .single: [.single, .straightSingle]
    case .straightSingle: [.straightSingle, .single]
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
}
