import StetFindings
import StetKit
import StetText
import Testing

/// Tokens are looked at sixty-four at a time, and eight at a time: what is found is the same wherever they begin.
@Suite("Wherever a fault stands among the tokens")
struct BlockEdgeTests {
  /// So many words, each only once.
  private static func words(_ count: Int) -> String {
    (0..<count).map { n in "qu" + [n / 26, n % 26].map { String(UnicodeScalar(UInt8(97 + $0))) }.joined() }.joined(separator: " ")
  }

  private func found(_ text: String) throws -> [String] {
    let draft = Draft(path: "a.txt", text: text)
    return try Linter(glossaries: []).lint(draft).filter { $0.severity != .note }.map { "\($0.check) \(draft.string($0.span))" }.sorted()
  }

  @Test("a fault is found behind any number of words", arguments: [
    "saw a old man", "came to the the river", "went up the hill up the hill at dawn", "saw vladimir putin there", "did not took it",
  ])
  func behindAnyNumber(_ fault: String) throws {
    let alone = try found("They \(fault) today.")
    #expect(!alone.isEmpty)
    for count in 1...140 {
      #expect(try found("They \(BlockEdgeTests.words(count)) \(fault) today.") == alone, "behind \(count) words")
    }
  }
}
