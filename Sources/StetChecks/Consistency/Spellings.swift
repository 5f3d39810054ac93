import StetGlossary
import StetICU
import StetNames
import StetText

/// The names of a draft that no glossary knows, each spelling once, and which of them are one name.
///
/// One pass over the tokens gathers capitalised words by their keys; strings are made once a spelling. Spellings meet in
/// tables, by the keys of what they sound like and of what is left when a letter is taken out, never each with each.
struct Spellings {
  /// A name as it is spelled, with all its places.
  struct Spelling {
    let key: TokenKey
    /// Indices of tokens.
    var places: [Int] = []
    /// It stands in mid-sentence somewhere.
    fileprivate var isName = false
    /// Lower-case ASCII letters, and what they sound like.
    fileprivate(set) var letters: [UInt8] = []
    fileprivate(set) var sound: [UInt8] = []
    // What is found out when another spelling meets it.
    /// Capitalised words that stand before it and after it.
    var before: Set<TokenKey> = []
    var after: Set<TokenKey> = []
    /// Common in English-speaking countries, where other people have the other spelling.
    fileprivate(set) var isCommon = false
  }

  private let draft: Draft
  private var spellings: [Spelling] = []
  /// The number of each spelling and one more, by its key.
  private var numbers = KeyTable()

  private var small: KeyTable?

  private static let shortest = 5
  /// Names of at least so many letters are one when a letter differs.
  private static let shortestSlip = 7

  init(_ draft: Draft, _ matches: DraftMatches, _ survey: Survey) {
    self.draft = draft
    gather(matches, survey)
  }

