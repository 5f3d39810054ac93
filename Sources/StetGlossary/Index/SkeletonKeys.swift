import StetICU
import StetNames
import StetText

/// The tables that lead from a word's skeleton to the places of patterns whose renderings have it.
///
/// A *slot* is a place of a pattern, shared by all patterns of an entry that have it, with the strict keys of all words
/// that may stand there.
final class SkeletonKeys: Sendable {
  enum Seed: UInt64 { case strict = 1, loose, looser }

  /// A slot under a hash of one of its keys.
  private struct Near: Keyed {
    let key: UInt64
    let slot: UInt32
  }

  /// The strict keys one after the other, and where each ends.
  let pool: Flat<UInt8>
  let poolEnds: Flat<UInt32>
  /// For each slot where its strict keys end in `keys`, which are numbers in the pool.
  let keyEnds: Flat<UInt32>
  let keys: Flat<UInt32>
  /// For each slot where its patterns end in `uses`.
  let useEnds: Flat<UInt32>
  let uses: Flat<UInt32>
  let near: KeyIndex
  let slots: Flat<UInt32>
  /// The hashes that `near` has: of the many that are asked for it has few.
  let filter: KeyFilter

  /// The skeletons of slots whose keys are numbers in a pool.
  init(_ list: SlotList, pool: StrictKeyPool) {
    let (uses, useEnds) = list.usesBySlot()
    var builder = NearBuilder(pool)
    var found: [Near] = []
    for slot in 0..<list.count where useEnds[slot] > (slot == 0 ? 0 : useEnds[slot - 1]) {
      builder.hashes(of: list.keys(of: slot)) { found.append(Near(key: $0, slot: UInt32(slot))) }
    }
    found = KeyIndex.sorted(found)
    near = KeyIndex(found)
    filter = KeyFilter(found.map(\.key), spread: 8)
    slots = Flat(found.map(\.slot))
    self.pool = Flat(pool.bytes)
    poolEnds = Flat(pool.ends)
    keyEnds = Flat(list.keyEnds)
    keys = Flat(list.keys)
    self.useEnds = Flat(useEnds)
    self.uses = Flat(uses)
  }

  init(
    pool: Flat<UInt8>, poolEnds: Flat<UInt32>, keyEnds: Flat<UInt32>, keys: Flat<UInt32>, useEnds: Flat<UInt32>, uses: Flat<UInt32>,
    near: KeyIndex, slots: Flat<UInt32>, filter: KeyFilter
  ) {
    self.pool = pool
    self.poolEnds = poolEnds
    self.keyEnds = keyEnds
    self.keys = keys
    self.useEnds = useEnds
    self.uses = uses
    self.near = near
    self.slots = slots
    self.filter = filter
  }

  // MARK: Asking

  var isEmpty: Bool { near.isEmpty }

  /// The patterns that are looked for by a slot.
  func patterns(of slot: Int) -> [UInt32] { uses.array(useEnds.run(slot, below: uses.count)) }

  /// The slots that have a strict key.
  func slots(strict key: [UInt8]) -> [UInt32] {
    let hash = Skeleton.hash(key, seed: Seed.strict.rawValue)
    return filter.mayHold(hash) ? near.range(of: hash).map(slots.array) ?? [] : []
  }

  /// The slots whose loose keys are equal or one letter apart, or whose looser keys are equal; each once.
  func slots(near strict: [UInt8], room key: inout [UInt8]) -> [UInt32] {
    var found: [UInt32] = []
    func add(_ hash: UInt64) {
      guard filter.mayHold(hash), let range = near.range(of: hash) else { return }
      for i in range.clamped(to: 0..<slots.count) where found.count < SkeletonKeys.crowd && !found.contains(slots[i]) {
        found.append(slots[i])
      }
    }
    Skeleton.looserKey(of: strict, into: &key)
    add(Skeleton.hash(key, seed: Seed.looser.rawValue))
    Skeleton.looseKey(of: strict, into: &key)
    SkeletonKeys.forEachDeletion(of: key, add)
    return found
  }

  /// More slots than this are not looked at.
  private static let crowd = 256

