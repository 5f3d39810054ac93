import StetFindings
import StetText

/// SARIF 2.1.0, which code hosts and many editors show. Columns count UTF-16 units: what nearly every program that reads it
/// takes them for, whatever `columnKind` says.
public struct SARIFReport: Report {
  private let tool: Tool
  private let paths: RootedPaths
  private let ruleIndex: [String: Int]
  /// GitHub refuses a run with more results.
  let resultLimit: Int

  public init(_ tool: Tool, paths: RootedPaths = RootedPaths()) { self.init(tool, paths: paths, resultLimit: 25_000) }

  init(_ tool: Tool, paths: RootedPaths, resultLimit: Int) {
    self.tool = tool
    self.paths = paths
    self.resultLimit = resultLimit
    ruleIndex = Dictionary(tool.checks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func draft(_ report: DraftReport, isFirst: Bool) -> ReportPart {
    var held = Held(path: report.path, failure: report.failure)
    let artifact = SARIF.artifact(paths.address(report.pathBytes))
    if let draft = report.draft, !report.findings.isEmpty || !report.setAside.isEmpty {
      let writer = SARIFResult(
        draft: draft, artifact: artifact, address: { SARIF.artifact(paths.address(Array($0.utf8))) }, ruleIndex: ruleIndex)
      held.items = zip(report.findings + report.setAside, report.fingerprints).map {
        Held.Item(finding: $0, text: writer.result($0, fingerprint: $1))
      }
    }
    held.absent = report.absent.map { SARIFResult.absent($0, artifact: artifact, ruleIndex[$0.check]) }
    held.text = report.failure.map { SARIF.notification("not checked: \($0)", artifact: artifact) } ?? ""
    return ReportPart(held: held)
  }

  public func finish(_ end: ReportEnd) -> String {
    let kept = mostTelling(end.held)
    let results = kept.texts
    return """
      {"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
       "runs": [{
        "tool": {"driver": \(SARIFRules(tool).driver)},
        "columnKind": "utf16CodeUnits", "newlineSequences": ["\\r\\n", "\\n", "\\r"], "language": "en",
        "originalUriBaseIds": {"\(SARIF.root)": \
      {"description": {"text": "The root of the repository, or the folder Stet was started in outside one."}}},
        "invocations": [\(invocation(end, left: kept.left))],
        "results": [\(results.map { "\n   " + $0 }.joined(separator: ","))\(results.isEmpty ? "" : "\n  ")]}]}

      """
  }

  /// Results in the order of reports; where there are too many, those that count first, the graver the sooner.
  private func mostTelling(_ held: [Held]) -> (texts: [String], left: Int) {
    let items = held.flatMap(\.items), absent = held.flatMap(\.absent)
    guard items.count + absent.count > resultLimit else {
      return (held.flatMap { $0.items.map(\.text) + $0.absent }, 0)
    }
    func rank(_ finding: Finding) -> Int {
      let counts = finding.silence == nil && finding.baseline != .unchanged
      return (counts ? 10 : 0) + (Severity.allCases.firstIndex(of: finding.severity) ?? 0)
    }
    let best = items.indices.sorted { (rank(items[$1].finding), $0) < (rank(items[$0].finding), $1) }.prefix(resultLimit)
    return (best.sorted().map { items[$0].text }, items.count + absent.count - best.count)
  }

  private func invocation(_ end: ReportEnd, left: Int) -> String {
    var execution = end.held.map(\.text).filter { !$0.isEmpty }, configuration: [String] = []
    for failure in end.failures {
      let artifact = failure.path.map { SARIF.artifact(paths.address(Array($0.utf8))) }
      let text = SARIF.notification(failure.message, artifact: artifact, failure.position, check: failure.check)
      if failure.check == nil { execution.append(text) } else { configuration.append(text) }
    }
    if left > 0 {
      execution.append(
        SARIF.notification(
          "\(left) more results are left out, since GitHub takes no more than \(resultLimit); errors come first", level: "warning"))
    }
    var writer = JSONWriter()
    writer.object {
      $0.member("executionSuccessful", end.isSuccess)
      $0.key("toolExecutionNotifications")
      $0.array(execution) { $0.raw($1) }
      $0.key("toolConfigurationNotifications")
      $0.array(configuration) { $0.raw($1) }
    }
    return writer.text
  }
}

/// What several parts of a log are written with.
enum SARIF {
  /// The base of all paths; GitHub knows this name.
  static let root = "%SRCROOT%"

  static func artifact(_ address: (uri: String, isBelowRoot: Bool)) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("uri", address.uri)
      if address.isBelowRoot { $0.member("uriBaseId", root) }
    }
    return writer.text
  }

  static func notification(
    _ message: String, artifact: String? = nil, _ position: Position? = nil, check: String? = nil, level: String = "error"
  ) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("level", level)
      $0.text("message", message)
      if let check {
        $0.key("descriptor")
        $0.object { $0.member("id", check) }
      }
      if let artifact {
        $0.key("locations")
        $0.array([artifact]) { writer, artifact in
          writer.object {
            $0.key("physicalLocation")
            $0.object {
              $0.key("artifactLocation")
              $0.raw(artifact)
              if let position {
                $0.key("region")
                $0.object {
                  $0.member("startLine", position.line)
                  $0.member("startColumn", position.column)
                }
              }
            }
          }
        }
      }
    }
    return writer.text
  }

  /// A message as SARIF reads it: `[text](address)` would become a link and `{0}` a gap to be filled.
  static func message(_ text: String) -> String {
    var result = text
    if result.contains("](") {
      result = result.replacingAll("\\", by: "\\\\").replacingAll("[", by: "\\[").replacingAll("]", by: "\\]")
    }
    let digits = Set("0123456789")
    let hasGap = zip(result, result.dropFirst()).contains { $0 == "{" && digits.contains($1) }
    return hasGap ? result.replacingAll("{", by: "{{").replacingAll("}", by: "}}") : result
  }
}

extension JSONWriter {
  /// `"message": {"text": …}`
  mutating func text(_ name: String, _ text: String) {
    key(name)
    object { $0.member("text", SARIF.message(text)) }
  }
}

extension String {
  func replacingAll(_ character: Character, by other: String) -> String {
    reduce(into: "") { if $1 == character { $0 += other } else { $0.append($1) } }
  }
}
