/// Groups of letters that write one sound: sch, tsch. Kept flat, since every letter of every rendering is looked up. One object, not a
/// value: every word would count anew who has its lists, on all threads at once.
final class LetterClusters: Sendable {
  private struct Cluster: Sendable {
    /// Up to eight letters, the first lowest.
    let letters: UInt64
    let mask: UInt64
    let length: Int
    let sound: UInt8
  }

  static let longest = 8

  /// By first letter, longest first.
  private let clusters: [Cluster]
  private let starts: [Int]
  /// By first letter, a bit for each letter that may follow it in a group: most pairs of letters begin none.
  private let seconds: [UInt32]
  /// What a letter alone sounds like; a c is hard.
  let singles: [UInt8] = (0..<UInt8(128)).map { letter in
    switch letter {
    case UInt8(ascii: "c"), UInt8(ascii: "q"), UInt8(ascii: "x"): UInt8(ascii: "k")
    case UInt8(ascii: "w"): UInt8(ascii: "v")
    case UInt8(ascii: "h"): UInt8(ascii: "g")
    case UInt8(ascii: "y"), UInt8(ascii: "j"): UInt8(ascii: "i")
    default: letter
    }
  }

  init(_ list: [(letters: [UInt8], sound: UInt8)]) {
    let groups = list.filter { (2...LetterClusters.longest).contains($0.letters.count) && $0.letters[0] < 128 }
      .sorted { ($0.letters[0], $1.letters.count) < ($1.letters[0], $0.letters.count) }
    var clusters: [Cluster] = [], starts = [Int](repeating: 0, count: 129), seconds = [UInt32](repeating: 0, count: 128)
    for group in groups {
      let packed = group.letters.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      let mask = UInt64.max >> UInt64(64 - 8 * group.letters.count)
      clusters.append(Cluster(letters: packed, mask: mask, length: group.letters.count, sound: group.sound))
      seconds[Int(group.letters[0])] |= LetterClusters.bit(group.letters[1])
      starts[Int(group.letters[0]) + 1] = clusters.count
    }
    for first in 1..<starts.count { starts[first] = max(starts[first], starts[first - 1]) }
    (self.clusters, self.starts, self.seconds) = (clusters, starts, seconds)
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
