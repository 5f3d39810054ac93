import Synchronization

/// A value that is made when it is first asked for, by whoever asks first.
final class Once<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  func made(_ make: () -> Value) -> Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}
