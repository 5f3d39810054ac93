import StetNames

/// A set of romanization systems; bit n is the n-th of `RomanizationSystems.shared.all`.
struct SystemSet: Hashable, Sendable, BitwiseCopyable {
  var bits: UInt128 = 0

  mutating func insert(_ number: Int) { bits |= 1 << UInt128(number) }
  func union(_ other: SystemSet) -> SystemSet { SystemSet(bits: bits | other.bits) }
  func intersection(_ other: SystemSet) -> SystemSet { SystemSet(bits: bits & other.bits) }
  var isEmpty: Bool { bits == 0 }

  /// The systems, in the order of the data files.
  var systems: [RomanizationSystem] {
    // Most names found were listed: the tables are not read for them.
    isEmpty ? [] : RomanizationSystems.shared.all.enumerated().filter { bits >> UInt128($0.offset) & 1 == 1 }.map(\.element)
  }
}

/// Numbers for sets that recur: postings keep a number instead of a set.
struct SystemSetTable: Sendable {
  private(set) var sets: [SystemSet] = [SystemSet()]
  private var numbers: [SystemSet: UInt32] = [SystemSet(): 0]

  mutating func number(of set: SystemSet) -> UInt32 {
    if let known = numbers[set] { return known }
    // Postings have room for this many; beyond it, a form is known but not which systems write it.
    guard sets.count < Posting.systemSets else { return 0 }
    let number = UInt32(sets.count)
    sets.append(set)
    numbers[set] = number
    return number
  }

  subscript(number: UInt32) -> SystemSet { sets[Int(number)] }
}
