import StetFindings
import StetICU
import StetNames
import StetText

/// Walks over a draft's tokens and verifies every pattern whose anchor it meets.
struct Matcher {
  let index: GlossaryIndex
  let draft: Draft
  private(set) var matches: [Match] = []
  /// Names without their capitals; those of preferred and admitted forms are among `matches` too.
  private(set) var lowercase: [Match] = []
  /// Forms that a gate held back, if they are traced.
  private(set) var held: [HeldBack] = []
  private let isTracing: Bool
  private var segment: Range<Int> = 0..<0
  private var near: NearWords
  private let hasSkeletons: Bool
  /// Whether a word with a capital may be a name though it anchors nothing.
  private let hasNames: Bool
  /// Whether phrases, acronyms and calques are left out.
  private let isNamesOnly: Bool
  /// The words of the pattern at hand.
  private var words: [Word] = []

  init(_ index: GlossaryIndex, _ draft: Draft, isTracing: Bool = false, isNamesOnly: Bool = false) {
    self.index = index
    self.draft = draft
    self.isTracing = isTracing
    self.isNamesOnly = isNamesOnly
    near = NearWords(index, draft)
    hasSkeletons = !index.skeletons.isEmpty
    hasNames = hasSkeletons || index.hasFamilies
  }

  mutating func run() {
    guard index.patterns.count > 0 else { return }
    // In locals, so that they need not be loaded anew for each token.
    let tokens = draft.tokens, segments = draft.segments, anchors = index.anchors
    let telling = hasNames ? Token.Flags.capitalized.rawValue : 0
    matches.reserveCapacity(tokens.count / 16)
    var number = -1, first = 0
    while first < tokens.count {
      var candidates = Matcher.candidates(tokens.span.extracting(first..<min(first &+ 64, tokens.count)), anchors, telling)
      while candidates != 0 {
        let i = first &+ candidates.trailingZeroBitCount
        candidates &= candidates &- 1
        while i >= segment.upperBound {
          number += 1
          segment = segments[number].tokens
        }
        let token = tokens[i]
        if anchors.mayHold(token.key.rawValue) || mayBeNear(token) { look(at: i) }
      }
      first &+= 64
    }
    if !matches.isInOrder(Match.precedes) { matches.sort(by: Match.precedes) }
  }

  /// Of sixty-four tokens those that may anchor a pattern or have a telling flag, the first of all, a bit for each. Told without branches:
  /// which ones they are cannot be foreseen.
  @inline(__always)
  private static func candidates(_ tokens: Swift.Span<Token>, _ anchors: KeyFilter, _ telling: UInt16) -> UInt64 {
    var candidates: UInt64 = 0
    for i in tokens.indices {
      let isAnchor: UInt64 = anchors.mayHold(tokens[i].key.rawValue) ? 1 : 0
      candidates = candidates &>> 1 | (isAnchor | UInt64(tokens[i].flags.rawValue & telling)) &<< 63
    }
    return candidates &>> UInt64(truncatingIfNeeded: 64 &- tokens.count)
  }

  /// Whether there is more to a capitalised word that anchors nothing: it is not known to be near to nothing, or may be a plural.
  @inline(__always)
  private func mayBeNear(_ token: Token) -> Bool {
    hasSkeletons && !NearWords.isTooShort(token) && !isBarren(token) || draft.text[token.end - 1] == UInt8(ascii: "s")
  }

  private mutating func look(at i: Int) {
    let token = draft.tokens[i]
    guard token.kind != .opaque else { return }
    let before = matches.count
    if index.anchors.mayHold(token.key.rawValue) { verify(token.key, at: i) }
    guard hasNames, token.flags.contains(.capitalized) else { return }
    if !token.flags.contains(.possessive), let stem = pluralStem(token), index.anchors.mayHold(stem.rawValue), !index.knows(token.key) {
      for at in index.anchors(of: stem) {
        let posting = index.postings[at]
        guard posting.isAnchor else { break }
        verify(posting, index.patterns[Int(posting.pattern)], at: i, plural: true)
      }
    }
    if matches.count == before, hasSkeletons, !isBarren(token), near.isCandidate(token), !isPluralOfKnown(token) { lookNear(i) }
  }

