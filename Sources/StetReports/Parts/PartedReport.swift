import StetFindings

/// A format that can print a draft part by part, so that a draft larger than memory can be reported on. What it prints is what
/// `draft(_:isFirst:)` prints of the whole.
public protocol PartedReport: Report {
  func beginning(of path: String, isFirst: Bool) -> [UInt8]
  /// Each finding of a part, written; fingerprints without a number.
  func items(of report: DraftReport) -> [PartItem]
  /// Stands between two findings.
  var separator: [UInt8] { get }
  /// - Parameter silenced: The items that are told last.
  func ending(of path: String, silenced: [[UInt8]], failure: String?) -> [UInt8]
}

extension PartedReport {
  public var parted: (any PartedReport)? { self }
  public var separator: [UInt8] { [] }
  public func beginning(of path: String, isFirst: Bool) -> [UInt8] { [] }
  public func ending(of path: String, silenced: [[UInt8]], failure: String?) -> [UInt8] { [] }
}

/// One finding as a format prints it.
public struct PartItem: Sendable {
  /// What a format tells of a finding's fingerprint.
  struct Print: Sendable {
    let hash: UInt64
    /// Where in `bytes` it ends, and a number would stand.
    let end: Int
  }

  public let finding: Finding
  public internal(set) var bytes: [UInt8]
  /// For formats that tell it.
  let print: Print?
  /// It does not count, and is told after all that do.
  let isToldLast: Bool

  init(_ finding: Finding, _ bytes: [UInt8], print: Print? = nil, isToldLast: Bool = false) {
    self.finding = finding
    self.bytes = bytes
    self.print = print
    self.isToldLast = isToldLast
  }
}
