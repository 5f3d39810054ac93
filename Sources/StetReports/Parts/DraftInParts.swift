import StetFindings

/// Puts together what the parts of one draft say, in their order: numbers equal fingerprints, and keeps to the end what is told
/// last. All it remembers is a number for each fingerprint, and what is silenced.
public struct DraftInParts {
  private let format: any PartedReport
  private let path: String
  private let isFirst: Bool
  private var hasBegun = false
  private var hasItems = false
  private var silenced: [String] = []
  private var seen: [UInt64: UInt32] = [:]

  /// - Parameter isFirst: Whether the draft is the first of the report.
  public init(_ format: any PartedReport, path: String, isFirst: Bool) {
    self.format = format
    self.path = path
    self.isFirst = isFirst
  }

  /// - Returns: What is to be printed now.
  public mutating func add(_ items: [PartItem]) -> String {
    var result = begun()
    let items = numbered(items)
    result.reserveCapacity(items.reduce(0) { $0 + $1.text.utf8.count + 2 })
    for item in items {
      if item.isToldLast {
        silenced.append(item.text)
        continue
      }
      if hasItems { result += format.separator }
      hasItems = true
      result += item.text
    }
    return result
  }

  /// What is to be printed when there are no more parts.
  public mutating func end(failure: String?) -> String { begun() + format.ending(of: path, silenced: silenced, failure: failure) }

  private mutating func begun() -> String {
    defer { hasBegun = true }
    return hasBegun ? "" : format.beginning(of: path, isFirst: isFirst)
  }

  /// With the number that tells a fingerprint from equal ones before it, in the order of reports.
  private mutating func numbered(_ items: [PartItem]) -> [PartItem] {
    guard items.contains(where: { $0.print != nil }) else { return items }
    var items = items
    // They are in order already unless some are told last.
    let isInOrder = !items.contains { $0.isToldLast }
    let order = isInOrder ? Array(items.indices) : items.indices.sorted { Finding.precedes(items[$0].finding, items[$1].finding) }
    for index in order {
      guard let print = items[index].print, let hash = UInt64(print.suffix(16), radix: 16) else { continue }
      let count = seen[hash, default: 0] + 1
      seen[hash] = count
      if count > 1 { items[index].text = DraftInParts.numbering(print, count, in: items[index].text) }
    }
    return items
  }

  /// A quotation mark that is not escaped stands around values only, so that the print is found where it is one.
  private static func numbering(_ print: String, _ count: UInt32, in text: String) -> String {
    let wanted = Array("\"fingerprint\": \"\(print)".utf8), bytes = Array(text.utf8)
    var at = bytes.count - wanted.count
    while at >= 0, bytes[at] != wanted[0] || !bytes[at..<at + wanted.count].elementsEqual(wanted) { at -= 1 }
    guard at >= 0 else { return text }
    return String(decoding: bytes[..<(at + wanted.count)] + Array(":\(count)".utf8) + bytes[(at + wanted.count)...], as: UTF8.self)
  }
}
