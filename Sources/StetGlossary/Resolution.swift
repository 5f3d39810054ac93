import StetFindings
import StetICU
import StetNames
import StetText

/// Settles raw matches: exceptions and conditions first, then one reading for each place, then whose name it is.
struct Resolution {
  let index: GlossaryIndex
  let draft: Draft
  /// By place, then by entry.
  let matches: [Match]
  private let small: [Match]
  private(set) var standing: [Match] = []
  private(set) var variants: [NameUse] = []
  private(set) var lowercase: [Match] = []
  /// Whether any entry that may be meant says what must or must not stand near it.
  private let hasConditions: Bool
  /// Where entries that are context words of others are named, in a form that is sure.
  private let places: [EntryID: [Range<Int>]]
  /// Where the words of conditions stand.
  private let words: WordPlaces

  init(index: GlossaryIndex, draft: Draft, matches: [Match], lowercase: [Match]) {
    self.index = index
    self.draft = draft
    self.matches = matches
    small = lowercase
    var conditions: [Int: Conditions] = [:]
    if index.entries.hasConditions {
      for match in matches where match.form.isConditional || match.isLowercase { conditions.add(match.number, of: index) }
      for match in lowercase { conditions.add(match.number, of: index) }
    }
    hasConditions = !conditions.isEmpty
    words = WordPlaces(of: hasConditions ? Set(conditions.values.lazy.map(\.asked).joined()) : [], in: draft)
    let wanted = hasConditions ? Set(conditions.values.lazy.map(\.contextEntries).joined()) : []
    let sure = matches.lazy.filter { wanted.contains($0.entry) && $0.isName && $0.form != .rendering(.fuzzy) }
    places = wanted.isEmpty ? [:] : Dictionary(grouping: sure, by: \.entry).mapValues { $0.map(\.tokens) }
  }

  mutating func run() {
    var excepted: [Span] = []
    for match in matches { if case .exception = match.form { excepted.append(match.span) } }
    let exceptions = SpanCover(excepted)
    if excepted.isEmpty && !hasConditions {
      standing = longest(matches)
    } else {
      standing = longest(matches.filter { match in
        match.form != .exception && conditionsHold(match) && !(match.form.isConditional && exceptions.overlaps(match.span))
      })
    }
    lowercase = lowercase(exceptions)
    variants = uses(PersonEvidence(index: index, draft: draft, matches: standing))
  }

  /// Names in small letters, the longest of each place; none within a name that has its capitals ("Kharkiv region").
  private func lowercase(_ exceptions: SpanCover) -> [Match] {
    guard !small.isEmpty else { return [] }
    var kept: [Match] = []
    // Where among what stands the first name is that may reach so far.
    var at = 0
    for match in small.sorted(by: { ($0.span.start, -$0.span.end, $0.form.rank, $0.entry) < ($1.span.start, -$1.span.end, $1.form.rank, $1.entry) }) {
      if let last = kept.last, match.span.start < last.span.end { continue }
      while at < standing.count, !standing[at].isName || standing[at].isLowercase || standing[at].span.end <= match.span.start { at += 1 }
      let isInName = at < standing.count && standing[at].span.start < match.span.end
      if isInName || exceptions.overlaps(match.span) { continue }
      if hasConditions, let conditions = index.entries.conditions(match.number), conditions.excepts(match.tokens, in: draft, words) { continue }
      kept.append(match)
    }
    return kept
  }

  /// Context words and exceptions of the entry.
  func conditionsHold(_ match: Match) -> Bool {
    guard hasConditions, match.form.isConditional, let conditions = index.entries.conditions(match.number) else { return true }
    if conditions.excepts(match.tokens, in: draft, words) { return false }
    // Derived renderings are not bound to the context, listed ones are.
    if case .rendering = match.form { return true }
    return conditions.hasContext(match.tokens, in: draft, words) { places[$0] ?? [] }
  }

