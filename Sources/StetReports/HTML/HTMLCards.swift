import StetFindings
import StetText

/// Writes what is said about a passage: a card for each finding.
struct HTMLCards {
  /// Places of a finding that get a link before the rest is only counted.
  static let relatedLimit = 20

  private let draft: Draft
  private let positions: Positions
  private let prefix: String
  /// Which finding gives a reason first; the others refer to it.
  private let reasons: [String: Int]

  init(_ draft: Draft, _ positions: Positions, prefix: String, _ numbered: [(number: Int, finding: Finding)]) {
    self.draft = draft
    self.positions = positions
    self.prefix = prefix
    let given = numbered.compactMap { number, finding in finding.why.map { ($0, number) } }
    reasons = Dictionary(given, uniquingKeysWith: min)
  }

  /// Nothing if there are none.
  func list(_ findings: [(number: Int, finding: Finding)], label: String) -> String {
    if findings.isEmpty { return "" }
    let cards = findings.map { card($0.number, $0.finding) }.joined()
    return "<ol class=\"notes\" aria-label=\"\(label)\">\n\(cards)</ol>"
  }

  private func card(_ number: Int, _ finding: Finding) -> String {
    let place = positions.position(of: finding.place.start)
    var target = "\(prefix)-m\(number)"
    if finding.isMarkedElsewhere, let place = finding.firstPlace { target = "\(prefix)-r\(number)-\(place)" }
    let instead = instead(of: finding)
    // “‘Kiev’ should be ‘Kyiv’” says no more than what is struck out and put in.
    let isPlain = finding.replacements.first.map { finding.message == "‘\(draft.string(finding.span))’ should be ‘\($0)’" } ?? false
    var lines = [
      """
      <p class="message"><a class="number" href="#\(target)" aria-label="Finding \(number): to its place in the text">\(number)</a> \
      <strong class="severity">\(finding.severity)</strong> \(isPlain ? instead ?? "" : HTML.escaped(finding.message))</p>
      """
    ]
    if let instead, !isPlain { lines.append("<p>\(instead)</p>") }
    if let why = finding.why {
      let first = reasons[why] ?? number
      let text = first == number ? HTML.escaped(why) : "for the reason given in <a href=\"#\(prefix)-n\(first)\">\(first)</a>"
      lines.append("<p class=\"why\">\(text)</p>")
    }
    if !finding.related.isEmpty { lines.append(related(number, finding)) }
    let check = HTML.escaped(finding.check)
    lines.append(
      "<p class=\"meta\"><a href=\"#check-\(check)\">\(check)</a> · line \(place.line)\(HTMLCards.fixing(finding.fix))</p>")
    let attributes = HTML.attributes([
      "class": "note is-\(finding.severity)", "id": "\(prefix)-n\(number)", "data-check": finding.check,
      "data-severity": finding.severity.rawValue, "tabindex": "-1",
    ])
    return "<li\(attributes)>\n\(lines.joined(separator: "\n"))\n</li>\n"
  }

  private func instead(of finding: Finding) -> String? {
    let replacements = finding.replacements.prefix(5)
    guard !replacements.isEmpty else { return nil }
    let old = HTML.cut(draft.string(finding.span), to: 120)
    let new = replacements.map { $0.isEmpty ? "<em>nothing</em>" : "<ins>\(HTML.escaped(HTML.cut($0, to: 240)))</ins>" }
    let struck = old.isEmpty ? "" : "<del>\(HTML.escaped(old))</del> <span role=\"img\" aria-label=\"should be\">→</span> "
    return "<span class=\"instead\" dir=\"auto\">\(struck)\(new.joined(separator: " or "))</span>"
  }

  private func related(_ number: Int, _ finding: Finding) -> String {
    let places = finding.related.prefix(HTMLCards.relatedLimit).enumerated().map { index, related in
      if let elsewhere = related.elsewhere {
        return "<li>\(HTML.escaped(elsewhere.path)), line \(elsewhere.start.line): \(HTML.escaped(related.message))</li>"
      }
      let line = positions.position(of: related.span.start).line
      return "<li><a href=\"#\(prefix)-r\(number)-\(index)\">line \(line)</a>: \(HTML.escaped(related.message))</li>"
    }
    let rest = finding.related.count - places.count
    return "<ul class=\"places\">" + places.joined() + (rest > 0 ? "<li>and \(rest) more</li>" : "") + "</ul>"
  }

  private static func fixing(_ fix: Fix?) -> String {
    switch fix?.safety {
    case .safe: " · <span title=\"“stet fix” makes this change\">safe fix</span>"
    case .review: " · <span title=\"“stet fix --review” makes this change\">fix for review</span>"
    case nil: ""
    }
  }
}
