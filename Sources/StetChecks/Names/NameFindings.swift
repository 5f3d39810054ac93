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
    guard let first = use.matches.first else { return nil }
    let entries = use.matches.map { matches.shared(of: $0) }
    let options = zip(use.matches, entries).map { Replacement(of: $0, entry: $1, in: draft) }
    let span = options[0].span
    let texts = options.count == 1 ? [options[0].text] : options.map(\.text).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let policy = use.isQuoted ? matches.quotes(of: first) : .check
    if policy == .skip { return nil }
    if texts.count == 1, draft.reads(texts[0], at: span) { return nil }

    let grade = grade(of: first)
    let isSure = grade == .listed || grade == .system
    let severity = policy == .note ? Severity.note : entries[0].entry.severity ?? (isSure ? .error : .warning)
    var finding = Finding(check: check, severity: severity, span: span, message: message(span, use, texts, entries[0].entry.term))
    finding.replacements = texts
    finding.grade = grade
    if grade == .system { finding.systems = matches.systems(of: first).map(\.id) }
    finding.entry = entries[0].entry.term
    finding.glossary = matches.glossary(of: first).name
    finding.why = grade == .listed ? entries[0].entry.note : why(first, entries[0].entry)
    if texts.count == 1, !options[0].edits.isEmpty {
      finding.fix = Fix(options[0].edits, isSure && isSafe(use, policy) ? .safe : .review)
    }
    return finding
  }

  private func grade(of match: Match) -> Grade {
    if case .rendering(let grade) = match.form { return grade }
    return .listed
  }

  private func message(_ span: Span, _ use: NameUse, _ texts: [String], _ term: String) -> String {
    let seen = draft.quoted(span)
    if texts.count > 1 { return "‘\(seen)’ may be " + texts.map { "‘\($0)’" }.joined(separator: " or ") }
    let condition = use.identity == .possible ? " if \(term) is meant" : ""
    if use.matches[0].isSlip { return "‘\(seen)’ looks like a slip for ‘\(texts[0])’\(condition)" }
    return "‘\(seen)’ should be ‘\(texts[0])’\(condition)"
  }

  /// Nothing else can be meant: a place, a body, a thing; or a person whom the draft names in full. Never in a byline.
  private func isSafe(_ use: NameUse, _ policy: Entry.QuotationPolicy) -> Bool {
    guard use.identity == .certain, policy == .check, use.matches.count == 1 else { return false }
    return draft.segment(ofToken: use.matches[0].tokens.lowerBound)?.role != .byline
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
