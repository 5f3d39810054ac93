import StetText

/// A mark in the draft that silences checks: a comment, or `[sic]` after a word.
public struct Suppression: Hashable, Sendable {
  /// What the mark is; the raw value is what a journalist writes.
  public enum Kind: String, Sendable, CaseIterable {
    /// From the comment to the `stet-enable` that ends it, or to the end of the draft.
    case block = "stet-disable"
    /// The line of the file on which the comment stands.
    case line = "stet-disable-line"
    /// The next line that is neither blank nor only comments.
    case nextLine = "stet-disable-next-line"
    /// The whole draft, wherever the comment stands.
    case file = "stet-disable-file"
    /// Ends blocks; silences nothing itself.
    case enable = "stet-enable"
    /// `[sic]` or `(sic)`: what ends right before it is meant so. Being plain English, it is never called unused.
    case sic = "[sic]"
    /// A comment that begins like one of ours and is none.
    case unknown = ""
  }

  public let kind: Kind
  /// The checks it names; empty means every check.
  public internal(set) var checks: [String]
  /// What was written after `--`.
  public let reason: String?
  /// The comment, or the three tokens of `[sic]`.
  public let span: Span
  /// Where it silences: findings that begin here. Of `[sic]`: the span of the mark itself.
  public internal(set) var effect: Span

  /// Where a block ends earlier for one check, because a `stet-enable` named it.
  var ends: [String: Int] = [:]
  /// A `stet-enable` that ended no block.
  var isIdle = false

  /// Whether a finding that begins at `offset` falls under it. `end` is the length of the draft: a finding at its very
  /// end ("the text breaks off") belongs to its last line.
  func covers(_ check: String, at offset: Int, end: Int) -> Bool {
    guard checks.isEmpty || checks.contains(check), offset < ends[check] ?? .max else { return false }
    return effect.contains(offset) || (offset == end && effect.end == end && !effect.isEmpty)
  }
}

/// What a suppression comment says, before it is known where it applies.
struct Directive {
  let name: Substring
  let checks: [String]
  let reason: String?

  /// Reads `<!-- stet-disable a, b -- reason -->`; nil for any other comment.
  init?(comment: String) {
    guard comment.hasPrefix("<!--"), comment.hasSuffix("-->"), comment.utf8.count >= 7 else { return nil }
    let words = comment.dropFirst(4).dropLast(3).split(whereSeparator: \.isWhitespace)
    guard let name = words.first, name.lowercased().hasPrefix("stet-") else { return nil }
    self.name = name
    // Word processors make a dash of two hyphens.
    let rest = words.dropFirst()
    let dash = rest.firstIndex { ["--", "—", "–"].contains($0) } ?? rest.endIndex
    var checks: [String] = []
    for check in rest[..<dash].flatMap({ $0.split(separator: ",") }) where !checks.contains(String(check)) {
      checks.append(String(check))
    }
    self.checks = checks
    let reason = rest[dash...].dropFirst().joined(separator: " ")
    self.reason = reason.isEmpty ? nil : reason
  }

  var kind: Suppression.Kind {
    let kind = Suppression.Kind(rawValue: String(name))
    return kind == .sic ? .unknown : kind ?? .unknown
  }
}
