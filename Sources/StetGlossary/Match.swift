import StetFindings
import StetText

/// Which entry of which glossary, by their places in the index.
public struct EntryID: Hashable, Sendable, Comparable {
  public let glossary: Int
  public let entry: Int

  public init(glossary: Int, entry: Int) {
    self.glossary = glossary
    self.entry = entry
  }

  public static func < (a: EntryID, b: EntryID) -> Bool { a.glossary != b.glossary ? a.glossary < b.glossary : a.entry < b.entry }
}

/// A place where an entry was recognised: entry, span, how.
///
/// Nothing but numbers, so that many can be sorted and sifted without a thought for who owns what; texts are the entry's.
public struct Match: Hashable, Sendable {
  /// What kind of form stands there.
  public enum Form: Hashable, Sendable {
    case preferred, admitted, forbidden, acronym, calque, phrase
    /// A phrase in which the entry's forms are right.
    case exception
    /// A rendering of a source form that is neither preferred nor admitted.
    case rendering(Grade)
    /// The name in its own script.
    case sourceForm
  }

  /// How much of the name stands there.
  public enum Part: Hashable, Sendable { case whole, family }

  public let entry: EntryID
  /// The entry's number, counted over all glossaries.
  let number: Int
  /// Without a possessive ending.
  public let span: Span
  /// The tokens of its words, hyphens left out.
  public let words: MatchWords
  /// For grade `fuzzy`: how far the farthest word is from the nearest rendering, 0 to 1; else 0.
  public var distance = 0.0
  /// The index's number for the systems that write it so.
  var systemNumbers: UInt32 = 0
  public let form: Form
  public let part: Part
  /// A family name in the plural: the s after the span belongs to it.
  public var isPlural = false
  private var familyStart: UInt8 = 0, familyEnd: UInt8 = 0
  /// For grade `case`: the form is also the name of a woman of that family (Ivanova).
  public var isEitherSex = false
  /// For grade `fuzzy`: every word that is no known rendering is one slip of the hand away from one.
  public var isSlip = false
  /// A slip that puts one letter for another, as different names differ.
  var isOtherLetter = false
  /// Its words stand without their capitals. `DraftMatches.lowercase` has these; a preferred form is in `all` too.
  public var isLowercase = false

  init(entry: EntryID, number: Int, form: Form, part: Part, words: MatchWords, span: Span) {
    self.entry = entry
    self.number = number
    self.form = form
    self.part = part
    self.words = words
    self.span = span
  }

  /// Indices of the draft's tokens.
  public var tokens: Range<Int> { words.tokens }
  /// Which of `words` are the family name.
  public var family: Range<UInt8> {
    get { familyStart..<familyEnd }
    set { (familyStart, familyEnd) = (newValue.lowerBound, newValue.upperBound) }
  }

  /// By place, then by entry.
  static func precedes(_ a: Match, _ b: Match) -> Bool {
    if a.span.start != b.span.start { return a.span.start < b.span.start }
    return a.span.end != b.span.end ? a.span.end < b.span.end : a.entry < b.entry
  }
}

extension Match.Form {
  /// Lower is surer.
  var rank: Int {
    switch self {
    case .rendering(.listed): 1
    case .rendering(.system): 2
    case .rendering(.skeleton): 3
    case .rendering(.fuzzy): 4
    case .rendering(.case): 5
    default: 0
    }
  }

  /// Whether the entry's context and exceptions decide about it.
  var isConditional: Bool {
    switch self {
    case .forbidden, .rendering, .acronym, .calque: true
    default: false
    }
  }
}

extension Match {
  /// A name in Latin letters, whatever its form; not a phrase, acronym, calque or source form.
  var isName: Bool {
    switch form {
    case .preferred, .admitted, .forbidden, .rendering: true
    default: false
    }
  }

  /// Written as the glossary wants or admits it.
  public var isOwnForm: Bool {
    switch form {
    case .preferred, .admitted: true
    default: false
    }
  }

  var isVariant: Bool {
    switch form {
    case .forbidden, .rendering: true
    default: false
    }
  }
}