  /// The key of a family name in the plural ("the Zelenskys") without its s.
  private func pluralStem(_ token: Token) -> TokenKey? {
    guard token.length > 4, draft.text[token.end - 1] == UInt8(ascii: "s") else { return nil }
    let stem = Int(token.start)..<token.end - 1
    return token.isPlain ? TokenKey(ascii: draft.text[stem]) : TokenKey(draft.string(Span(stem.lowerBound, stem.upperBound)))
  }

  /// "Kropotkins’ pamphlets": a name that is known, in the plural.
  private func isPluralOfKnown(_ token: Token) -> Bool {
    pluralStem(token).map(index.knows) ?? false
  }

  /// Verifies the patterns that a word anchors. Of nearly all of several words the one beside it tells that they do not stand there.
  private mutating func verify(_ key: TokenKey, at i: Int) {
    guard mayStand(key, at: i) else { return }
    let before = TracesBeside(i, -1, segment, draft), after = TracesBeside(i, 1, segment, draft)
    for at in index.anchors(of: key) {
      let posting = index.postings[at], beside = posting.beside
      guard posting.isAnchor else { break }
      guard beside.isAny || (beside.isBefore ? before : after).has(beside.trace) else { continue }
      verify(posting, index.patterns[Int(posting.pattern)], at: i, plural: false)
    }
  }

  /// Whether a word may anchor anything, going by the word beside it.
  private func mayStand(_ key: TokenKey, at i: Int) -> Bool {
    let pairs = index.pairs
    return pairs.mayHold(AnchorPair.key(key.rawValue))
      || TracesBeside.contains(i, -1, segment, draft) { pairs.mayHold(AnchorPair.key(key.rawValue, $0.rawValue, isBefore: true)) }
      || TracesBeside.contains(i, 1, segment, draft) { pairs.mayHold(AnchorPair.key(key.rawValue, $0.rawValue, isBefore: false)) }
  }

  private mutating func verify(_ posting: Posting, _ pattern: Pattern, at i: Int, plural: Bool) {
    guard !isNamesOnly || !pattern.isListed, !plural || (pattern.role == .family && pattern.count == 1) else { return }
    let anchor = Word(token: i, status: posting.status, systems: posting.systems)
    if pattern.count == 1 {
      add(CollectionOfOne(anchor), posting.pattern, pattern, plural: plural)
    } else if mayGoOn(at: i, pattern), isWhole(anchor, posting.pattern, pattern) {
      add(words, posting.pattern, pattern, plural: false)
    }
  }

  /// Whether the token beside an anchor may belong to its pattern: a word or mark of some pattern, a word that may be near to one, a
  /// mark that may be stepped over.
  @inline(__always)
  private func mayGoOn(at i: Int, _ pattern: Pattern) -> Bool {
    let beside = pattern.anchor > 0 ? i - 1 : i + 1
    guard segment.contains(beside) else { return false }
    let token = draft.tokens[beside]
    let mayBeNear = token.kind == .punctuation ? token.isHyphen || token.isApostrophe : pattern.slots != Pattern.noSlots
    return mayBeNear || index.words.mayHold(token.key.rawValue)
  }

  /// Whether a word is known to be near to nothing. Marks are not in the key: "Senzen" says nothing of "Šenžen".
  @inline(__always)
  private func isBarren(_ token: Token) -> Bool {
    token.isPlain && index.barren.contains(token.key)
  }

