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
    // The uppermost bit of a set stands for no cue.
    #expect(Cue.allCases.count < Int(Cue.bits))
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

  /// The marks that are looked at as orphans, told one by one.
  private func isOrphan(_ i: Int, _ tokens: [Token]) -> Bool {
    let isBehindWord = i > 0 && !tokens[i].flags.contains(.spaceBefore) && (tokens[i - 1].kind == .word || tokens[i - 1].kind == .number)
    switch tokens[i].key.rawValue {
    case 0x28, 0x29, 0x5B: return true
    case 0x2C, 0x3B, 0x3F, 0x21, 0x2E: return !isBehindWord || i + 1 < tokens.count && tokens[i + 1].isMark(".")
    default: return false
    }
  }

  /// The same of marks that may be glued to a word, or to nothing on one side.
  private func isGlued(_ i: Int, _ tokens: [Token]) -> Bool {
    guard i + 1 < tokens.count else { return false }
    let next = tokens[i + 1]
    switch tokens[i].key.rawValue {
    case 0x2D: return tokens[i].isGlued != next.isGlued
    case 0x22, 0x201C, 0x201D: return tokens[i].isGlued && next.isGlued && next.kind == .word
    case 0x2E, 0x21, 0x3F, 0x2C, 0x3A, 0x29, 0x27, 0x2019: return next.isGlued && next.kind == .word
    default: return false
    }
  }

  @Test("of marks out of place are all that are")
  func marks() {
    let pieces = ["word", "Word", "12", " ", "  ", "\n", ",", ".", "…", "!", ":", "“", "”", "’", "\"", "'", "-", "(", ")", "[", "]", "—", "é", "`x`", "`"]
    var dice = Dice(7)
    for format in [Format.plain, .markdown] {
      for _ in 0..<400 {
        let text = (0..<dice.roll(1..<120)).map { _ in dice.pick(pieces) }.joined()
        let draft = Draft(path: "a", text: text, format: format), tokens = draft.tokens, survey = Survey(draft)
        let marks = tokens.indices.filter { tokens[$0].kind == .punctuation }
        #expect(Array(survey[.orphanMark]) == marks.filter { isOrphan($0, tokens) }, "\(text.debugDescription)")
        #expect(Array(survey[.gluedMark]) == marks.filter { isGlued($0, tokens) }, "\(text.debugDescription)")
      }
    }
  }
}
