import StetFindings
import StetText

/// Writes the text of a draft with marks in it, block by block.
struct HTMLProse {
  /// Something to be marked.
  struct Mark {
    let span: Span
    /// The number of the finding it belongs to; nil for another place of one.
    let number: Int?
    let severity: Severity
    /// Where a link to this place leads.
    let id: String
  }

  private let draft: Draft
  /// In the order of their starts.
  private let marks: [Mark]
  /// Makes ids unlike those of other drafts.
  private let prefix: String
  private var next = 0
  private var open: [Mark] = []

  init(_ draft: Draft, marks: [Mark], prefix: String) {
    self.draft = draft
    self.marks = marks.sorted { ($0.span, $0.number ?? .max, $0.id) < ($1.span, $1.number ?? .max, $1.id) }
    self.prefix = prefix
  }

  /// - Precondition: Blocks are asked for in their order.
  /// - Parameter isLast: What is marked behind the text stands at its end.
  mutating func text(of block: HTMLBlock, isLast: Bool) -> String {
    var begun: [Mark] = []
    while next < marks.count, isLast || marks[next].span.start <= block.span.end {
      begun.append(marks[next])
      next += 1
    }
    let here = (open + begun).map { (mark: $0, span: $0.span.clamped(to: block.span), isNew: false) }
    let firstNew = open.count
    var result = ""
    var active: [Mark] = []
    var waiting = here.enumerated().map { (mark: $1.mark, span: $1.span, isNew: $0 >= firstNew) }[...]
    var cuts = Set([block.span.start, block.proseStart, block.span.end])
    for item in here { cuts.formUnion([item.span.start, item.span.end]) }
    let ordered = cuts.filter { block.span.start <= $0 && $0 <= block.span.end }.sorted()
    for (index, cut) in ordered.enumerated() {
      active.removeAll { $0.span.end <= cut }
      while let item = waiting.first, item.span.start <= cut {
        waiting.removeFirst()
        if item.isNew { result += anchor(item.mark) }
        if item.span.isEmpty { result += caret(item.mark, isNew: item.isNew) } else { active.append(item.mark) }
      }
      guard index + 1 < ordered.count else { break }
      let piece = Span(cut, ordered[index + 1])
      result += marked(piece, active, isMarkup: piece.end <= block.proseStart)
    }
    open = (open + begun).filter { $0.span.end > block.span.end }
    return result
  }

  private func anchor(_ mark: Mark) -> String { "<span\(HTML.attributes(["id": mark.id]))></span>" }

  /// A place without text: something is missing there.
  private func caret(_ mark: Mark, isNew: Bool) -> String {
    guard let number = mark.number, isNew else { return "" }
    return link([mark], "‸") + number.superscript
  }

  private func marked(_ piece: Span, _ active: [Mark], isMarkup: Bool) -> String {
    let text = HTML.escaped(draft.string(piece))
    let findings = active.filter { $0.number != nil }
    if findings.isEmpty {
      if !active.isEmpty { return "<span class=\"related\">\(text)</span>" }
      return isMarkup ? "<span class=\"markup\">\(text)</span>" : text
    }
    return link(findings, text) + findings.filter { $0.span.end == piece.end }.compactMap { $0.number?.superscript }.joined()
  }

  private func link(_ findings: [Mark], _ text: String) -> String {
    let numbers = findings.compactMap(\.number)
    let severity = findings.map(\.severity).max() ?? .note
    let notes = numbers.map { "\(prefix)-n\($0)" }
    return "<mark class=\"is-\(severity)\" data-notes=\"\(notes.joined(separator: " "))\">"
      + "<a href=\"#\(notes.first ?? "")\">\(text)</a></mark>"
  }
}

extension Int {
  fileprivate var superscript: String { "<sup aria-hidden=\"true\">\(self)</sup>" }
}

extension Span {
  fileprivate func clamped(to other: Span) -> Span {
    Span(Swift.min(Swift.max(start, other.start), other.end), Swift.min(Swift.max(end, other.start), other.end))
  }
}