  /// The slots that a word may belong to, which are the same wherever it stands. The key of a word with marks says nothing of them.
  private mutating func slots(near token: Token) -> [RememberedSlots.Near] {
    let text = draft.text, key = token.isPlain ? token.key : TokenKey(folded: text.span.extracting(draft.stem(of: token).range))
    if let known = index.near.slots(of: key) { return known }
    near.prepare(token)
    let slots = near.slots(for: token)
    if !slots.isEmpty { index.near.add(slots, of: key) } else if token.isPlain { index.barren.add(key) }
    return slots
  }

  /// Patterns whose anchor sounds like the word.
  private mutating func lookNear(_ i: Int) {
    for (slot, nearness) in slots(near: draft.tokens[i]) {
      for use in index.skeletons.patterns(of: slot) {
        let pattern = index.patterns[Int(use)]
        let anchor = Word(token: i, status: .guessed, systems: 0, nearness: nearness)
        if pattern.count == 1 {
          add(CollectionOfOne(anchor), use, pattern, plural: false)
        } else if isWhole(anchor, use, pattern) {
          add(words, use, pattern, plural: false)
        }
      }
    }
  }

  /// One word of a pattern as it stands in the draft.
  struct Word {
    let token: Int
    let status: Posting.Status
    let systems: UInt32
    /// For a word that is no known rendering.
    var nearness: NearWords.Nearness?
  }

  /// Whether a whole pattern of several words stands around its anchor; its words are then `words`.
  private mutating func isWhole(_ anchor: Word, _ number: UInt32, _ pattern: Pattern) -> Bool {
    // A few words at most: taking them out one by one is quicker than telling the array to be empty.
    while !words.isEmpty { words.removeLast() }
    words.append(anchor)
    for place in stride(from: Int(pattern.anchor) - 1, through: 0, by: -1) {
      guard let word = neighbour(of: words[words.count - 1].token, step: -1, number, pattern, place) else { return false }
      words.append(word)
    }
    if words.count > 1 { words.reverse() }
    for place in Int(pattern.anchor) + 1..<max(Int(pattern.anchor) + 1, Int(pattern.count)) {
      guard let word = neighbour(of: words[words.count - 1].token, step: 1, number, pattern, place) else { return false }
      words.append(word)
    }
    // Of several words one at least must be right: two near misses are another name.
    return !words.allSatisfy { $0.nearness?.grade == .fuzzy }
  }

  /// The word beside another that fills a place of a pattern; marks that belong to a name may be stepped over.
  private mutating func neighbour(of i: Int, step: Int, _ number: UInt32, _ pattern: Pattern, _ place: Int) -> Word? {
    let beside = i + step
    guard segment.contains(beside) else { return nil }
    if let word = word(beside, number, pattern, place) {
      // A possessive ends a name ("Kyiv’s Independence Square") unless the listed form has it too.
      let isCut = word.status <= .derived && draft.tokens[min(i, beside)].flags.contains(.possessive)
      return isCut ? nil : word
    }
    guard draft.tokens[beside].kind == .punctuation, let beyond = wordBeyondMarks(from: i, step: step) else { return nil }
    return word(beyond, number, pattern, place)
  }

  /// The word past a hyphen, past the apostrophe that stands for a soft sign, or past both: "Igor’ Kolomoisky", "Kamin’-Kashyrs’kyi".
  private func wordBeyondMarks(from i: Int, step: Int) -> Int? {
    var beyond = i + step
    while segment.contains(beyond), abs(beyond - i) < 3, draft.tokens[beyond].isHyphen || draft.tokens[beyond].isApostrophe { beyond += step }
    guard segment.contains(beyond), abs(beyond - i) > 1 else { return nil }
    var marks = draft.tokens[min(i, beyond) + 1..<max(i, beyond)]
    let right = draft.tokens[max(i, beyond)].flags
    if let mark = marks.first, mark.isApostrophe {
      guard !mark.flags.contains(.spaceBefore) else { return nil }
      marks.removeFirst()
      if marks.isEmpty { return right.contains(.spaceBefore) ? beyond : nil }
    }
    // "Kyiv - Odesa" is two names; "Ivano-\nFrankivsk" is one that was wrapped.
    guard marks.count == 1, let hyphen = marks.first, hyphen.isHyphen, !hyphen.flags.contains(.spaceBefore) else { return nil }
    return !right.contains(.spaceBefore) || right.contains(.breakBefore) ? beyond : nil
  }

