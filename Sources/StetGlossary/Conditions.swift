import StetText

/// What must, or must not, stand near a form for its entry to count; made only for entries that say so.
struct Conditions: Sendable {
  /// Word sequences of which one must stand within reach.
  let context: [[TokenKey]]
  let reach: Entry.Reach
  /// Word sequences that make the form right when they stand directly before it, directly after, or anywhere.
  let before, after, inDraft: [[TokenKey]]

  init?(_ entry: Entry) {
    guard entry.hasConditions else { return nil }
    func keys(_ forms: [String]) -> [[TokenKey]] {
      forms.map { Token.tokens(of: $0).filter { !$0.isHyphen }.map(\.key) }.filter { !$0.isEmpty }
    }
    context = keys(entry.context)
    reach = entry.within
    before = keys(entry.exceptIf.before)
    after = keys(entry.exceptIf.after)
    inDraft = keys(entry.exceptIf.inDraft)
  }

  /// Whether a context word stands within reach of a form, outside the form itself.
  func hasContext(_ form: Range<Int>, in draft: Draft) -> Bool {
    if context.isEmpty { return true }
    let place: Range<Int>
    switch reach {
    case .draft: place = draft.tokens.indices
    case .paragraph: place = draft.segment(ofToken: form.lowerBound)?.tokens ?? form
    case .sentence:
      guard let segment = draft.segment(ofToken: form.lowerBound) else { return false }
      place = draft.sentences(of: segment).first { $0.contains(form.lowerBound) } ?? segment.tokens
    }
    return context.contains { words in
      Conditions.occurs(words, in: place.lowerBound..<form.lowerBound, of: draft)
        || Conditions.occurs(words, in: form.upperBound..<place.upperBound, of: draft)
    }
  }

  /// Whether an exception holds at a form's place.
  func excepts(_ form: Range<Int>, in draft: Draft) -> Bool {
    if inDraft.contains(where: { Conditions.occurs($0, in: draft.tokens.indices, of: draft) }) { return true }
    guard let segment = draft.segment(ofToken: form.lowerBound)?.tokens else { return false }
    for words in before {
      let start = form.lowerBound - words.count
      if start >= segment.lowerBound, Conditions.stands(words, at: start, of: draft) { return true }
    }
    for words in after {
      var start = form.upperBound
      // "Odessa, Texas": a comma or a bracket may part them.
      if start < segment.upperBound, draft.tokens[start].isMark(",") || draft.tokens[start].isMark("(") { start += 1 }
      if start + words.count <= segment.upperBound, Conditions.stands(words, at: start, of: draft) { return true }
    }
    return false
  }

  private static func stands(_ words: [TokenKey], at start: Int, of draft: Draft) -> Bool {
    words.indices.allSatisfy { draft.tokens[start + $0].key == words[$0] }
  }

  private static func occurs(_ words: [TokenKey], in place: Range<Int>, of draft: Draft) -> Bool {
    guard words.count <= place.count else { return false }
    return (place.lowerBound...place.upperBound - words.count).contains { stands(words, at: $0, of: draft) }
  }
}

extension Entry {
  /// Whether it says what must or must not stand near its forms.
  var hasConditions: Bool {
    !context.isEmpty || !exceptIf.before.isEmpty || !exceptIf.after.isEmpty || !exceptIf.inDraft.isEmpty
  }
}
