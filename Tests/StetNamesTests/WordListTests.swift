import StetNames
import Testing

@Suite("Word lists")
struct WordListTests {
  @Test("words of the list and words beside it", arguments: [
    ("chair", true), ("zebra", true), ("kyiv", false), ("", false), ("a", false), ("zzz", false), ("aardvark", true), ("#", false),
  ])
  func english(_ word: String, _ known: Bool) {
    #expect(WordList.english.contains(word) == known)
  }

  @Test("titles and given names")
  func others() {
    #expect(WordList.titles.contains("general"))
    #expect(WordList.givenNames.contains("valery"))
    #expect(!WordList.titles.contains("valery"))
  }
}
