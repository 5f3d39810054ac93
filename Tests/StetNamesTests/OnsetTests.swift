import StetNames
import Testing

@Suite("How words begin")
struct OnsetTests {
  @Test("words", arguments: [
    ("apple", Onset.vowel), ("bridge", .consonant), ("hour", .vowel), ("house", .consonant), ("historic", .either), ("university", .consonant),
    ("unimportant", .vowel), ("unanimous", .consonant), ("ukrainian", .consonant), ("umbrella", .vowel), ("european", .consonant), ("one", .consonant),
    ("oneiric", .either), ("once", .consonant), ("useful", .consonant), ("usher", .vowel), ("honour", .vowel),
  ])
  func words(_ word: String, _ onset: Onset) {
    #expect(Onset.of(word) == onset)
  }

  @Test("initials are read by letters, and only known ones are judged")
  func initials() {
    #expect(Onset.ofInitials("fbi") == .vowel)
    #expect(Onset.ofInitials("un") == .consonant)
    #expect(Onset.ofInitials("sql") == nil)
  }

  @Test("numbers", arguments: [
    ("8", Onset.vowel), ("80", .vowel), ("11", .vowel), ("18", .vowel), ("11,000", .vowel), ("1,100", .either), ("1800", .either), ("12", .consonant),
    ("100", .consonant), ("8.5", .vowel), ("1.8", .consonant),
  ])
  func numbers(_ digits: String, _ onset: Onset) {
    #expect(Onset.ofNumber(digits.utf8) == onset)
  }

  @Test("every line of the list of known names is read, and names that are slips of each other are on one line")
  func knownNames() {
    let all = WellKnownNames.all
    func text(_ name: WellKnownNames.Name) -> String { name.words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") }
    #expect(all.count > 250)
    #expect(all.contains { $0.kind == .person && text($0) == "Maria Zakharova" })
    #expect(Set(all.map(text)).count == all.count)
    for name in all {
      #expect(!name.words.isEmpty && !name.foreign.contains(where: name.admitted.contains), "\(text(name))")
    }
  }
}
