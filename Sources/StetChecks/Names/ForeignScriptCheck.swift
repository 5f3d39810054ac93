import StetFindings
import StetGlossary
import StetNames
import StetText

/// Text left in its own script: "Зеленський said".
struct ForeignScriptCheck: Check {
  static let about = About(
    id: "foreign-script", group: .names, severity: .error, fix: .safe,
    summary: "A name or other text was left in its own script.",
    why: "Most readers cannot read it, and it is the surest sign that a translation was left half done.",
    specificity: 80,
    examples: [
      .flags(
        "President ⟦Зеленський⟧ spoke; Volodymyr Zelenskyy’s office confirmed it.",
        fixed: "President Zelenskyy spoke; Volodymyr Zelenskyy’s office confirmed it.",
        glossary: ["{term: Volodymyr Zelenskyy, kind: person, from: {uk: Володимир Зеленський}}"]),
      .flags(
        "They met in ⟦КИЇВ⟧ again.", fixed: "They met in KYIV again.", glossary: ["{term: Kyiv, kind: place, from: {uk: Київ}}"]),
      .flags("The sign said ⟦Продукти⟧ in tall letters."),
      .flags("The minister of ⟦Ελλάδα⟧ agreed, and ⟦北京 日报⟧ reported it."),
      .flags("They spoke with ⟦городской голова⟧. [⟦бывшего главу⟧] Ivan Petrov or [⟦заместителя⟧] Anna Ivanova came."),
      .allows("A wooden house (изба) and “bread” (хлеб); Київ (Kyiv) and the word хліб (bread)."),
      .allows("Kyiv (Київ) is the capital.", glossary: ["{term: Kyiv, kind: place, from: {uk: Київ}}"]),
      .allows("Kyiv (Ukrainian: Київ, Russian: Киев) is the capital."),
      .allows("A resistor of 5 kΩ and a lens of 3 μm, with an α-helix."),
      .allows("It is called “perestroika” (Russian for rebuilding, перестройка)."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    guard context.survey.has(.otherScript), !isForeignCopy(draft, context.survey) else { return [] }
    var findings = sourceForms(draft, context.matches)
    let known = findings.map(\.span)
    var romanizer = HouseRomanizer(context.matches.index.heads)
    let runs = runs(in: draft, context.survey)
    // Tables of letters and lists of languages are what manuals hold.
    if !runs.isEmpty, context.survey.copy.isManual { return findings }
    for run in runs {
      let span = Span(Int(draft.tokens[run.lowerBound].start), draft.tokens[run.upperBound - 1].end)
      if known.contains(where: { $0.overlaps(span) }) || isGloss(run, draft) { continue }
      let text = draft.string(span)
      var finding = Finding(
        check: Self.about.id, severity: Self.about.severity, span: span, message: "‘\(text)’ was left in its own script")
      if let latin = romanizer.romanized(text) {
        finding.replacements = [latin]
        finding.fix = Fix([Edit(span, latin)], .review)
      }
      findings.append(finding)
    }
    return findings
  }

  /// More than half of the words are in another script: this is no English copy, and no business of this check.
  private func isForeignCopy(_ draft: Draft, _ survey: Survey) -> Bool {
    let others = survey[.otherScript].count { isOther(draft.tokens[$0]) }
    guard others > 4 else { return false }
    var words = 0
    for token in draft.tokens where token.kind == .word {
      words += 1
      if words >= others * 2 { return false }
    }
    return words > 8
  }

  // MARK: Names that a glossary knows

  private func sourceForms(_ draft: Draft, _ matches: DraftMatches) -> [Finding] {
    var findings: [Finding] = []
    let forms = matches.all.filter { if case .sourceForm = $0.form { true } else { false } }
    for match in longest(forms) where !isGloss(match.tokens, draft) {
      let entry = matches.entry(of: match)
      let sameplace = forms.filter { $0.span == match.span }
      let isFamily = entry.kind == .person && entry.term.contains(" ") && match.words.count <= 1
      let wanted = isFamily ? entry.familyName ?? entry.term : entry.term
      let seen = draft.string(match.span)
      let text = isUpper(seen) ? wanted.uppercased() : wanted
      let others = Set(sameplace.map { matches.entry(of: $0).term })
      var finding = Finding(
        check: Self.about.id, severity: Self.about.severity, span: match.span, message: "‘\(seen)’ should be ‘\(text)’")
      finding.replacements = [text]
      finding.entry = entry.term
      finding.glossary = matches.glossaryName(of: match)
      let isSure = others.count == 1 && (!isFamily || namedInFull(match.entry, matches))
      finding.fix = Fix([Edit(match.span, text)], isSure ? .safe : .review)
      findings.append(finding)
    }
    return findings
  }

  private func namedInFull(_ id: EntryID, _ matches: DraftMatches) -> Bool {
    matches.all.contains { $0.entry == id && $0.part == .whole && $0.words.count > 1 }
  }

  private func isUpper(_ text: String) -> Bool { text.count > 1 && text == text.uppercased() && text != text.lowercased() }

  /// One match a place: the longest, and of equals the first.
  private func longest(_ matches: [Match]) -> [Match] {
    var kept: [Match] = []
    for match in matches.sorted(by: { ($0.span.start, -$0.span.end, $0.entry) < ($1.span.start, -$1.span.end, $1.entry) })
    where kept.last.map({ !$0.span.overlaps(match.span) }) ?? true {
      kept.append(match)
    }
    return kept
  }

  // MARK: Other text

  /// Words of another script that stand together; a single letter is a symbol (μ, Ω, α).
  private func runs(in draft: Draft, _ survey: Survey) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var end = 0
    for (segment, start) in survey.each(.otherScript) where start >= end && isOther(draft.tokens[start]) {
      end = start
      while end < segment.tokens.upperBound, isOther(draft.tokens[end]) { end += 1 }
      let letters = draft.string(Span(Int(draft.tokens[start].start), draft.tokens[end - 1].end)).unicodeScalars.count
      if letters > 1 { runs.append(start..<end) }
    }
    return runs
  }

  private func isOther(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.otherScript) && !token.flags.contains(.latin)
  }

