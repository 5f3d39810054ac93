import StetFindings

/// Puts together what the parts of one draft say, in their order: numbers equal fingerprints, and keeps to the end what is told
/// last. All it remembers is a number for each fingerprint, and what is silenced.
public struct DraftInParts {
  private let format: any PartedReport
  private let path: String
  private let isFirst: Bool
  private var hasBegun = false
  private var hasItems = false
  private var silenced: [[UInt8]] = []
  private var seen: [UInt64: UInt32] = [:]

  /// - Parameter isFirst: Whether the draft is the first of the report.
  public init(_ format: any PartedReport, path: String, isFirst: Bool) {
    self.format = format
    self.path = path
    self.isFirst = isFirst
  }

  /// - Returns: What is to be printed now.
  public mutating func add(_ items: [PartItem]) -> [UInt8] {
    var result = begun()
    let items = numbered(items), separator = format.separator
    result.reserveCapacity(items.reduce(result.count) { $0 + $1.bytes.count + separator.count })
    for item in items {
      if item.isToldLast {
        silenced.append(item.bytes)
        continue
      }
      if hasItems { result += separator }
      hasItems = true
      result += item.bytes
    }
    return result
  }

  /// What is to be printed when there are no more parts.
  public mutating func end(failure: String?) -> [UInt8] { begun() + format.ending(of: path, silenced: silenced, failure: failure) }

  private mutating func begun() -> [UInt8] {
    defer { hasBegun = true }
    return hasBegun ? [] : format.beginning(of: path, isFirst: isFirst)
  }

  /// With the number that tells a fingerprint from equal ones before it, in the order of reports.
  private mutating func numbered(_ items: [PartItem]) -> [PartItem] {
    guard items.contains(where: { $0.print != nil }) else { return items }
    var items = items
    // They are in order already unless some are told last.
    let isInOrder = !items.contains { $0.isToldLast }
    let order = isInOrder ? Array(items.indices) : items.indices.sorted { Finding.precedes(items[$0].finding, items[$1].finding) }
    for index in order {
      guard let print = items[index].print else { continue }
      let count = seen[print.hash, default: 0] + 1
      seen[print.hash] = count
      if count > 1 { items[index].bytes.insert(contentsOf: ":\(count)".utf8, at: print.end) }
    }
    return items
  }
}
