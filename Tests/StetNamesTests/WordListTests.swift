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

  @Test("every word of a list is found in it, and none between its words")
  func all() {
    for list in [WordList.english, .givenNames, .titles, .particles, .shortWords] {
      for word in list.words {
        #expect(list.contains(String(decoding: word, as: UTF8.self)))
        #expect(list.contains(folding: word))
        #expect(!list.contains(String(decoding: word, as: UTF8.self) + "\n"))
        #expect(!list.contains(String(decoding: word, as: UTF8.self) + "\u{1}"))
      }
    }
  }

  @Test("words as they stand in drafts", arguments: [
    ("Chair", true), ("CHAIR", true), ("cháir", true), ("Kyiv", false), ("", false), ("ch’air", true), ("chair2", false), ("internationalizatio", false),
  ])
  func folding(_ word: String, _ known: Bool) {
    #expect(WordList.english.contains(folding: Array(word.utf8)[...]) == known)
  }
}
