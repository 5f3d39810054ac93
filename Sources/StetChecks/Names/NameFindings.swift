import StetFindings
import StetGlossary
import StetICU
import StetNames
import StetText

/// Words findings about names, for every check that reports one.
struct NameFindings {
  let check: String
  let draft: Draft
  let matches: DraftMatches

  /// The finding for a name written otherwise than its glossary wants; nil where the entry's policy is silence.
  func finding(for use: NameUse) -> Finding? {
    let policy = use.isQuoted ? matches.quotes(of: use.match) : .check
    if policy == .skip { return nil }
    let shared = matches.shared(of: use.match), term = shared.entry.term
    let wanted = Replacement(of: use.match, entry: shared, in: draft), span = wanted.span
    let texts = use.others.isEmpty ? wanted.texts : allTexts(wanted, use.others)
    if texts.count == 1, draft.reads(texts[0], at: span) { return nil }

    let grade = grade(of: use.match)
    let isSure = grade == .listed || grade == .system
    let severity = policy == .note ? Severity.note : shared.entry.severity ?? (isSure ? .error : .warning)
    let hasFix = texts.count == 1 && !wanted.edits.isEmpty
    return Finding(
      check: check, severity: severity, span: span, wording: wording(span, use, texts, term),
      why: grade == .listed ? shared.entry.note : why(use.match, shared.entry), replacements: texts,
      fix: hasFix ? Fix(wanted.edits, isSure && isSafe(use, policy) ? .safe : .review) : nil, entry: term,
      glossary: matches.glossaryName(of: use.match), grade: grade,
      systems: grade == .system ? matches.systems(of: use.match).map(\.id) : [])
  }

  /// What should stand there, by every entry that fits, each text once.
  private func allTexts(_ first: Replacement, _ others: [Match]) -> [String] {
    others.reduce(into: first.texts) { texts, match in
      let text = Replacement(of: match, entry: matches.shared(of: match), in: draft).text
      if !texts.contains(text) { texts.append(text) }
    }
  }

  private func grade(of match: Match) -> Grade {
    if case .rendering(let grade) = match.form { return grade }
    return .listed
  }

  private func wording(_ span: Span, _ use: NameUse, _ texts: [String], _ term: String) -> Finding.Wording {
    let seen = draft.quoted(span)
    if texts.count > 1 { return .text("‘\(seen)’ may be " + texts.map { "‘\($0)’" }.joined(separator: " or ")) }
    if !use.match.isSlip, use.identity != .possible { return .shouldBe(seen: seen, wanted: texts[0]) }
    let fault = use.match.isSlip ? "looks like a slip for" : "should be"
    return .text("‘\(seen)’ \(fault) ‘\(texts[0])’" + (use.identity == .possible ? " if \(term) is meant" : ""))
  }

  /// Nothing else can be meant: a place, a body, a thing; or a person whom the draft names in full. Never in a byline.
  private func isSafe(_ use: NameUse, _ policy: Entry.QuotationPolicy) -> Bool {
    guard use.identity == .certain, policy == .check, use.others.isEmpty else { return false }
    return draft.segment(ofToken: use.match.tokens.lowerBound)?.role != .byline
  }

  /// The systems worth naming: published ones of the entry's own language, else the English press, else published ones of
  /// another language, else whatever there is.
  private func telling(_ systems: [RomanizationSystem], _ entry: Entry) -> [RomanizationSystem] {
    let own = systems.filter { $0.language == entry.from.first?.tableLanguage }
    let choices = [
      own.filter { !$0.name.hasPrefix("Press-") }, own.filter { $0.name.hasPrefix("Press-en") },
      systems.filter { !$0.name.hasPrefix("Press-") }, own, systems,
    ]
    return choices.first { !$0.isEmpty } ?? []
  }

  /// The entry's own note, and for a derived form where it comes from.
  private func why(_ match: Match, _ entry: Entry) -> String? {
    if grade(of: match) == .case {
      let language = entry.from.first.map { languageName($0.language) } ?? "source-language"
      return "‘\(draft.string(match.span))’ looks like a case form of \(entry.term) (\(language) name)"
    }
    guard grade(of: match) == .system else { return entry.note }
    let systems = telling(matches.systems(of: match), entry)
    guard let system = systems.first(where: \.isWidelyKnown) ?? systems.first else { return entry.note }
    let seen = draft.quoted(match.span)
    let language = languageName(system.language)
    let own = entry.from.first.map { languageName($0.language) }
    let isOther = own != language && !systems.contains { languageName($0.language) == own }
    let origin = isOther ? "the \(language)-based form of \(entry.term)" : "a romanization of the \(language) name"
    let origins = "‘\(seen)’ is \(origin) (\(system.label))"
    return entry.note.map { "\(origins); \($0)" } ?? origins
  }
}

extension RomanizationSystem {
  /// What an atlas, a passport or a foreign ministry uses, before what a library does.
  fileprivate var isWidelyKnown: Bool { name.hasPrefix("BGN-PCGN") || name.hasPrefix("KMU") }
}
