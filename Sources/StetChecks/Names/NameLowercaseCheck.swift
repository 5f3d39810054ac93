import StetFindings
import StetGlossary
import StetICU
import StetNames
import StetText

/// A name without its capital: "maria zakharova", "a conference in kyiv".
struct NameLowercaseCheck: Check {
  static let about = About(
    id: "name-lowercase", group: .names, severity: .warning, fix: .safe,
    summary: "A name stands without its capital.",
    why: "The machine took it for a word, and so will readers.",
    specificity: 65,
    examples: [
      .flags(
        "The spokeswoman, ⟦maria zakharova⟧, said so.", fixed: "The spokeswoman, Maria Zakharova, said so.",
        glossary: ["Maria Zakharova"]),
      .flags(
        "At a conference in ⟦kyiv⟧, a ⟦lviv⟧-based firm won.", reviewed: "At a conference in Kyiv, a Lviv-based firm won.",
        glossary: ["{term: Kyiv, kind: place}", "{term: Lviv, kind: place}"]),
      .flags(
        "The road to ⟦kryvyi rih⟧’s centre and to ⟦krivoy rog⟧ is one.", fixed: "The road to Kryvyi Rih’s centre and to Kryvyi Rih is one.",
        glossary: ["{term: Kryvyi Rih, kind: place, from: {uk: Кривий Ріг, ru: Кривой Рог}}"]),
      .flags(
        "The office of President ⟦zelensky⟧ said so.", reviewed: "The office of President Zelenskyy said so.",
        glossary: ["{term: Volodymyr Zelenskyy, kind: person, from: {uk: Володимир Зеленський}}"]),
      .flags("The talks of ⟦donald trump⟧ and a ⟦ukrainian⟧ envoy ended.", reviewed: "The talks of Donald Trump and a Ukrainian envoy ended."),
      .allows("She ordered chicken kiev and a kiev cake; the turkey and a macron over it. See ukraine.example.org and #kyiv for the rest."),
      .allows("Chiang Kai-shek and Chiang left.", glossary: ["{term: Chiang Kai-shek, kind: person, family: Chiang}"]),
      .allows("She ordered chicken kyiv and a kyiv cake.", glossary: ["{term: Kyiv, kind: place}"]),
      .allows("She ordered chicken kiev.", glossary: ["{term: Kyiv, kind: place, from: {ru: Киев}, except: [Chicken Kiev]}"]),
      .allows("talks in kyiv go on", glossary: ["{term: Kyiv, kind: place}"]),
      .allows("It went just so, past a bar in the square.", glossary: ["{term: Just, kind: place}", "{term: Bar, kind: place}"]),
      .allows(
        "See www.kyiv.ua, press@kyiv.ua, @kyiv, #kyiv and /srv/kyiv/data in that order.", glossary: ["{term: Kyiv, kind: place}"]),
      .allows("Run `kyiv` or see [the page](https://kyiv.ua).", glossary: ["{term: Kyiv, kind: place}"], markdown: true),
      .allows("The Will to mark bush and tree: will smith or baker?", glossary: ["Will Smith", "Mark Bush"]),
      .allows("The diner serves poutine on Fridays.", glossary: ["{term: Vladimir Putin, kind: person, from: {ru: Владимир Путин}}"]),
      .allows("Ursula von der Leyen spoke; von der Leyen left.", glossary: ["{term: Ursula von der Leyen, kind: person, family: von der Leyen}"]),
      .allows("Tags: kyiv, lviv, war", glossary: ["{term: Kyiv, kind: place}", "{term: Lviv, kind: place}"]),
      .allows("The Kharkiv oblast lies there.", glossary: ["{term: Kharkiv Oblast, kind: place}"]),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let matches = context.matches
    let known = knownNames(in: draft, matches, context.survey)
    guard !matches.lowercase.isEmpty else { return known }
    let named = Set(matches.all.filter { !$0.isLowercase && $0.words.count > 0 }.map(\.entry))
    return matches.lowercase.compactMap { match in
      guard let segment = draft.segment(ofToken: match.tokens.lowerBound), isProse(segment, draft),
        isName(match, segment.tokens, draft, isNamed: named.contains(match.entry), matches.entry(of: match))
      else { return nil }
      return finding(match, draft, matches)
    } + known
  }

  /// Names that everybody knows and no glossary here does.
  private func knownNames(in draft: Draft, _ matches: DraftMatches, _ survey: Survey) -> [Finding] {
    var findings: [Finding] = []
    for (_, segment, heads) in survey.bySegment(.smallName) {
      var isCopy: Bool?
      var next = segment.tokens.lowerBound
      for i in heads where i >= next {
        guard let name = KnownNames.shared.lowercase(at: i, in: segment.tokens, of: draft) else { continue }
        next = name.upperBound
        if isCopy == nil { isCopy = isProse(segment, draft) && !survey.copy.isTechnical }
        guard isCopy == true, isFree(i, name.upperBound - 1, segment.tokens, draft), !isDish(i, segment.tokens, draft),
          !matches.lowercase.contains(where: { $0.tokens.overlaps(name) }), !matches.all.contains(where: { $0.tokens.overlaps(name) })
        else { continue }
        findings.append(finding(name, draft))
      }
    }
    return findings
  }

  private func finding(_ name: Range<Int>, _ draft: Draft) -> Finding {
    let span = Span(Int(draft.tokens[name.lowerBound].start), draft.stem(of: draft.tokens[name.upperBound - 1]).end)
    let text = draft.quoted(span).split(separator: " ").map { $0.prefix(1).uppercased() + String($0.dropFirst()) }.joined(separator: " ")
    let isQuoted = draft.tokens[name.lowerBound].flags.contains(.quoted)
    var finding = Finding(
      check: Self.about.id, severity: isQuoted ? .note : Self.about.severity, span: span, message: "‘\(draft.quoted(span))’ should be ‘\(text)’")
    finding.replacements = [text]
    finding.fix = Fix([Edit(span, text)], .review)
    return finding
  }

  private func finding(_ match: Match, _ draft: Draft, _ matches: DraftMatches) -> Finding? {
    let entry = matches.entry(of: match)
    let isQuoted = draft.tokens[match.tokens.lowerBound].flags.contains(.quoted)
    if isQuoted, entry.quotes == .skip { return nil }
    let wanted = Replacement(of: match, entry: matches.shared(of: match), in: draft)
    let severity = isQuoted && entry.quotes == .note ? Severity.note : entry.severity ?? Self.about.severity
    var finding = Finding(
      check: Self.about.id, severity: severity, span: wanted.span, message: "‘\(draft.quoted(wanted.span))’ should be ‘\(wanted.text)’")
    finding.replacements = [wanted.text]
    finding.entry = entry.term
    finding.glossary = matches.glossaryName(of: match)
    finding.why = entry.note
    let isWhole = match.words.count > 1 && match.words.allSatisfy { draft.tokens[$0].isSmall }
    if !wanted.edits.isEmpty { finding.fix = Fix(wanted.edits, isWhole && !isQuoted ? .safe : .review) }
    return finding
  }

  /// Copy in which names have capitals: words begin with them now and then, the first one first of all.
  private func isProse(_ segment: Segment, _ draft: Draft) -> Bool {
    switch segment.role {
    case .paragraph, .quotation, .listItem, .caption, .heading: break
    case .tableCell, .metadata, .byline, .boilerplate: return false
    }
    var words = 0, small = 0
    var first: Token?
    var isSentence = false
    for token in draft.tokens[segment.tokens] where token.kind == .word {
      first = first ?? token
      words += 1
      if token.isSmall { small += 1 }
      // "Tags: kyiv, war" is a list.
      if Words.grammar.contains(token.key) { isSentence = true }
    }
    return isSentence && words >= 4 && small * 2 >= words && first?.isSmall == false
  }

  private func isName(_ match: Match, _ segment: Range<Int>, _ draft: Draft, isNamed: Bool, _ entry: Entry) -> Bool {
    let words = match.words.map { draft.tokens[$0] }
    guard let first = match.words.first, let last = match.words.last, isFree(first, last, segment, draft) else { return false }
    let strange = words.filter { $0.length >= 4 && !isWord($0, draft) }
    if words.count > 1 { return !strange.isEmpty }
    guard strange.count == 1, !isDish(first, segment, draft) else { return false }
    guard entry.kind == .person else { return true }
    // A family name alone may be a word that no list has.
    return isNamed || followsTitle(first, segment, draft)
  }

  /// An ordinary word, or a name that people give to other things.
  private func isWord(_ token: Token, _ draft: Draft) -> Bool {
    let word = CharacterTable.shared.folded(draft.string(draft.stem(of: token)))
    return WordList.english.contains(word) || WordList.givenNames.contains(word) || WordList.surnames.contains(word)
  }

  /// No part of an address, a handle, a file's name or a formula.
  private func isFree(_ first: Int, _ last: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    if first > segment.lowerBound, draft.tokens[first].isGlued {
      let before = draft.tokens[first - 1]
      if before.isHyphen {
        guard first - 1 > segment.lowerBound, draft.tokens[first - 2].kind == .word, draft.isEnglish(draft.tokens[first - 2]) || Self.prefixes.contains(draft.tokens[first - 2].key)
        else { return false }
      } else if !before.isQuotationMark && !Self.opening.contains(before.key) {
        return false
      }
    }
    guard last + 1 < segment.upperBound, draft.tokens[last + 1].isGlued else { return true }
    let after = draft.tokens[last + 1]
    if after.isHyphen {
      return last + 2 < segment.upperBound && draft.tokens[last + 2].isGlued && draft.isEnglish(draft.tokens[last + 2])
    }
    guard after.isQuotationMark || Self.closing.contains(after.key) else { return false }
    return last + 2 >= segment.upperBound || !draft.tokens[last + 2].isGlued || draft.tokens[last + 2].kind == .punctuation
  }

  /// "chicken kyiv"
  private func isDish(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    i > segment.lowerBound && Self.dishes.contains(draft.tokens[i - 1].key)
      || i + 1 < segment.upperBound && Self.dishes.contains(draft.tokens[i + 1].key)
  }

  private func followsTitle(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    guard i > segment.lowerBound, draft.tokens[i - 1].kind == .word else { return false }
    return WordList.titles.contains(CharacterTable.shared.folded(draft.string(draft.tokens[i - 1])))
  }

  private static let prefixes = Words.keys("pro anti ex post non mid trans")
  private static let dishes = Words.keys("chicken turkey fish salmon vegetable vegan cheese ham cake cakes cutlet cutlets torte sausage pie")
  private static let opening: Set<TokenKey> = Set("([–—".unicodeScalars.map { TokenKey(mark: $0) })
  private static let closing: Set<TokenKey> = Set(".,;:!?)]–—…".unicodeScalars.map { TokenKey(mark: $0) })
}
