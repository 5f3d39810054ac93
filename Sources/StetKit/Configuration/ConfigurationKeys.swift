/// The keys of a configuration file, and of its overrides. The JSON Schema in `.github/schemas` has the same ones.
enum ConfigurationKey: String, CaseIterable {
  case root, glossaries, select, ignore, severity
  case failOn = "fail-on"
  case exclude, quotes, style, baseline
  case ignoreList = "ignore-list"
  case overrides
}

/// The keys of one item of `overrides`.
enum OverrideKey: String, CaseIterable {
  case files, glossaries, select, ignore, severity
  case failOn = "fail-on"
  case quotes, style, baseline
  case ignoreList = "ignore-list"

  /// Where it stands at the top of a file, too.
  var general: ConfigurationKey? { ConfigurationKey(rawValue: rawValue) }
}

/// The keys of `style`.
enum StyleKey: String, CaseIterable {
  case acronyms, dashes, superlatives
  case quotationMarks = "quotation-marks"
  case closingMarks = "closing-marks"
  case dates, percentages, thousands
}

/// What `severity` says of a check.
public enum CheckSeverity: String, Sendable, CaseIterable { case error, warning, note, off }

/// `true` or `false`.
enum Truth: String, CaseIterable { case `true`, `false` }
