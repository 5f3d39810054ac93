import StetICU
import StetNames
import StetText

/// Who is meant by a family name: what stands before it, and whom the draft names in full.
struct PersonEvidence {
  private let index: GlossaryIndex
  private let draft: Draft
  /// Entries whose whole name stands somewhere in the draft, in any form.
  private let namedInFull: Set<EntryID>
  /// Entries whose family name stands in the draft after somebody else's given name.
  private var namesakes: Set<EntryID> = []

  init(index: GlossaryIndex, draft: Draft, matches: [Match]) {
    self.index = index
    self.draft = draft
    // Nobody asks but of a family name that stands alone, and of what is merely near.
    var asked: Set<EntryID> = []
    for match in matches where match.part == .family || match.distance > 0 { asked.insert(match.entry) }
    guard !asked.isEmpty else {
      namedInFull = []
      return
    }
    // A name that is merely near vouches for nobody, least of all for itself.
    var named: Set<EntryID> = []
    for match in matches where match.part == .whole && match.form != .rendering(.fuzzy) && asked.contains(match.entry) {
      named.insert(match.entry)
    }
    namedInFull = named
    for match in matches where match.part == .family && !namedInFull.contains(match.entry) {
      if before(match) == .otherGivenName || follows(match) { namesakes.insert(match.entry) }
    }
  }

  /// Whether the draft has the whole name somewhere, in any surely recognised form.
  func isNamedInFull(_ id: EntryID) -> Bool { namedInFull.contains(id) }

  /// How sure it is that a match is its entry's person; nil if it is somebody else.
  func identity(of match: Match) -> NameUse.Identity? {
    let traits = index.traits(match)
    guard traits.contains(.isPerson), match.part == .family else { return .certain }
    // The draft introduced another person of that name.
    if namesakes.contains(match.entry) { return nil }
    let isOneName = traits.contains(.isOneWord)
    switch before(match) {
    case .otherGivenName: return nil
    case .title: return namedInFull.contains(match.entry) || isOneName ? .certain : .likely
    case .nothing: break
    }
    if follows(match) { return nil }
    return namedInFull.contains(match.entry) || isOneName ? .certain : .possible
  }

  /// Whether a word stands within a longer name or after a title, so that it is hardly a place: "General Valerii Zaluzhnyi".
  func standsInName(_ match: Match) -> Bool { before(match) != .nothing || follows(match) }

  /// The keys of titles, which nearly no word has.
  private static let titles = KeySet(WordList.titles.words.map { TokenKey(word: $0) })

  private enum Before { case nothing, title, otherGivenName }

  private func before(_ match: Match) -> Before {
    let i = match.tokens.lowerBound
    guard let segment = draft.segment(ofToken: i)?.tokens, i - 1 >= segment.lowerBound else { return .nothing }
    var previous = draft.tokens[i - 1]
    var at = i - 1
    // An initial: "V. Zelensky".
    if previous.isMark("."), at - 1 >= segment.lowerBound, draft.tokens[at - 1].length == 1 {
      return initialFits(draft.tokens[at - 1], match) ? .title : .otherGivenName
    }
    // "Gen. Zaluzhny"
    if previous.isMark("."), at - 1 >= segment.lowerBound, isTitle(draft.tokens[at - 1]) { return .title }
    if previous.isHyphen, at - 1 >= segment.lowerBound, !draft.tokens[at].flags.contains(.spaceBefore) {
      at -= 1
      previous = draft.tokens[at]
      // "ex-President-Zelensky", "pro-Zelensky"; but "Saint-Zelensky" is somebody else.
      return previous.flags.contains(.capitalized) && !isTitle(previous) ? .otherGivenName : .nothing
    }
    guard previous.kind == .word, !previous.flags.contains(.possessive) else { return .nothing }
    if isTitle(previous) { return .title }
    guard previous.flags.contains(.capitalized), !previous.flags.contains(.allCaps) else { return .nothing }
    let word = CharacterTable.shared.folded(draft.string(previous))
    if WordList.givenNames.contains(word) { return .otherGivenName }
    // "Yesterday Zelensky", or a headline's capitals; anything else with a capital is a name, and so somebody else's.
    return WordList.english.contains(word) || draft.segment(ofToken: i)?.role == .heading ? .nothing : .otherGivenName
  }

  /// Another capitalised word right after it: this is somebody's given name ("Boyko Borissov").
  private func follows(_ match: Match) -> Bool {
    let i = match.tokens.upperBound
    guard let segment = draft.segment(ofToken: i), segment.role != .heading, segment.tokens.contains(i) else { return false }
    let next = draft.tokens[i]
    guard next.kind == .word, next.flags.contains(.capitalized), !next.flags.contains(.allCaps) else { return false }
    let last = draft.tokens[i - 1]
    guard !last.flags.contains(.possessive), !next.flags.contains(.breakBefore) else { return false }
    let word = CharacterTable.shared.folded(draft.string(next))
    return !WordList.english.contains(word) && !WordList.titles.contains(word)
  }

  private func initialFits(_ initial: Token, _ match: Match) -> Bool {
    let shared = index.shared(match)
    let letter = CharacterTable.shared.folded(draft.string(initial)).first
    let given = shared.entry.term.split(separator: " ").first.map { CharacterTable.shared.folded(String($0)) }
    return letter != nil && letter == given?.first
  }

  private func isTitle(_ token: Token) -> Bool {
    token.kind == .word && PersonEvidence.titles.contains(token.key) && WordList.titles.contains(CharacterTable.shared.folded(draft.string(draft.stem(of: token))))
  }
}
