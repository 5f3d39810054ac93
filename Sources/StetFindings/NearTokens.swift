import StetText

extension [Token] {
  /// The first token that begins at or after an offset, as fast as it is near: findings follow each other.
  ///
  /// - Parameter near: A token that the search begins with; best one that is not far before.
  func firstIndex(startingFrom offset: Int, near: Int) -> Int {
    guard near > 0, near < count, Int(self[near - 1].start) < offset else { return firstIndex(startingFrom: offset) }
    var low = near, high = near, step = 16
    while high < count, Int(self[high].start) < offset {
      low = high + 1
      high += step
      step *= 2
    }
    return self[low..<Swift.min(high, count)].firstIndex(startingFrom: offset) { Int($0.start) }
  }
}
