/// Draws that are the same on every machine and in every run: what is measured today can be compared with last year's.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below `limit`.
  mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func isTrue(inHundred share: Int) -> Bool { number(below: 100) < share }
}
