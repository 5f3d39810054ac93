import StetText

/// What must, or must not, stand near a form for its entry to count; made only for entries that say so.
struct Conditions: Sendable {
  /// Word sequences of which one must stand within reach.
  let context: [[TokenKey]]
  /// Entries whose terms are among the context words: any rendering of theirs will do.
  let contextEntries: Set<EntryID>
  let reach: Entry.Reach
  /// Word sequences that make the form right when they stand directly before it, directly after, or anywhere.
  let before, after, inDraft: [[TokenKey]]

  init?(_ entry: Entry, contextEntries: Set<EntryID>) {
    guard entry.hasConditions else { return nil }
    func keys(_ forms: [String]) -> [[TokenKey]] {
      forms.map { Token.tokens(of: $0).filter { !$0.isHyphen }.map(\.key) }.filter { !$0.isEmpty }
    }
    context = keys(entry.context)
    self.contextEntries = contextEntries
    reach = entry.within
    before = keys(entry.exceptIf.before)
    after = keys(entry.exceptIf.after)
    inDraft = keys(entry.exceptIf.inDraft)
  }

  /// The words that have to be looked for in the whole draft.
  var asked: [TokenKey] { (context + inDraft).flatMap { $0 } }

  /// Whether a context word stands within reach of a form, outside the form itself.
  ///
  /// - Parameters:
  ///   - words: Where the words of `asked` stand.
  ///   - named: Where an entry is named in the draft, in tokens, ascending.
  func hasContext(_ form: Range<Int>, in draft: Draft, _ words: WordPlaces, named: (EntryID) -> [Range<Int>]) -> Bool {
    if context.isEmpty { return true }
    guard let place = place(around: form, in: draft) else { return false }
    let isFound = context.contains {
      words.occurs($0, in: place.lowerBound..<form.lowerBound) || words.occurs($0, in: form.upperBound..<place.upperBound)
    }
    return isFound || contextEntries.contains { entry in
      let ranges = named(entry)
      return ranges[ranges.firstIndex(startingFrom: place.lowerBound, \.lowerBound)...].lazy.prefix { $0.upperBound <= place.upperBound }
        .contains { !$0.overlaps(form) }
    }
  }

  /// The tokens within reach of a form.
  private func place(around form: Range<Int>, in draft: Draft) -> Range<Int>? {
    switch reach {
    case .draft: return draft.tokens.indices
    case .paragraph: return draft.segment(ofToken: form.lowerBound)?.tokens ?? form
    case .sentence:
      guard let segment = draft.segment(ofToken: form.lowerBound) else { return nil }
      return draft.sentences(of: segment).first { $0.contains(form.lowerBound) } ?? segment.tokens
    }
  }

  /// Whether an exception holds at a form's place.
  func excepts(_ form: Range<Int>, in draft: Draft, _ words: WordPlaces) -> Bool {
    if inDraft.contains(where: { words.occurs($0, in: draft.tokens.indices) }) { return true }
    guard let segment = draft.segment(ofToken: form.lowerBound)?.tokens else { return false }
    for words in before {
      let start = form.lowerBound - words.count
      if start >= segment.lowerBound, draft.holds(words, at: start) { return true }
    }
    for words in after {
      var start = form.upperBound
      // "Odessa, Texas": a comma or a bracket may part them.
      if start < segment.upperBound, draft.tokens[start].isMark(",") || draft.tokens[start].isMark("(") { start += 1 }
      if start + words.count <= segment.upperBound, draft.holds(words, at: start) { return true }
    }
    return false
  }
}

extension Entry {
  /// Whether it says what must or must not stand near its forms.
  var hasConditions: Bool {
    !context.isEmpty || !exceptIf.before.isEmpty || !exceptIf.after.isEmpty || !exceptIf.inDraft.isEmpty
  }
}
