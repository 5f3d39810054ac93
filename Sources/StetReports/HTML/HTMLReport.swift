import StetFindings
import StetText

/// One page that an editor opens in any browser: each draft as prose with its damage marked, and beside it what is wrong and
/// what should stand there.
///
/// The page holds all it needs and asks the network for nothing. Text of drafts is escaped, and a content security policy
/// lets no script run but the page’s own: a draft cannot do anything to its reader.
public struct HTMLReport: Report {
  private let tool: Tool

  public init(_ tool: Tool) { self.tool = tool }

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart {
    var held = Held(path: report.path, failure: report.failure)
    held.items = report.findings.map { Held.Item(finding: $0, text: "") }
    let article = HTMLDraft(report, tool)
    held.id = article.id
    held.skipped = report.setAside.count
    // A clean draft is only named: nobody opens a report to read thousands of them.
    if !report.findings.isEmpty || report.failure != nil || !report.setAside.isEmpty { held.text = article.article }
    return ReportPart(held: held)
  }

  public func finish(_ end: ReportEnd) -> String {
    let summary = end.summary
    let title = "Stet: \(summary.sentence) in \(plural(summary.drafts, "draft"))"
    let findings = end.held.flatMap { $0.items.map(\.finding) }
    let checks = Dictionary(grouping: findings, by: \.check).mapValues(\.count)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(HTMLReport.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="stet \(HTML.escaped(tool.version))">
      <title>\(title)</title>
      <style>\(HTMLStyle.text)</style>
      </head>
      <body>
      <a class="skip" href="#drafts">To the drafts</a>
      <header>
      <h1>\(title)</h1>
      \(failures(end))\(drafts(end.held))</header>
      \(findings.isEmpty ? "" : bar(summary, checks))<main id="drafts" tabindex="-1">
      \(end.held.map(\.text).joined())</main>
      \(reference(checks))<footer><p>Made by stet \(HTML.escaped(tool.version)). A draft in which nothing is marked is not thereby \
      right: compare it with its source.</p></footer>
      <script>\(HTMLScript.text)</script>
      </body>
      </html>

      """
  }

  static let policy = """
    default-src 'none'; style-src 'sha256-\(HTMLStyle.hash)'; script-src 'sha256-\(HTMLScript.hash)'; \
    base-uri 'none'; form-action 'none'
    """

  private func failures(_ end: ReportEnd) -> String {
    let all = end.failures.map { failure in
      let place = failure.position.map { ":\($0.line):\($0.column)" } ?? ""
      return (failure.path.map { "\($0)\(place): " } ?? "") + failure.message
    }
    let lines = (all + end.held.compactMap { held in held.failure.map { "\(held.path): \($0)" } }).map { "<li>\(HTML.escaped($0))</li>\n" }
    if lines.isEmpty { return "" }
    return """
      <section class="failure" aria-labelledby="failures">
      <h2 id="failures">Not checked</h2>
      <ul>
      \(lines.joined())</ul>
      </section>

      """
  }

  private func drafts(_ held: [Held]) -> String {
    let marked = held.filter { !$0.text.isEmpty }, clean = held.filter { $0.text.isEmpty }
    var result = ""
    if held.count > 1, !marked.isEmpty {
      let lines = marked.map { held in
        let counts = [Severity.error, .warning, .note].compactMap { severity in
          let count = held.items.count { $0.finding.severity == severity }
          return count == 0 ? nil : "<span class=\"count is-\(severity)\">\(plural(count, severity.rawValue))</span>"
        }
        let rest =
          (held.skipped > 0 ? ["<span class=\"count\">\(held.skipped) set aside</span>"] : [])
          + (held.failure == nil ? [] : ["<span class=\"count is-error\">not checked</span>"])
        return "<li><a href=\"#\(held.id)\">\(HTML.escaped(held.path))</a> \((counts + rest).joined(separator: " "))</li>\n"
      }
      result += "<nav aria-label=\"Drafts\"><ul>\n\(lines.joined())</ul></nav>\n"
    }
    if !clean.isEmpty, held.count > 1 {
      let lines = clean.map { "<li>\(HTML.escaped($0.path))</li>\n" }.joined()
      result +=
        "<details class=\"clean\"><summary>Nothing found in \(plural(clean.count, "draft"))</summary>\n<ul>\n\(lines)</ul></details>\n"
    } else if let only = clean.first {
      result += "<p>Nothing found in \(HTML.escaped(only.path)).</p>\n"
    }
    return result
  }

  /// Without its script the page has no filters, and all is shown.
  private func bar(_ summary: Summary, _ checks: [String: Int]) -> String {
    let severities = [Severity.error, .warning, .note].filter { summary.count($0) > 0 }.map { severity in
      """
      <label class="is-\(severity)"><input type="checkbox" name="severity" value="\(severity)" checked> \
      \(severity)s <span class="number">\(summary.count(severity))</span></label>

      """
    }
    let options = checks.sorted { $0.key < $1.key }.map { check, count in
      "<option\(HTML.attributes(["value": check]))>\(HTML.escaped(check)) (\(count))</option>\n"
    }
    return """
      <form id="bar" role="search" aria-label="What is shown" hidden>
      <fieldset><legend>Severity</legend>
      \(severities.joined())</fieldset>
      <label>Check <select name="check"><option value="">all</option>
      \(options.joined())</select></label>
      <label><input type="checkbox" name="only"> marked passages only</label>
      <label><input type="checkbox" name="keys" checked> keys <kbd>n</kbd> and <kbd>p</kbd></label>
      <span class="steps"><button type="button" name="previous">Previous</button> <button type="button" name="next">Next</button></span>
      <output id="where" aria-live="polite"></output>
      </form>

      """
  }

  /// What the checks look for that found something.
  private func reference(_ checks: [String: Int]) -> String {
    let abouts = tool.checks.filter { checks[$0.id] != nil }
    if abouts.isEmpty { return "" }
    let entries = abouts.map { about in
      let id = HTML.escaped(about.id)
      return "<div id=\"check-\(id)\"><dt>\(id)</dt>\n<dd>\(HTML.escaped(about.summary)) \(HTML.escaped(about.why))</dd></div>\n"
    }
    return """
      <section class="checks" aria-labelledby="checks">
      <h2 id="checks">What these checks look for</h2>
      <dl>
      \(entries.joined())</dl>
      </section>

      """
  }
}
