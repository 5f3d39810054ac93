import Foundation
import StetFindings
import StetTestSupport
import StetText

@testable import StetReports

extension DraftReport {
  /// A finding at every mark, in a draft of this name.
  static func marked(
    _ text: String, path: String = "drafts/report.md", check: String = "name-variant", severity: Severity = .error,
    replacements: [String] = [], _ change: (inout Finding) -> Void = { _ in }
  ) -> DraftReport {
    let marked = Marked(text)
    let draft = marked.draft(path: path)
    return DraftReport(
      draft,
      findings: marked.spans.map { span in
        var finding = Finding(check: check, severity: severity, span: span, message: "‘\(draft.string(span))’ is wrong")
        finding.replacements = replacements
        change(&finding)
        return finding
      })
  }
}

/// Drafts that no editor would send on purpose.
enum Odd {
  static let pieces = [
    "Kyiv", " ", "\t", "\n", "\r\n", "\r", "\u{0}", "\u{1B}[31m", "\u{9B}2J", "\u{7F}", "\u{202E}", "\u{2066}",
    "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{301}", "e\u{301}", "é", "漢字", "ｋ", "한", "각", "👩‍👩‍👧",
    "🇺🇦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☎️", "1️⃣", "👍🏽", "‘", "\"", "\\", "क्ष", "שלום",
    "Зеленський", "…", "{", "}", "</script>", "\u{10FFFF}", "\u{FFFD}",
  ]

  static func text(_ dice: inout Dice, _ count: Int) -> String {
    (0..<count).map { _ in dice.pick(pieces) }.joined()
  }

  /// Any span whose ends cut no scalar.
  static func span(in text: String, _ dice: inout Dice) -> Span {
    var ends = [0]
    for scalar in text.unicodeScalars { ends.append(ends[ends.count - 1] + String(scalar).utf8.count) }
    let a = dice.pick(ends), b = dice.pick(ends)
    return Span(min(a, b), max(a, b))
  }
}

extension NSDictionary {
  /// What stands at “a.b.c”; of a list on the way, of each of its elements.
  func at(_ path: String) -> Any? {
    func step(_ value: Any, _ keys: ArraySlice<Substring>) -> Any? {
      if let list = value as? [Any] { return list.compactMap { step($0, keys) } }
      guard let key = keys.first else { return value }
      return (value as? [String: Any])?[String(key)].flatMap { step($0, keys.dropFirst()) }
    }
    return step(self, path.split(separator: ".")[...])
  }
}
