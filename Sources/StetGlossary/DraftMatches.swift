import StetFindings
import StetNames
import StetText

/// What an index recognised in one draft, settled: exceptions and conditions applied, the longest name kept.
public struct DraftMatches: Sendable {
  public let index: GlossaryIndex
  /// Every match that stands, by place.
  public let all: [Match]
  /// Names that are written in another way than their glossary wants, by place.
  public let variants: [NameUse]
  /// Names of persons and places without their capitals, by place: the longest of each, of several entries the first. Many
  /// are ordinary words ("bar", "just").
  public let lowercase: [Match]
  /// What becomes of names inside quotation marks where an entry does not say so itself; nil: what the entry has.
  public var quotes: Entry.QuotationPolicy?
  /// Names that were recognised and held back; empty unless asked for.
  public let held: [HeldBack]

  init(index: GlossaryIndex, draft: Draft, isTracing: Bool, isNamesOnly: Bool = false) {
    var matcher = Matcher(index, draft, isTracing: isTracing, isNamesOnly: isNamesOnly)
    matcher.run()
    var resolution = Resolution(index: index, draft: draft, matches: matcher.matches, lowercase: matcher.lowercase)
    resolution.run()
    held = isTracing ? matcher.held + resolution.held() : []
    self.index = index
    all = resolution.standing
    variants = resolution.variants
    lowercase = resolution.lowercase
  }

  /// The entry behind a match.
  public func entry(of match: Match) -> Entry {
    let shared = index.shared(match)
    guard let quotes, !shared.entry.saysQuotes else { return shared.entry }
    var entry = shared.entry
    entry.quotes = quotes
    return entry
  }
  /// The same, not copied, and with its own policy for quotations.
  public func shared(of match: Match) -> SharedEntry { index.shared(match) }
  /// Whether a match names a place.
  public func isPlace(_ match: Match) -> Bool { index.traits(match).contains(.isPlace) }
  /// What becomes of a match inside quotation marks.
  public func quotes(of match: Match) -> Entry.QuotationPolicy {
    let shared = index.shared(match)
    if let quotes, !shared.entry.saysQuotes { return quotes }
    return shared.entry.quotes
  }
  /// The name of a match's glossary.
  public func glossaryName(of match: Match) -> String { index.heads[match.entry.glossary].name }
  /// The romanization systems that write a match so; empty for listed forms.
  public func systems(of match: Match) -> [RomanizationSystem] { index.systems[Int(match.systemNumbers)].systems }
}

extension GlossaryIndex {
  /// The matches in a draft, by place.
  ///
  /// - Parameters:
  ///   - isTracing: Whether to tell what was held back, too.
  ///   - isNamesOnly: Whether phrases, acronyms and calques are left out, for whoever wants none.
  public func matches(in draft: Draft, isTracing: Bool = false, isNamesOnly: Bool = false) -> DraftMatches {
    DraftMatches(index: self, draft: draft, isTracing: isTracing, isNamesOnly: isNamesOnly)
  }
}

/// A place where a name is written otherwise than its glossary wants, with every entry it fits.
public struct NameUse: Sendable {
  /// How sure it is that this person, and not another of that name, is meant.
  public enum Identity: Int, Sendable, Comparable {
    /// A family name that nobody in the draft vouches for.
    case possible
    /// A title precedes it, or the given name stands elsewhere in the draft.
    case likely
    /// The whole name stands here or elsewhere in the draft; or the name is no person's.
    case certain
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// What stands here; of several entries that fit the surest.
  public let match: Match
  /// Those of other entries that fit as well: with any the place is ambiguous.
  public let others: [Match]
  /// An entry that fits gives the name in its own script, so that its renderings are known.
  public let hasOriginal: Bool
  public let identity: Identity
  /// It stands within quotation marks.
  public let isQuoted: Bool

  init(_ match: Match, others: [Match] = [], hasOriginal: Bool, identity: Identity, isQuoted: Bool) {
    self.match = match
    self.others = others
    self.hasOriginal = hasOriginal
    self.identity = identity
    self.isQuoted = isQuoted
  }

  /// One for each entry that fits.
  public var matches: [Match] { [match] + others }
  public var span: Span { match.span }
}
