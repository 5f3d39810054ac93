import StetFindings
import StetGlossary
import StetText

/// A name whose ending was translated as a word: "Landsberg He wrote".
struct SplitNameCheck: Check {
  static let about = About(
    id: "split-name", group: .garble, severity: .error, fix: .safe,
    summary: "A name’s ending was translated as a word.",
    why: "Readers meet a person who does not exist, and a sentence with two subjects.",
    specificity: 90,
    examples: [
      .flags(
        "“Let me be clear,” ⟦Landsberg He⟧ wrote.", fixed: "“Let me be clear,” Landsbergis wrote.", glossary: ["Landsbergis"]),
      .flags(
        "On Friday ⟦Landsberg He⟧ spoke to reporters.", fixed: "On Friday Landsbergis spoke to reporters.",
        glossary: ["{term: Gabrielius Landsbergis, kind: person}"]),
      .flags("Vaitkunas spoke first. Later ⟦Vaitkun Us⟧ left."),
      .flags(
        "The visit, ⟦Landsberg\nHe⟧ said, was short.", fixed: "The visit, Landsbergis said, was short.", glossary: ["Landsbergis"],
        markdown: true),
      .allows("Their hit was called Love It or Leave It. Lovely, they said. Leaves fell."),
      .allows("Landsberg said he wrote it.", glossary: ["Landsbergis"]),
      .allows("In Landsberg he wrote a book.", glossary: ["Landsbergis"]),
      .allows("They drove to Landsberg. He wrote a book.", glossary: ["Landsbergis"]),
      .allows("Landsbergis said he wrote it.", glossary: ["Landsbergis"]),
      .allows("Vice Premier Liu He spoke, and Liuhe district listened."),
      .allows("LANDSBERG HE SAYS", glossary: ["Landsbergis"]),
      .allows("Their hit Landsberg Is Burning sold well.", glossary: ["Landsbergis"]),
    ])

  /// What an ending becomes when it is translated as a word; capitals as a machine leaves them.
  static let words = Words.keys("he she it they we us his her its as is and")

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var findings: [Finding] = []
    var longer = CapitalizedWords(draft, context.survey)
    for (segment, i) in context.survey.each(.nameEnding) where segment.role != .heading && i > segment.tokens.lowerBound {
      guard isTrigger(i, segment.tokens, draft) else { continue }
      if let finding = finding(at: i, segment.tokens, draft, context.matches, &longer) { findings.append(finding) }
    }
    return findings
  }

  /// A capitalised pronoun right after a capitalised word, with a small letter after it.
  private func isTrigger(_ i: Int, _ segment: Range<Int>, _ draft: Draft) -> Bool {
    let token = draft.tokens[i]
    let stem = draft.tokens[i - 1]
    guard stem.kind == .word, stem.flags.contains(.capitalized), !stem.flags.contains(.allCaps), stem.length >= 4,
      !stem.flags.contains(.possessive), token.flags.contains(.spaceBefore)
    else { return false }
    guard i + 1 < segment.upperBound else { return true }
    return !draft.tokens[i + 1].flags.contains(.capitalized)
  }

  private func finding(
    at i: Int, _ segment: Range<Int>, _ draft: Draft, _ matches: DraftMatches, _ words: inout CapitalizedWords
  ) -> Finding? {
    let stem = draft.tokens[i - 1]
    // A name that stands for itself was not cut.
    if matches.all.contains(where: { $0.isOwnForm && $0.tokens.contains(i - 1) }) { return nil }
    let cut = draft.string(stem)
    let listed = names(beginning: cut, in: matches)
    // "Love It or Leave It": a word is no cut name unless a glossary says so.
    if listed.isEmpty, draft.isEnglish(stem) { return nil }
    let names = listed.isEmpty ? words.beginning(like: stem).filter { continues(cut, $0) } : listed.map(\.name)
    guard !names.isEmpty else { return nil }
    let span = stem.span.union(draft.tokens[i].span)
    let seen = draft.string(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var finding = Finding(
      check: Self.about.id, severity: Self.about.severity, span: span,
      message: "‘\(seen)’ should be " + names.map { "‘\($0)’" }.joined(separator: " or "))
    finding.why = "the ending of \(names[0]) was translated as the word ‘\(draft.string(draft.tokens[i]))’"
    finding.replacements = names
    finding.entry = listed.first?.term
    finding.glossary = listed.first?.glossary
    if names.count == 1 { finding.fix = Fix([Edit(span, names[0])], listed.isEmpty ? .review : .safe) }
    return finding
  }

  /// Names of the glossaries that are the cut word and one to four letters more.
  private func names(beginning stem: String, in matches: DraftMatches) -> [ListedName] {
    var found: [ListedName] = []
    for entry in matches.index.listedNames where entry.kind == .person || entry.kind == .place {
      guard continues(stem, entry.name), !found.contains(where: { $0.name == entry.name }) else { continue }
      found.append(entry)
    }
    return found
  }

  private func continues(_ stem: String, _ name: String) -> Bool {
    let extra = name.unicodeScalars.count - stem.unicodeScalars.count
    return (1...4).contains(extra) && name.hasPrefix(stem) && name.last?.isLetter == true && stem.count >= 4 && !name.contains(" ")
  }
}

/// The capitalised words of a draft by their first four letters, each once; gathered when first asked for.
private struct CapitalizedWords {
  private let draft: Draft
  private let survey: Survey
  private var words: [UInt32: [String]]?

  init(_ draft: Draft, _ survey: Survey) {
    self.draft = draft
    self.survey = survey
  }

  /// Words of the draft that begin with the same four bytes, in order.
  mutating func beginning(like token: Token) -> [String] {
    let all = words ?? gathered()
    words = all
    return all[head(token)] ?? []
  }

  private func gathered() -> [UInt32: [String]] {
    var words: [UInt32: [String]] = [:]
    var seen: Set<TokenKey> = []
    for token in survey[.capitalized].lazy.map({ draft.tokens[$0] }) where token.length > 4 {
      if seen.insert(token.key).inserted { words[head(token), default: []].append(draft.string(draft.stem(of: token))) }
    }
    return words
  }

  private func head(_ token: Token) -> UInt32 {
    draft.text[Int(token.start)..<Int(token.start) + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
