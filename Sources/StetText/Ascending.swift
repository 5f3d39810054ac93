// Binary search in lists whose elements ascend by a number.
extension RandomAccessCollection where Index == Int {
  /// The place of the first element whose number is not below another; the numbers ascend.
  @inlinable public func firstIndex(startingFrom least: Int, _ number: (Element) -> Int) -> Int {
    var low = startIndex, high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if number(self[middle]) < least { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension [Token] {
  /// The first token that begins at or after an offset; the end if there is none.
  @inlinable public func firstIndex(startingFrom offset: Int) -> Int { firstIndex(startingFrom: offset) { Int($0.start) } }
}
