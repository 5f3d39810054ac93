import StetGlossary
import StetText

/// The capitalised words of a draft that may be names no glossary knows, each once.
struct SeenNames {
  /// A word, with the first token that it stands at.
  struct Word {
    let key: TokenKey
    let first: Int
    /// It stands in mid-sentence somewhere.
    var isName = false
  }

  private let draft: Draft
  private(set) var all: [Word] = []
  /// Where they stand, in order.
  private(set) var uses: [(number: Int, token: Int)] = []

  /// - Parameter isWanted: By number of capitalised word, whether it is one of those to be gathered.
  init(_ draft: Draft, _ matches: DraftMatches, _ survey: Survey, _ capitals: CapitalWords, _ isWanted: [Bool]) {
    self.draft = draft
    gather(matches, survey, capitals, isWanted)
  }

  private mutating func gather(_ matches: DraftMatches, _ survey: Survey, _ capitals: CapitalWords, _ isWanted: [Bool]) {
    let known = matches.all.filter(\.isNameMatch).map(\.tokens)
    // By number of capitalised word, its number among those gathered.
    var numbers = [Int](repeating: -1, count: capitals.count)
    var next = 0
    var segment: Segment?, brackets = Brackets(draft, from: 0)
    for (at, word) in capitals.numbers.enumerated() where isWanted[Int(word)] && isCandidate(draft.tokens[capitals.places[at]]) {
      let i = capitals.places[at]
      if segment?.tokens.contains(i) != true {
        segment = draft.segment(ofToken: i)
        brackets = Brackets(draft, from: segment?.tokens.lowerBound ?? i)
      }
      guard let segment, isCopy(segment), !brackets.areOpen(at: i) else { continue }
      while next < known.count, known[next].upperBound <= i { next += 1 }
      if next < known.count && known[next].contains(i) || isMention(i, segment.tokens) { continue }
      add(i, &numbers[Int(word)])
    }
  }

  private func isCopy(_ segment: Segment) -> Bool {
    segment.role != .boilerplate && segment.role != .byline && segment.role != .metadata
  }

  private func isCandidate(_ token: Token) -> Bool {
    token.flags.isDisjoint(with: [.otherScript, .quoted]) && (Int(token.length) >= Spellings.shortest || Doublets.partner(of: token.key) != nil)
  }

  /// Named, not used: "sometimes written as Izium", "the spelling Izium".
  private func isMention(_ i: Int, _ segment: Range<Int>) -> Bool {
    draft.tokens[max(segment.lowerBound, i - 3)..<i].contains { Self.mentions.contains($0.key) }
  }

  private mutating func add(_ i: Int, _ number: inout Int) {
    if number < 0 {
      number = all.count
      all.append(Word(key: draft.tokens[i].key, first: i))
    }
    uses.append((number, i))
    if !all[number].isName { all[number].isName = SeenNames.isInMidSentence(i, draft) }
  }

  /// Nothing that ends a sentence stands before it.
  static func isInMidSentence(_ i: Int, _ draft: Draft) -> Bool {
    guard i > 0, !draft.tokens[i].flags.contains(.first) else { return false }
    let before = draft.tokens[i - 1]
    if before.kind == .word || before.kind == .number || before.isHyphen || before.isMark(",") { return true }
    return before.isMark(".") && !before.flags.contains(.first) && i >= 2 && draft.tokens[i - 2].length <= 4
      && draft.tokens[i - 2].flags.contains(.capitalized)
  }

  private static let mentions = Words.keys("spelled spelt spelling spellings transliterated romanized romanised called known written aka")
}

extension Match {
  /// A name in Latin letters: a glossary knows it, and other checks tell of it.
  fileprivate var isNameMatch: Bool {
    switch form {
    case .preferred, .admitted, .forbidden, .rendering: true
    default: false
    }
  }
}
