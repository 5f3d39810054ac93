import StetFindings
import StetText

/// Writes the article of one draft: its prose, and beside each passage what is said about it.
struct HTMLDraft {
  private let report: DraftReport
  private let tool: Tool
  /// Makes ids unlike those of other drafts.
  let id: String

  init(_ report: DraftReport, _ tool: Tool) {
    self.report = report
    self.tool = tool
    id = "d" + fingerprint(of: [report.path])
  }

  var article: String {
    var body = ""
    if let failure = report.failure { body += "<p class=\"failure\"><strong>Not checked:</strong> \(HTML.escaped(failure))</p>\n" }
    if let draft = report.draft { body += prose(of: draft) + setAside(in: draft) }
    return """
      <article id="\(id)" aria-labelledby="\(id)-title">
      <h2 id="\(id)-title">\(HTML.escaped(report.path))</h2>
      \(body)</article>

      """
  }

  private func prose(of draft: Draft) -> String {
    let positions = Positions(draft), blocks = HTMLBlock.blocks(of: draft)
    // What concerns the whole draft stands above its text.
    let ordered =
      report.findings.filter(\.concernsWholeDraft) + report.findings.filter { !$0.concernsWholeDraft }.sorted { $0.place < $1.place }
    let numbered = ordered.enumerated().map { (number: $0 + 1, finding: $1) }
    let cards = HTMLCards(draft, positions, prefix: id, numbered)
    var prose = HTMLProse(draft, marks: marks(numbered), prefix: id)
    var result = cards.list(numbered.filter(\.finding.concernsWholeDraft), label: "On the draft as a whole")
    var rest = numbered.filter { !$0.finding.concernsWholeDraft }[...]
    for (index, block) in blocks.enumerated() {
      let isLast = index == blocks.count - 1
      let here = rest.prefix { isLast || $0.finding.place.start <= block.span.end }
      rest = rest.dropFirst(here.count)
      let line = positions.position(of: block.span.start).line
      let notes = cards.list(Array(here), label: "On line \(line)")
      result += "<div class=\"block\">" + HTMLDraft.element(block, prose.text(of: block, isLast: isLast)) + notes + "</div>\n"
    }
    return result + cards.list(Array(rest), label: "On the draft")
  }

  private func marks(_ numbered: [(number: Int, finding: Finding)]) -> [HTMLProse.Mark] {
    numbered.flatMap { number, finding in
      let own = HTMLProse.Mark(span: finding.place, number: number, severity: finding.severity, id: "\(id)-m\(number)")
      let related = finding.related.prefix(HTMLCards.relatedLimit).enumerated().filter { $1.elsewhere == nil }.map { place, related in
        HTMLProse.Mark(span: related.span, number: nil, severity: finding.severity, id: "\(id)-r\(number)-\(place)")
      }
      return (finding.isMarkedElsewhere ? [] : [own]) + related
    }
  }

  private static func element(_ block: HTMLBlock, _ text: String) -> String {
    guard let role = block.role else { return "<pre dir=\"auto\">\(text)</pre>" }
    let wrapped = block.isHardWrapped ? " wrapped" : ""
    func paragraph(_ name: String) -> String { "<p dir=\"auto\" class=\"prose\(name)\(wrapped)\">\(text)</p>" }
    return switch role {
    case .heading: "<h3 dir=\"auto\" class=\"prose\">\(text)</h3>"
    case .quotation: "<blockquote dir=\"auto\" class=\"prose\(wrapped)\">\(text)</blockquote>"
    case .paragraph: paragraph("")
    case .listItem: paragraph(" item")
    case .tableCell: paragraph(" row")
    case .caption, .metadata, .byline, .boilerplate: paragraph(" aside")
    }
  }

  private func setAside(in draft: Draft) -> String {
    guard !report.setAside.isEmpty else { return "" }
    let positions = Positions(draft)
    let lines = report.setAside.map { finding in
      let why = finding.silence.map { $0.reason.map { "silenced: \($0)" } ?? "silenced without a reason" } ?? "in the baseline"
      let line = positions.position(of: finding.span.start).line
      return "<li>line \(line): \(HTML.escaped(finding.message)) (\(HTML.escaped(finding.check))), \(HTML.escaped(why))</li>\n"
    }
    return
      "<details class=\"set-aside\"><summary>\(plural(lines.count, "finding")) set aside</summary>\n<ul>\n\(lines.joined())</ul></details>\n"
  }
}

extension Finding {
  /// What is marked: of a headline that ran into a sentence, where it did.
  var place: Span { core ?? span }

  /// A note on the whole draft with places in it, which are marked instead of its own.
  var isMarkedElsewhere: Bool { concernsWholeDraft && firstPlace != nil }

  /// The first of its other places that lies in the same draft and gets a link.
  var firstPlace: Int? { related.prefix(HTMLCards.relatedLimit).firstIndex { $0.elsewhere == nil } }
}
