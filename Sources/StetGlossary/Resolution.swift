import StetFindings
import StetICU
import StetNames
import StetText

/// Settles raw matches: exceptions and conditions first, then one reading for each place, then whose name it is.
struct Resolution {
  let index: GlossaryIndex
  let draft: Draft
  private let matches: [Match]
  private let small: [Match]
  private(set) var standing: [Match] = []
  private(set) var variants: [NameUse] = []
  private(set) var lowercase: [Match] = []
  /// Where entries that are context words of others are named, in a form that is sure.
  private let places: [EntryID: [Range<Int>]]
  /// Where the words of conditions stand.
  private let words: WordPlaces

  init(index: GlossaryIndex, draft: Draft, matches: [Match], lowercase: [Match]) {
    self.index = index
    self.draft = draft
    self.matches = matches
    small = lowercase
    guard index.entries.hasConditions else {
      (words, places) = (WordPlaces(of: [], in: draft), [:])
      return
    }
    let wanted = Set(matches.lazy.filter { $0.form.isConditional }.compactMap { index.conditions(of: $0.entry)?.contextEntries }.joined())
    let conditional = Set((matches + lowercase).lazy.filter { $0.form.isConditional || $0.isLowercase }.map(\.entry))
    words = WordPlaces(of: Set(conditional.lazy.compactMap { index.conditions(of: $0)?.asked }.joined()), in: draft)
    let sure = matches.lazy.filter { wanted.contains($0.entry) && $0.isName && $0.form != .rendering(.fuzzy) }
    places = wanted.isEmpty ? [:] : Dictionary(grouping: sure, by: \.entry).mapValues { $0.map(\.tokens) }
  }

  mutating func run() {
    var excepted: [Span] = []
    for match in matches where match.form == .exception { excepted.append(match.span) }
    let exceptions = SpanCover(excepted)
    let allowed = excepted.isEmpty && !index.entries.hasConditions ? matches : matches.filter { match in
      match.form != .exception && conditionsHold(match) && !(match.form.isConditional && exceptions.overlaps(match.span))
    }
    standing = longest(allowed)
    lowercase = lowercase(exceptions)
    let persons = PersonEvidence(index: index, draft: draft, matches: standing)
    variants = uses(standing.indices.filter { standing[$0].isVariant }, persons)
  }

  /// Names in small letters, the longest of each place; none within a name that has its capitals ("Kharkiv region").
  private func lowercase(_ exceptions: SpanCover) -> [Match] {
    guard !small.isEmpty else { return [] }
    var names: [Span] = []
    for match in standing where match.isName && !match.isLowercase { names.append(match.span) }
    let capitalized = SpanCover(names)
    var kept: [Match] = []
    for match in small.sorted(by: { ($0.span.start, -$0.span.end, $0.form.rank, $0.entry) < ($1.span.start, -$1.span.end, $1.form.rank, $1.entry) }) {
      if let last = kept.last, match.span.start < last.span.end { continue }
      if exceptions.overlaps(match.span) || capitalized.overlaps(match.span) { continue }
      if let conditions = index.conditions(of: match.entry), conditions.excepts(match.tokens, in: draft, words) { continue }
      kept.append(match)
    }
    return kept
  }

  /// Context words and exceptions of the entry.
  private func conditionsHold(_ match: Match) -> Bool {
    guard match.form.isConditional, let conditions = index.conditions(of: match.entry) else { return true }
    if conditions.excepts(match.tokens, in: draft, words) { return false }
    // Derived renderings are not bound to the context, listed ones are.
    if case .rendering = match.form { return true }
    return conditions.hasContext(match.tokens, in: draft, words) { places[$0] ?? [] }
  }

  /// Drops every name inside a longer one, and every variant where another entry's own form stands.
  ///
  /// Works on indices: a match has a list of its words, and takes long to copy.
  private func longest(_ matches: [Match]) -> [Match] {
    func precedes(_ a: Int, _ b: Int) -> Bool {
      let first = matches[a].span, second = matches[b].span
      if first.start != second.start { return first.start < second.start }
      if first.end != second.end { return first.end > second.end }
      return !matches[a].isVariant && matches[b].isVariant
    }
    var kept: [Int] = []
    var reach = 0
    // By start, longest first: what ends no later than an earlier match lies inside it.
    var right: Span?
    for i in matches.indices.filter({ matches[$0].isName }).sorted(by: precedes) {
      // Matches of one span follow each other.
      let span = matches[i].span, isVariant = matches[i].isVariant
      let isInside = span.end <= reach && kept.last.map { matches[$0].span } != span
      if isInside || (right == span && isVariant) { continue }
      kept.append(i)
      if !isVariant { right = span }
      reach = max(reach, span.end)
    }
    kept += matches.indices.filter { !matches[$0].isName }
    let isAsItWas = kept.count == matches.count && zip(kept, kept.dropFirst()).allSatisfy { $0 < $1 } && isSorted(matches)
    if isAsItWas { return matches }
    return kept.map { matches[$0] }.sorted { ($0.span, $0.entry) < ($1.span, $1.entry) }
  }

  private func isSorted(_ matches: [Match]) -> Bool {
    matches.indices.dropFirst().allSatisfy { (matches[$0 - 1].span, matches[$0 - 1].entry) <= (matches[$0].span, matches[$0].entry) }
  }

  /// - Parameter variants: Their places in `standing`.
  private func uses(_ variants: [Int], _ persons: PersonEvidence) -> [NameUse] {
    var uses: [NameUse] = []
    uses.reserveCapacity(variants.count)
    var at = 0
    while at < variants.count {
      var end = at + 1
      while end < variants.count, standing[variants[end]].span == standing[variants[at]].span { end += 1 }
      let here = variants[at..<end].map { standing[$0] }
      if let use = here.count == 1 ? use(ofOne: here, persons) : use(of: candidates(here), persons) { uses.append(use) }
      at = end
    }
    return uses
  }

