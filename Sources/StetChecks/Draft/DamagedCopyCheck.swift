import StetFindings
import StetText

/// Copy with so much damage that it should be compared with its source as a whole.
///
/// One finding is no verdict: one in seven clean articles of 400 words has one. Counted are errors and warnings of the
/// garble group and those on scripts; not names, which a house may have chosen, and one leftover of a web page at most. A
/// quotation mark that people get wrong as well, or such a leftover, counts only beside something surer.
///
/// Thresholds, set on published copy, clean and garbled:
///
/// - two findings of two kinds with 150 words or fewer for each, or two of one kind with 110 or fewer;
/// - never in fewer than 50 words, where every place has been told anyway;
/// - in longer copy five findings of three kinds, with 400 words or fewer for each.
struct DamagedCopyCheck: DraftCheck {
  static let about = About(
    id: "damaged-copy", group: .draft, severity: .note, fix: .none,
    summary: "The copy has so many faults that the whole should be compared with its source.",
    why: "Where many places are plainly damaged, others are damaged so that only the source can tell.",
    examples: [])

  func findings(in draft: Draft, given findings: [Finding]) -> [Finding] {
    let evidence = evidence(among: findings, in: draft)
    guard evidence.count > 1 else { return [] }
    let sure = evidence.filter { !Self.seconding.contains($0.check) }.count
    let kinds = Set(evidence.map(\.check)).count
    var words = 0
    // In more words than these so many findings prove nothing.
    for token in draft.tokens where token.kind == .word || token.kind == .number {
      words += 1
      if words > evidence.count * 400 { return [] }
    }
    guard sure > 0, isDamaged(count: evidence.count, kinds: kinds, words: words), let first = evidence.first else { return [] }
    var finding = Finding(
      check: Self.about.id, severity: Self.about.severity, span: first.span,
      message: "\(evidence.count) findings of \(kinds) kind\(kinds == 1 ? "" : "s") in \(words) words: compare this copy with its source")
    finding.related = evidence.map { Finding.Related($0.span, $0.message) }
    return [finding]
  }

  private func isDamaged(count: Int, kinds: Int, words: Int) -> Bool {
    guard count >= 2, words >= 50 else { return false }
    return words <= count * (kinds > 1 ? 150 : 110) || count >= 5 && kinds >= 3 && words <= count * 400
  }

  private func evidence(among findings: [Finding], in draft: Draft) -> [Finding] {
    var hasBoilerplate = false
    var seen: Set<String> = []
    return findings.filter { finding in
      guard finding.severity != .note, Self.counted.contains(finding.check) else { return false }
      // One name that was typed wrong throughout is one fault.
      guard seen.insert(finding.check + " " + draft.string(finding.span)).inserted else { return false }
      defer { hasBoilerplate = hasBoilerplate || finding.check == "boilerplate" }
      return finding.check != "boilerplate" || !hasBoilerplate
    }
  }

  /// What says nothing by itself.
  private static let seconding: Set = ["unbalanced-quote", "boilerplate"]
  /// What machine translation leaves, in words and in names.
  private static let counted = Set(Catalogue.allAbouts.filter { $0.group == .garble }.map(\.id))
    .union(["foreign-script", "mixed-script", "name-case-ending", "name-calque", "name-lowercase"])
}
