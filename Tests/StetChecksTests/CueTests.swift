import StetTestSupport
import StetText
import Testing

@testable import StetChecks

@Suite("Cues")
struct CueTests {
  private static let pairs = DanglingDeterminerCheck.cues + MissingWordCheck.cues + VerbForms.cues + RepeatedWordsCheck.cues

  @Test("of pairs overlook no second word")
  func followers() {
    let followers = Followers(Self.pairs)
    #expect(Self.pairs.count <= CuePair.limit)
    for (number, pair) in Self.pairs.enumerated() {
      #expect(pair.next.keys.allSatisfy { followers.pairs(endingWith: $0) >> UInt64(number) & 1 == 1 })
      for mark in [",", ".", "?", "”", "\"", "…", "\u{1F600}"] as [Unicode.Scalar] where pair.isBeforeMarks {
        #expect(followers.pairs(endingWith: TokenKey(mark: mark)) >> UInt64(number) & 1 == 1, "\(mark)")
      }
    }
  }

  @Test("of pairs pass over nearly all other words")
  func others() {
    let followers = Followers(Self.pairs)
    let open = (0..<2_000).count { followers.pairs(endingWith: TokenKey("word\($0)x")) != 0 }
    #expect(open < 600)
  }

  @Test("are there for the words of every pair, before what may be wrong")
  func places() {
    let draft = Draft(path: "a.txt", text: "He must went. She is the of all. Your brotherhood your. The citizens and citizens came, and they was late. The end, they said.")
    let survey = Survey(draft)
    func words(_ cue: Cue) -> [String] { survey[cue].map { draft.string(draft.tokens[$0]) } }
    #expect(words(.verbHelper).contains("must") && words(.verbHelper).contains("they"))
    #expect(words(.articleOrSubject).contains("the"))
    #expect(words(.danglingWord) == ["your"])
    #expect(words(.and) == ["and"])
  }

  /// As it was written before it was made quick.
  private func isLoose(_ i: Int, _ tokens: [Token]) -> Bool {
    switch tokens[i].key.rawValue {
    case 0x2C, 0x3B, 0x3F, 0x21, 0x2E:
      if tokens[i].flags.contains(.spaceBefore) || i == 0 || tokens[i - 1].kind != .word && tokens[i - 1].kind != .number { return true }
    case 0x2D, 0x28, 0x29, 0x5B: return true
    default: break
    }
    return i + 1 < tokens.count && (tokens[i + 1].isGlued || tokens[i + 1].isMark(".") || tokens[i + 1].isMark("…"))
  }

  @Test("of loose marks are all that do not stand right behind a word and before a space")
  func looseMarks() {
    let pieces = ["word", "Word", "12", " ", "  ", "\n", ",", ".", "…", "!", "“", "”", "\"", "'", "-", "(", ")", "[", "]", "—", "é", "`x`", "`"]
    var dice = Dice(7)
    for format in [Format.plain, .markdown] {
      for _ in 0..<300 {
        let text = (0..<dice.roll(1..<120)).map { _ in dice.pick(pieces) }.joined()
        let draft = Draft(path: "a", text: text, format: format), tokens = draft.tokens
        let expected = tokens.indices.filter { tokens[$0].kind == .punctuation && isLoose($0, tokens) }
        #expect(Array(Survey(draft)[.looseMark]) == expected, "\(text.debugDescription)")
      }
    }
  }
}
