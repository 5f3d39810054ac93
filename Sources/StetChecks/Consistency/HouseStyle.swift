/// The one way in which a house writes what may be written in several. What it says nothing of is only compared within a draft.
public struct HouseStyle: Hashable, Sendable {
  /// "U.S." or "US".
  public struct Acronym: Hashable, Sendable {
    /// Without points.
    public let plain: String
    public let isDotted: Bool
    public var form: String { isDotted ? Self.dotted(plain) : plain }

    /// Nil for anything but the forms that Stet looks for.
    public init?(_ form: String) {
      guard let plain = Self.known.first(where: { $0 == form || Self.dotted($0) == form }) else { return nil }
      self.plain = plain
      isDotted = form != plain
    }

    static let known = ["US", "UK", "UN", "EU"]
    static func dotted(_ plain: String) -> String { plain.map { "\($0)." }.joined() }
    /// All that may be said.
    public static let forms = known.flatMap { [dotted($0), $0] }
  }

  /// The dash between words: its length, and whether spaces stand around it.
  public enum Dash: String, Hashable, Sendable, CaseIterable {
    case spacedEn = "spaced-en"
    case spacedEm = "spaced-em"
    case closedEm = "closed-em"
  }

  /// "second-largest" or "second largest".
  public enum Superlative: String, Hashable, Sendable, CaseIterable { case hyphenated, open }
  public enum QuotationMark: String, Hashable, Sendable, CaseIterable { case curly, straight }
  /// Whether a comma or full stop stands before or after a closing quotation mark.
  public enum ClosingMark: String, Hashable, Sendable, CaseIterable { case inside, outside }
  /// "May 5" or "5 May".
  public enum Date: String, Hashable, Sendable, CaseIterable {
    case monthFirst = "month-first"
    case dayFirst = "day-first"
  }
  /// "5 percent", "5 per cent" or "5%".
  public enum Percentage: String, Hashable, Sendable, CaseIterable {
    case percent
    case perCent = "per-cent"
    case sign
  }
  /// "12,000" or "12000".
  public enum Thousand: String, Hashable, Sendable, CaseIterable { case commas, plain }

  /// One decision of a house.
  public enum Rule: Hashable, Sendable {
    case acronym(Acronym)
    case dashes(Dash)
    case superlatives(Superlative)
    case quotationMarks(QuotationMark)
    case closingMarks(ClosingMark)
    case dates(Date)
    case percentages(Percentage)
    case thousands(Thousand)

    /// Whether both decide the same thing.
    public func replaces(_ other: Rule) -> Bool { subject == other.subject }

    private var subject: String {
      switch self {
      case .acronym(let acronym): acronym.plain
      case .dashes: "dashes"
      case .superlatives: "superlatives"
      case .quotationMarks: "quotation-marks"
      case .closingMarks: "closing-marks"
      case .dates: "dates"
      case .percentages: "percentages"
      case .thousands: "thousands"
      }
    }

    /// As a configuration says it: its key and value.
    public var words: (key: String, value: String) {
      switch self {
      case .acronym(let acronym): ("acronyms", acronym.form)
      case .dashes(let dash): (subject, dash.rawValue)
      case .superlatives(let way): (subject, way.rawValue)
      case .quotationMarks(let way): (subject, way.rawValue)
      case .closingMarks(let way): (subject, way.rawValue)
      case .dates(let way): (subject, way.rawValue)
      case .percentages(let way): (subject, way.rawValue)
      case .thousands(let way): (subject, way.rawValue)
      }
    }
  }

  public let rules: [Rule]

  public init(_ rules: [Rule] = []) { self.rules = rules }
}
