/// A hash over folded bytes, eight at a time; its values are stored in index files, so it never changes silently.
///
/// Folded words have no zero bytes: what fills up the last eight is none of them.
struct FoldHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325
  private var rest: UInt64 = 0
  private var shift: UInt64 = 0

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    rest |= UInt64(byte) << shift
    shift += 8
    if shift == 64 {
      add(eight: rest)
      (rest, shift) = (0, 0)
    }
  }

  /// Eight bytes, or the fewer that are left, after none but eights.
  @inline(__always)
  mutating func add(eight: UInt64) {
    state = (state ^ eight) &* 0xD6E8_FEB8_6659_FD93
    state ^= state >> 32
  }

  @inline(__always)
  mutating func add(folded: UInt32) {
    var rest = folded
    while rest != 0 {
      add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// The upper half is never empty, so that no word has the key of a mark.
  @inline(__always)
  var value: UInt64 {
    var last = self
    if rest != 0 { last.add(eight: rest) }
    let hash = last.state &* 0x9FB2_1C65_1E98_DF25
    return (hash ^ (hash >> 32)) | 1 << 63
  }
}
