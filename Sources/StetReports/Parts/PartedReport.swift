import StetFindings

/// A format that can print a draft part by part, so that a draft larger than memory can be reported on. What it prints is what
/// `draft(_:isFirst:)` prints of the whole.
public protocol PartedReport: Report {
  func beginning(of path: String, isFirst: Bool) -> String
  /// Each finding of a part, written; of two formats that number fingerprints, without the number.
  func items(of report: DraftReport) -> [PartItem]
  /// Stands between two findings.
  var separator: String { get }
  /// - Parameter silenced: What the items that do not count said, if the format tells of them last.
  func ending(of path: String, silenced: [String], failure: String?) -> String
}

extension PartedReport {
  public var separator: String { "" }
  public func beginning(of path: String, isFirst: Bool) -> String { "" }
  public func ending(of path: String, silenced: [String], failure: String?) -> String { "" }
}

/// One finding as a format prints it.
public struct PartItem: Sendable {
  public let finding: Finding
  public internal(set) var text: String
  /// Its fingerprint without the number, for formats that tell it.
  let print: String?
  /// It does not count, and is told after all that do.
  let isToldLast: Bool

  init(_ finding: Finding, _ text: String, print: String? = nil, isToldLast: Bool = false) {
    self.finding = finding
    self.text = text
    self.print = print
    self.isToldLast = isToldLast
  }
}
