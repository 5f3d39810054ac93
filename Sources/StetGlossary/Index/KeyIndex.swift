/// What has a 64-bit key.
protocol Keyed {
  var key: UInt64 { get }
}

/// Finds the run of values that belong to a key: the upper bits of the mixed key give a bucket of a few keys, the 32 bits
/// after them tell these apart (of a million keys, two are taken for one with a chance of one in a thousand).
///
/// Smaller than a hash table with its gaps, and made by one distribution of the values instead of a sort.
struct KeyIndex: Sendable {
  /// A key, and where its values begin; behind the last key one more slot says where they end.
  ///
  /// Any bits are a value, since slots come from files.
  struct Slot: BitwiseCopyable {
    let rest: UInt32
    let start: UInt32
  }

  /// The places in `slots` where buckets begin, and the end of the last: one more than a power of two.
  let buckets: Flat<UInt32>
  let slots: Flat<Slot>
  private let shift: UInt64

  /// About this many values share a bucket.
  private static let crowd = 8

  /// The index of values that `sorted` has put in order.
  init<Value: Keyed>(_ values: [Value]) {
    shift = KeyIndex.shift(values.count)
    var slots: [Slot] = []
    slots.reserveCapacity(values.count + 1)
    var buckets = [UInt32](repeating: 0, count: 1 << Int(64 - shift) + 1)
    var bucket = 0
    for i in values.indices where i == 0 || values[i].key != values[i - 1].key {
      let own = KeyIndex.bucket(values[i].key, shift)
      while bucket < own {
        bucket += 1
        buckets[bucket] = UInt32(slots.count)
      }
      slots.append(Slot(rest: KeyIndex.rest(values[i].key, shift), start: UInt32(i)))
    }
    for rest in bucket + 1..<buckets.count { buckets[rest] = UInt32(slots.count) }
    slots.append(Slot(rest: 0, start: UInt32(values.count)))
    self.buckets = Flat(buckets)
    self.slots = Flat(slots)
  }

  /// One read from a file; nil if there cannot be so many buckets.
  init?(buckets: Flat<UInt32>, slots: Flat<Slot>) {
    let bits = (buckets.count - 1).trailingZeroBitCount
    guard (4...28).contains(bits), buckets.count == 1 << bits + 1 else { return nil }
    self.buckets = buckets
    self.slots = slots
    shift = UInt64(64 - bits)
  }

  private static func shift(_ count: Int) -> UInt64 {
    var bits: UInt64 = 4
    while 1 << bits < count / crowd, bits < 28 { bits += 1 }
    return 64 - bits
  }

  /// Spreads keys over all bits, different ones differently: those of marks are small numbers.
  @inline(__always)
  private static func order(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  private static func bucket(_ key: UInt64, _ shift: UInt64) -> Int { Int(order(key) >> shift) }

  /// The bits after those that give the bucket.
  @inline(__always)
  private static func rest(_ key: UInt64, _ shift: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: order(key) >> (shift - 32)) }

  /// Values by key, those of one key in the order given.
  static func sorted<Value: Keyed>(_ values: [Value]) -> [Value] {
    guard let first = values.first else { return [] }
    let shift = shift(values.count)
    var places = [Int](repeating: 0, count: 1 << Int(64 - shift) + 1)
    for value in values { places[bucket(value.key, shift) + 1] += 1 }
    for i in places.indices.dropFirst() { places[i] += places[i - 1] }
    var sorted = [Value](repeating: first, count: values.count)
    for value in values {
      let own = bucket(value.key, shift)
      sorted[places[own]] = value
      places[own] += 1
    }
    // Each place now is the end of its bucket.
    var start = 0
    for end in places.dropLast() {
      sort(&sorted, start, end)
      start = end
    }
    return sorted
  }

  /// Sorts a bucket, keeping the order of equal keys.
  private static func sort<Value: Keyed>(_ values: inout [Value], _ start: Int, _ end: Int) {
    if end - start > 64 {
      let ordered = values[start..<end].enumerated().sorted {
        (order($0.element.key), $0.offset) < (order($1.element.key), $1.offset)
      }
      for (i, value) in ordered.enumerated() { values[start + i] = value.element }
      return
    }
    guard start + 1 < end else { return }
    for i in start + 1..<end {
      let value = values[i]
      var at = i
      while at > start, order(values[at - 1].key) > order(value.key) {
        values[at] = values[at - 1]
        at -= 1
      }
      values[at] = value
    }
  }

  /// How many keys there are.
  var count: Int { max(0, slots.count - 1) }
  var isEmpty: Bool { count == 0 }

  /// Where the values of a key stand; nil if it has none.
  @inline(__always)
  func range(of key: UInt64) -> Range<Int>? { place(of: key).map(run) }

  /// The number of a key among all; nil for one that has no values.
  @inline(__always)
  func place(of key: UInt64) -> Int? {
    let bucket = KeyIndex.bucket(key, shift), rest = KeyIndex.rest(key, shift)
    var at = Int(buckets[bucket])
    let end = min(Int(buckets[bucket + 1]), count)
    while at < end {
      if slots[at].rest == rest { return at }
      at += 1
    }
    return nil
  }

  /// Where the values of the key with a number stand.
  @inline(__always)
  func run(_ place: Int) -> Range<Int> { Int(slots[place].start)..<Int(max(slots[place].start, slots[place + 1].start)) }
}
