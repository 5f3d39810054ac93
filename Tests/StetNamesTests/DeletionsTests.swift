import StetNames
import Testing

@Suite("Keys of words that lack a letter")
struct DeletionsTests {
  private static let words = ["a", "an", "anna", "bakhmut", "bakmut", "bahmut", "kharkiv", "harkiv", "kkharkiv", "izium", "izum", "ab", "ba", "aab", "aba"]

  private func keys(_ word: String, ignoring ignored: UInt8 = 0, keeping kept: Int = 0) -> [UInt64] {
    var keys: [UInt64] = []
    Deletions.each(of: Array(word.utf8).span, ignoring: ignored, keeping: kept) { keys.append($0) }
    return keys
  }

  @Test("are those of the words without it, once each")
  func deletions() {
    for word in Self.words {
      var shorter: [String] = []
      for at in word.indices where at == word.startIndex || word[at] != word[word.index(before: at)] {
        shorter.append(word.without(at))
      }
      #expect(keys(word) == [word].map { keys($0)[0] } + shorter.map { keys($0)[0] }, "\(word)")
    }
  }

  @Test("tell different words apart")
  func differ() {
    #expect(Set(Self.words.map { keys($0)[0] }).count == Self.words.count)
  }

  @Test("leave the last letters alone, and capitals if they are told to")
  func options() {
    #expect(keys("izium", keeping: 5) == [keys("izium")[0]])
    #expect(keys("izium", keeping: 3) == Array(keys("izium").prefix(3)))
    #expect(keys("izium", keeping: 9) == [keys("izium")[0]])
    #expect(keys("IziuM", ignoring: 0x20) == keys("izium"))
    #expect(keys("Izium") != keys("izium"))
    #expect(keys("").count == 1)
  }
}

extension String {
  fileprivate func without(_ at: String.Index) -> String { String(self[..<at]) + self[index(after: at)...] }
}
