import StetFindings
import StetTestSupport
import StetText
import Testing

@testable import StetReports

/// What GitHub's runner makes of a line, written after its own source.
struct RunnerCommand: Equatable {
  var name = ""
  var properties: [String: String] = [:]
  var message = ""

  /// Nil for a line that is only printed.
  init?(_ line: Substring) {
    let line = line.drop { $0 == " " || $0 == "\t" }
    guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
    let head = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound].split(separator: " ", maxSplits: 1)
    guard let name = head.first else { return nil }
    self.name = String(name)
    for pair in (head.count > 1 ? head[1] : "").split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { properties[parts[0]] = Self.unescaped(parts[1], [":": "%3A", ",": "%2C"]) }
    }
    message = Self.unescaped(String(line[end.upperBound...]), [:])
  }

  private static func unescaped(_ text: String, _ more: [String: String]) -> String {
    var text = text
    for (plain, escaped) in more.merging(["\r": "%0D", "\n": "%0A"], uniquingKeysWith: { $1 }) {
      text = text.replacing(escaped, with: plain)
    }
    return text.replacing("%25", with: "%")
  }

  /// The runner reads lines that end with LF, CR LF or CR, byte by byte.
  static func lines(_ text: String) -> [Substring] {
    String(decoding: Array(text.utf8), as: UTF8.self).unicodeScalars
      .split { $0 == "\n" || $0 == "\r" }.map { Substring($0) }
  }
}

@Suite("GitHub's annotations")
struct GitHubReportTests {
  private static let hostile = [
    "\n::error::gotcha", "\r::add-mask::x", "%0A::warning::y", "::stop-commands::t", "::", ",title=z", "file=q:", "%", "%25", " ", "Kiev",
    "\r\n", "##[error]", "\u{2028}", "👩‍👩‍👧", "é", "`|<b>", "\t",
  ]

  @Test("whatever stands in a draft, a path or a message is read back as it was and commands nothing")
  func roundTrip() throws {
    var dice = Dice(7)
    for _ in 0..<200 {
      func text(_ count: Int) -> String { (0..<count).map { _ in dice.pick(Self.hostile) }.joined() }
      let path = "a" + text(3) + ".md", message = "‘" + text(4) + "’", why = text(3)
      let draft = Draft(path: path, text: text(6) + "x")
      let findings = [Severity.error, .warning, .note].map { severity in
        var finding = Finding(check: "split-name", severity: severity, span: Span(0, 1), message: message)
        finding.why = why
        return finding
      }
      let report = GitHubReport().whole([DraftReport(draft, findings: findings), DraftReport(path: path, failure: message)])
      let commands = RunnerCommand.lines(report).map { RunnerCommand($0) }
      #expect(commands.map { $0?.name } == ["error", "error", "warning", "notice"])
      let shownPath = SafeTextOracle.shown(path)
      for command in commands {
        #expect(command?.properties["file"] == shownPath)
      }
      #expect(commands[0]?.message == SafeTextOracle.shown(message))
      for command in commands.dropFirst() { #expect(command?.message == SafeTextOracle.shown(message + "\n" + why)) }
    }
  }

  /// What an annotation keeps of a text: all but characters that a terminal obeys.
  private enum SafeTextOracle {
    static func shown(_ text: String) -> String {
      var result = String.UnicodeScalarView()
      for scalar in text.unicodeScalars { result.append(["\n", "\r", "\t"].contains(scalar) ? scalar : SafeText.safe(scalar)) }
      return String(result)
    }
  }

  @Test("ten of a kind, errors and changed lines first, and the rest is told")
  func limits() throws {
    let draft = Draft(path: "a.md", text: (1...40).map { "line \($0)\n" }.joined())
    func finding(_ line: Int, _ severity: Severity, changed: Bool) -> Finding {
      var finding = Finding(
        check: "c", severity: severity, span: Span(draft.lines.starts[line - 1], draft.lines.starts[line - 1] + 4), message: "m")
      finding.isOnChangedLine = changed
      return finding
    }
    let findings =
      (1...12).map { finding($0, .note, changed: false) } + (1...15).map { finding($0, .error, changed: $0 > 13) }
      + [finding(3, .warning, changed: false)]
    let commands = RunnerCommand.lines(GitHubReport().whole([DraftReport(draft, findings: findings)])).map { RunnerCommand($0) }
    #expect(commands.compactMap { $0?.name } == Array(repeating: "error", count: 10) + ["warning"] + Array(repeating: "notice", count: 10))
    #expect(commands.prefix(4).map { $0?.properties["line"] } == ["14", "15", "1", "2"])
    #expect(commands.last??.message.hasPrefix("not shown here: 5 errors, 3 notes. ") == true)
    // Nothing is said of a rest when there is none.
    #expect(GitHubReport().whole([DraftReport(draft, findings: Array(findings.prefix(10)))]).split(separator: "\n").count == 10)
  }

  @Test("the summary holds every finding as text, within GitHub’s limit")
  func stepSummary() throws {
    let draft = DraftReport.marked("⟦a⟧ ⟦b⟧", path: "x|y<b>.md", replacements: ["[click](http://x)"])
    func summary(_ reports: [DraftReport]) -> String {
      var end = ReportEnd()
      for report in reports { end.add(report, GitHubReport().draft(report, isFirst: false)) }
      return GitHubReport().stepSummary(end) ?? ""
    }
    let text = summary([draft, DraftReport(path: "gone.md", failure: "no such file")])
    #expect(text.hasPrefix("### Stet: 2 errors in 1 draft\n"))
    #expect(text.contains("- gone.md&#58; no such file\n") || text.contains("- gone.md: no such file\n"))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| error") }
    #expect(rows.count == 2)
    for row in rows { #expect(row.count { $0 == "|" } == 5 && !row.contains("<") && !row.contains("](")) }
    let many = Draft(path: "a.md", text: String(repeating: "word ", count: 20_000))
    let findings = (0..<20_000).map { Finding(check: "c", severity: .error, span: Span($0 * 5, $0 * 5 + 4), message: "‘word’ is wrong") }
    let long = summary([DraftReport(many, findings: findings)])
    #expect(long.utf8.count <= GitHubReport.summaryLimit)
    let shown = long.split(separator: "\n").count { $0.hasPrefix("| error") }
    #expect(long.hasSuffix("and \(20_000 - shown) more findings\n"))
  }

  @Test("a fence that its content cannot open")
  func fence() {
    #expect(GitHubFence.around([]) == [])
    var dice = Dice(3)
    var text = "::error::x\n"
    for _ in 0..<50 {
      let fenced = String(decoding: GitHubFence.around(Array(text.utf8)), as: UTF8.self)
      let lines = fenced.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      let token = lines[0].dropFirst("::stop-commands::".count)
      #expect(lines[0].hasPrefix("::stop-commands::") && lines.dropLast().last == "::\(token)::" && !text.contains(token))
      // A draft that quotes an earlier report.
      text = fenced + dice.pick(Self.hostile)
    }
  }
}
