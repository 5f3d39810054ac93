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
    let groups = Dictionary(grouping: list.filter { (2...LetterClusters.longest).contains($0.letters.count) }) { $0.letters[0] & 127 }
    for first in 0..<UInt8(128) {
      for cluster in (groups[first] ?? []).sorted(by: { $0.letters.count > $1.letters.count }) {
        let packed = cluster.letters.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        let mask = UInt64.max >> UInt64(64 - 8 * cluster.letters.count)
        clusters.append(Cluster(letters: packed, mask: mask, length: cluster.letters.count, sound: cluster.sound))
        seconds[Int(first)] |= LetterClusters.bit(cluster.letters[1])
      }
      starts[Int(first) + 1] = clusters.count
    }
  }

  @inline(__always)
  private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }

  /// Whether a group may begin with two letters of ASCII.
  @inline(__always)
  func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool { seconds[Int(first & 127)] & LetterClusters.bit(second) != 0 }

  /// The longest group with which letters of ASCII begin, eight of them at most, the first lowest.
  func longest(_ letters: UInt64) -> (sound: UInt8, length: Int)? {
    let first = Int(letters & 127)
    for i in starts[first]..<starts[first + 1] where letters & clusters[i].mask == clusters[i].letters {
      return (clusters[i].sound, clusters[i].length)
    }
    return nil
  }
}
