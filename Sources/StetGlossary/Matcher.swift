import StetFindings
import StetICU
import StetNames
import StetText

/// Walks over a draft's tokens and verifies every pattern whose anchor it meets.
struct Matcher {
  private let index: GlossaryIndex
  private let draft: Draft
  private(set) var matches: [Match] = []
  /// Names without their capitals; those of preferred and admitted forms are among `matches` too.
  private(set) var lowercase: [Match] = []
  /// Forms that a gate held back, if they are traced.
  private(set) var held: [HeldBack] = []
  private let isTracing: Bool
  private var segment: Range<Int> = 0..<0
  private var near: NearWords
  private var anchors = AnchorPostings()

  init(_ index: GlossaryIndex, _ draft: Draft, isTracing: Bool = false) {
    self.index = index
    self.draft = draft
    self.isTracing = isTracing
    near = NearWords(index, draft)
  }

  mutating func run() {
    guard index.patterns.count > 0 else { return }
    for segment in draft.segments {
      self.segment = segment.tokens
      for i in segment.tokens { look(at: i) }
    }
    matches.sort { ($0.span, $0.entry) < ($1.span, $1.entry) }
  }

  private mutating func look(at i: Int) {
    let token = draft.tokens[i]
    guard token.kind != .opaque else { return }
    let before = matches.count
    if let postings = index.postings(of: token.key) {
      verify(postings, at: i, plural: false)
    } else if token.flags.contains(.capitalized), !token.flags.contains(.possessive), let stem = pluralStem(token) {
      if let postings = index.postings(of: stem) { verify(postings, at: i, plural: true) }
    }
    if matches.count == before, near.isCandidate(token), !isPluralOfKnown(token) { lookNear(i) }
  }

  /// The key of a family name in the plural ("the Zelenskys") without its s.
  private func pluralStem(_ token: Token) -> TokenKey? {
    guard token.length > 4, draft.text[token.end - 1] == UInt8(ascii: "s") else { return nil }
    let stem = Int(token.start)..<token.end - 1
    return token.flags.isDisjoint(with: [.nonASCII, .marked]) ? TokenKey(ascii: draft.text[stem]) : TokenKey(draft.string(Span(stem.lowerBound, stem.upperBound)))
  }

  /// "Kropotkins’ pamphlets": a name that is known, in the plural.
  private func isPluralOfKnown(_ token: Token) -> Bool {
    pluralStem(token).map { index.postings(of: $0) != nil } ?? false
  }

  private mutating func verify(_ postings: Range<Int>, at i: Int, plural: Bool) {
    for at in anchors.postings(in: postings.clamped(to: 0..<index.postings.count), of: index) {
      let posting = index.postings[at]
      let pattern = index.patterns[Int(posting.pattern)]
      guard pattern.anchor == posting.place, !plural || (pattern.role == .family && pattern.count == 1) else { continue }
      let anchor = Word(token: i, status: posting.status, systems: posting.systems)
      if let found = wholePattern(anchor, posting.pattern, pattern) { add(found, posting.pattern, plural: plural) }
    }
  }

  /// Patterns whose anchor sounds like the word.
  private mutating func lookNear(_ i: Int) {
    let token = draft.tokens[i]
    near.prepare(token)
    for (slot, nearness) in near.slots(for: token) {
      for use in index.skeletons.patterns(of: slot) {
        let pattern = index.patterns[Int(use)]
        let anchor = Word(token: i, status: .guessed, systems: 0, nearness: nearness)
        if let found = wholePattern(anchor, use, pattern) { add(found, use, plural: false) }
      }
    }
  }

  /// One word of a pattern as it stands in the draft.
  private struct Word {
    let token: Int
    let status: Posting.Status
    let systems: UInt32
    /// For a word that is no known rendering.
    var nearness: NearWords.Nearness?
  }

