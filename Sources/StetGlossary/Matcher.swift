import StetFindings
import StetText

/// Walks over a draft's tokens and verifies every pattern whose anchor it meets.
struct Matcher {
  let index: GlossaryIndex
  let draft: Draft
  private(set) var matches: [Match] = []
  private var segment: Range<Int> = 0..<0

  init(_ index: GlossaryIndex, _ draft: Draft) {
    self.index = index
    self.draft = draft
  }

  mutating func run() {
    guard !index.patterns.isEmpty else { return }
    for segment in draft.segments {
      self.segment = segment.tokens
      for i in segment.tokens {
        let token = draft.tokens[i]
        guard token.kind != .opaque else { continue }
        if let start = index.table.start(of: token.key) {
          verify(from: start, key: token.key, at: i, plural: false)
        } else if token.flags.contains(.capitalized), !token.flags.contains(.possessive), let stem = pluralStem(token) {
          if let start = index.table.start(of: stem) { verify(from: start, key: stem, at: i, plural: true) }
        }
      }
    }
    matches.sort { ($0.span, $0.entry) < ($1.span, $1.entry) }
  }

  /// The key of a family name in the plural ("the Zelenskys") without its s.
  private func pluralStem(_ token: Token) -> TokenKey? {
    guard token.length > 4, draft.text[token.end - 1] == UInt8(ascii: "s") else { return nil }
    return TokenKey(draft.string(Span(Int(token.start), token.end - 1)))
  }

  private mutating func verify(from start: Int, key: TokenKey, at i: Int, plural: Bool) {
    var at = start
    while at < index.postings.count, index.postings[at].key == key {
      let posting = index.postings[at]
      at += 1
      let pattern = index.patterns[Int(posting.pattern)]
      guard pattern.anchor == posting.place, !plural || (pattern.role == .family && pattern.count == 1) else { continue }
      if let found = wholePattern(posting, pattern, at: i) { add(found, pattern, plural: plural) }
    }
  }

  /// The tokens and postings of a whole pattern around its anchor.
  private struct Found {
    var tokens: [Int]
    var postings: [Posting]
  }

  private func wholePattern(_ anchor: Posting, _ pattern: Pattern, at i: Int) -> Found? {
    if pattern.count == 1 { return Found(tokens: [i], postings: [anchor]) }
    var found = Found(tokens: [i], postings: [anchor])
    var at = i
    for place in stride(from: Int(pattern.anchor) - 1, through: 0, by: -1) {
      guard let (token, posting) = neighbour(of: at, step: -1, anchor.pattern, place) else { return nil }
      found.tokens.insert(token, at: 0)
      found.postings.insert(posting, at: 0)
      at = token
    }
    at = i
    for place in Int(pattern.anchor) + 1..<max(Int(pattern.anchor) + 1, Int(pattern.count)) {
      guard let (token, posting) = neighbour(of: at, step: 1, anchor.pattern, place) else { return nil }
      found.tokens.append(token)
      found.postings.append(posting)
      at = token
    }
    return found
  }

  /// The token beside another that fills a place of a pattern; a hyphen between two words may be stepped over.
  private func neighbour(of i: Int, step: Int, _ pattern: UInt32, _ place: Int) -> (Int, Posting)? {
    var at = i + step
    guard segment.contains(at) else { return nil }
    if let posting = index.posting(of: draft.tokens[at].key, pattern: pattern, place: place) {
      // A possessive ends a name ("Kyiv’s Independence Square") unless the listed form has it too.
      let isCut = posting.status == .derived && draft.tokens[min(i, at)].flags.contains(.possessive)
      return isCut ? nil : (at, posting)
    }
    guard draft.tokens[at].isHyphen, segment.contains(at + step) else { return nil }
    let after = max(at, at + step)
    // "Kyiv - Odesa" is two names; "Ivano-\nFrankivsk" is one that was wrapped.
    guard !draft.tokens[step > 0 ? at : i].flags.contains(.spaceBefore) else { return nil }
    let flags = draft.tokens[step > 0 ? after : at].flags
    guard !flags.contains(.spaceBefore) || flags.contains(.breakBefore) else { return nil }
    at += step
    return index.posting(of: draft.tokens[at].key, pattern: pattern, place: place).map { (at, $0) }
  }

