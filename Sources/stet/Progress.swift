import StetKit

/// “1,240 of 5,000 drafts” on a terminal's standard error, for work that takes more than a second.
struct Progress {
  private let total: Int
  private let isOn: Bool
  private let start = System.seconds
  private var lastShown = 0.0
  private var isVisible = false

  init(total: Int, isQuiet: Bool) {
    self.total = total
    isOn = !isQuiet && total > 1 && StandardStream.error.isTerminal
  }

  mutating func show(_ done: Int) {
    guard isOn else { return }
    let now = System.seconds
    guard now - start > 1, now - lastShown > 0.1 else { return }
    lastShown = now
    isVisible = true
    write("\r\(grouped(done)) of \(grouped(total)) drafts")
  }

  /// Leaves the line as if nothing had been there; called before anything else is printed.
  mutating func erase() {
    guard isVisible else { return }
    isVisible = false
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) { _ = StandardStream.error.write(Array(text.utf8)) }

  /// With commas between thousands.
  private func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { i in (i > 0 && (digits.count - i) % 3 == 0 ? "," : "") + String(digits[i]) }.joined()
  }
}
