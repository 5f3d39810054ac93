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
  /// The number of each and one more, by its key.
  private var numbers = KeyTable()

  init(_ draft: Draft, _ matches: DraftMatches, _ survey: Survey) {
    self.draft = draft
    gather(matches, survey)
  }

  private mutating func gather(_ matches: DraftMatches, _ survey: Survey) {
    let known = matches.all.filter(\.isNameMatch).map(\.tokens)
    var next = 0
    for (_, segment, capitals) in survey.bySegment(.capitalized)
    where segment.role != .boilerplate && segment.role != .byline && segment.role != .metadata {
      var brackets = Brackets(draft, survey.tokens(.mark, in: segment.tokens))
      for i in capitals where isCandidate(draft.tokens[i]) {
        guard !brackets.areOpen(at: i) else { continue }
        while next < known.count, known[next].upperBound <= i { next += 1 }
        if next < known.count && known[next].contains(i) || isMention(i, segment.tokens) { continue }
        add(i, segment)
      }
    }
  }

  private func isCandidate(_ token: Token) -> Bool {
    token.flags.isDisjoint(with: [.otherScript, .quoted]) && (Int(token.length) >= Spellings.shortest || Doublets.partner(of: token.key) != nil)
  }

  /// Named, not used: "sometimes written as Izium", "the spelling Izium".
  private func isMention(_ i: Int, _ segment: Range<Int>) -> Bool {
    draft.tokens[max(segment.lowerBound, i - 3)..<i].contains { Self.mentions.contains($0.key) }
  }

  private mutating func add(_ i: Int, _ segment: Segment) {
    let key = draft.tokens[i].key
    var number = Int(numbers.value(of: key.rawValue)) - 1
    if number < 0 {
      number = all.count
      numbers.add(key, UInt64(number + 1))
      all.append(Word(key: key, first: i))
    }
    uses.append((number, i))
    if !all[number].isName { all[number].isName = isInMidSentence(i, segment) }
  }

  private func isInMidSentence(_ i: Int, _ segment: Segment) -> Bool {
    guard i > segment.tokens.lowerBound else { return false }
    let before = draft.tokens[i - 1]
    if before.kind == .word || before.kind == .number || before.isHyphen || before.isMark(",") { return true }
    return before.isMark(".") && i - 2 >= segment.tokens.lowerBound && draft.tokens[i - 2].length <= 4
      && draft.tokens[i - 2].flags.contains(.capitalized)
  }

  func has(_ key: TokenKey) -> Bool { numbers.value(of: key.rawValue) != 0 }

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