  private mutating func add(_ found: Found, _ pattern: Pattern, plural: Bool) {
    guard let first = found.tokens.first, let last = found.tokens.last else { return }
    let tokens = first..<last + 1
    var end = draft.stem(of: draft.tokens[last]).end
    if plural { end -= 1 }
    let span = Span(Int(draft.tokens[first].start), end)
    let status = found.postings.map(\.status)
    guard let form = form(pattern, status, found, span) else { return }
    var match = Match(
      entry: index.id(pattern.entry), form: form, part: pattern.role == .family ? .family : .whole, tokens: tokens, span: span)
    match.isPlural = plural
    match.words = found.tokens
    match.family = pattern.role == .family ? 0..<found.tokens.count : Int(pattern.family.lowerBound)..<Int(pattern.family.upperBound)
    match.systemNumbers = systems(of: found, pattern)
    matches.append(match)
  }

  /// What kind of form stands there, or nil if it is none after all (a gate holds it back).
  private func form(_ pattern: Pattern, _ status: [Posting.Status], _ found: Found, _ span: Span) -> Match.Form? {
    let entry = index[index.id(pattern.entry)]
    switch pattern.role {
    case .acronym:
      return stands(entry.acronyms[Int(pattern.listed)], exactly: entry.caseMatching != .fold, span) ? .acronym : nil
    case .calque:
      return stands(entry.calques[Int(pattern.listed)], exactly: entry.caseMatching == .exact, span) ? .calque : nil
    case .phrase: return .phrase
    case .exception: return .exception
    case .sourceWhole, .sourceFamily: return .sourceForm(entry.from[Int(pattern.listed)].language)
    case .whole, .family: return nameForm(entry, pattern, status, found, span)
    }
  }

  private func stands(_ form: String, exactly: Bool, _ span: Span) -> Bool { !exactly || draft.string(span) == form }

  private func nameForm(
    _ entry: Entry, _ pattern: Pattern, _ status: [Posting.Status], _ found: Found, _ span: Span
  ) -> Match.Form? {
    if status.contains(.forbidden) {
      if entry.caseMatching == .exact, !entry.forbid.contains(where: { draft.string(span).hasSuffix($0) }) { return nil }
      return entry.kind == .person && !isCapitalized(found, isPerson: true) ? nil : .forbidden
    }
    // The surest reading: preferred or admitted words only, of which one may lack an accent or carry a stray mark.
    if !status.contains(.derived) {
      let isAdmitted = status.contains(.admitted)
      return isAdmitted ? .admitted : .preferred
    }
    return isCapitalized(found, isPerson: entry.kind == .person) ? .rendering(.system) : nil
  }

  /// A derived name has a capital ("poutine" is a dish): a person's in the last word, any other's somewhere ("Kharkivska
  /// oblast").
  private func isCapitalized(_ found: Found, isPerson: Bool) -> Bool {
    (isPerson ? found.tokens.suffix(1) : found.tokens[...]).contains { draft.tokens[$0].flags.contains(.capitalized) }
  }

  /// The systems that write all derived words so; if no single one does, those that write the family name, else the last.
  private func systems(of found: Found, _ pattern: Pattern) -> UInt32 {
    let derived = found.postings.filter { $0.status == .derived }
    guard let last = derived.last else { return 0 }
    if derived.count == 1 { return last.systems }
    let common = derived.dropFirst().reduce(index.systems[last.systems]) { $0.intersection(index.systems[$1.systems]) }
    let all = derived.reduce(common) { $0.intersection(index.systems[$1.systems]) }
    return all.isEmpty ? last.systems : derived.first { index.systems[$0.systems] == all }?.systems ?? last.systems
  }
}
