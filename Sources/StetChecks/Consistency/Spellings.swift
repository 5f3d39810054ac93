import StetGlossary
import StetNames
import StetText

/// The names of a draft that no glossary knows, each spelling once, and which of them are one name.
///
/// Most words of a draft are like no other: `AlikeWords` leaves them out. The few others meet in tables, by the keys of what they
/// sound like and of what is left when a letter is taken out, never each with each.
struct Spellings {
  /// A name as it is spelled, with all its places.
  struct Spelling {
    let key: TokenKey
    /// Indices of tokens.
    var places: [Int] = []
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
  private let words: SeenNames
  /// The spellings that are looked at more closely.
  private var spellings: [Spelling] = []
  /// Those that may be one with another, and which of them stand without their capital too.
  private var paired: Set<Int> = []
  private var small: KeyTable?

  static let shortest = 5
  /// Names of at least so many letters are one when a letter differs.
  private static let shortestSlip = 7
  /// So many letters at the end are the same in both: another ending makes another form or another name.
  static let ending = 2

  /// The spellings that may be those of one name; nil if there are none such.
  init?(alikeIn draft: Draft, _ matches: DraftMatches, _ survey: Survey, _ capitals: CapitalWords) {
    guard let isAlike = AlikeWords.all(in: draft, capitals) else { return nil }
    self.draft = draft
    words = SeenNames(draft, matches, survey, capitals, isAlike)
  }

  /// All spellings.
  init(allIn draft: Draft, _ matches: DraftMatches, _ survey: Survey, _ capitals: CapitalWords) {
    self.draft = draft
    words = SeenNames(draft, matches, survey, capitals, [Bool](repeating: true, count: capitals.count))
  }

  // MARK: Names that are one

  /// Spellings of one name, the commonest first, in the order of their rarest spelling's first place.
  mutating func groups() -> [[Spelling]] {
    lookAt()
    // What stands around them is looked at last.
    let pairs = Meeting.pairs(of: spellings).filter { Spellings.areLike(spellings[$0], spellings[$1], isShared: true) }
    guard !pairs.isEmpty else { return [] }
    paired = Set(pairs.flatMap { [$0.0, $0.1] })
    for s in paired { describe(s) }
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

  /// The names of the draft that may have another spelling in another draft, by place.
  mutating func names() -> [Spelling] {
    lookAt()
    for s in spellings.indices { describe(s) }
    let small = smallSpellings(among: spellings[...])
    return spellings.filter { Doublets.partner(of: $0.key) == nil ? small.value(of: $0.key.rawValue) == 0 : !isProperPart($0) }.sorted { $0.places[0] < $1.places[0] }
  }

  /// Makes spellings of the words that are names and no ordinary words.
  private mutating func lookAt() {
    let reader = NameReader(draft: draft)
    var room = Meeting.Room()
    var places = [Int](repeating: -1, count: words.all.count)
    for number in words.all.indices where words.all[number].isName {
      guard reader.read(words.all[number], &room) else { continue }
      var spelling = Spelling(key: words.all[number].key)
      spelling.letters = room.letters
      spelling.sound = room.sound
      guard Spellings.isNoWord(room.letters[...], spelling.key) else { continue }
      places[number] = spellings.count
      spellings.append(spelling)
    }
    for use in words.uses where places[use.number] >= 0 { spellings[places[use.number]].places.append(use.token) }
  }

  /// Finds out about a spelling what pairs are judged by.
  private mutating func describe(_ s: Int) {
    let word = spellings[s].letters[...]
    spellings[s].isCommon =
      WordList.surnames.contains(folding: word) || WordList.properWords.contains(folding: word) || WordList.regions.contains(folding: word)
    for place in spellings[s].places {
      if let before = nameBefore(place) { spellings[s].before.insert(before) }
      if let after = nameAfter(place) { spellings[s].after.insert(after) }
    }
  }

  /// No ordinary word and no given name.
  static func isNoWord(_ letters: ArraySlice<UInt8>, _ key: TokenKey) -> Bool {
    if Doublets.partner(of: key) != nil { return true }
    return !WordList.english.contains(folding: letters) && !WordList.givenNames.contains(folding: letters) && !isEnglishForm(letters)
  }

  /// "Tokenizers": the list has not all forms of its words.
  private static func isEnglishForm(_ letters: ArraySlice<UInt8>) -> Bool {
    for (ending, others) in endings where letters.count >= ending.count && letters.suffix(ending.count).elementsEqual(ending) {
      let stem = letters.dropLast(ending.count)
      if others.contains(where: { WordList.english.contains(folding: $0.isEmpty ? stem : stem + $0) }) { return true }
    }
    return false
  }

  /// Endings of words, and with which others the words are listed.
  private static let endings = [
    ("s", [""]), ("es", [""]), ("ed", ["", "e"]), ("ing", ["", "e"]), ("er", ["", "e"]), ("ers", ["", "e"]), ("ly", [""]),
  ].map { (ending: Array($0.utf8), others: $1.map { Array($0.utf8) }) }

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
    if Words.grammar.contains(token.key) { return nil }
    let word = draft.text[token.span.range]
    if WordList.titles.contains(folding: word) { return nil }
    return WordList.givenNames.contains(folding: word) || !WordList.english.contains(folding: word) ? token.key : nil
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
    return areLike(a, b, isShared: isShared)
  }

  static func areDoublets(_ a: Spelling, _ b: Spelling) -> Bool {
    Doublets.partner(of: a.key) != nil && Doublets.partner(of: a.key) == Doublets.partner(of: b.key)
  }

  /// Whether their letters may be those of one name.
  private static func areLike(_ a: Spelling, _ b: Spelling, isShared: Bool) -> Bool {
    areDoublets(a, b) || a.sound == b.sound || isSlip(a.letters, b.letters, isShared: isShared)
  }

  /// The keys by which a spelling meets others.
  static func meetingKeys(of spelling: Spelling) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(MeetingKeys.limit(letters: spelling.letters.count))
    MeetingKeys.each(of: spelling.letters.span, sound: Skeleton.hash(spelling.sound, seed: 1), Doublets.partner(of: spelling.key)) { keys.append($0) }
    return keys
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
    guard end >= ending else { return false }
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
    if small == nil { small = smallSpellings(among: paired.map { spellings[$0] }) }
    return small?.value(of: spelling.key.rawValue) != 0
  }

  /// The spellings that stand without their capital too. Made when pairs ask for it, since it looks at every word.
  private func smallSpellings(among spellings: some Sequence<Spelling>) -> KeyTable {
    var keys = KeyTable(), small = KeyTable()
    // Most words are told apart from the few in question by a bit or two of their keys.
    var bits: UInt64 = 0
    for spelling in spellings {
      keys.add(spelling.key, 1)
      bits |= 1 << (spelling.key.rawValue & 63)
    }
    for token in draft.tokens where bits >> (token.key.rawValue & 63) & 1 != 0 && token.isSmall && keys.value(of: token.key.rawValue) != 0 {
      small.add(token.key, 1)
    }
    return small
  }

  private static let dishes = Words.keys("chicken dynamo")
}
