/// The keys of a word and of what is left of it without any one of its letters: of two words that are one letter apart, one has a key that
/// the other has, too.
///
/// The letters are the digits of a number, so that one can be taken out of the middle without a look at those behind it.
public enum Deletions {
  /// The base of the numbers, the first letter the lowest digit.
  @usableFromInline static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The base times this is one.
  @usableFromInline static let inverse: UInt64 = 0xF1DE_83E1_9937_733D

  /// Hands over the key of a word, then those of the word without one of its letters; of the same letters in a row one goes.
  ///
  /// - Parameters:
  ///   - letters: One a byte.
  ///   - ignored: A bit in which letters may differ: that of capitals.
  ///   - kept: So many of the last letters are never left out.
  @inlinable @inline(__always)
  public static func each(of letters: Swift.Span<UInt8>, ignoring ignored: UInt8 = 0, keeping kept: Int = 0, _ body: (UInt64) -> Void) {
    let base = base, inverse = inverse
    var whole: UInt64 = 0, power: UInt64 = 1
    for i in letters.indices {
      whole &+= UInt64(letters[i] | ignored) &* power
      power &*= base
    }
    body(whole)
    // The letters behind the one that is left out move up by one.
    var head: UInt64 = 0, last: UInt8 = 0
    power = 1
    for i in 0..<max(0, letters.count - kept) {
      let letter = letters[i] | ignored, own = UInt64(letter) &* power
      if letter != last { body(head &+ (whole &- head &- own) &* inverse) }
      head &+= own
      power &*= base
      last = letter
    }
  }
}
