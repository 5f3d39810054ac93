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

  public static func < (a: EntryID, b: EntryID) -> Bool { (a.glossary, a.entry) < (b.glossary, b.entry) }
}

/// A place where an entry was recognised: entry, span, how.
public struct Match: Hashable, Sendable {
  /// What kind of form stands there.
  public enum Form: Hashable, Sendable {
    case preferred, admitted, forbidden, acronym, calque, phrase
    /// A phrase in which the entry's forms are right.
    case exception
    /// A rendering of a source form that is neither preferred nor admitted.
    case rendering(Grade)
    /// The name in its own script, in this language.
    case sourceForm(String)
  }

  /// How much of the name stands there.
  public enum Part: Hashable, Sendable { case whole, family }

  public let entry: EntryID
  public let form: Form
  public let part: Part
  /// Indices of the draft's tokens.
  public let tokens: Range<Int>
  /// Without a possessive ending.
  public let span: Span
  /// A family name in the plural: the s after the span belongs to it.
  public var isPlural = false
  /// The tokens of its words, hyphens left out.
  public var words: [Int] = []
  /// Which of `words` are the family name.
  public var family: Range<Int> = 0..<0
  /// For grade `case`: the form is also the name of a woman of that family (Ivanova).
  public var isEitherSex = false
  /// For grade `fuzzy`: how far the farthest word is from the nearest rendering, 0 to 1; else 0.
  public var distance = 0.0
  /// For grade `fuzzy`: every word that is no known rendering is one slip of the hand away from one.
  public var isSlip = false
  /// A slip that puts one letter for another, as different names differ.
  var isOtherLetter = false
  /// Its words stand without their capitals. `DraftMatches.lowercase` has these; a preferred form is in `all` too.
  public var isLowercase = false
  /// The index's number for the systems that write it so.
  var systemNumbers: UInt32 = 0

  public init(entry: EntryID, form: Form, part: Part, tokens: Range<Int>, span: Span) {
    self.entry = entry
    self.form = form
    self.part = part
    self.tokens = tokens
    self.span = span
  }
}
