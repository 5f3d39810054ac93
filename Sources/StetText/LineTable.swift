/// Where the lines of a draft begin. A line ends with LF, CR LF or CR.
public struct LineTable: Sendable {
  /// Byte offsets of line starts, ascending; the first is 0.
  public let starts: [Int]

  public init(_ text: [UInt8]) {
    var starts: [Int] = []
    starts.reserveCapacity(text.count / 48 + 1)
    text.forEachLine { start, _, _ in starts.append(start) }
    // After a line end at the end of the draft comes another line, if an empty one.
    if text.last?.isNewline ?? true { starts.append(text.count) }
    self.starts = starts
  }

  /// The 0-based number of the line that holds a byte.
  public func line(of offset: Int) -> Int {
    var low = 0, high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
