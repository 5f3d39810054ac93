import StetText

/// Finds words and phrases of up to five words that stand again right after themselves, by their keys.
struct RepeatSearch {
  /// The most words of a phrase that is looked for.
  static let longest = 5

  /// The first tokens of what stands twice, each once; by the place where the second copy ends.
  private(set) var found: [Int] = []
  /// Halves of the keys of the last tokens, the last one first; zero for what is no word.
  private var recent = SIMD8<UInt32>(repeating: 0)
  /// How many words in a row up to here are the same as those so many places before: one place, two places …
  private var runs = SIMD8<UInt32>(repeating: 0)
  private var isRunning = false
  private static let lengths = SIMD8<UInt32>(1, 2, 3, 4, 5, .max, .max, .max)

  @inline(__always)
  mutating func add(_ key: TokenKey, at i: Int) {
    // Half a key tells nearly all words apart; the check compares them whole. It is never zero.
    let half = UInt32(truncatingIfNeeded: key.rawValue) | 1
    let same = recent .== half
    if any(same) { go(on: same, i) } else if isRunning { stop() }
    recent = SIMD8(half, recent[0], recent[1], recent[2], recent[3], 0, 0, 0)
  }

  /// What is no word parts words.
  @inline(__always)
  mutating func addOther() {
    if isRunning { stop() }
    recent = SIMD8(0, recent[0], recent[1], recent[2], recent[3], 0, 0, 0)
  }

  private mutating func stop() {
    runs = SIMD8(repeating: 0)
    isRunning = false
  }

  private mutating func go(on same: SIMDMask<SIMD8<Int32>>, _ i: Int) {
    isRunning = true
    runs = (runs &+ 1).replacing(with: 0, where: .!same)
    guard any(runs .>= Self.lengths) else { return }
    for length in 1...Self.longest where runs[length - 1] >= UInt32(length) {
      let first = i + 1 - 2 * length
      if !found.suffix(6).contains(first) { found.append(first) }
    }
  }
}
