/// Lines of the old text that are replaced by lines of the new; one of them may be empty.
struct LineChange: Equatable {
  var old: Range<Int>
  var new: Range<Int>
}

/// Which lines differ between two texts of which one was made from the other by edits.
///
/// Edits change words inside lines and hardly ever move one, so no longest common subsequence is sought, which takes
/// quadratic time at worst: texts with the same number of lines are compared line by line, others are first cut at the
/// lines that occur once in both. Any answer is a correct one; only its length may differ.
struct LineChanges {
  private(set) var changes: [LineChange] = []
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
    self.old = old
    self.new = new
    compare(LineChange(old: old.indices, new: new.indices))
  }

  private mutating func compare(_ whole: LineChange) {
    let part = trimmed(whole)
    if part.old.count == part.new.count { return compareLineByLine(part) }
    for gap in gaps(in: part) {
      let gap = trimmed(gap)
      if gap.old.count == gap.new.count { compareLineByLine(gap) } else { append(gap) }
    }
  }

  private func trimmed(_ part: LineChange) -> LineChange {
    var part = part
    let start = zip(old[part.old], new[part.new]).prefix { $0 == $1 }.count
    part.old = part.old.dropFirst(start)
    part.new = part.new.dropFirst(start)
    let end = zip(old[part.old].reversed(), new[part.new].reversed()).prefix { $0 == $1 }.count
    return LineChange(old: part.old.dropLast(end), new: part.new.dropLast(end))
  }

  private mutating func compareLineByLine(_ part: LineChange) {
    for (old, new) in zip(part.old, part.new) where self.old[old] != self.new[new] {
      append(LineChange(old: old..<old + 1, new: new..<new + 1))
    }
  }

  /// The parts between lines that occur once in both texts and in the same order.
  private func gaps(in part: LineChange) -> [LineChange] {
    let places = onlyPlaces(part.new, of: new)
    let anchors = onlyPlaces(part.old, of: old).compactMap { line, old in places[line].map { (old: old, new: $0) } }
    var gaps: [LineChange] = []
    var old = part.old.lowerBound, new = part.new.lowerBound
    for anchor in anchors.sorted(by: { $0.old < $1.old }) where anchor.new >= new {
      gaps.append(LineChange(old: old..<anchor.old, new: new..<anchor.new))
      (old, new) = (anchor.old + 1, anchor.new + 1)
    }
    return gaps + [LineChange(old: old..<part.old.upperBound, new: new..<part.new.upperBound)]
  }

  private func onlyPlaces(_ range: Range<Int>, of lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>: Int] {
    var places: [ArraySlice<UInt8>: Int?] = [:]
    for index in range { places[lines[index]] = places.keys.contains(lines[index]) ? .some(nil) : index }
    return places.compactMapValues(\.self)
  }

  private mutating func append(_ change: LineChange) {
    guard !change.old.isEmpty || !change.new.isEmpty else { return }
    if let last = changes.last, last.old.upperBound == change.old.lowerBound, last.new.upperBound == change.new.lowerBound {
      changes[changes.count - 1].old = last.old.lowerBound..<change.old.upperBound
      changes[changes.count - 1].new = last.new.lowerBound..<change.new.upperBound
    } else {
      changes.append(change)
    }
  }
}
