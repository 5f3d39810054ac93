/// The tokens of a match's words. They follow each other but for the marks that were stepped over: none, one or two before each.
public struct MatchWords: RandomAccessCollection, Hashable, Sendable {
  /// For each word a bit: whether a mark was stepped over before it, and whether a second one was. A pattern has 64 places at most.
  private let oneMark, twoMarks: UInt64
  private let first, last: UInt32
  private let number: UInt8

  /// - Parameter tokens: Ascending; never empty, never more than two apart from one mark or two.
  init(_ tokens: some Collection<Int>) {
    var one: UInt64 = 0, two: UInt64 = 0, number: UInt8 = 0, before = -1
    for token in tokens {
      if number > 0 {
        if token - before > 1 { one |= 1 << UInt64(number) }
        if token - before > 2 { two |= 1 << UInt64(number) }
      }
      before = token
      number &+= 1
    }
    first = UInt32(truncatingIfNeeded: tokens.first ?? 0)
    last = UInt32(truncatingIfNeeded: Swift.max(0, before))
    self.number = number
    (oneMark, twoMarks) = (one, two)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { Int(number) }

  public subscript(i: Int) -> Int {
    if oneMark == 0 { return Int(first) + i }
    let upToHere: UInt64 = ~((~0 << UInt64(i)) << 1)
    return Int(first) + i + (oneMark & upToHere).nonzeroBitCount + (twoMarks & upToHere).nonzeroBitCount
  }

  /// From the first word's token to the last one's.
  var tokens: Range<Int> { Int(first)..<Swift.max(Int(first), Int(last) + 1) }
}
