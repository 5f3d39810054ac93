import StetTestSupport
import Testing

@testable import StetNames

/// What is cut short says the same as what is reckoned to the end, wherever somebody may ask.
@Suite struct DistanceTests {
  private func key(_ dice: inout Dice) -> [UInt8] {
    let letters = Array("aeioubvdzknstCZ".utf8)
    return (0..<dice.roll(0..<11)).map { _ in letters[dice.roll(0..<letters.count)] }
  }

  /// A key and what a few slips make of it.
  private func pair(_ seed: Int) -> ([UInt8], [UInt8]) {
    var dice = Dice(seed)
    let first = key(&dice)
    var other = dice.roll(0..<4) == 0 ? key(&dice) : first
    for _ in 0..<dice.roll(0..<3) where other.count > 1 {
      let at = dice.roll(0..<other.count - 1)
      switch dice.roll(0..<4) {
      case 0: other.swapAt(at, at + 1)
      case 1: other.remove(at: at)
      case 2: other.insert(UInt8(ascii: "e"), at: at)
      default: other[at] = UInt8(ascii: "k")
      }
    }
    return (first, other)
  }

  @Test(arguments: 0..<2_000)
  func limits(seed: Int) {
    let (a, b) = pair(seed)
    let whole = Skeleton.shared.distance(a, b)
    for limit in [0.02, 0.1, 0.17, 0.5, 2] {
      let cut = Skeleton.shared.distance(a, b, atMost: limit)
      if whole <= limit { #expect(cut == whole, "\(a) \(b) \(limit)") } else { #expect(cut > limit, "\(a) \(b) \(limit)") }
    }
    // What no limit can cut short: the way there and back.
    #expect(Skeleton.shared.distance(a, a) == 0)
    if a != b { #expect(whole > 0) }
  }

  @Test func known() {
    func distance(_ a: String, _ b: String) -> Double { Skeleton.shared.distance(Array(a.utf8), Array(b.utf8)) }
    // A swap costs fifty, a vowel forty and a consonant a hundred, in hundredths of the longer key's length.
    #expect(distance("bodan", "boadn") == 0.1)
    #expect(distance("bodan", "bodn") == 0.4 / 5)
    #expect(distance("bodnak", "bodak") == 1.0 / 6)
    #expect(distance("", "e") == 0.4)
  }
}
