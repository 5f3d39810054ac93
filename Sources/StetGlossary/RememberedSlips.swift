import StetText

/// By which slip of the hand a word misses a place of a pattern, remembered over drafts: hundreds of words have to be tried to find out, and
/// who mistypes a name once does so again.
struct RememberedSlips: Sendable {
  /// What was asked, but for its lowest bits; in these the answer.
  private let answers = AtomicWords(bits: 12)
  private static let answerBits: UInt64 = 7, none: UInt64 = 1

  /// The slip in a word, found out unless it is known.
  func slip(_ key: TokenKey, pattern: UInt32, place: Int, _ find: () -> SlipOfHand?) -> SlipOfHand? {
    let question = (key.rawValue ^ (UInt64(pattern) << 8 | UInt64(place & 0xFF)) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    let known = answers[question >> 32]
    if known & RememberedSlips.answerBits != 0, (known ^ question) & ~RememberedSlips.answerBits == 0 {
      return SlipOfHand(rawValue: known & RememberedSlips.answerBits)
    }
    let slip = find()
    answers[question >> 32] = question & ~RememberedSlips.answerBits | (slip?.rawValue ?? RememberedSlips.none)
    return slip
  }
}
