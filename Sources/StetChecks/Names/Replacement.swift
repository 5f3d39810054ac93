import StetFindings
import StetGlossary
import StetText

/// What puts a name right: how it reads afterwards, and the edits that keep everything else as it stands.
struct Replacement {
  /// What is wrong: the match, or of a person's name the words that differ.
  let span: Span
  /// What should stand in the span, in the capitals of what stands there.
  let text: String
  /// The same as a list.
  let texts: [String]
  /// Empty when no edit can keep the markup between the words.
  let edits: [Edit]

  /// Writes an entry's preferred form in the place of a match: the family name for a family name, KYIV for KIEV, a
  /// patronymic kept, the possessive and the plural untouched.
  init(of match: Match, entry shared: SharedEntry, in draft: Draft) {
    let name = match.part == .family ? shared.family ?? shared.term : shared.term
    let words = match.words, isPerson = shared.entry.kind == .person
    if words.count == 1, name.parts.count == 1, !Replacement.isUpper(words, draft) {
      // One word for one, as most names are.
      let word = Replacement.span(ofWord: 0, match, draft), isRight = draft.reads(name.text, at: word)
      span = isPerson && !isRight ? word : match.span.union(word)
      text = name.text
      texts = name.alone
      let article = Replacement.articleEdit(match, name.text, draft)
      edits = isRight ? article.map { [$0] } ?? [] : article.map { [Edit(word, name.text), $0] } ?? [Edit(word, name.text)]
      return
    }
    var parts = name.parts, isAsListed = true
    if isPerson, words.count == parts.count + 1, match.family.lowerBound > 0 {
      // "Volodymyr Oleksandrovych Zelensky": the middle name is none of the entry's business.
      let middle = Int(match.family.lowerBound) - 1
      parts.insert(NamePart(text: draft.string(draft.tokens[words[middle]]), separator: " "), at: middle)
      isAsListed = false
    }
    if Replacement.isUpper(words, draft) {
      parts = parts.map { NamePart(text: $0.text.uppercased(), separator: $0.separator) }
      isAsListed = false
    }
    let whole = isAsListed ? name.text : NamePart.joined(parts[...])
    let wrong = isPerson && parts.count == words.count ? Replacement.differing(parts, match, draft) : nil
    span = wrong?.span ?? match.span.union(Replacement.span(ofWord: words.count - 1, match, draft))
    text = wrong?.text ?? whole
    texts = isAsListed && wrong == nil ? name.alone : [text]
    var edits = Replacement.edits(parts, whole, match, draft)
    if let article = Replacement.articleEdit(match, whole, draft) { edits.append(article) }
    self.edits = edits
  }

  private static func isUpper(_ words: MatchWords, _ draft: Draft) -> Bool {
    var isUpper = false
    for word in words {
      if draft.tokens[word].flags.contains(.allCaps) { isUpper = true } else if draft.tokens[word].length > 1 { return false }
    }
    return isUpper
  }

  /// From the first to the last word that is not as it should be.
  private static func differing(_ parts: [NamePart], _ match: Match, _ draft: Draft) -> (span: Span, text: String)? {
    let differ = parts.indices.filter { !draft.reads(parts[$0].text, at: span(ofWord: $0, match, draft)) }
    guard let first = differ.first, let last = differ.last else { return nil }
    let text = NamePart.joined(parts[first...last])
    return (span(ofWord: first, match, draft).union(span(ofWord: last, match, draft)), String(text.dropFirst(parts[first].separator.count)))
  }

  /// A word with the apostrophe behind it that stands for a soft sign: "Igor’ Kolomoisky", "in Pripyat’ today".
  private static func span(ofWord i: Int, _ match: Match, _ draft: Draft) -> Span {
    let at = match.words[i], token = draft.tokens[at], isLast = i == match.words.count - 1
    let span = isLast ? Span(Int(token.start), match.span.end) : token.span
    guard at + 1 < draft.tokens.count, draft.tokens[at + 1].isApostrophe, !draft.tokens[at + 1].flags.contains(.spaceBefore) else { return span }
    if !isLast { return span.union(draft.tokens[at + 1].span) }
    // Not what ends a quotation, a possessive or a plural's possessive.
    guard match.form == .rendering(.system), span.end == token.end, draft.text[span.end - 1] | 0x20 != UInt8(ascii: "s"),
      !token.flags.contains(.quoted), !isInSingleQuotes(match.tokens.lowerBound, draft)
    else { return span }
    return span.union(draft.tokens[at + 1].span)
  }