  /// Drops every name inside a longer one, and every variant where another entry's own form stands.
  ///
  /// - Parameter matches: By place, then by entry; what is left is in the same order.
  private func longest(_ matches: [Match]) -> [Match] {
    func precedes(_ a: Int, _ b: Int) -> Bool {
      let first = matches[a].span, second = matches[b].span
      if first.start != second.start { return first.start < second.start }
      if first.end != second.end { return first.end > second.end }
      return !matches[a].isVariant && matches[b].isVariant
    }
    var names: [Int] = []
    names.reserveCapacity(matches.count)
    for i in matches.indices where matches[i].isName { names.append(i) }
    if !names.isInOrder(precedes) { names.sort(by: precedes) }
    var stays = Array(repeating: true, count: matches.count)
    var reach = 0
    // By start, longest first: what ends no later than an earlier match lies inside it.
    var last: Span?, right: Span?
    for i in names {
      // Matches of one span follow each other.
      let span = matches[i].span, isVariant = matches[i].isVariant
      if span.end <= reach && last != span || right == span && isVariant {
        stays[i] = false
        continue
      }
      last = span
      if !isVariant { right = span }
      reach = max(reach, span.end)
    }
    var kept: [Match] = []
    kept.reserveCapacity(matches.count)
    for i in matches.indices where stays[i] { kept.append(matches[i]) }
    // Of one entry at one place its name comes first.
    func stands(_ a: Match, before b: Match) -> Bool {
      Match.precedes(a, b) || (a.span == b.span && a.entry == b.entry && a.isName && !b.isName)
    }
    return kept.isInOrder(stands) ? kept : kept.sorted(by: stands)
  }

  /// One use for each place where variants stand.
  private func uses(_ persons: PersonEvidence) -> [NameUse] {
    var uses: [NameUse] = [], at = 0
    while at < standing.count {
      let span = standing[at].span
      var surest: Int?, others: [Int] = []
      while at < standing.count, standing[at].span == span {
        if standing[at].isVariant { add(at, &surest, &others) }
        at += 1
      }
      guard let surest else { continue }
      if let use = others.isEmpty ? use(ofOne: standing[surest], persons) : use(of: candidates([surest] + others), persons) { uses.append(use) }
    }
    return uses
  }

  /// Takes note of a variant at a place. Of one entry's the surest is enough.
  private func add(_ at: Int, _ surest: inout Int?, _ others: inout [Int]) {
    guard let first = surest else {
      surest = at
      return
    }
    if !others.isEmpty || standing[first].entry != standing[at].entry {
      others.append(at)
    } else if standing[at].isSurer(than: standing[first]) {
      surest = at
    }
  }

  /// One match for each entry, surest first; listed forms beat all others.
  private func candidates(_ places: [Int]) -> [Match] {
    let matches = places.map { standing[$0] }
    let listed = matches.filter { $0.form == .forbidden }
    var seen: Set<EntryID> = []
    return (listed.isEmpty ? matches : listed)
      .sorted { $0.isSurer(than: $1) || !$1.isSurer(than: $0) && $0.entry < $1.entry }
      .filter { seen.insert($0.entry).inserted }
  }

  /// The rule: one form, one entry.
  private func use(ofOne match: Match, _ persons: PersonEvidence) -> NameUse? {
    guard case .stands(let identity) = judgement(of: match, persons) else { return nil }
    return NameUse(match, hasOriginal: hasOriginal(match), identity: identity, isQuoted: isQuoted(match))
  }

  private func hasOriginal(_ match: Match) -> Bool { index.traits(match).contains(.hasOriginal) }
  private func isQuoted(_ match: Match) -> Bool { draft.tokens[match.tokens.lowerBound].flags.contains(.quoted) }

