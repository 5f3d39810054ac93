import ArgumentParser
import StetKit
import StetReports

/// The formats of reports, as `--format` names them.
enum ReportFormat: String, Choice {
  case text, html, json, jsonl, sarif, github, gitlab, checkstyle, junit, rdjson, rdjsonl, unix
}

extension DraftOptions {
  var report: any Report {
    switch format {
    case .text: TextReport(width: width, colour: isColoured)
    case .html: HTMLReport(tool)
    case .json: JSONReport(version: stetVersion)
    case .jsonl: JSONLinesReport()
    case .sarif: SARIFReport(tool, paths: paths(from: Repository.root))
    case .github: GitHubReport(paths: paths(from: Repository.root))
    case .gitlab: GitLabReport(paths: paths(from: Repository.root))
    case .checkstyle: CheckstyleReport()
    case .junit: JUnitReport()
    case .rdjson: RDJSONReport(tool)
    case .rdjsonl: RDJSONReport(tool, isLines: true)
    case .unix: UnixReport()
    }
  }

  /// Where the project has its page nobody can tell Stet but those who run it: a newsroom has its own copy.
  private var tool: Tool {
    let home = System.variable("STET_HOME_PAGE").flatMap { $0.hasPrefix("https://") ? $0 : nil }
    return Tool(version: stetVersion, home: home, checks: AllChecks.abouts)
  }

  private func paths(from root: Path) -> RootedPaths {
    RootedPaths(root: root.bytes, workingFolder: (System.workingFolder ?? root).bytes)
  }

  private var width: Int { output == nil ? StandardStream.output.columns ?? 100 : 100 }

  private var isColoured: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: output == nil && StandardStream.output.isTerminal && (System.variable("NO_COLOR") ?? "").isEmpty
      && System.variable("TERM") != "dumb"
    }
  }
}
