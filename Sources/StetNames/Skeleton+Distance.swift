// How far two keys are apart.
extension Skeleton {
  /// How far two strict keys are apart: the weighted edit distance in hundredths, divided by the longer length. Related
  /// sounds cost less than others, a vowel added or lost less than a consonant. 0 is equal.
  ///
  /// - Parameter limit: Whoever asks has no use for more. What is farther apart than this is so for any number: most keys are, and
  ///   that shows after a few letters.
  public func distance(_ a: [UInt8], _ b: [UInt8], atMost limit: Double = .infinity) -> Double {
    if a == b { return 0 }
    let longer = Double(max(a.count, b.count, 1))
    // One more than the costs may be, for what is lost in dividing.
    let budget = limit * 100 * longer < 1_000_000 ? Int(limit * 100 * longer) + 1 : Int.max
    guard abs(a.count - b.count) <= budget / Skeleton.leastLoss, let cost = editCost(a, b, budget) else { return .infinity }
    return Double(cost + beginningCost(a, b) + Skeleton.endingCost(a, b)) / 100 / longer
  }

  /// The cost of making one key of another; nil if it is above a budget.
  private func editCost(_ a: [UInt8], _ b: [UInt8], _ budget: Int) -> Int? {
    let width = b.count + 1
    // Nearly all keys are short: no memory is asked for.
    if width <= 32 {
      var rows = InlineArray<96, Int>(repeating: 0), room = rows.mutableSpan
      return editCost(a, b, budget, &room)
    }
    var rows = [Int](repeating: 0, count: 3 * width), room = rows.mutableSpan
    return editCost(a, b, budget, &room)
  }

  /// - Parameter room: Three rows of one more than the letters of `b`, zeros.
  @inline(__always)
  private func editCost(_ a: [UInt8], _ b: [UInt8], _ budget: Int, _ room: inout MutableSpan<Int>) -> Int? {
    // Three rows: the costs for one letter of `a` less than the last, for the last, and those that are being found. Of each row only
    // what is near the diagonal can be within the budget: every step away from it is a loss.
    let width = b.count + 1, reach = min(budget / Skeleton.leastLoss, max(a.count, b.count)), far = Int.max / 4
    var before = 0, last = width, row = 2 * width
    for j in b.indices { room[row + j + 1] = room[row + j] + Skeleton.lossCost(b[j]) }
    var least = 0, leastBefore = 0
    for i in a.indices {
      (before, last, row) = (last, row, before)
      leastBefore = least
      let loss = Skeleton.lossCost(a[i])
      let first = max(0, i - reach), end = min(b.count, i + reach + 1)
      room[row + first] = first == 0 ? room[last] + loss : far
      least = room[row + first]
      for j in first..<max(first, end) {
        let change = room[last + j] + (a[i] == b[j] ? 0 : Int(costs[Int(a[i] & 127) * 128 + Int(b[j] & 127)]))
        var cost = min(change, room[last + j + 1] + loss, room[row + j] + Skeleton.lossCost(b[j]))
        // Two sounds the wrong way round are one slip of the hand.
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, room[before + j - 1] + Skeleton.swapCost) }
        room[row + j + 1] = cost
        least = min(least, cost)
      }
      if end < b.count { room[row + end + 1] = far }
      // No way to the end leads past both of two rows, but by a swap past one.
      if least > budget, leastBefore > budget - Skeleton.swapCost { return nil }
    }
    return room[row + b.count]
  }

  /// What other first sounds cost on top: no system changes how a name begins but among related sounds, while names that
  /// rhyme are many (Kautsky, Yakutsk).
  private func beginningCost(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard let first = a.first, let other = b.first, first != other else { return 0 }
    if a.count > 1, b.count > 1, a[1] == other, b[1] == first { return 0 }
    return costs[Int(first & 127) * 128 + Int(other & 127)] < 100 ? 0 : 60
  }

  /// What a woman's ending costs on top: Farakhova is not Farrakhov in another spelling.
  private static func endingCost(_ a: [UInt8], _ b: [UInt8]) -> Int {
    let (longer, shorter) = a.last == UInt8(ascii: "a") ? (a, b) : (b, a)
    guard let last = shorter.last, longer.count > 2, longer.last == UInt8(ascii: "a"), longer[longer.count - 2] == last else { return 0 }
    return last == UInt8(ascii: "v") || last == UInt8(ascii: "n") ? 40 : 0
  }

  private static let swapCost = 50, leastLoss = 40

  private static func lossCost(_ sound: UInt8) -> Int {
    switch sound {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): 40
    default: 100
    }
  }
}
