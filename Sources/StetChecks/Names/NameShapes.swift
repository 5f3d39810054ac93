/// How known names are written: how long they are and which letters are in them, enough to tell most words at a glance that no slip
/// makes of one; and their letters, to tell the rest.
struct NameShapes: Sendable {
  private struct Shape: Sendable {
    /// Bit n is the n-th letter of the alphabet.
    let letters: UInt32
    /// Where in `text` it begins, and its length.
    let start, count: Int
  }

  /// By first letter and length.
  private var shapes: [Shape] = []
  /// Where in `shapes` those of a letter and a length begin.
  private var starts = [Int](repeating: 0, count: 26 * 32 + 1)
  /// The letters of all, one after the other.
  private var text: [UInt8] = []

  /// - Parameter words: In small letters; those with anything but letters of ASCII are left out.
  init(_ words: [[UInt8]]) {
    let words = words.filter { !$0.isEmpty && $0.allSatisfy { (0x61...0x7A).contains($0) } }
      .map { (group: NameShapes.group($0[0], $0.count), letters: $0) }.sorted { $0.group < $1.group }
    for word in words {
      shapes.append(Shape(letters: NameShapes.set(of: word.letters.span), start: text.count, count: word.letters.count))
      text += word.letters
      starts[word.group + 1] = shapes.count
    }
    for i in 1..<starts.count { starts[i] = max(starts[i], starts[i - 1]) }
  }

  /// All longer words are of one length.
  private static func group(_ first: UInt8, _ count: Int) -> Int { Int(first - 0x61) * 32 + min(count, 31) }

  @inline(__always)
  private static func set(of word: Swift.Span<UInt8>) -> UInt32 {
    var letters: UInt32 = 0
    for i in word.indices { letters |= 1 << UInt32(word[i] & 31) }
    return letters
  }

  /// Whether one letter swapped, lost, added or exchanged may part a word from a known name of the same first letter.
  ///
  /// - Parameter word: Letters of ASCII in any case.
  func hasNear(_ word: Swift.Span<UInt8>) -> Bool {
    guard word.count >= 6 else { return false }
    let letter = word[0] | 0x20, own = NameShapes.set(of: word)
    for i in starts[NameShapes.group(letter, word.count - 1)]..<starts[NameShapes.group(letter, word.count + 1) + 1] {
      // At most two letters are in one of both only.
      let other = shapes[i].letters ^ own, others = other & (other &- 1)
      if others & (others &- 1) == 0, isNear(shapes[i], word) { return true }
    }
    return false
  }

  /// The same from both ends but for a place of one letter, or of two in words of one length.
  private func isNear(_ shape: Shape, _ word: Swift.Span<UInt8>) -> Bool {
    let shorter = min(shape.count, word.count), longer = max(shape.count, word.count)
    var head = 0, tail = 0
    while head < shorter, text[shape.start + head] == word[head] | 0x20 { head += 1 }
    while tail < shorter - head, text[shape.start + shape.count - 1 - tail] == word[word.count - 1 - tail] | 0x20 { tail += 1 }
    return longer - head - tail <= (longer == shorter ? 2 : 1)
  }
}
