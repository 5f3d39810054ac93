import Glibc
import Synchronization

/// Numbers that many may read and write at once, each by itself; all are zero at first. Cheap to make and to give up, as an array of
/// atomics is not: each of those would be made and ended for itself.
@safe
final class AtomicWords: @unchecked Sendable {  // its memory is atomics, and is freed when nobody holds the object
  private let start: UnsafeMutablePointer<Atomic<UInt64>>
  private let mask: UInt64

  /// - Parameter bits: There are 2 to the power of this many numbers.
  init(bits: Int) {
    let count = 1 << bits
    // A number that is zero and an atomic of zero are the same bytes. Memory fresh from the system is zero already, and `calloc` knows
    // it: a short run touches only the pages that it uses.
    guard let room = unsafe calloc(count, MemoryLayout<Atomic<UInt64>>.stride) else { preconditionFailure("no memory is left") }
    unsafe start = room.bindMemory(to: Atomic<UInt64>.self, capacity: count)
    mask = UInt64(count - 1)
  }

  deinit { unsafe free(start) }

  /// The number at a place; places beyond the last begin again at the first.
  subscript(place: UInt64) -> UInt64 {
    @inline(__always) get { unsafe start[Int(truncatingIfNeeded: place & mask)].load(ordering: .relaxed) }
    set { unsafe start[Int(truncatingIfNeeded: place & mask)].store(newValue, ordering: .relaxed) }
  }
}
