import StetNames

/// Strict keys one after the other, each known by its number.
struct StrictKeyPool: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each key ends.
  private(set) var ends: [UInt32] = []
  /// What keys are compared by.
  private(set) var hashes: [UInt64] = []

  var count: Int { ends.count }

  func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

  mutating func append(_ key: [UInt8]) { append(key, Skeleton.hash(key, seed: SkeletonKeys.Seed.strict.rawValue)) }

  /// Adds a key unless it stands at this place already, or after it.
  mutating func append(_ key: [UInt8], unlessAfter start: Int) {
    let hash = Skeleton.hash(key, seed: SkeletonKeys.Seed.strict.rawValue)
    if !hashes[start...].contains(hash) { append(key, hash) }
  }

  private mutating func append(_ key: [UInt8], _ hash: UInt64) {
    bytes += key
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
  }

  mutating func append(_ other: StrictKeyPool) {
    let base = UInt32(bytes.count)
    bytes += other.bytes
    for end in other.ends { ends.append(base + end) }
    hashes += other.hashes
  }
}