  /// The original given beside its rendering, in brackets or before them, or after the name of its language.
  private func isGloss(_ run: Range<Int>, _ draft: Draft) -> Bool {
    guard let segment = draft.segment(ofToken: run.lowerBound)?.tokens else { return false }
    // "in Ukrainian: Київ", "Київ in Ukrainian"
    let label = run.lowerBound - 2
    if label >= segment.lowerBound, draft.tokens[label + 1].isMark(":"), draft.tokens[label].flags.contains(.capitalized) { return true }
    // "Київ (Kyiv)"
    if run.upperBound + 1 < segment.upperBound, isOpening(draft.tokens[run.upperBound]), draft.tokens[run.upperBound + 1].flags.contains(.latin) {
      return true
    }
    guard let open = bracket(around: run.lowerBound, segment, draft) else { return false }
    return stands(beside: open, segment, draft) || draft.tokens[open..<run.lowerBound].contains { $0.isCapitalizedWord && $0.flags.contains(.latin) }
  }

  private func bracket(around token: Int, _ segment: Range<Int>, _ draft: Draft) -> Int? {
    var at = token - 1
    while at >= segment.lowerBound, token - at < 30 {
      if draft.tokens[at].isMark(")") || draft.tokens[at].isMark("]") { return nil }
      if isOpening(draft.tokens[at]) { return at }
      at -= 1
    }
    return nil
  }

  private func isOpening(_ token: Token) -> Bool { token.isMark("(") || token.isMark("[") }

  /// Right after a name or a word it may be the original of: not after "or", a comma or a full stop.
  private func stands(beside bracket: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    guard bracket > segment.lowerBound else { return false }
    let before = draft.tokens[bracket - 1]
    switch before.kind {
    case .word: return before.flags.contains(.capitalized) || !Words.grammar.contains(before.key)
    case .number, .opaque: return true
    case .punctuation: return before.isQuotationMark || before.isMark(")") || before.isMark("]") || before.isMark("*")
    }
  }
}

/// Writes text that no entry covers in the house's system, where a glossary names one.
private struct HouseRomanizer: ~Copyable {
  private let house: [String: String]
  private var romanizer = Romanizer()

  init(_ glossaries: [Glossary]) {
    house = glossaries.reduce(into: [:]) { all, glossary in all.merge(glossary.house) { first, _ in first } }
  }

  /// The text in Latin letters, or nil when its language has no house system.
  mutating func romanized(_ text: String) -> String? {
    guard let language = language(of: text), let name = house[language],
      let system = RomanizationSystems.shared.system(name, language: language)
    else { return nil }
    return try? romanizer.romanize([text], by: system).first
  }

  /// Ukrainian or Russian, by the letters that only one of them has; a text that has none of them is taken for the first
  /// language of the two with a house system.
  private func language(of text: String) -> String? {
    let letters = Set(text.lowercased().unicodeScalars)
    guard letters.contains(where: { (0x400...0x4FF).contains($0.value) }) else { return nil }
    if !letters.isDisjoint(with: "іїєґ".unicodeScalars) { return "uk" }
    if !letters.isDisjoint(with: "ыэъё".unicodeScalars) { return "ru" }
    return ["uk", "ru"].first { house[$0] != nil }
  }
}