  private mutating func word(_ i: Int, _ number: UInt32, _ pattern: Pattern, _ place: Int) -> Word? {
    if let posting = index.posting(of: draft.tokens[i].key, pattern: number, place: place) {
      return Word(token: i, status: posting.status, systems: posting.systems)
    }
    guard let slot = index.slot(pattern, place), let nearness = near.nearness(of: draft.tokens[i], to: slot) else { return nil }
    // Given names that are merely near are other names: Oleksandr and Oleksandra.
    if nearness.grade == .fuzzy, !pattern.family.isEmpty, !pattern.family.contains(UInt8(place)) { return nil }
    return Word(token: i, status: .guessed, systems: 0, nearness: nearness)
  }

  // MARK: Matches

  /// Most names are one word, for which no array is made.
  private mutating func add(_ words: some RandomAccessCollection<Word>, _ number: UInt32, _ pattern: Pattern, plural: Bool) {
    guard let first = words.first?.token, let last = words.last?.token else { return }
    var end = draft.stem(of: draft.tokens[last]).end
    if plural { end -= 1 }
    let span = Span(Int(draft.tokens[first].start), end)
    let isLowercase = isLowercase(pattern, words)
    let reading = form(pattern, words, span)
    let known = reading.form
    if isTracing, case .held(let gate) = reading {
      held.append(HeldBack(entry: index.id(pattern.entry), tokens: first..<last + 1, gate: gate))
    }
    // A derived form in small letters is no rendering, but may be one that lost its capital.
    guard let form = known ?? (isLowercase ? .rendering(.system) : nil) else { return }
    var match = Match(
      entry: index.id(pattern.entry), number: Int(pattern.entry), form: form, part: pattern.role == .family ? .family : .whole,
      words: MatchWords(words.lazy.map(\.token)), span: span)
    match.isPlural = plural
    match.family = pattern.role == .family ? 0..<UInt8(truncatingIfNeeded: words.count) : pattern.family
    for word in words {
      if let nearness = word.nearness { match.distance = max(match.distance, nearness.distance) }
      if word.status == .inflectedEitherSex { match.isEitherSex = true }
    }
    if case .rendering(.fuzzy) = form { mark(&match, slips(words, number)) }
    match.systemNumbers = systems(of: words)
    match.isLowercase = isLowercase
    if known != nil { matches.append(match) }
    if isLowercase { lowercase.append(match) }
  }

  private func mark(_ match: inout Match, _ slips: [SlipOfHand]) {
    match.isOtherLetter = slips.contains(.otherLetter)
    // An o for an a is rather another way to write the name.
    match.isSlip = !slips.isEmpty && !(match.isOtherLetter && NearWords.isRelated(match))
  }

  /// The slips in all merely near words; none unless each of them is one. Words stand in the order of the pattern's places.
  private func slips(_ words: some RandomAccessCollection<Word>, _ number: UInt32) -> [SlipOfHand] {
    var slips: [SlipOfHand] = []
    for (place, word) in words.enumerated() where word.nearness?.grade == .fuzzy {
      let token = draft.tokens[word.token]
      let slip = index.slips.slip(token.key, pattern: number, place: place) {
        SlipOfHand.from(CharacterTable.shared.folded(draft.string(draft.stem(of: token)))) { key in
          guard index.words.mayHold(key.rawValue), let posting = index.posting(of: key, pattern: number, place: place) else { return false }
          return posting.status > .inflected
        }
      }
      guard let slip else { return [] }
      slips.append(slip)
    }
    return slips
  }
}
