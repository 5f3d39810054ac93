import Testing

@testable import StetGlossary

@Suite("The words of a match")
struct MatchWordsTests {
  @Test("are those it was made of, marks or not between them", arguments: [
    [5], [5, 6, 7], [5, 7], [5, 8, 9], [0, 1, 3, 6, 7, 10], Array(stride(from: 3, to: 3 + 64 * 3, by: 3)), Array(0..<64),
  ])
  func words(_ tokens: [Int]) {
    let words = MatchWords(tokens)
    #expect(Array(words) == tokens)
    #expect(words.count == tokens.count && words.first == tokens.first && words.last == tokens.last)
    #expect(words.tokens == tokens[0]..<tokens[tokens.count - 1] + 1)
  }
}