  private func use(of candidates: [Match], _ persons: PersonEvidence) -> NameUse? {
    var judged = candidates.compactMap { match in
      if case .stands(let identity) = judgement(of: match, persons) { (match: match, identity: identity) } else { nil }
    }
    // A name that is merely near is not meant where one fits, even one that nobody vouches for.
    if judged.contains(where: { $0.match.distance == 0 }) { judged.removeAll { $0.match.distance > 0 } }
    guard let best = judged.map(\.identity).max(), let surest = judged.first(where: { $0.identity == best }) else { return nil }
    // The one the draft vouches for; else, surest first, all whom a mere family name may mean.
    var kept = judged.filter { $0.identity == best && isAsSure($0.match, as: surest.match) }.map(\.match)
    if surest.match.part == .family {
      kept += judged.filter { pair in pair.identity == best && !kept.contains(pair.match) }.map(\.match)
    }
    let hasOriginal = kept.contains(where: hasOriginal)
    return NameUse(kept[0], others: Array(kept.dropFirst()), hasOriginal: hasOriginal, identity: best, isQuoted: isQuoted(kept[0]))
  }

  /// Whether a match counts, and for whom.
  enum Judgement {
    case stands(NameUse.Identity)
    case held(Gate)
  }

  func judgement(of match: Match, _ persons: PersonEvidence) -> Judgement {
    guard isNear(match, persons) else { return .held(.tooFar) }
    guard let identity = persons.identity(of: match) else { return .held(.somebodyElse) }
    if identity != .certain, match.isEitherSex { return .held(.eitherSex) }
    let isNear = match.form.rank > Match.Form.rendering(.system).rank
    if index.traits(match).contains(.isPlace), match.words.count == 1 {
      if isNear || isGivenName(match), persons.standsInName(match) { return .held(.somebodyElse) }
      let isBySound = match.form == .rendering(.skeleton) || match.form == .rendering(.fuzzy)
      if isBySound, !NearWords.mayBePlace(match, hasOriginal: hasOriginal(match)) { return .held(.tooFar) }
    }
    // A family name that merely sounds like one needs something that vouches for it.
    if identity == .possible, isNear, !NearWords.maySoundAlone(match, letters: match.span.count) { return .held(.needsSupport) }
    return .stands(identity)
  }

  /// "Karina Jensen" is no town, however a table may write it.
  private func isGivenName(_ match: Match) -> Bool {
    guard match.form.isConditional else { return false }
    let key = draft.tokens[match.tokens.lowerBound].key
    if !match.isPlural, index.noGivenNames.contains(key) { return false }
    let isGivenName = WordList.givenNames.contains(folding: draft.text[match.span.range])
    if !match.isPlural, !isGivenName { index.noGivenNames.add(key) }
    return isGivenName
  }

  private func isNear(_ match: Match, _ persons: PersonEvidence) -> Bool {
    if match.distance == 0 { return true }
    let isVouchedFor = match.words.count > 1 || persons.isNamedInFull(match.entry)
    // Pashkov is not Pushkov mistyped unless something says so.
    let isPerson = index.traits(match).contains(.isPerson)
    if match.isSlip, match.isOtherLetter, !isVouchedFor, isPerson { return false }
    return NearWords.isNear(match, isPerson: isPerson, isVouchedFor: isVouchedFor)
  }

  private func isAsSure(_ match: Match, as best: Match) -> Bool {
    match.form.rank == best.form.rank && match.distance <= best.distance + 0.02
  }
}

extension Match {
  /// Whether its form alone tells more.
  fileprivate func isSurer(than other: Match) -> Bool { (form.rank, distance) < (other.form.rank, other.distance) }
}

extension [Int: Conditions] {
  fileprivate mutating func add(_ entry: Int, of index: GlossaryIndex) {
    guard index.entries.isConditional(entry), self[entry] == nil else { return }
    self[entry] = index.entries.conditions(entry)
  }
}

extension Array {
  /// Whether no element belongs before the one that stands before it.
  func isInOrder(_ precedes: (Element, Element) -> Bool) -> Bool {
    for i in indices.dropFirst() where precedes(self[i], self[i - 1]) { return false }
    return true
  }
}