  /// The words of a whole pattern around its anchor.
  private mutating func wholePattern(_ anchor: Word, _ number: UInt32, _ pattern: Pattern) -> [Word]? {
    var words = [anchor]
    if pattern.count == 1 { return words }
    for place in stride(from: Int(pattern.anchor) - 1, through: 0, by: -1) {
      guard let word = neighbour(of: words[0].token, step: -1, number, pattern, place) else { return nil }
      words.insert(word, at: 0)
    }
    for place in Int(pattern.anchor) + 1..<max(Int(pattern.anchor) + 1, Int(pattern.count)) {
      guard let word = neighbour(of: words[words.count - 1].token, step: 1, number, pattern, place) else { return nil }
      words.append(word)
    }
    // Of several words one at least must be right: two near misses are another name.
    return words.count > 1 && words.allSatisfy({ $0.nearness?.grade == .fuzzy }) ? nil : words
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
    guard let beyond = wordBeyondMarks(from: i, step: step) else { return nil }
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

  private mutating func add(_ words: [Word], _ number: UInt32, plural: Bool) {
    let pattern = index.patterns[Int(number)]
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
      entry: index.id(pattern.entry), form: form, part: pattern.role == .family ? .family : .whole, tokens: first..<last + 1,
      span: span)
    match.isPlural = plural
    match.words = words.map(\.token)
    match.family = pattern.role == .family ? 0..<words.count : Int(pattern.family.lowerBound)..<Int(pattern.family.upperBound)
    match.distance = words.compactMap(\.nearness?.distance).max() ?? 0
    match.isEitherSex = words.contains { $0.status == .inflectedEitherSex }
    let slips = form == .rendering(.fuzzy) ? slips(words, number) : []
    match.isOtherLetter = slips.contains(.otherLetter)
    // An o for an a is rather another way to write the name.
    match.isSlip = !slips.isEmpty && !(match.isOtherLetter && NearWords.isRelated(match))
    match.systemNumbers = systems(of: words)
    match.isLowercase = isLowercase
    if known != nil { matches.append(match) }
    if isLowercase { lowercase.append(match) }
  }

  /// The slips in all merely near words; none unless each of them is one. Words stand in the order of the pattern's places.
  private func slips(_ words: [Word], _ number: UInt32) -> [SlipOfHand] {
    var slips: [SlipOfHand] = []
    for (place, word) in words.enumerated() where word.nearness?.grade == .fuzzy {
      let folded = CharacterTable.shared.folded(draft.string(draft.stem(of: draft.tokens[word.token])))
      let slip = SlipOfHand.from(folded) { (index.posting(of: $0, pattern: number, place: place)?.status).map { $0 > .inflected } ?? false }
      guard let slip else { return [] }
      slips.append(slip)
    }
    return slips
  }

  /// What stands at a pattern's place.
  private enum Reading {
    case form(Match.Form)
    /// It is none after all.
    case held(Gate)

    var form: Match.Form? { if case .form(let form) = self { form } else { nil } }
  }

  /// What kind of form stands there.
  private func form(_ pattern: Pattern, _ words: [Word], _ span: Span) -> Reading {
    let shared = index.entries.shared(Int(pattern.entry))
    let listed = Int(pattern.listed)
    switch pattern.role {
    case .acronym:
      guard shared.entry.acronyms.indices.contains(listed) else { return .held(.noCapital) }
      return stands(shared.entry.acronyms[listed], exactly: shared.entry.caseMatching != .fold, span) ? .form(.acronym) : .held(.noCapital)
    case .calque:
      guard shared.entry.calques.indices.contains(listed) else { return .held(.noCapital) }
      return stands(shared.entry.calques[listed], exactly: shared.entry.caseMatching == .exact, span) ? .form(.calque) : .held(.noCapital)
    case .phrase: return .form(.phrase)
    case .exception: return .form(.exception)
    case .sourceWhole, .sourceFamily:
      return shared.entry.from.indices.contains(listed) ? .form(.sourceForm(shared.entry.from[listed].language)) : .held(.noCapital)
    case .whole, .family: return nameForm(shared, words, span)
    }
  }

  /// A person's or place's name without the capitals it must have: of a person at least the family name's, of a place all.
  private func isLowercase(_ pattern: Pattern, _ words: [Word]) -> Bool {
    guard pattern.role == .whole || pattern.role == .family, let last = words.last,
      draft.tokens[telling(pattern, words, last)].isSmall
    else { return false }
    let shared = index.entries.shared(Int(pattern.entry))
    guard shared.entry.kind == .person || shared.entry.kind == .place, shared.entry.caseMatching != .exact,
      !words.contains(where: { $0.nearness != nil || $0.status <= .guessed })
    else { return false }
    if shared.entry.kind == .place { return words.allSatisfy { draft.tokens[$0.token].isSmall } && shared.entry.term.first?.isUppercase == true }
    return (shared.entry.familyName ?? shared.entry.term).split(separator: " ").last?.first?.isUppercase == true
  }

