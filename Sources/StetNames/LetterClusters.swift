/// Groups of letters that write one sound: sch, tsch. Kept flat, since every letter of every rendering is looked up.
struct LetterClusters: Sendable {
  private struct Cluster: Sendable {
    /// Up to eight letters, the first lowest.
    let letters: UInt64
    let mask: UInt64
    let length: Int
    let sound: UInt8
  }

  static let longest = 8

  /// By first letter, longest first.
  private var clusters: [Cluster] = []
  private var starts = [Int](repeating: 0, count: 129)
  /// By first letter, a bit for each letter that may follow it in a group: most pairs of letters begin none.
  private var seconds = [UInt32](repeating: 0, count: 128)

  init(_ list: [(letters: [UInt8], sound: UInt8)]) {
    for first in 0..<UInt8(128) {
      let group = list.filter { $0.letters.first == first && $0.letters.count <= LetterClusters.longest }
      for cluster in group.sorted(by: { $0.letters.count > $1.letters.count }) {
        let packed = LetterClusters.packed(0, cluster.letters)
        let mask = UInt64.max >> UInt64(64 - 8 * cluster.letters.count)
        clusters.append(Cluster(letters: packed, mask: mask, length: cluster.letters.count, sound: cluster.sound))
        seconds[Int(first)] |= cluster.letters.count > 1 ? LetterClusters.bit(cluster.letters[1]) : .max
      }
      starts[Int(first) + 1] = clusters.count
    }
  }

  /// No letter has the lowest bit, which is for the end of the word.
  @inline(__always)
  private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }

  /// The letters from a place on, eight at most.
  @inline(__always)
  private static func packed(_ at: Int, _ letters: [UInt8]) -> UInt64 {
    var packed: UInt64 = 0, shift: UInt64 = 0
    for i in at..<min(at + longest, letters.count) {
      packed |= UInt64(letters[i]) << shift
      shift += 8
    }
    return packed
  }

  /// The longest group that begins at a place of ASCII letters.
  @inline(__always)
  func longest(_ at: Int, _ letters: [UInt8]) -> (sound: UInt8, length: Int)? {
    let first = Int(letters[at] & 127)
    guard seconds[first] & (at + 1 < letters.count ? LetterClusters.bit(letters[at + 1]) : 1) != 0 else { return nil }
    let word = LetterClusters.packed(at, letters)
    for i in starts[first]..<starts[first + 1] where word & clusters[i].mask == clusters[i].letters {
      return (clusters[i].sound, clusters[i].length)
    }
    return nil
  }
}
