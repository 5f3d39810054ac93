import StetFindings
import StetText

/// Copy with so much damage that it should be compared with its source as a whole.
///
/// One finding is no verdict: one in seven clean articles of 400 words has one. Counted is what translation damages and
/// editors seldom do: findings of the garble group and of scripts, errors and warnings; not quotation marks, which people
/// get wrong as well, nor names, which a house may have chosen. Thresholds, set on published copy:
///
/// - two findings of two kinds, or three of one, within 150 words for each finding;
/// - in longer copy fewer are enough for each word, but never fewer than five: one in 400 words.
struct DamagedCopyCheck: DraftCheck {
  static let about = About(
    id: "damaged-copy", group: .draft, severity: .note, fix: .none,
    summary: "The copy has so many faults that the whole should be compared with its source.",
    why: "Where many places are plainly damaged, others are damaged so that only the source can tell.",
    examples: [])

  func findings(in draft: Draft, given findings: [Finding]) -> [Finding] {
    let evidence = findings.filter { counts($0) }
    let kinds = Set(evidence.map(\.check)).count
    let words = draft.tokens.lazy.filter { $0.kind == .word || $0.kind == .number }.count
    guard isDamaged(count: evidence.count, kinds: kinds, words: words), let first = evidence.first else { return [] }
    var finding = Finding(
      check: Self.about.id, severity: Self.about.severity, span: first.span,
      message: "\(evidence.count) findings of \(kinds) kind\(kinds == 1 ? "" : "s") in \(words) words: compare this copy with its source")
    finding.related = evidence.map { Finding.Related($0.span, $0.message) }
    return [finding]
  }

  func isDamaged(count: Int, kinds: Int, words: Int) -> Bool {
    guard count >= 3 || count == 2 && kinds == 2 else { return false }
    return words <= count * 150 || count >= 5 && words <= count * 400
  }

  private func counts(_ finding: Finding) -> Bool {
    guard finding.severity != .note, !Self.uncounted.contains(finding.check) else { return false }
    return Catalogue.about(finding.check)?.group == .garble || Self.counted.contains(finding.check)
  }

  private static let uncounted: Set = ["unbalanced-quote"]
  private static let counted: Set = ["foreign-script", "mixed-script", "name-case-ending", "name-calque", "name-lowercase"]
}
