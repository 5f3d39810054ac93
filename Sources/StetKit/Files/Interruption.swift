import Glibc
import Synchronization

/// Ctrl-C while files are being written: the file at hand is finished, the next one is not begun.
public enum Interruption {
  private static let received = Atomic<Int32>(0)

  /// From now on the first SIGINT, SIGTERM or SIGHUP only sets `isRequested`; a second one ends the process as ever.
  public static func watch() {
    _ = isRequested  // Lazily made things must not be made inside a signal handler.
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number) { number in
        Interruption.received.store(number, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
      // Whoever started Stet with the signal ignored (nohup) wants it ignored.
      if unsafe unsafeBitCast(before, to: Int.self) == ignored { signal(number, SIG_IGN) }
    }
  }

  public static var isRequested: Bool { received.load(ordering: .relaxed) != 0 }

  /// Ends the process the way the signal would have, so that a shell's loop stops too. Does nothing without one.
  public static func resume() {
    let number = received.load(ordering: .relaxed)
    if number == 0 { return }
    // Worker threads block signals; one that is blocked here would wait for ever.
    var own = sigset_t()
    unsafe sigemptyset(&own)
    unsafe sigaddset(&own, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &own, nil)
    raise(number)
  }

  /// C's `SIG_IGN` as a number; function pointers cannot be compared.
  private static let ignored = 1
}
