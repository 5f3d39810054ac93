import Testing

@testable import StetText

@Suite struct PlainTextTests {
  static let wrapped = """
    The river rose by two metres overnight, and by noon the lower streets of
    Nizhyn were under water. Firemen carried old people out of their houses
    on their backs. The mayor, Olena Hurska, said the dam would hold until
    Thursday at least.
    """

  @Test func wrappedTextIsOneParagraph() {
    let draft = Draft(path: "a.txt", text: Self.wrapped)
    #expect(draft.segments.count == 1)
    #expect(draft.segments[0].isHardWrapped)
    let nizhyn = draft.tokens.first { draft.string($0) == "Nizhyn" }
    #expect(nizhyn?.flags.contains([.breakBefore, .spaceBefore]) == true)
    #expect(nizhyn?.flags.contains(.markupBefore) == false)
  }

  @Test(
    arguments: [
      // Two lines of a sentence, told by its middle.
      (
        "The ministry held on Monday that the talks would\ngo on for a week.",
        ["paragraph: The ministry held on Monday that the talks would⏎go on for a week."]
      ),
      (
        "The delegation is to be received at noon by the\nSpeaker of the Senate.",
        ["paragraph: The delegation is to be received at noon by the⏎Speaker of the Senate."]
      ),
      // A paragraph a line, without blank lines.
      (
        "Rain is expected in the north on Tuesday.\nThe south stays dry until the end of the week.\nSnow falls above 900 metres.",
        [
          "paragraph: Rain is expected in the north on Tuesday.", "paragraph: The south stays dry until the end of the week.",
          "paragraph: Snow falls above 900 metres.",
        ]
      ),
      // Names, a line each.
      (
        "Olena Hurska\nPetro Maliuk\nIryna Dovha\nTaras Bilyk",
        ["paragraph: Olena Hurska", "paragraph: Petro Maliuk", "paragraph: Iryna Dovha", "paragraph: Taras Bilyk"]
      ),
      ("", []), ("\n \n\t\n", []), ("\u{FEFF}", []), ("\u{FEFF}Kyiv.", ["paragraph: Kyiv."]),
      ("   Kyiv.  ", ["paragraph: Kyiv."]),
      ("a\rb.\r\nc.", ["paragraph: a", "paragraph: b.", "paragraph: c."]),
    ] as [(String, [String])])
  func paragraphs(_ text: String, _ expected: [String]) { #expect(outline(text) == expected) }

  @Test func indentedParagraphsOfWrappedText() {
    let text = """
         The river rose by two metres overnight, and by noon the lower streets
      of Nizhyn were under water. Firemen carried old people out of their
      houses on their backs all day and, where boats were at hand, by boat.
         The mayor said the dam would hold until Thursday at least, and that
      the schools would be shut until then. Nobody was hurt.
      """
    #expect(Draft(path: "a.txt", text: text).segments.count == 2)
  }

  @Test func shortLastLinesEndParagraphs() {
    let text = Self.wrapped + "\n" + Self.wrapped
    #expect(Draft(path: "a.txt", text: text).segments.count == 2)
  }

  @Test func mixedDrafts() {
    let long = String(repeating: "A line that holds a paragraph is as long as its paragraph. ", count: 4)
    let text =
      Self.wrapped + "\n\n" + long + "\n" + long + "\n" + long
      + "\n\nTwo lines that are filled to the margin of the draft are taken as\none.\n"
    #expect(Draft(path: "a.txt", text: text).segments.map(\.isHardWrapped) == [true, false, false, false, true])
  }

  @Test func aLongAddressDoesNotMoveTheMargin() {
    let lines = Self.wrapped.split(separator: "\n")
    let text = (lines[...1] + ["https://example.org/" + String(repeating: "x", count: 200)] + lines[2...]).joined(separator: "\n")
    #expect(Draft(path: "a.txt", text: text).segments.count == 1)
  }

  @Test(
    arguments: [
      ("Shopping:\n- bread\n- milk\n", ["paragraph: Shopping:", "listItem: bread", "listItem: milk"]),
      ("• bread\n• milk and\n  honey\n", ["listItem: bread", "listItem: milk and⏎honey"]),
      ("1. One.\n2) Two.\n(3) Three.\na) Four.", ["listItem: One.", "listItem: Two.", "listItem: Three.", "listItem: Four."]),
      ("A. Hurska spoke.", ["paragraph: A. Hurska spoke."]),
      ("- ", ["paragraph: -"]), ("-5 degrees", ["paragraph: -5 degrees"]), ("3.5 metres", ["paragraph: 3.5 metres"]),
      ("– Go, he said.", ["paragraph: – Go, he said."]),
      ("> quoted\n> text\n>\n> > twice", ["quotation: quoted", "quotation: text", "quotation: twice"]),
      ("-->", ["paragraph: -->"]),
    ] as [(String, [String])])
  func items(_ text: String, _ expected: [String]) { #expect(outline(text) == expected) }

  @Test func aWrappedLineMayBeginLikeAnItem() {
    let text = """
      The oldest of the women who were carried from the houses by the river is
      94. Her daughter, who had come from Lviv to see her, is 70, and the boy
      - he gave his name as Petro - had never before seen so much water in the
      streets of the town.
      """
    #expect(outline(text).count == 1)
    #expect(outline(text)[0].contains("⏎94. Her"))
    #expect(outline(text)[0].contains("⏎- he"))
  }

  @Test func wrappedBlockQuotation() {
    let text = Self.wrapped.split(separator: "\n").map { "> " + $0 }.joined(separator: "\n")
    let draft = Draft(path: "a.txt", text: text)
    #expect(draft.segments.count == 1)
    #expect(draft.tokens.first { draft.string($0) == "Nizhyn" }?.flags.contains(.markupBefore) == true)
  }

  @Test(arguments: [
    "----", "====", "* * *", "***", "_____", "~~~~", "— — —", "• • •", ". . . . .", "........", "+++", "###", "═══",
  ])
  func rules(_ rule: String) {
    #expect(outline("One.\n\n\(rule)\n\nTwo.") == ["paragraph: One.", "paragraph: Two."])
    #expect(outline("A long enough line.\n\(rule)\nTwo.").count == 2)
  }

  /// More blanks than a line's indentation is counted to.
  @Test func aHugeIndentation() {
    let text = "One.\n\n" + String(repeating: " ", count: 70_000) + "- two three\nfour"
    #expect(Draft(path: "a.txt", text: text).tokens.count == 5)
  }

  @Test(arguments: ["--", "...", "….", "?!?", "$$$"])
  func noRules(_ text: String) {
    #expect(outline("One.\n\n\(text)\n\nTwo.") == ["paragraph: One.", "paragraph: \(text)", "paragraph: Two."])
  }

  @Test func commentsOnTheirOwnLine() {
    let text =
      "One.\n  <!-- stet-disable name-variant -- why -->  \nTwo.\n<!--stet-enable-->\n<!-- other -->\nA <!-- stet-enable --> b."
    let bytes = Array(text.utf8)
    let structure = PlainText.structure(of: bytes)
    #expect(
      structure.comments.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
        "<!-- stet-disable name-variant -- why -->", "<!--stet-enable-->",
      ])
    #expect(
      outline(text) == [
        "paragraph: One.", "paragraph: Two.", "paragraph: <!-- other -->", "paragraph: A <!-- stet-enable --> b.",
      ])
  }

  @Test func aCommentLeavesAWrappedParagraphWhole() {
    let lines = Self.wrapped.split(separator: "\n")
    let text = (lines[...1] + ["<!-- stet-disable-next-line -->"] + lines[2...]).joined(separator: "\n")
    #expect(Draft(path: "a.txt", text: text).segments.count == 1)
  }
}

