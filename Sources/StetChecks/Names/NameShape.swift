/// How long a folded word is and which letters are in it: enough to tell most words that no slip makes of each other.
struct NameShape: Sendable {
  let first: UInt8
  private let count: Int
  /// Bit n is the n-th letter of the alphabet; every bit, if there is anything else in the word.
  private let letters: UInt32

  init(_ word: [UInt8]) {
    first = word.first ?? 0
    count = word.count
    let isPlain = word.allSatisfy { (0x61...0x7A).contains($0) }
    letters = isPlain ? word.reduce(0) { $0 | 1 << UInt32($1 - 0x61) } : .max
  }

  /// Whether one letter swapped, lost, added or exchanged may part two words of the same first letter.
  func isOneSlip(from other: NameShape) -> Bool {
    if letters == .max || other.letters == .max { return true }
    return abs(count - other.count) <= 1 && (letters ^ other.letters).nonzeroBitCount <= 2
  }
}
