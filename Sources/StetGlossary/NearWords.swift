import StetFindings
import StetICU
import StetNames
import StetText

/// Judges words that are no known rendering but sound like one. Keeps its buffers, so that a word costs no allocation until
/// its key is known to some entry.
struct NearWords {
  /// How near a word is to a place of a pattern.
  struct Nearness {
    let grade: Grade
    let distance: Double
  }

  /// Chosen on the development sets: below them, true variants outnumber different names by far.
  private enum Limit {
    static let letters = 4
    /// A place that is merely near needs them where nothing vouches for it; so does one that the glossary gives in Latin
    /// letters only, so that nobody knows how else it is written.
    static let placeLetters = 6
    static let fuzzyLetters = 5
    /// Below it a family name alone needs a title before it or the whole name in the draft.
    static let aloneLetters = 6
    static let person = 0.08
    static let place = 0.14
    static let related = 0.05
    /// Beside another word of the name that is right, or where the draft names the person in full.
    static let vouched = 0.17
  }

  private let index: GlossaryIndex
  private let draft: Draft
  private var letters: [UInt8] = []
  /// How many letters the word last prepared has.
  private var letterCount = 0
  private var room: [UInt8] = []
  /// The strict key of the word last prepared.
  private(set) var key: [UInt8] = []

  init(_ index: GlossaryIndex, _ draft: Draft) {
    self.index = index
    self.draft = draft
  }

  /// Whether a word is too short to be an unlisted variant.
  @inline(__always)
  static func isTooShort(_ token: Token) -> Bool { Int(token.length) < Limit.letters }

  /// Whether a word may be an unlisted variant at all: Latin letters of which the first alone is a capital.
  func isCandidate(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.capitalized) && token.flags.isDisjoint(with: [.otherScript, .digits, .allCaps])
      && !NearWords.isTooShort(token) && !hasInnerCapital(token) && !isDialect(token)
  }

  /// "Puttin’ on the Ritz": a word that dropped its last letter.
  private func isDialect(_ token: Token) -> Bool {
    guard token.end < draft.text.count, draft.text[token.end - 1] == UInt8(ascii: "n") else { return false }
    guard draft.text[token.end] == UInt8(ascii: "'") || draft.text[token.end...].starts(with: "’".utf8) else { return false }
    return WordList.english.contains(CharacterTable.shared.folded(draft.string(token.span)) + "g")
  }

  /// "CommonJS", "MacOS": a name that its owner writes so.
  private func hasInnerCapital(_ token: Token) -> Bool {
    draft.text[Int(token.start) + 1..<token.end].contains { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// Makes a word's strict key.
  mutating func prepare(_ token: Token) {
    let span = draft.stem(of: token)
    if token.isPlain {
      let text = draft.text
      letterCount = span.count
      return Skeleton.shared.strictKey(ofLetters: text.span.extracting(span.range), into: &key)
    }
    Skeleton.shared.strictKey(of: draft.text[span.range], letters: &letters, into: &key)
    letterCount = letters.count
  }

  /// The slots that the prepared word may belong to, surest first: those with its strict key, else near ones. Empty for
  /// ordinary words and common English names.
  mutating func slots(for token: Token) -> [(slot: Int, nearness: Nearness)] {
    let exact = index.skeletons.slots(strict: key)
    let near = letterCount >= Limit.fuzzyLetters ? index.skeletons.slots(near: key, room: &room) : []
    if exact.isEmpty && near.isEmpty { return [] }
    if isOrdinary(token) { return [] }
    var found: [(slot: Int, nearness: Nearness)] = exact.map { (Int($0), Nearness(grade: .skeleton, distance: 0)) }
    for slot in near where !found.contains(where: { $0.slot == Int(slot) }) {
      let distance = index.skeletons.distance(key, to: Int(slot), atMost: Limit.vouched, room: &room)
      if distance <= Limit.vouched { found.append((Int(slot), Nearness(grade: .fuzzy, distance: distance))) }
    }
    return found
  }

  /// How near a word is to one slot; nil if it is not.
  mutating func nearness(of token: Token, to slot: Int) -> Nearness? {
    guard isCandidate(token) else { return nil }
    prepare(token)
    let distance = index.skeletons.distance(key, to: slot, atMost: Limit.vouched, room: &room)
    guard distance <= Limit.vouched, distance == 0 || letterCount >= Limit.fuzzyLetters, !isOrdinary(token) else { return nil }
    return Nearness(grade: distance == 0 ? .skeleton : .fuzzy, distance: distance)
  }

  /// An English word, or a name that English-speaking countries are full of.
  func isOrdinary(_ token: Token) -> Bool {
    let word = draft.text[draft.stem(of: token).range]
    return WordList.english.contains(folding: word) || WordList.givenNames.contains(folding: word)
      || WordList.surnames.contains(folding: word) || WordList.properWords.contains(folding: word)
  }

  /// Whether an unlisted family name may stand for its person without anything that vouches for it.
  static func maySoundAlone(_ match: Match, letters: Int) -> Bool {
    // Letters swapped, lost or doubled in a long name make no other name.
    (match.distance == 0 || match.isSlip && !match.isOtherLetter) && letters >= Limit.aloneLetters
  }

  /// Whether a place that stands alone is long enough for a spelling that no system writes.
  static func mayBePlace(_ match: Match, hasOriginal: Bool) -> Bool {
    if match.words.count > 1 { return true }
    if match.span.count < Limit.placeLetters { return hasOriginal && isRelated(match) }
    return hasOriginal || isRelated(match) || match.isSlip
  }

  /// Whether a match is off by no more than a sound that systems interchange.
  static func isRelated(_ match: Match) -> Bool { match.distance <= Limit.related }

  /// Whether a match is near enough for what vouches for it.
  static func isNear(_ match: Match, isPerson: Bool, isVouchedFor: Bool) -> Bool {
    match.distance <= (isVouchedFor ? Limit.vouched : isPerson ? Limit.person : Limit.place)
  }
}
