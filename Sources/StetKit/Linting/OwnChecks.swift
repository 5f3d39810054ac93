import StetFindings
import StetText

/// The checks on files rather than on copy, which the linter makes from what it learns on the way.
enum OwnChecks {
  static let abouts = [unusedSuppression, unknownSuppression, glossaryFault, configurationFault]

  static let glossaryFault = About(
    id: "glossary-fault", group: .files, severity: .error, fix: .none,
    summary: "A glossary cannot be read, or contradicts itself.",
    why: "Stet would look for the wrong names. Told on standard error, with exit code 2, before any draft is read.",
    examples: [])

  static let configurationFault = About(
    id: "configuration-fault", group: .files, severity: .error, fix: .none,
    summary: "A configuration, an ignore list or a baseline says something that Stet does not understand.",
    why: "A setting that is passed over in silence is taken for one that works. Told on standard error, with exit code 2.",
    examples: [])

  static let unusedSuppression = About(
    id: "unused-suppression", group: .files, severity: .warning, fix: .none,
    summary: "A suppression silences nothing.",
    why: "It was meant for copy that has changed since, and would hide the next fault there.",
    examples: [])

  static let unknownSuppression = About(
    id: "unknown-suppression", group: .files, severity: .warning, fix: .none,
    summary: "A suppression names a check that does not exist.",
    why: "The finding it was meant for is still reported, or nothing is.",
    examples: [])

  /// What the suppressions of a draft have to answer for.
  static func findings(_ outcome: Suppressions.Outcome) -> [Finding] {
    let unused = outcome.unused.map { suppression in
      let checks = suppression.checks.isEmpty ? "" : " of " + suppression.checks.joined(separator: ", ")
      return unusedSuppression.finding(suppression, "the suppression\(checks) silences nothing here")
    }
    let unknown = outcome.unknown.map { suppression, name in
      Self.unknown(name, suppression.span)
    }
    return unused + unknown
  }

  static func unknown(_ check: String, _ span: Span) -> Finding {
    Finding(
      check: unknownSuppression.id, severity: unknownSuppression.severity, span: span,
      message: "‘\(check)’ is no check" + suggestion(for: check, among: AllChecks.abouts.map(\.id)))
  }

  /// Of an entry in an ignore list.
  static func unused(_ check: String, _ text: String, _ span: Span) -> Finding {
    Finding(
      check: unusedSuppression.id, severity: unusedSuppression.severity, span: span,
      message: "the entry for ‘\(text)’ of \(check) silences nothing")
  }
}

extension About {
  fileprivate func finding(_ suppression: Suppression, _ message: String) -> Finding {
    Finding(check: id, severity: severity, span: suppression.span, message: message)
  }
}
