import StetFindings
import StetText

extension JSON {
  static let separator = Array(", ".utf8)

  static func beginning(of path: String) -> [UInt8] { Array("{\"path\": \"\(JSONWriter.escaped(path))\", \"findings\": [".utf8) }

  static func items(of report: DraftReport) -> [PartItem] {
    guard let draft = report.draft, !report.findings.isEmpty || !report.setAside.isEmpty else { return [] }
    let positions = Positions(draft, origin: report.origin)
    var writer = JSONWriter(capacity: 4_000)
    func item(_ finding: Finding, _ print: FingerprintNumber, isToldLast: Bool) -> PartItem {
      writer.clear()
      let end = write(finding, fingerprint: print.first, draft, positions, report.origin, to: &writer)
      return PartItem(finding, writer.bytes, print: PartItem.Print(hash: print.hash, end: end), isToldLast: isToldLast)
    }
    let prints = report.fingerprintNumbers
    return zip(report.findings, prints).map { item($0, $1, isToldLast: false) }
      + zip(report.setAside, prints.dropFirst(report.findings.count)).map { item($0, $1, isToldLast: true) }
  }

  static func ending(_ silenced: [[UInt8]], _ failure: String?) -> [UInt8] {
    var result = Array("], \"failure\": ".utf8)
    result += Array((failure.map { "\"\(JSONWriter.escaped($0))\"" } ?? "null").utf8)
    if !silenced.isEmpty { result += Array(", \"silenced\": [".utf8) + silenced.joined(separator: separator) + Array("]".utf8) }
    return result + Array("}".utf8)
  }
}
