import StetFindings
import StetGlossary
import StetText

/// One kind of fault Stet looks for. A check is a value without state: the same draft gives the same findings.
public protocol Check: Sendable {
  static var about: About { get }
  init()
  /// The places in the draft where the check objects, in any order; suppressions and overlaps are settled later.
  func findings(in draft: Draft, context: Context) -> [Finding]
}

/// A check on the draft as a whole, which goes by what the checks on its places have found. It runs after them, on what is
/// left when overlaps are settled and suppressions heeded.
public protocol DraftCheck: Sendable {
  static var about: About { get }
  init()
  func findings(in draft: Draft, given findings: [Finding]) -> [Finding]
}

/// What checks may ask besides the draft itself.
public struct Context: Sendable {
  /// The matches of all glossaries in this draft.
  public let matches: DraftMatches
  /// Where in the draft there is anything to look at; made when the first check asks, for checks of names do not.
  public var survey: Survey { lazySurvey.value { Survey(draft) } }
  private let lazySurvey = Lazy<Survey>()
  /// The capitalised words among its tokens; gathered when the first check asks, as the next are.
  var capitals: CapitalWords { lazyCapitals.value { CapitalWords(draft, survey[.capitalized]) } }
  private let lazyCapitals = Lazy<CapitalWords>()
  /// Where a capital stands inside a sentence on a word of grammar.
  var joints: [SentenceJoint] { lazyJoints.value { SentenceJoint.all(in: draft, survey, capitals) } }
  private let lazyJoints = Lazy<[SentenceJoint]>()
  private let draft: Draft
  /// What the house has decided on.
  public let style: HouseStyle

  public init(draft: Draft, matches: DraftMatches, style: HouseStyle = HouseStyle()) {
    self.draft = draft
    self.matches = matches
    self.style = style
  }
}