  /// The word whose capital tells: of a person the last of the family name ("Chiang Kai-shek" is right), else the first.
  private func telling(_ pattern: Pattern, _ words: [Word], _ last: Word) -> Int {
    if pattern.role == .family { return last.token }
    let family = Int(pattern.family.upperBound)
    return words[pattern.family.isEmpty || family > words.count ? 0 : family - 1].token
  }

  private func stands(_ form: String, exactly: Bool, _ span: Span) -> Bool { !exactly || draft.string(span) == form }

  private func nameForm(_ shared: SharedEntry, _ words: [Word], _ span: Span) -> Reading {
    let isPerson = shared.entry.kind == .person
    if words.contains(where: { $0.status == .forbidden }) {
      if shared.entry.caseMatching == .exact, !shared.entry.forbid.contains(where: { draft.string(span).hasSuffix($0) }) { return .held(.noCapital) }
      return isPerson && !isCapitalized(words, isPerson: true) ? .held(.noCapital) : .form(.forbidden)
    }
    guard let lowest = words.map(\.status).min(), lowest <= .derived else {
      if words.contains(where: { $0.status == .admitted }) { return .form(.admitted) }
      let isMarkedOtherwise = Accents(shared.entry, draft).differ(words.map(\.token)) && isCapitalized(words, isPerson: isPerson)
      return .form(isMarkedOtherwise ? .rendering(.system) : .preferred)
    }
    guard isCapitalized(words, isPerson: isPerson) else { return .held(.noCapital) }
    // A single word that English has names nothing by itself.
    if words.count == 1, isEnglish(span) || !isPerson && isCountable(span) { return .held(.ordinaryWord) }
    if words.contains(where: { $0.nearness?.grade == .fuzzy }) { return .form(.rendering(.fuzzy)) }
    if lowest <= .inflected { return words.count == 1 && isCommonName(span) ? .held(.commonName) : .form(.rendering(.case)) }
    return .form(.rendering(lowest == .guessed ? .skeleton : .system))
  }

  /// A name that English-speaking countries know is no case form: Marina, Yurii.
  private func isCommonName(_ span: Span) -> Bool {
    let text = CharacterTable.shared.folded(draft.string(span))
    return WordList.givenNames.contains(text) || WordList.properWords.contains(text)
  }

  /// A word with a capital that dictionaries put in the plural, too: no town is a Bolshevik.
  private func isCountable(_ span: Span) -> Bool {
    let text = CharacterTable.shared.folded(draft.string(span))
    return WordList.properWords.contains(text) && WordList.properWords.contains(text + "s")
  }

  /// An ordinary word, or a contraction: "I’ve".
  private func isEnglish(_ span: Span) -> Bool {
    let text = draft.string(span)
    if WordList.english.contains(CharacterTable.shared.folded(text)) { return true }
    let parts = text.lowercased().split(whereSeparator: { $0 == "'" || $0 == "’" })
    return parts.count == 2 && ["ve", "m", "ll", "d", "re", "t"].contains(parts[1])
  }

  /// A derived name has a capital ("poutine" is a dish): a person's in the last word, any other's somewhere ("Kharkivska
  /// oblast").
  private func isCapitalized(_ words: [Word], isPerson: Bool) -> Bool {
    (isPerson ? words.suffix(1) : words[...]).contains { draft.tokens[$0.token].flags.contains(.capitalized) }
  }

  /// The systems that write all derived words so; if no single one does, those that write the last.
  private func systems(of words: [Word]) -> UInt32 {
    let derived = words.filter { $0.status <= .derived && $0.systems != 0 }
    guard let last = derived.last else { return 0 }
    let common = derived.reduce(index.systems[Int(last.systems)]) { $0.intersection(index.systems[Int($1.systems)]) }
    return derived.first { index.systems[Int($0.systems)] == common }?.systems ?? last.systems
  }
}