@Suite struct PlainTextRolesTests {
  private func role(_ line: String) -> Segment.Role? {
    Draft(path: "a.txt", text: "Here is a first paragraph, with a stop.\n\n\(line)\n\nAnd here is another one.").segments
      .dropFirst().first?.role
  }

  @Test(arguments: [
    "A Flood in the North", "THE WATER RISES", "Background", "What We Know So Far", "“Nobody Came”", "2. Aftermath of the Flood",
    "Після повені", "Flood\n=====", "What happens next\n-----------------",
  ])
  func headings(_ line: String) {
    #expect(role(line) == (line.hasPrefix("2.") ? .listItem : line.hasPrefix("Після") ? .paragraph : .heading))
  }

  @Test(arguments: [
    "What happens next", "The Water Rises.", "Nobody came to the meeting", "the water rises", "However,", "Kyiv;",
  ])
  func noHeadings(_ line: String) { #expect(role(line) == .paragraph) }

  @Test func theFirstLineMayBeAHeadlineInSentenceCase() {
    #expect(outline("River floods town of Nizhyn for third time\n\nText of it.")[0].hasPrefix("heading"))
    #expect(outline("River floods town of Nizhyn for third time")[0].hasPrefix("paragraph"))
    #expect(outline("River floods town of Nizhyn for third time.\n\nText of it.")[0].hasPrefix("paragraph"))
  }

  @Test(arguments: [
    "By Jane Doe", "By JANE DOE and John Roe, Springfield Herald", "Reporting by Jane Doe; editing by John Roe",
    "(Reporting by Jane Doe in Riga; Editing by John Roe)", "Written by Jane Doe.", "By Iryna van der Berg",
  ])
  func bylines(_ line: String) { #expect(role(line) == .byline) }

  @Test(arguments: ["By Monday the water had gone.", "By train or by boat", "KYIV (Reuters) - The river rose.", "by jane doe"])
  func noBylines(_ line: String) { #expect(role(line) == .paragraph) }

  @Test(arguments: [
    "Photo: Jane Doe", "(Photo by Jane Doe/Herald)", "FILE PHOTO: The river in May.", "[Photo: Herald]", "Photo credit – Herald",
  ])
  func captions(_ line: String) { #expect(role(line) == .caption) }
}
