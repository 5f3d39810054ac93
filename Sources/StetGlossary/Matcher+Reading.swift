import StetFindings
import StetICU
import StetNames
import StetText

// What kind of form stands where a pattern was found.
extension Matcher {
  /// What stands at a pattern's place.
  enum Reading {
    case form(Match.Form)
    /// It is none after all.
    case held(Gate)

    var form: Match.Form? { if case .form(let form) = self { form } else { nil } }
  }

  /// What kind of form stands there.
  func form(_ pattern: Pattern, _ words: some RandomAccessCollection<Word>, _ span: Span) -> Reading {
    let listed = Int(pattern.listed)
    switch pattern.role {
    case .acronym:
      let entry = shared(pattern).entry
      guard entry.acronyms.indices.contains(listed) else { return .held(.noCapital) }
      return stands(entry.acronyms[listed], exactly: entry.caseMatching != .fold, span) ? .form(.acronym) : .held(.noCapital)
    case .calque:
      let entry = shared(pattern).entry
      guard entry.calques.indices.contains(listed) else { return .held(.noCapital) }
      return stands(entry.calques[listed], exactly: entry.caseMatching == .exact, span) ? .form(.calque) : .held(.noCapital)
    case .phrase: return .form(.phrase)
    case .exception: return .form(.exception)
    case .sourceWhole, .sourceFamily:
      return shared(pattern).entry.from.indices.contains(listed) ? .form(.sourceForm) : .held(.noCapital)
    case .whole, .family: return nameForm(pattern, words, span)
    }
  }

  /// The entry itself, for the few questions that its traits do not answer.
  private func shared(_ pattern: Pattern) -> SharedEntry { index.entries.shared(Int(pattern.entry)) }

  /// A person's or place's name without the capitals it must have: of a person at least the family name's, of a place all.
  func isLowercase(_ pattern: Pattern, _ words: some RandomAccessCollection<Word>) -> Bool {
    guard pattern.role == .whole || pattern.role == .family, let last = words.last,
      draft.tokens[telling(pattern, words, last)].isSmall
    else { return false }
    let traits = index.entries.traits(Int(pattern.entry))
    guard traits.contains(.hasCapital), !traits.contains(.isExact), !words.contains(where: { $0.nearness != nil || $0.status <= .guessed })
    else { return false }
    return traits.contains(.isPerson) || words.allSatisfy { draft.tokens[$0.token].isSmall }
  }

  /// The word whose capital tells: of a person the last of the family name ("Chiang Kai-shek" is right), else the first.
  private func telling<Words: RandomAccessCollection<Word>>(_ pattern: Pattern, _ words: Words, _ last: Word) -> Int {
    if pattern.role == .family { return last.token }
    let family = Int(pattern.family.upperBound)
    return words[words.index(words.startIndex, offsetBy: pattern.family.isEmpty || family > words.count ? 0 : family - 1)].token
  }

  private func stands(_ form: String, exactly: Bool, _ span: Span) -> Bool { !exactly || draft.string(span) == form }

  private func nameForm(_ pattern: Pattern, _ words: some RandomAccessCollection<Word>, _ span: Span) -> Reading {
    let traits = index.entries.traits(Int(pattern.entry)), isPerson = traits.contains(.isPerson)
    if words.contains(where: { $0.status == .forbidden }) {
      if traits.contains(.isExact), !shared(pattern).entry.forbid.contains(where: { draft.string(span).hasSuffix($0) }) { return .held(.noCapital) }
      return isPerson && !isCapitalized(words, isPerson: true) ? .held(.noCapital) : .form(.forbidden)
    }
    guard let lowest = words.lazy.map(\.status).min(), lowest <= .derived else {
      if words.contains(where: { $0.status == .admitted }) { return .form(.admitted) }
      let isMarkedOtherwise = differ(pattern, traits, words) && isCapitalized(words, isPerson: isPerson)
      return .form(isMarkedOtherwise ? .rendering(.system) : .preferred)
    }
    guard isCapitalized(words, isPerson: isPerson) else { return .held(.noCapital) }
    // A single word that English has names nothing by itself.
    if words.count == 1, isEnglish(span) || !isPerson && isCountable(span) { return .held(.ordinaryWord) }
    if words.contains(where: { $0.nearness?.grade == .fuzzy }) { return .form(.rendering(.fuzzy)) }
    if lowest <= .inflected { return words.count == 1 && isCommonName(span) ? .held(.commonName) : .form(.rendering(.case)) }
    return .form(.rendering(lowest == .guessed ? .skeleton : .system))
  }

  /// Whether words that fold to the preferred form have other marks than it has.
  private func differ(_ pattern: Pattern, _ traits: EntryTraits, _ words: some RandomAccessCollection<Word>) -> Bool {
    guard !traits.isDisjoint(with: [.hasOriginal, .wantsAccents]) else { return false }
    if !traits.contains(.wantsAccents), words.allSatisfy({ draft.tokens[$0.token].isPlain }) { return false }
    return Accents(shared(pattern), draft).differ(words.lazy.map(\.token))
  }

  /// A name that English-speaking countries know is no case form: Marina, Yurii.
  private func isCommonName(_ span: Span) -> Bool {
    let bytes = draft.text[span.range]
    return WordList.givenNames.contains(folding: bytes) || WordList.properWords.contains(folding: bytes)
  }

  /// A word with a capital that dictionaries put in the plural, too: no town is a Bolshevik.
  private func isCountable(_ span: Span) -> Bool {
    let bytes = draft.text[span.range]
    return WordList.properWords.contains(folding: bytes) && WordList.properWords.contains(folding: bytes + [UInt8(ascii: "s")])
  }

  /// An ordinary word, or a contraction: "I’ve".
  private func isEnglish(_ span: Span) -> Bool {
    let bytes = draft.text[span.range]
    if WordList.english.contains(folding: bytes) { return true }
    // Nearly no name has one of the bytes of an apostrophe.
    guard bytes.contains(where: { $0 == 0x27 || $0 == 0xE2 }) else { return false }
    let parts = draft.string(span).lowercased().split(whereSeparator: { $0 == "'" || $0 == "’" })
    return parts.count == 2 && ["ve", "m", "ll", "d", "re", "t"].contains(parts[1])
  }

  /// A derived name has a capital ("poutine" is a dish): a person's in the last word, any other's somewhere ("Kharkivska
  /// oblast").
  private func isCapitalized(_ words: some RandomAccessCollection<Word>, isPerson: Bool) -> Bool {
    words.suffix(isPerson ? 1 : words.count).contains { draft.tokens[$0.token].flags.contains(.capitalized) }
  }

  /// The systems that write all derived words so; if no single one does, those that write the last.
  func systems(of words: some RandomAccessCollection<Word>) -> UInt32 {
    // Listed forms, which most are, have none.
    guard words.contains(where: { $0.systems != 0 }) else { return 0 }
    let derived = words.filter { $0.status <= .derived && $0.systems != 0 }
    guard let last = derived.last else { return 0 }
    let common = derived.reduce(index.systems[Int(last.systems)]) { $0.intersection(index.systems[Int($1.systems)]) }
    return derived.first { index.systems[Int($0.systems)] == common }?.systems ?? last.systems
  }
}
