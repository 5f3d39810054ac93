import Testing

@testable import StetText

@Suite struct FrontMatterTests {
  @Test(
    arguments: [
      ("---\ntitle: The river rises # Kiev\ndate: 2022-01-01\n---\nText.", ["metadata: The river rises", "paragraph: Text."]),
      (
        "---\r\ntitle: \"The river rises\"  # no\r\nTags: [Kiev]\r\n...\r\nText.",
        ["metadata: The river rises", "paragraph: Text."]
      ),
      ("\u{FEFF}---\ntitle: a\n---\n\nText.", ["metadata: a", "paragraph: Text."]),
      (
        "---\n# note\nSubtitle: 'it''s so'\nsummary:   a:b#c\ndescription: \"a \\\"b\\\" \\n c\"\n---\n",
        ["metadata: it's so", "metadata: a:b#c", "metadata: a \"b\" ⟨\\n⟩ c"]
      ),
      ("---\ntitle: |\n  Kiev\nsummary: >-\n  Kiev\ndescription: [Kiev]\nsubtitle:\n---\nText.", ["paragraph: Text."]),
      ("---\nauthor:\n  title: Kiev\n---\nText.", ["paragraph: Text."]),
      ("---\ntitle: \"never\n  closed\"\n---\nText.", ["paragraph: Text."]),
      (
        "+++\ntitle = \"The river rises\"\n[extra]\ndate = 2022-01-01\n+++\nText.",
        ["metadata: The river rises", "paragraph: Text."]
      ),
      ("+++\ntitle = 'a'\ndescription = \"\"\"\nKiev\"\"\"\n+++\nText.", ["metadata: a", "paragraph: Text."]),
      ("---\n\nThe river rose.\n\n---\n\nIt fell.", ["paragraph: The river rose.", "paragraph: It fell."]),
      ("---\ntitle: never closed\n", ["paragraph: title: never closed"]),
      ("Text.\n\n---\ntitle: a\n---\n", ["paragraph: Text.", "heading: title: a"]),
      ("---\n---\nText.", ["paragraph: Text."]), ("---", []), ("---\n", []), ("---\n---", []), ("+++", ["paragraph: +++"]),
    ] as [(String, [String])])
  func values(_ text: String, _ expected: [String]) { #expect(outline(text, .markdown) == expected) }

  @Test func plainTextHasNone() { #expect(outline("---\ntitle: a\n---\n") == ["heading: title: a"]) }

  @Test func spansAreExact() {
    let draft = Draft(path: "a.md", text: "---\ntitle: 'Київ rises'\n---\n")
    #expect(draft.segments.map(\.span) == [Span(12, 26)])
    #expect(draft.string(draft.segments[0].span) == "Київ rises")
    #expect(draft.segments[0].role == .metadata)
  }
}
