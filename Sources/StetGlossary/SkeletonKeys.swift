import StetICU
import StetNames
import StetText

/// The tables that lead from a word's skeleton to the places of patterns whose renderings have it.
struct SkeletonKeys: Sendable {
  /// Where a slot stands: in which pattern, at which place.
  struct Use: Sendable {
    let pattern: UInt32
    let place: UInt8
  }

  private enum Seed: UInt64 { case strict = 1, loose, looser }

  private var slots: [[[UInt8]]] = []
  private var uses: [[Use]] = []
  private var pairs: [(hash: UInt64, slot: UInt32)] = []
  private var table: [UInt64: Range<Int>] = [:]

  /// The strict keys of a text, with its marks and without: newspapers drop them.
  static func strictKeys(of text: String) -> [[UInt8]] {
    var letters: [UInt8] = [], key: [UInt8] = []
    Skeleton.shared.strictKey(of: text.utf8, letters: &letters, into: &key)
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return [key] }
    let marked = key
    Skeleton.shared.strictKey(of: CharacterTable.shared.folded(text).utf8, letters: &letters, into: &key)
    return marked == key ? [key] : [marked, key]
  }

  // MARK: Building

  mutating func addSlot(_ keys: [[UInt8]]) -> Int {
    slots.append(keys)
    uses.append([])
    return slots.count - 1
  }

  mutating func add(_ use: Use, to slot: Int) { uses[slot].append(use) }

  /// Sorts what was added, after which it can be asked.
  mutating func finish() {
    var key: [UInt8] = []
    for (slot, strictKeys) in slots.enumerated() where !uses[slot].isEmpty {
      for strict in strictKeys where strict.count >= 3 {
        pairs.append((Skeleton.hash(strict, seed: Seed.strict.rawValue), UInt32(slot)))
        Skeleton.shared.looserKey(of: strict, into: &key)
        pairs.append((Skeleton.hash(key, seed: Seed.looser.rawValue), UInt32(slot)))
        Skeleton.shared.looseKey(of: strict, into: &key)
        SkeletonKeys.forEachDeletion(of: key) { pairs.append(($0, UInt32(slot))) }
      }
    }
    pairs.sort { ($0.hash, $0.slot) < ($1.hash, $1.slot) }
    var start = 0
    for i in pairs.indices where i + 1 == pairs.count || pairs[i + 1].hash != pairs[i].hash {
      table[pairs[i].hash] = start..<i + 1
      start = i + 1
    }
  }

  /// The hash of a loose key and of each key that lacks one of its letters.
  private static func forEachDeletion(of key: [UInt8], _ body: (UInt64) -> Void) {
    body(Skeleton.hash(key, seed: Seed.loose.rawValue))
    guard key.count >= 4 else { return }
    for i in key.indices where i == 0 || key[i] != key[i - 1] {
      body(Skeleton.hash(key, seed: Seed.loose.rawValue, leavingOut: i))
    }
  }

  // MARK: Asking

  var isEmpty: Bool { table.isEmpty }

  func uses(of slot: Int) -> [Use] { uses[slot] }

  /// The slots that have a strict key.
  func slots(strict key: [UInt8]) -> ArraySlice<(hash: UInt64, slot: UInt32)> {
    table[Skeleton.hash(key, seed: Seed.strict.rawValue)].map { pairs[$0] } ?? []
  }

  /// The slots whose loose keys are equal or one letter apart, or whose looser keys are equal; each once.
  func slots(near strict: [UInt8], room key: inout [UInt8]) -> [UInt32] {
    var found: [UInt32] = []
    func add(_ hash: UInt64) {
      guard let range = table[hash] else { return }
      for pair in pairs[range] where !found.contains(pair.slot) && found.count < 256 { found.append(pair.slot) }
    }
    Skeleton.shared.looserKey(of: strict, into: &key)
    add(Skeleton.hash(key, seed: Seed.looser.rawValue))
    Skeleton.shared.looseKey(of: strict, into: &key)
    SkeletonKeys.forEachDeletion(of: key, add)
    return found
  }

  /// How far a strict key is from the nearest of a slot's: 0 is equal.
  func distance(_ key: [UInt8], to slot: Int) -> Double {
    slots[slot].lazy.map { Skeleton.shared.distance(key, $0) }.min() ?? 1
  }
}
