import StetFindings
import StetGlossary
import StetText

/// Findings for forms that a glossary lists beside its names: calques, acronyms, boilerplate.
struct ListedForms {
  let about: About
  let draft: Draft
  let matches: DraftMatches

  /// One finding for each place, for review; a place that fits several entries lists them all.
  func findings(of form: Match.Form, _ message: (_ seen: String, _ wanted: [String]) -> String) -> [Finding] {
    var findings: [Finding] = []
    for match in matches.all where match.form == form {
      let entry = matches.entry(of: match)
      if isSilent(match, entry) { continue }
      if let last = findings.last, last.span == match.span {
        // The desk's own glossary comes before the built-in one, and the first given before the second.
        if last.glossary != matches.glossaryName(of: match) { continue }
        findings[findings.count - 1] = merged(last, match, entry, message)
        continue
      }
      let seen = seen(match)
      let wanted = replacement(match, entry)
      var finding = Finding(
        check: about.id, severity: severity(match, entry), span: match.span, message: message(seen, wanted))
      finding.replacements = wanted
      finding.grade = .listed
      finding.why = entry.note
      finding.entry = entry.term.isEmpty ? nil : entry.term
      finding.glossary = matches.glossaryName(of: match)
      if let text = wanted.first { finding.fix = Fix([Edit(match.span, text)], .review) }
      findings.append(finding)
    }
    return findings
  }

  private func merged(_ finding: Finding, _ match: Match, _ entry: Entry, _ message: (String, [String]) -> String) -> Finding {
    let wanted = finding.replacements + replacement(match, entry).filter { !finding.replacements.contains($0) }
    var both = Finding(check: finding.check, severity: finding.severity, span: finding.span, message: message(seen(match), wanted))
    both.replacements = wanted
    both.grade = .listed
    both.entry = finding.entry
    both.glossary = finding.glossary
    both.why = finding.why
    both.fix = wanted.count == 1 ? finding.fix : nil
    return both
  }

  private func isSilent(_ match: Match, _ entry: Entry) -> Bool { isQuoted(match) && entry.quotes == .skip }

  private func isQuoted(_ match: Match) -> Bool { draft.tokens[match.tokens.lowerBound].flags.contains(.quoted) }

  private func severity(_ match: Match, _ entry: Entry) -> Severity {
    isQuoted(match) && entry.quotes == .note ? .note : entry.severity ?? about.severity
  }

  private func seen(_ match: Match) -> String {
    draft.string(match.span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func replacement(_ match: Match, _ entry: Entry) -> [String] {
    guard !entry.term.isEmpty else { return [] }
    return [entry.term]
  }
}
