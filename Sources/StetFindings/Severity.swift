/// How sure Stet is that something is wrong.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Worth knowing; never fails a run unless asked to.
  case note
  /// Probably wrong: look.
  case warning
  /// Wrong beyond reasonable doubt.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// How a name was recognised, from surest to least sure.
public enum Grade: String, Sendable, CaseIterable {
  /// The glossary lists this very form.
  case listed
  /// An exact rendering of a source form by a published romanization system.
  case system
  /// Meets a rendering on the strict key.
  case skeleton
  /// Confirmed by weighted distance.
  case fuzzy
  /// A Slavic case ending carried into Latin letters.
  case `case`
}
