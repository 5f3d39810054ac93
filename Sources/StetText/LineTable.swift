/// Where the lines of a draft begin. A line ends with LF, CR LF or CR.
public struct LineTable: Sendable {
  /// Byte offsets of line starts, ascending; the first is 0.
  public let starts: [Int]

  /// A table of line starts that somebody has found already.
  init(starts: [Int]) { self.starts = starts }

  public init(_ text: [UInt8]) {
    let bytes = text.span
    var starts: [Int] = []
    starts.reserveCapacity(text.count / 48 + 1)
    starts.append(0)
    var at = 0
    while at <= bytes.count &- 16 {
      let (a, b) = bytes.words(at: at)
      if a.anyBelow(0x0E) | b.anyBelow(0x0E) != 0 {
        LineTable.add(a, at, bytes, to: &starts)
        LineTable.add(b, at &+ 8, bytes, to: &starts)
      }
      at &+= 16
    }
    while at < bytes.count {
      let word = bytes.lastWord(at: at)
      LineTable.add(word, at, bytes, to: &starts)
      at &+= 8
    }
    self.starts = starts
  }

  /// Adds the starts of the lines before which a word's line ends stand.
  @inline(__always)
  private static func add(_ word: ByteWord, _ at: Int, _ text: borrowing Swift.Span<UInt8>, to starts: inout [Int]) {
    // A tab may be among them.
    var controls = word.below(0x0E)
    while controls != 0 {
      let end = at &+ controls.firstByte, next = end &+ 1
      if text[end] == 0x0A || text[end] == 0x0D && !(next < text.count && text[next] == 0x0A) { starts.append(next) }
      controls &= controls &- 1
    }
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
