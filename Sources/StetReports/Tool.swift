import StetFindings

/// What reports tell about Stet itself.
public struct Tool: Sendable {
  /// Stet's own version.
  public let version: String
  /// Where the project has its page, without a `/` at its end; nil if nobody said.
  public let home: String?
  /// Every check there is, in order of id.
  public let checks: [About]

  public init(version: String, home: String? = nil, checks: [About] = []) {
    self.version = version
    self.home = home.map { String($0.reversed().drop { $0 == "/" }.reversed()) }
    self.checks = checks
  }

  /// The part of the reference page that is about a check.
  func page(of check: String) -> String? { home.map { "\($0)/blob/main/.github/CHECKS.md#\(check)" } }
}