  // MARK: Gathering

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
    token.flags.isDisjoint(with: [.otherScript, .quoted]) && (Int(token.length) >= Self.shortest || Doublets.partner(of: token.key) != nil)
  }

  /// Named, not used: "sometimes written as Izium", "the spelling Izium".
  private func isMention(_ i: Int, _ segment: Range<Int>) -> Bool {
    draft.tokens[max(segment.lowerBound, i - 3)..<i].contains { Self.mentions.contains($0.key) }
  }

  private mutating func add(_ i: Int, _ segment: Segment) {
    let token = draft.tokens[i]
    var number = Int(numbers.value(of: token.key.rawValue)) - 1
    if number < 0 {
      number = spellings.count
      numbers.add(token.key, UInt64(number + 1))
      spellings.append(Spelling(key: token.key))
    }
    spellings[number].places.append(i)
    if !spellings[number].isName { spellings[number].isName = isInMidSentence(i, segment) }
  }

  private func isInMidSentence(_ i: Int, _ segment: Segment) -> Bool {
    guard i > segment.tokens.lowerBound else { return false }
    let before = draft.tokens[i - 1]
    if before.kind == .word || before.kind == .number || before.isHyphen || before.isMark(",") { return true }
    return before.isMark(".") && i - 2 >= segment.tokens.lowerBound && draft.tokens[i - 2].length <= 4
      && draft.tokens[i - 2].flags.contains(.capitalized)
  }

  // MARK: Names that are one

  /// Spellings of one name, the commonest first, in the order of their rarest spelling's first place.
  mutating func groups() -> [[Spelling]] {
    readLetters()
    guard spellings.count > 1 else { return [] }
    let pairs = Meeting.pairs(of: spellings, where: isNoWord)
    guard !pairs.isEmpty else { return [] }
    for s in Set(pairs.flatMap { [$0.0, $0.1] }) { describe(s) }
    var parents = Array(spellings.indices)
    func root(_ i: Int) -> Int {
      var i = i
      while parents[i] != i { i = parents[i] }
      return i
    }
    for (a, b) in pairs where isOneName(spellings[a], spellings[b]) { parents[root(a)] = root(b) }
    var groups: [Int: [Spelling]] = [:]
    for i in spellings.indices where parents[i] != i { groups[root(i), default: [spellings[root(i)]]].append(spellings[i]) }
    return groups.values.map { $0.sorted { (-$0.places.count, $0.places[0]) < (-$1.places.count, $1.places[0]) } }
      .sorted { $0[$0.count - 1].places[0] < $1[$1.count - 1].places[0] }
  }

  /// Reads the letters of all spellings that may be names, and drops the others.
  private mutating func readLetters() {
    var key: [UInt8] = [], room: [UInt8] = []
    spellings = spellings.compactMap { spelling in
      guard spelling.isName else { return nil }
      let stem = draft.stem(of: draft.tokens[spelling.places[0]])
      let letters = letters(stem)
      guard isPlain(letters, stem) || Doublets.partner(of: spelling.key) != nil else { return nil }
      var spelling = spelling
      spelling.letters = letters
      Skeleton.shared.strictKey(of: draft.text[stem.range], letters: &room, into: &key)
      spelling.sound = key
      return spelling
    }
  }

  /// A word's folded letters, without a String where it is ASCII.
  private func letters(_ stem: Span) -> [UInt8] {
    let bytes = draft.text[stem.range]
    if bytes.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) { return bytes.map { $0 | 0x20 } }
    return Array(CharacterTable.shared.folded(draft.string(stem)).utf8)
  }

  /// Letters enough, and no capitals inside: "PyTorch" and the like are spelled as their makers please.
  private func isPlain(_ letters: [UInt8], _ stem: Span) -> Bool {
    letters.count >= Self.shortest && letters.allSatisfy { (0x61...0x7A).contains($0) }
      && !draft.text[stem.range].dropFirst().contains { (0x41...0x5A).contains($0) }
  }

  /// Finds out about a spelling what pairs are judged by.
  private mutating func describe(_ s: Int) {
    let word = String(decoding: spellings[s].letters, as: UTF8.self)
    spellings[s].isCommon = WordList.surnames.contains(word) || WordList.properWords.contains(word) || WordList.regions.contains(word)
    for place in spellings[s].places {
      if let before = nameBefore(place) { spellings[s].before.insert(before) }
      if let after = nameAfter(place) { spellings[s].after.insert(after) }
    }
  }

  /// No ordinary word and no given name.
  private func isNoWord(_ spelling: Spelling) -> Bool {
    if Doublets.partner(of: spelling.key) != nil { return true }
    let word = String(decoding: spelling.letters, as: UTF8.self)
    return !WordList.english.contains(word) && !WordList.givenNames.contains(word) && !isEnglishForm(word)
  }

  /// "Tokenizers": the list has not all forms of its words.
  private func isEnglishForm(_ word: String) -> Bool {
    for (ending, others) in [("s", [""]), ("es", [""]), ("ed", ["", "e"]), ("ing", ["", "e"]), ("er", ["", "e"]), ("ers", ["", "e"]), ("ly", [""])]
    where word.hasSuffix(ending) {
      if others.contains(where: { WordList.english.contains(word.dropLast(ending.count) + $0) }) { return true }
    }
    return false
  }

  /// The given name or other capitalised word before a name, over particles ("Abu Bakr al-Golani"); no title, no word that
  /// only begins the sentence.
  private func nameBefore(_ i: Int) -> TokenKey? {
    guard let segment = draft.segment(ofToken: i)?.tokens else { return nil }
    var at = i - 1
    while at >= segment.lowerBound, draft.tokens[at].isHyphen || draft.tokens[at].isSmall && Words.lowerCaseNames.contains(draft.tokens[at].key) { at -= 1 }
    return at >= segment.lowerBound ? name(at) : nil
  }

  private func nameAfter(_ i: Int) -> TokenKey? {
    guard let segment = draft.segment(ofToken: i)?.tokens, !draft.tokens[i].flags.contains(.possessive) else { return nil }
    var at = i + 1
    while at < segment.upperBound, draft.tokens[at].isSmall, Words.lowerCaseNames.contains(draft.tokens[at].key) { at += 1 }
    return at < segment.upperBound ? name(at) : nil
  }

  private func name(_ i: Int) -> TokenKey? {
    let token = draft.tokens[i]
    guard token.kind == .word, token.flags.contains(.capitalized), !token.flags.contains(.possessive) else { return nil }
    let word = CharacterTable.shared.folded(draft.string(token))
    if WordList.titles.contains(word) || Words.grammar.contains(token.key) { return nil }
    return WordList.givenNames.contains(word) || !WordList.english.contains(word) ? token.key : nil
  }

  private mutating func isOneName(_ a: Spelling, _ b: Spelling) -> Bool {
    guard Spellings.mayBeOneName(a, b), !areTogether(a, b) else { return false }
    return Spellings.areDoublets(a, b) ? !isProperPart(a) && !isProperPart(b) : !isWord(a) && !isWord(b)
  }

  /// Whether two spellings are one name as far as their letters and neighbours tell, wherever they stand.
  static func mayBeOneName(_ a: Spelling, _ b: Spelling) -> Bool {
    guard areDoublets(a, b) || min(a.letters.count, b.letters.count) >= shortest else { return false }
    // Two people, or two things called after one.
    if areDifferent(a.before, b.before) || areDifferent(a.after, b.after) { return false }
    // One is somebody's given name, the other somebody's family name.
    if isGiven(a) && isFamily(b) || isGiven(b) && isFamily(a) { return false }
    if areDoublets(a, b) { return true }
    let isShared = !a.before.isDisjoint(with: b.before)
    if a.isCommon && b.isCommon && !isShared { return false }
    return a.sound == b.sound || isSlip(a.letters, b.letters, isShared: isShared)
  }

  static func areDoublets(_ a: Spelling, _ b: Spelling) -> Bool {
    Doublets.partner(of: a.key) != nil && Doublets.partner(of: a.key) == Doublets.partner(of: b.key)
  }

  /// The names of the draft that may have another spelling in another draft, by place.
  mutating func names() -> [Spelling] {
    readLetters()
    spellings = spellings.filter(isNoWord)
    for s in spellings.indices { describe(s) }
    let small = smallSpellings()
    return spellings.filter { Doublets.partner(of: $0.key) == nil ? small.value(of: $0.key.rawValue) == 0 : !isProperPart($0) }.sorted { $0.places[0] < $1.places[0] }
  }

  /// The keys by which a spelling meets others.
  static func meetingKeys(of spelling: Spelling) -> [UInt64] {
    let letters = spelling.letters
    return [Skeleton.hash(spelling.sound, seed: 1), Skeleton.hash(letters, seed: 2)]
      + letters.indices.filter { $0 == 0 || letters[$0] != letters[$0 - 1] }.map { Skeleton.hash(letters, seed: 2, leavingOut: $0) }
      + [Doublets.partner(of: spelling.key)].compactMap { $0 }
  }

  private static func isGiven(_ spelling: Spelling) -> Bool { spelling.before.isEmpty && !spelling.after.isEmpty }
  private static func isFamily(_ spelling: Spelling) -> Bool { !spelling.before.isEmpty && spelling.after.isEmpty }

  private static func areDifferent(_ a: Set<TokenKey>, _ b: Set<TokenKey>) -> Bool { !a.isEmpty && !b.isEmpty && a.isDisjoint(with: b) }

  /// Every place is within a longer name: "Dynamo Kiev", "The Kiev Post".
  private func isProperPart(_ spelling: Spelling) -> Bool {
    spelling.places.allSatisfy { place in
      guard let segment = draft.segment(ofToken: place)?.tokens else { return false }
      let next = place + 1 < segment.upperBound && draft.tokens[place + 1].flags.contains(.capitalized) && draft.tokens[place + 1].kind == .word
      let before = place > segment.lowerBound ? draft.tokens[place - 1] : nil
      return next || before.map { name(place - 1) != nil || Self.dishes.contains($0.key) } ?? false
    }
  }

  /// One letter apart, but not by an ending: Ivanov and Ivanova, Kowalski and Kowalska, Russia and Russian.
  private static func isSlip(_ a: [UInt8], _ b: [UInt8], isShared: Bool) -> Bool {
    guard isShared || min(a.count, b.count) >= shortestSlip && a[0] == b[0] else { return false }
    var start = 0, end = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let left = a[start..<a.count - end], right = b[start..<b.count - end]
    guard end >= 2 else { return false }
    if max(left.count, right.count) == 1 { return true }
    return left.count == 2 && right.count == 2 && left.first == right.last && left.last == right.first
  }

  /// Both within a few words: the writer knows that there are two.
  private func areTogether(_ a: Spelling, _ b: Spelling) -> Bool {
    var i = 0, j = 0
    while i < a.places.count, j < b.places.count {
      if abs(a.places[i] - b.places[j]) <= 4 { return true }
      if a.places[i] < b.places[j] { i += 1 } else { j += 1 }
    }
    return false
  }

  /// It stands without its capital too.
  private mutating func isWord(_ spelling: Spelling) -> Bool {
    if small == nil { small = smallSpellings() }
    return small?.value(of: spelling.key.rawValue) != 0
  }

  /// The spellings that stand without their capital too. Made when pairs ask for it, since it looks at every word.
  private func smallSpellings() -> KeyTable {
    var small = KeyTable()
    for token in draft.tokens where token.isSmall && numbers.value(of: token.key.rawValue) != 0 { small.add(token.key, 1) }
    return small
  }

  private static let mentions = Words.keys("spelled spelt spelling spellings transliterated romanized romanised called known written aka")
  private static let dishes = Words.keys("chicken dynamo")
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
