import Foundation
import Synchronization

/// Runs what needs more stack than the thread at hand may have.
///
/// The YAML parser allows 1,000 levels of nesting, and composing them takes over 2 MB of stack; threads other than the
/// first have as little as 512 KB.
enum DeepStack {
  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
    let isFull = DispatchSemaphore(value: 0)
  }

  /// What the work gives; the caller waits for it.
  static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
    let box = Box<Value>()
    let thread = Thread {
      let value = work()
      box.value.withLock { $0 = value }
      box.isFull.signal()
    }
    // Reserved, not used: pages that are never touched cost nothing.
    thread.stackSize = 64 << 20
    thread.start()
    box.isFull.wait()
    return box.value.withLock { $0 } ?? work()
  }
}
