import Testing

@testable import StetText

@Suite struct SentenceTests {
  /// A segment's sentences with | between them.
  private func split(_ marked: String, path: String = "a.txt") -> String {
    let draft = Draft(path: path, text: marked.replacing("|", with: ""))
    guard let segment = draft.segments.first else { return "" }
    let sentences = draft.sentences(of: segment)
    #expect(sentences.first?.lowerBound == segment.tokens.lowerBound)
    #expect(sentences.last?.upperBound == segment.tokens.upperBound)
    var result = "", at = 0
    for sentence in sentences.dropFirst() {
      let start = Int(draft.tokens[sentence.lowerBound].start)
      result += draft.string(Span(at, start)) + "|"
      at = start
    }
    return result + draft.string(Span(at, draft.text.count))
  }

  @Test(arguments: [
    "The river rose. |It fell. |Nobody came.", "Who came? |Nobody! |So it is.", "It rose… |Then it fell.",
    "“Go.” |He went.", "“Go!” he said. |He went.", "“Who?” she asked. |“Me.”", "He said “go.” |Then he went.",
    "\"Go.\" |He went.",
    "(It rose.) |It fell.", "It rose (so he said). |It fell.", "It rose.) |It fell.", "It rose. ” |It fell.",
    "Gen. Hurska spoke. |Lt. Col. Bilyk did not. |Mr. Maliuk left.", "J. Smith and Jane D. Smith came. |So did A. B. Yehoshua.",
    "The U.S. Army left. |U.S. officials came.", "He lives in the U.S. |The others do not.",
    "At 5 p.m. Police came. |At 6 a.m. they left.",
    "See No. 5 and pp. 6. |He said no. |Then he went.", "On Sept. 11 it rose. |It fell in Sept. |The end.",
    "Acme Inc. Chairman Doe spoke. |So did Acme Co. |The end.",
    "They took vitamin C. |Doctors agreed.", "Dr. Doe, Ph.D. Economist, spoke.", "St. Petersburg and Mt. Hoverla.",
    "It rose. said one of them. |It fell.", "Yahoo! said so.", "It was 2022. |Now 3,000 came.", "It rose ... |It fell.",
    "KYIV. July 1 (Interfax) – The river rose. |It fell.", "MOSCOW, July 1. /TASS/. The river rose. |It fell.",
    "See https://example.com/?a. |Then go.", "It cost 3.5 million. |So it is.", "So did Hurska, Jr. |He came.",
  ])
  func splits(_ marked: String) { #expect(split(marked) == marked) }

  @Test func overLinesAndMarkup() {
    #expect(
      split("The **river.** |It\nrose.&nbsp;|It *fell.* |&ldquo;Go.&rdquo; |So.", path: "a.md").contains("river.** |It\nrose"))
    let draft = Draft(path: "a.md", text: "The **river.** It\nrose.&nbsp;It *fell.* &ldquo;Go.&rdquo; So.")
    #expect(draft.sentences(of: draft.segments[0]).count == 5)
  }

  @Test func splitterIsReusable() {
    let draft = Draft(path: "a.txt", text: "One is. Two is.\n\nThree is.\n\nFour is. Five is. Six is.")
    let splitter = SentenceSplitter()
    #expect(draft.segments.map { splitter.sentences(of: $0, in: draft).count } == [2, 1, 3])
  }

  @Test(arguments: 0..<40)
  func sentencesCoverTheirSegment(seed: Int) {
    let parts = [
      "The", "river", "U.S.", "Gen.", ".", "?", "!", " ", " ", "“", "”", ")", "(", "\"", "...", "5", "J.", "KYIV", "—", "\n\n",
      "Ї", "👩‍👩‍👧",
    ]
    let draft = Draft(path: "a.txt", text: soup(parts, 300, seed: seed))
    let splitter = SentenceSplitter()
    for segment in draft.segments {
      var next = segment.tokens.lowerBound
      for sentence in splitter.sentences(of: segment, in: draft) {
        #expect(sentence.lowerBound == next && !sentence.isEmpty)
        next = sentence.upperBound
      }
      #expect(next == segment.tokens.upperBound)
    }
  }

  @Test func aHugeParagraph() {
    let draft = Draft(path: "a.txt", text: String(repeating: "The river rose. ", count: 20_000))
    #expect(draft.sentences(of: draft.segments[0]).count == 20_000)
  }
}

@Suite struct DatelineTests {
  /// The dateline is what stands before |.
  @Test(arguments: [
    "KYIV, Ukraine (AP) — |The river rose.", "KYIV. July 1 (Interfax) – |The river rose.", "Kyiv (Reuters) - |The river rose.",
    "KYIV — |The river rose.", "KYIV—|The river rose.", "NEW YORK, Sept. 3 (UPI) -- |The river rose.",
    "KYIV, July 1, 2022 — |“Go,” he said.",
    "IVANO-FRANKIVSK, Ukraine — |The river rose.", "MOSCOW, July 1. /TASS/. |The river rose.",
    "MOSCOW, July 1 /TASS/ - |The river rose.",
    "KYIV (Reuters) – |the river rose.", "LVIV, on the 5th of May — |The river rose.", "KYIV/LVIV (Reuters) - |The river rose.",
  ])
  func datelines(_ marked: String) {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    let draft = Draft(path: "a.txt", text: parts.joined())
    let end = draft.datelineEnd(of: draft.segments[0])
    #expect(end.map { Int(draft.tokens[$0].start) } == parts[0].utf8.count)
  }

  @Test(arguments: [
    "NATO — the alliance — said so.", "Hurska (right) — the mayor — said so.", "The river — rose.", "Kyiv – the capital – fell.",
    "KYIV", "KYIV —", "He (AP) — so", "Anti-war protesters came.", "UN, EU — the two — said so.", "5 — The", "“KYIV — The",
    "KYIV (AP — The river",
    "Rain, wind - and then snow.", "Olena Hurska spoke – She left.",
  ])
  func none(_ text: String) {
    let draft = Draft(path: "a.txt", text: text + "\n\nMore.")
    #expect(draft.datelineEnd(of: draft.segments[0]) == nil, "\(draft.segments[0].role)")
  }
}