  /// How far a strict key is from the nearest of a slot's: 0 is equal, above the limit any number means farther.
  func distance(_ key: [UInt8], to slot: Int, atMost limit: Double, room known: inout [UInt8]) -> Double {
    var nearest = Double.infinity
    for i in keyEnds.run(slot, below: keys.count) {
      known.removeAll(keepingCapacity: true)
      for at in poolEnds.run(Int(keys[i]), below: pool.count) { known.append(pool[at]) }
      nearest = min(nearest, Skeleton.shared.distance(key, known, atMost: min(limit, nearest)))
      if nearest == 0 { break }
    }
    return nearest == .infinity ? 1 : nearest
  }

  /// The hash of a loose key and of each key that lacks one of its letters.
  fileprivate static func forEachDeletion(of key: [UInt8], _ body: (UInt64) -> Void) {
    // Short keys are only found whole.
    Deletions.each(of: key.span, keeping: key.count < 4 ? key.count : 0) {
      let hash = ($0 ^ ($0 >> 32) ^ Seed.loose.rawValue) &* 0xD6E8_FEB8_6659_FD93
      body(hash ^ (hash >> 32))
    }
  }
}

/// Slots under construction.
struct SlotList: Sendable {
  private(set) var keyEnds: [UInt32] = []
  /// Strict keys of all slots, as numbers in a pool.
  private(set) var keys: [UInt32] = []
  private var uses: [(slot: UInt32, pattern: UInt32)] = []

  var count: Int { keyEnds.count }

  func keys(of slot: Int) -> ArraySlice<UInt32> { keys[(slot == 0 ? 0 : Int(keyEnds[slot - 1]))..<Int(keyEnds[slot])] }

  mutating func add(_ slotKeys: [UInt32]) -> Int {
    keys += slotKeys
    keyEnds.append(UInt32(keys.count))
    return keyEnds.count - 1
  }

  /// Notes that a pattern is looked for by a slot.
  mutating func use(_ slot: Int, pattern: UInt32) { uses.append((UInt32(slot), pattern)) }

  /// Appends another list whose patterns and keys are renumbered.
  mutating func append(_ other: SlotList, firstPattern: UInt32, key renumbered: (UInt32) -> UInt32) {
    let first = UInt32(count), firstKey = UInt32(keys.count)
    for key in other.keys { keys.append(renumbered(key)) }
    for end in other.keyEnds { keyEnds.append(firstKey + end) }
    for use in other.uses { uses.append((first + use.slot, firstPattern + use.pattern)) }
  }

  /// The patterns of each slot, in order, and where each slot's end.
  fileprivate func usesBySlot() -> (patterns: [UInt32], ends: [UInt32]) {
    var ends = [UInt32](repeating: 0, count: count + 1)
    for use in uses { ends[Int(use.slot) + 1] += 1 }
    for i in ends.indices.dropFirst() { ends[i] += ends[i - 1] }
    var patterns = [UInt32](repeating: 0, count: uses.count)
    for use in uses {
      patterns[Int(ends[Int(use.slot)])] = use.pattern
      ends[Int(use.slot)] += 1
    }
    ends.removeLast()
    return (patterns, ends)
  }
}

/// The hashes under which the slot of some strict keys is found, each once.
private struct NearBuilder {
  private let pool: StrictKeyPool
  private var strict: [UInt8] = []
  private var key: [UInt8] = []
  private var seen: [UInt64] = []

  init(_ pool: StrictKeyPool) { self.pool = pool }

  mutating func hashes(of numbers: ArraySlice<UInt32>, _ body: (UInt64) -> Void) {
    seen.removeAll(keepingCapacity: true)
    for number in numbers {
      let range = pool.range(Int(number))
      guard range.count >= 3 else { continue }
      body(pool.hashes[Int(number)])
      strict.removeAll(keepingCapacity: true)
      strict += pool.bytes[range]
      Skeleton.looserKey(of: strict, into: &key)
      let looser = Skeleton.hash(key, seed: SkeletonKeys.Seed.looser.rawValue)
      if !seen.contains(looser) {
        seen.append(looser)
        body(looser)
      }
      Skeleton.looseKey(of: strict, into: &key)
      let loose = Skeleton.hash(key, seed: SkeletonKeys.Seed.loose.rawValue)
      if !seen.contains(loose) {
        seen.append(loose)
        SkeletonKeys.forEachDeletion(of: key, body)
      }
    }
  }
}
