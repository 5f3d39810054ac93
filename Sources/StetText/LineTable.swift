/// Where the lines of a draft begin. A line ends with LF, CR LF or CR.
public struct LineTable: Sendable {
  /// Byte offsets of line starts, ascending; the first is 0.
  public let starts: [Int]

  public init(_ text: [UInt8]) {
    var starts = [0]
    starts.reserveCapacity(text.count / 64)
    var i = 0
    for byte in text {
      i += 1
      // Nearly all bytes are above both, and one comparison is enough.
      guard byte <= 0x0D, byte == 0x0A || byte == 0x0D && !(i < text.count && text[i] == 0x0A) else { continue }
      starts.append(i)
    }
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
