import StetText

/// Finds words and phrases of up to five words that stand again right after themselves, by their keys.
struct RepeatSearch {
  /// The most words of a phrase that is looked for.
  static let longest = 5

  /// The first tokens of what stands twice, each once; by the place where the second copy ends.
  private(set) var found: [Int] = []
  /// The keys of the last tokens, the last one first; zero for what is no word. No vector: shifting one costs more than it saves.
  private var last1: UInt64 = 0, last2: UInt64 = 0, last3: UInt64 = 0, last4: UInt64 = 0, last5: UInt64 = 0
  /// How many words in a row up to here are the same as those one place before, two places, and so on.
  private var runs = [0, 0, 0, 0, 0]
  private var isRunning = false

  @inline(__always)
  mutating func add(_ key: UInt64, at i: Int) {
    if key == last1 || key == last2 || key == last3 || key == last4 || key == last5 { go(on: key, i) } else if isRunning { stop() }
    shift(key)
  }

  /// What is no word parts words.
  @inline(__always)
  mutating func addOther() {
    if isRunning { stop() }
    shift(0)
  }

  @inline(__always)
  private mutating func shift(_ key: UInt64) { (last1, last2, last3, last4, last5) = (key, last1, last2, last3, last4) }

  private mutating func stop() {
    for i in runs.indices { runs[i] = 0 }
    isRunning = false
  }

  private mutating func go(on key: UInt64, _ i: Int) {
    isRunning = true
    let last = [last1, last2, last3, last4, last5]
    for length in 1...Self.longest {
      runs[length - 1] = last[length - 1] == key ? runs[length - 1] + 1 : 0
      let first = i + 1 - 2 * length
      if runs[length - 1] >= length, !found.suffix(6).contains(first) { found.append(first) }
    }
  }
}
