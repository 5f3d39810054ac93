import Testing

@testable import StetText

/// The draft's text with [ ] around each quotation that is closed, [ > around one that is not.
private func marked(_ text: String) -> String {
  let draft = Draft(path: "a.txt", text: text)
  var inserts: [(at: Int, order: Int, mark: String)] = []
  for (i, quotation) in draft.quotations.enumerated() {
    inserts.append((quotation.span.start, i, "["))
    inserts.append((quotation.span.end, -i - 1, quotation.isClosed ? "]" : ">"))
  }
  var result = "", at = 0
  for insert in inserts.sorted(by: { ($0.at, $0.order) < ($1.at, $1.order) }) {
    result += draft.string(Span(at, insert.at)) + insert.mark
    at = insert.at
  }
  return result + draft.string(Span(at, draft.text.count))
}

private func unmarked(_ text: String) -> String { text.filter { !"[]>".contains($0) } }

@Suite struct QuotationTests {
  @Test(arguments: [
    "[“Go,”] he said, [“and do not come back.”]", "[\"Go,\"] he said, [\"and do not come back.\"]", "[«Go»], he said.",
    "[„Go“], he said.",
    "[„Go”], he said.", "[»Go«], he said.", "[”Go”], he said.", "([“Go”])", "word—[“go”]—word", "word—[\"go\"]—word",
    "[\"pro\"]-Russian",
    "anti-[\"fascist\"]", "[“He said [‘go’] to me,”] she said.", "[\"He said ['go,']\"] she said.",
    "[“Did he say [‘go’]?”]", "[‘He said [“go”] to me’]", "[“Go!”] [“No!”]", "[« Go »] he said.",
    "[“mixed marks\"] are met", "[\"mixed marks”] too", "The [‘officials’ cars’] burnt.", "the [‘Bērziņš’] trial",
    "[“great as [“old stone”]. “] The mayor left.", "[“ so [“ it ”] is ”] now", "[\"[\"Inner\"] outer\"]", "He called it [\"a [«great»] day\"].", "[“a“] b", "[‹a›] b",
  ])
  func pairs(_ expected: String) { #expect(marked(unmarked(expected)) == expected) }

  @Test(arguments: [
    "The officials’ cars", "The officials' cars", "the ’90s and the ’80s", "the '90s", "the ‘90s", "Rock 'n' Roll",
    "'s-Gravenland", "’Tis so",
    "Russia‘s army", "the i‘s dotted", "He is 5'10\" tall", "a 6\" pipe and an 8\" one", "a 6’ wall", "don’t and won't",
    "give ’em the boys’ hats",
    "the dogs' and the cats' food", "Mar'yinka", "O’Brien’s",
  ])
  func apostrophesAndMeasuresAreNone(_ text: String) {
    let draft = Draft(path: "a.txt", text: text)
    #expect(draft.quotations.isEmpty)
    #expect(draft.quotationMarks.isEmpty)
    #expect(!draft.tokens.contains { $0.flags.contains(.quoted) })
  }

  @Test(arguments: [
    "[“Go, he said. And he left.>", "[\"Go, he said.>", "He said: [“go. Then [“come”].>", "[“Go [«now>”]",
    "[\"A 6\" pipe\"]", "[\"He is 5'10\" tall\"]", "[\"It was Apollo 13\"] and [\"Gravity\"]",
  ])
  func openAndMeasured(_ expected: String) { #expect(marked(unmarked(expected)) == expected) }

  @Test func aMissedMarkEndsWithItsParagraph() {
    let draft = Draft(path: "a.txt", text: "“Go, he said.\n\nThe river rose.\n\nIt fell.")
    #expect(draft.quotations == [Quotation(span: Span(0, 15), depth: 0, isClosed: false)])
    #expect(draft.segments.map(\.continuesQuotation) == [false, false, false])
    #expect(draft.tokens.filter { $0.flags.contains(.quoted) }.map { draft.string($0) } == ["Go", ",", "he", "said", "."])
  }

  @Test func aQuotationThatNothingClosesEndsWhereTheNextBegins() {
    let draft = Draft(path: "a.txt", text: "“Go, he said. The mayor called it “wise”. Nobody went.")
    let quoted = draft.tokens.filter { $0.flags.contains(.quoted) && $0.kind == .word }.map { draft.string($0) }
    #expect(quoted == ["Go", "he", "said", "The", "mayor", "called", "it", "wise"])
  }

  @Test(arguments: [("“", "”"), ("\"", "\""), ("«", "»"), ("‘", "’"), ("'", "'")])
  func severalParagraphs(_ opening: String, _ closing: String) {
    let text =
      "\(opening)The river rose.\n\n\(opening)It rose again.\n\n\(opening)It fell,\(closing) she said. \(opening)Now go.\(closing)\n\n\(opening)No,\(closing) he said."
    let draft = Draft(path: "a.txt", text: text)
    #expect(draft.segments.map(\.continuesQuotation) == [false, true, true, false])
    #expect(draft.quotations.map(\.isClosed) == [false, false, true, true, true])
    #expect(draft.quotations.map(\.depth) == [0, 0, 0, 0, 0])
  }

  @Test func aCaptionDoesNotInterrupt() {
    let text = "“The river rose.\n\nPhoto: Jane Doe\n\n“It fell,” she said."
    #expect(Draft(path: "a.txt", text: text).segments.map(\.continuesQuotation) == [false, false, true])
  }

  @Test func aHeadingTakesUpNothing() {
    let text = "“The river rose.\n\n“It Will Rise Again”\n\n“It fell,” she said."
    #expect(Draft(path: "a.txt", text: text).segments.map(\.continuesQuotation) == [false, false, false])
  }

  @Test func wrappedQuotation() {
    let draft = Draft(path: "a.txt", text: "She said on Monday, when nobody had asked her, “that the\nriver would rise” again.")
    #expect(draft.quotations.map(\.isClosed) == [true])
  }

  @Test func marksKnowTheirPartners() {
    let draft = Draft(path: "a.txt", text: "“Go ‘now’” and” so")
    // “ Go ‘ now ’ ” and ” so
    let marks = draft.quotationMarks
    #expect(marks.map(\.token) == [0, 2, 4, 5, 7])
    #expect(marks.map(\.role) == [.opening, .opening, .closing, .closing, .stray])
    #expect(marks.map(\.partner) == [5, 4, 2, 0, nil])
    #expect(draft.tokens.map { $0.flags.contains(.quoted) } == [false, true, true, true, true, false, false, false, false])
  }

  @Test func entitiesAreMarks() {
    let draft = Draft(path: "a.md", text: "&ldquo;Go,&rdquo; he said, &quot;now&quot;, Zelenskyy&rsquo;s man.")
    #expect(draft.quotations.map(\.isClosed) == [true, true])
  }

  @Test(arguments: [
    "“", "”", "\"", " \"", "\" ", "‘", " ‘a", "’ ", " '", "' ", "«", "»", "“a ‘", "”’", "6\" ", "s’ a ", "\"a ", "a\" ",
  ])
  func patience(_ part: String) {
    let text = String(repeating: part, count: 20_000)
    let clock = ContinuousClock()
    #expect(clock.measure { _ = Draft(path: "a.txt", text: text) } < .seconds(4))
  }

  @Test(arguments: 0..<60)
  func soupKeepsItsOrder(seed: Int) {
    let text = soup(
      ["“", "”", "\"", "‘", "’", "'", "«", "»", " ", " ", "a", "cars", "6", "90s", ".", ",", "—", "\n\n"], 200, seed: seed
    )
    let draft = Draft(path: "a.txt", text: text)
    var last = Span(0, 0)
    for quotation in draft.quotations {
      #expect(last.start < quotation.span.start || last == Span(0, 0))
      #expect(quotation.span.end <= draft.text.count)
      last = quotation.span
    }
    for mark in draft.quotationMarks {
      guard let partner = mark.partner else { continue }
      let other = draft.quotationMarks.first { $0.token == partner }
      #expect(other?.partner == mark.token)
      #expect(draft.segment(ofToken: mark.token)?.tokens == draft.segment(ofToken: partner)?.tokens)
    }
    #expect(draft.quotationMarks.filter { $0.role == .opening }.count == draft.quotations.count)
  }
}
