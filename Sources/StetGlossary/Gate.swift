import StetFindings
import StetText

/// Why a form that an index knows as a name's is not reported where it stands.
///
/// Gates are what makes a large glossary bearable on running English; `stet glossary variants` names them, so that an editor
/// sees why a form is passed over.
public enum Gate: Hashable, Sendable {
  /// It stands without the capital that tells a name from a word.
  case noCapital
  /// It is an ordinary English word, alone.
  case ordinaryWord
  /// English-speaking countries know it as a name of its own, so it is no case form.
  case commonName
  /// A family name too short, or too unsure, to mean its person with nothing that vouches for it.
  case needsSupport
  /// The case form is also the name of a woman of that family.
  case eitherSex
  /// What stands beside it makes it somebody else's name.
  case somebodyElse
  /// Farther from every rendering than what stands there allows.
  case tooFar
  /// Another entry's preferred or admitted form.
  case rightFor(EntryID)
  /// Part of a longer name.
  case within(EntryID)
  /// Another entry's name fits better.
  case surer(EntryID)
  /// An exception of the entry holds here.
  case exception
  /// None of the entry's context words stands near.
  case noContext
}

/// A form that was recognised and held back.
public struct HeldBack: Hashable, Sendable {
  public let entry: EntryID
  /// Indices of the draft's tokens.
  public let tokens: Range<Int>
  public let gate: Gate
}

/// What an index makes of one form.
public enum Recognition: Hashable, Sendable {
  /// It is reported, alone or beside other entries that it fits.
  case reported(Grade)
  /// It is the entry's own preferred or admitted form.
  case own(Match.Form)
  case held(Gate)
  /// No word of it leads to the entry.
  case unknown
}

extension GlossaryIndex {
  /// How a form of an entry fares in a sentence that says nothing about it.
  ///
  /// - Parameters:
  ///   - form: The whole name, or a person's family name.
  ///   - sentence: "%" stands for the form.
  public func recognition(of form: String, as id: EntryID, in sentence: String = "On Monday they saw % there.") -> Recognition {
    let parts = sentence.split(separator: "%", omittingEmptySubsequences: false)
    let draft = Draft(path: "form", text: "\(parts[0])\(form)\(parts.dropFirst().joined())")
    let place = Span(parts[0].utf8.count, parts[0].utf8.count + form.utf8.count)
    let matches = self.matches(in: draft, isTracing: true)
    for use in matches.variants where use.span.overlaps(place) {
      guard let match = use.matches.first(where: { $0.entry == id }) else { continue }
      if case .rendering(let grade) = match.form { return .reported(grade) }
      return .reported(.listed)
    }
    func reach(_ tokens: Range<Int>) -> Int {
      Span(Int(draft.tokens[tokens.lowerBound].start), draft.tokens[tokens.upperBound - 1].end).overlaps(place) ? tokens.count : 0
    }
    if let own = matches.all.first(where: { $0.entry == id && $0.isOwnForm && $0.span.overlaps(place) }) { return .own(own.form) }
    // The gate that holds back most of it: the whole name's rather than its last word's.
    let held = matches.held.filter { $0.entry == id && reach($0.tokens) > 0 }
    return held.max { reach($0.tokens) < reach($1.tokens) }.map { .held($0.gate) } ?? .unknown
  }
}
