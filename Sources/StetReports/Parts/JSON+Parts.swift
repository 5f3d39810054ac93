import StetFindings
import StetText

extension JSON {
  static func beginning(of path: String) -> String { "{\"path\": \"\(JSONWriter.escaped(path))\", \"findings\": [" }

  static func items(of report: DraftReport) -> [PartItem] {
    guard let draft = report.draft, !report.findings.isEmpty || !report.setAside.isEmpty else { return [] }
    let positions = Positions(draft, origin: report.origin)
    func item(_ finding: Finding, _ print: String, isToldLast: Bool) -> PartItem {
      let base = String(print.prefix { $0 != ":" })
      var writer = JSONWriter()
      write(finding, fingerprint: base, draft, positions, origin: report.origin, to: &writer)
      return PartItem(finding, writer.text, print: base, isToldLast: isToldLast)
    }
    let prints = report.fingerprints
    return zip(report.findings, prints).map { item($0, $1, isToldLast: false) }
      + zip(report.setAside, prints.dropFirst(report.findings.count)).map { item($0, $1, isToldLast: true) }
  }

  static func ending(_ silenced: [String], _ failure: String?) -> String {
    "], \"failure\": " + (failure.map { "\"\(JSONWriter.escaped($0))\"" } ?? "null")
      + (silenced.isEmpty ? "" : ", \"silenced\": [\(silenced.joined(separator: ", "))]") + "}"
  }
}
