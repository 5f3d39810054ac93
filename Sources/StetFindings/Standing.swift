/// Why a finding does not count: somebody looked at it and said so.
public struct Silence: Hashable, Sendable {
  /// Where it was said. The raw values are SARIF's words.
  public enum Kind: String, Sendable {
    /// By a comment or `[sic]` in the draft.
    case inSource
    /// In a file beside the drafts: an ignore list.
    case external
  }

  public let kind: Kind
  /// In the words of whoever silenced it.
  public let reason: String?

  public init(_ kind: Kind, reason: String? = nil) {
    self.kind = kind
    self.reason = reason
  }
}

/// What a baseline knows of a finding. The raw values are SARIF's words.
public enum BaselineState: String, Sendable, CaseIterable {
  /// The baseline does not have it: it counts.
  case new
  /// It was there when the baseline was written, and does not count.
  case unchanged
  /// The baseline has it and the draft no longer does.
  case absent
}

/// A finding that a baseline has and the draft no longer does. It has no place, since its text is gone.
public struct AbsentFinding: Hashable, Sendable {
  public let check: String
  public let fingerprint: String
  /// What it said, if the baseline tells.
  public let message: String?

  public init(check: String, fingerprint: String, message: String? = nil) {
    self.check = check
    self.fingerprint = fingerprint
    self.message = message
  }
}

extension Finding {
  /// The same, with the mark in the draft that silenced it.
  public func silenced(by suppression: Suppression) -> Finding {
    var finding = self
    finding.silence = Silence(.inSource, reason: suppression.reason ?? (suppression.kind == .sic ? suppression.kind.rawValue : nil))
    return finding
  }
}
