/// Random numbers that are the same in every run (SplitMix64), for tests of properties.
public struct Dice: RandomNumberGenerator {
  private var state: UInt64

  public init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  public mutating func roll(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }
  public mutating func pick<T>(_ choices: [T]) -> T { choices[roll(0..<choices.count)] }
}
