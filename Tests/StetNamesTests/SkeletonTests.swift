import StetNames
import Testing

@Suite("Skeletons")
struct SkeletonTests {
  private func key(_ word: String) -> [UInt8] {
    var letters: [UInt8] = [], key: [UInt8] = []
    Skeleton.shared.strictKey(of: Array(word.utf8)[...], letters: &letters, into: &key)
    return key
  }

  private func hash(_ word: String) -> UInt64 {
    var letters: [UInt8] = []
    return Skeleton.shared.strictHash(of: Array(word.utf8)[...], letters: &letters)
  }

  static let words = [
    "Zaluzhny", "Zalužnyj", "Smirnoff", "Smirnov", "SMIRNOV", "Chruschtschow", "Khrushchev", "Kornet", "Kornett", "Xenia", "Ksenia", "Jolani",
    "Iolani", "Maria", "Marija", "Mara", "Ceco", "Tseko", "Čop", "Chop", "O’Brien", "Obrien", "aiai", "a", "", "Щ", "ff", "off", "Eiffel",
  ]

  @Test("words have one hash just when they have one strict key", arguments: words)
  func hashes(_ word: String) {
    for other in Self.words { #expect((hash(word) == hash(other)) == (key(word) == key(other)), "\(word), \(other)") }
  }

  @Test("renderings of one name have one strict key", arguments: [("Smirnoff", "Smirnov"), ("Kornet", "Kornett"), ("Čop", "Chop"), ("Xenia", "Ksenia")])
  func renderings(_ one: String, _ other: String) { #expect(key(one) == key(other)) }
}