  /// The rule: one form, one entry.
  private func use(ofOne match: [Match], _ persons: PersonEvidence) -> NameUse? {
    guard case .stands(let identity) = judgement(of: match[0], persons) else { return nil }
    return NameUse(matches: match, identity: identity, isQuoted: isQuoted(match[0]))
  }

  private func isQuoted(_ match: Match) -> Bool { draft.tokens[match.tokens.lowerBound].flags.contains(.quoted) }

  /// One match for each entry, surest first; listed forms beat all others.
  private func candidates(_ matches: [Match]) -> [Match] {
    let listed = matches.filter { $0.form == .forbidden }
    var seen: Set<EntryID> = []
    return (listed.isEmpty ? matches : listed)
      .sorted { ($0.form.rank, $0.distance, $0.entry) < ($1.form.rank, $1.distance, $1.entry) }
      .filter { seen.insert($0.entry).inserted }
  }

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
    return NameUse(matches: kept, identity: best, isQuoted: isQuoted(kept[0]))
  }

  /// Whether a match counts, and for whom.
  private enum Judgement {
    case stands(NameUse.Identity)
    case held(Gate)
  }

  private func judgement(of match: Match, _ persons: PersonEvidence) -> Judgement {
    guard isNear(match, persons) else { return .held(.tooFar) }
    guard let identity = persons.identity(of: match) else { return .held(.somebodyElse) }
    if identity != .certain, match.isEitherSex { return .held(.eitherSex) }
    let isNear = match.form.rank > Match.Form.rendering(.system).rank, shared = index.shared(match.entry)
    if shared.entry.kind == .place, match.words.count == 1 {
      if isNear || isGivenName(match), persons.standsInName(match) { return .held(.somebodyElse) }
      let isBySound = match.form == .rendering(.skeleton) || match.form == .rendering(.fuzzy)
      if isBySound, !NearWords.mayBePlace(match, hasOriginal: !shared.entry.from.isEmpty) { return .held(.tooFar) }
    }
    // A family name that merely sounds like one needs something that vouches for it.
    if identity == .possible, isNear, !NearWords.maySoundAlone(match, letters: match.span.count) { return .held(.needsSupport) }
    return .stands(identity)
  }

  /// "Karina Jensen" is no town, however a table may write it.
  private func isGivenName(_ match: Match) -> Bool {
    match.form.isConditional && WordList.givenNames.contains(CharacterTable.shared.folded(draft.string(match.span)))
  }

  /// The variants that were recognised and are not among `variants`, each with the gate that held it back.
  func held() -> [HeldBack] {
    let exceptions = matches.filter { $0.form == .exception }.map(\.span)
    let persons = PersonEvidence(index: index, draft: draft, matches: standing)
    return matches.filter(\.isVariant).compactMap { match in
      let isReported = variants.contains { use in use.matches.contains { $0.entry == match.entry && $0.span == match.span } }
      return isReported ? nil : HeldBack(entry: match.entry, tokens: match.tokens, gate: gate(of: match, exceptions, persons))
    }
  }

  private func gate(of match: Match, _ exceptions: [Span], _ persons: PersonEvidence) -> Gate {
    if match.form.isConditional, exceptions.contains(where: { $0.overlaps(match.span) }) { return .exception }
    if !conditionsHold(match) { return .noContext }
    if !standing.contains(match) {
      let rivals = standing.filter { $0.isName && $0.span.overlaps(match.span) }
      guard let rival = rivals.first(where: { $0.entry != match.entry }) ?? rivals.first else { return .somebodyElse }
      return rival.span == match.span && rival.entry != match.entry ? .rightFor(rival.entry) : .within(rival.entry)
    }
    if case .held(let gate) = judgement(of: match, persons) { return gate }
    return variants.first { $0.span == match.span }.map { .surer($0.matches[0].entry) } ?? .somebodyElse
  }

  private func isNear(_ match: Match, _ persons: PersonEvidence) -> Bool {
    if match.distance == 0 { return true }
    let isVouchedFor = match.words.count > 1 || persons.isNamedInFull(match.entry)
    // Pashkov is not Pushkov mistyped unless something says so.
    if match.isSlip, match.isOtherLetter, !isVouchedFor, index.shared(match.entry).entry.kind == .person { return false }
    return NearWords.isNear(match, kind: index.shared(match.entry).entry.kind, isVouchedFor: isVouchedFor)
  }

  private func isAsSure(_ match: Match, as best: Match) -> Bool {
    match.form.rank == best.form.rank && match.distance <= best.distance + 0.02
  }
}

extension Match.Form {
  /// Lower is surer.
  var rank: Int {
    switch self {
    case .rendering(let grade): 1 + (Grade.allCases.firstIndex(of: grade) ?? 0)
    default: 0
    }
  }
}

extension Match {
  /// A name in Latin letters, whatever its form; not a phrase, acronym, calque or source form.
  var isName: Bool {
    switch form {
    case .preferred, .admitted, .forbidden, .rendering: true
    default: false
    }
  }

  /// Written as the glossary wants or admits it.
  public var isOwnForm: Bool { form == .preferred || form == .admitted }

  var isVariant: Bool {
    switch form {
    case .forbidden, .rendering: true
    default: false
    }
  }
}

extension Match.Form {
  /// Whether the entry's context and exceptions decide about it.
  var isConditional: Bool {
    switch self {
    case .forbidden, .rendering, .acronym, .calque: true
    default: false
    }
  }
}