  /// Whether a single quotation mark opens before a token in its segment and is not closed.
  private static func isInSingleQuotes(_ i: Int, _ draft: Draft) -> Bool {
    guard let segment = draft.segment(ofToken: i)?.tokens else { return false }
    let marks = draft.tokens[segment.lowerBound..<i].filter { $0.isApostrophe || $0.isMark("‘") || $0.isMark("‚") }
    return marks.contains { $0.isMark("‘") || $0.isMark("‚") || $0.flags.contains(.spaceBefore) || $0.flags.contains(.first) }
  }

  /// - Parameter whole: The parts with what joins them.
  private static func edits(_ parts: [NamePart], _ whole: String, _ match: Match, _ draft: Draft) -> [Edit] {
    let words = match.words
    let keepsJoints = parts.count == words.count && parts.indices.dropFirst().allSatisfy {
      (parts[$0].separator == " ") == draft.tokens[words[$0]].flags.contains(.spaceBefore)
    }
    if keepsJoints {
      // Word by word: line breaks and emphasis marks between the words stay.
      var edits: [Edit] = []
      for i in parts.indices {
        let span = span(ofWord: i, match, draft)
        if !draft.reads(parts[i].text, at: span) { edits.append(Edit(span, parts[i].text)) }
      }
      return edits
    }
    let hasMarkup = words.dropFirst().contains { draft.tokens[$0].flags.contains(.markupBefore) }
    return hasMarkup ? [] : [Edit(match.span.union(span(ofWord: words.count - 1, match, draft)), whole)]
  }

  /// Puts "a" or "an" before the name right when its first sound changes.
  private static func articleEdit(_ match: Match, _ text: String, _ draft: Draft) -> Edit? {
    let first = match.tokens.lowerBound
    guard first > 0, articles.contains(draft.tokens[first - 1].key), let segment = draft.segment(ofToken: first),
      first > segment.tokens.lowerBound
    else { return nil }
    let article = draft.tokens[first - 1]
    let word = draft.string(article)
    let isVowel = beginsWithVowel(text), wasVowel = beginsWithVowel(draft.string(match.span))
    guard isVowel != wasVowel, word.lowercased() == (wasVowel ? "an" : "a") else { return nil }
    let isUpper = word.count > 1 && word == word.uppercased()
    let wanted = isVowel ? (word.first == "A" ? (isUpper ? "AN" : "An") : "an") : (word.first == "A" ? "A" : "a")
    return Edit(article.span, wanted)
  }

  private static let articles = KeySet([TokenKey("a"), TokenKey("an")])

  /// Whether the first sound is a vowel, as far as the first letters tell: "Ukraine" and "Europe" begin like "you".
  private static func beginsWithVowel(_ text: String) -> Bool {
    let start = text.utf8.prefix(3)
    if start.allSatisfy({ $0 < 0x80 }), let first = start.first {
      let second = start.dropFirst().first ?? 0
      return begins(first | 0x20, second | 0x20)
    }
    let word = text.lowercased()
    if ["eu", "uk", "uz", "ur"].contains(where: word.hasPrefix) { return false }
    return word.first.map { "aeiouáéíóúàèìòùäëïöüâêîôûåæø".contains($0) } ?? false
  }

  /// The same for small letters of ASCII.
  private static func begins(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (Unicode.Scalar(first), Unicode.Scalar(second)) {
    case ("e", "u"), ("u", "k"), ("u", "z"), ("u", "r"): false
    case ("a", _), ("e", _), ("i", _), ("o", _), ("u", _): true
    default: false
    }
  }
}

extension Draft {
  /// Whether a text stands at a span, however its accents are encoded.
  func reads(_ text: String, at span: Span) -> Bool {
    let bytes = self.text[span.range], wanted = text.utf8
    if bytes.count == wanted.count, bytes.elementsEqual(wanted) { return true }
    // Other bytes of ASCII are other characters.
    return bytes.contains { $0 >= 0x80 } && string(span) == text
  }
}
