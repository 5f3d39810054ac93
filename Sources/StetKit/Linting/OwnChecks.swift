import StetFindings

/// The checks on files rather than on copy, which the linter makes from what it learns on the way.
enum OwnChecks {
  static let abouts = [unusedSuppression, unknownSuppression]

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
      unknownSuppression.finding(suppression, "‘\(name)’ is no check" + suggestion(for: name, among: AllChecks.abouts.map(\.id)))
    }
    return unused + unknown
  }
}

extension About {
  fileprivate func finding(_ suppression: Suppression, _ message: String) -> Finding {
    Finding(check: id, severity: severity, span: suppression.span, message: message)
  }
}
