import StetTestSupport
import Testing

@testable import StetText

@Suite struct MarkdownTests {
  @Test(
    arguments: [
      ("# Kyiv *holds*\n\nText.\n", ["heading: Kyiv holds", "paragraph: Text."]),
      ("Title\n=====\n\nText", ["heading: Title", "paragraph: Text"]),
      ("One line\nand **two**\nlines.", ["paragraph: One line⏎and two⏎lines."]),
      ("Hard  \nbreak\\\nhere", ["paragraph: Hard⏎break⏎here"]),
      ("- one\n- two\n\n  more\n", ["listItem: one", "listItem: two", "listItem: more"]),
      ("1. [ ] task\n   - nested", ["listItem: task", "listItem: nested"]),
      ("> quoted\n> text\n\nplain", ["quotation: quoted⏎text", "paragraph: plain"]),
      ("> - item in a quotation", ["listItem: item in a quotation"]),
      (
        "| Town | From |\n|---|---|\n| Kyiv | Київ |\n",
        ["tableCell: Town", "tableCell: From", "tableCell: Kyiv", "tableCell: Київ"]
      ),
      ("~~struck~~ out", ["paragraph: struck out"]),
      ("Read [the report](https://example.com/Kiev \"Kiev\") now", ["paragraph: Read the report now"]),
      ("[label][one] and [sic]\n\n[one]: https://example.com/Kiev 'Kiev'\n", ["paragraph: label and [sic]"]),
      ("See <https://example.com/Kiev>.", ["paragraph: See https://example.com/Kiev."]),
      ("Run `stet lint Kiev` or `` a`b ``.", ["paragraph: Run ⟨stet lint Kiev⟩ or ⟨a`b⟩."]),
      ("Split `code\nspan` here", ["paragraph: Split ⟨code\nspan⟩ here"]),
      ("    code Kiev\n\n```\nKiev\n```\n\ntext", ["paragraph: text"]),
      ("---\n\nafter a rule\n\n***\n", ["paragraph: after a rule"]),
      ("K\\*v \\[x\\]", ["paragraph: K*v [x]"]),
      ("don't \"go\" [now", ["paragraph: don't \"go\" [now"]),
    ] as [(String, [String])])
  func structure(_ text: String, _ expected: [String]) { #expect(outline(text, .markdown) == expected) }

  @Test(
    arguments: [
      ("In <b>Kiev</b>, <i class=\"Kiev\">now</i>", ["paragraph: In Kiev, now"]),
      ("Kyiv<br>Lviv<br/>\nOdesa", ["paragraph: Kyiv⏎Lviv⏎Odesa"]),
      ("press <kbd>Kiev</kbd> and <code>a <b>b</b></code> now", ["paragraph: press ⟨Kiev⟩ and ⟨a <b>b⟩ now"]),
      ("an unclosed <code>Kiev\n\nnext", ["paragraph: an unclosed ⟨Kiev⟩", "paragraph: next"]),
      ("<div>\nKiev <b>x</b>\n</div>\n\ntext", ["paragraph: text"]),
    ] as [(String, [String])])
  func html(_ text: String, _ expected: [String]) { #expect(outline(text, .markdown) == expected) }

  @Test(
    arguments: [
      ("Zelenskyy&rsquo;s &ldquo;plan&rdquo;", ["paragraph: Zelenskyy‹’›s ‹“›plan‹”›"]),
      ("5&nbsp;km &#160; &#x2009;on", ["paragraph: 5␣km ␣ ␣on"]),
      ("Andr&eacute; &amp; &#1050;", ["paragraph: Andr⟨&eacute;⟩ ‹&› ⟨&#1050;⟩"]),
      ("soft&shy;hyphen, &nonsense; & co", ["paragraph: softhyphen, ⟨&nonsense;⟩ & co"]),
      ("&#99999999; &#xD800;", ["paragraph: &#99999999; ⟨&#xD800;⟩"]),
    ] as [(String, [String])])
  func entities(_ text: String, _ expected: [String]) { #expect(outline(text, .markdown) == expected) }

  @Test func entitiesBecomeTokens() {
    let draft = Draft(path: "a.md", text: "Zelenskyy&rsquo;s &ldquo;plan&rdquo;&nbsp;now")
    #expect(words(draft) == [["Zelenskyy", "&rsquo;", "s", "&ldquo;", "plan", "&rdquo;", "now"]])
    #expect(draft.tokens[0].key == TokenKey("Zelenskyy"))
    #expect(draft.tokens[3].isMark("“"))
    #expect(!draft.tokens[2].flags.contains(.spaceBefore))
    #expect(draft.tokens[6].flags.contains(.spaceBefore))
  }

  @Test(
    arguments: [
      ("![A street in Kiev](kiev.jpg \"Kiev\")", ["caption: A street in Kiev"]),
      ("![A street](a.jpg)\nText of it.", ["caption: A street", "paragraph: Text of it."]),
      ("Text of it. ![A street](a.jpg)", ["paragraph: Text of it. ", "caption: A street"]),
      ("![a](b) ![c](d)", ["caption: a", "caption: c"]),
      ("Press ![the *key*](k.png) twice", ["paragraph: Press ⟨the *key⟩ twice"]),
      ("[![Kiev](a.png)](https://example.com)", ["caption: Kiev"]),
      ("Empty ![](a.png) image", ["paragraph: Empty  image"]),
      ("![one ![two](b) three](c)", ["caption: one two three"]),
    ] as [(String, [String])])
  func images(_ text: String, _ expected: [String]) { #expect(outline(text, .markdown) == expected) }

  @Test(
    arguments: [
      ("a <!-- stet-disable-line --> b", ["<!-- stet-disable-line -->"]),
      (
        "<!-- stet-disable\n  kiev -->\n\ntext\n\n<!-- stet-enable -->",
        ["<!-- stet-disable\n  kiev -->", "<!-- stet-enable -->"]
      ),
      ("text\n<!-- one --><!-- two -->\ntext", ["<!-- one -->", "<!-- two -->"]),
      ("> <!-- in\n> quotation -->\n", ["<!-- in\n> quotation -->"]),
      ("    <!-- code -->\n\n`<!-- span -->`", []),
      ("<div>\n<!-- inside -->\n</div>", ["<!-- inside -->"]),
      ("<!-- never closed\n\ntext", []),
      ("a <!-- stet-disable-line x -- why *so* --> b", ["<!-- stet-disable-line x -- why *so* -->"]),
      ("a <!-- stet-disable x -- why -->*b* <!-- stet-enable --> c", ["<!-- stet-disable x -- why -->", "<!-- stet-enable -->"]),
      ("a <!-- a -- b --> and <!-- stet-disable x -- never\n\nclosed -->", []),
      ("a <!-- split\nover lines --> b", ["<!-- split\nover lines -->"]),
    ] as [(String, [String])])
  func comments(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    let found = Format.markdown.structure(of: bytes).comments.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(found == expected)
  }

  @Test(arguments: [
    "> ", ">", "- ", "1. ", "[", "![", "[a](", "*", "_a", "**a ", "`", "``a` ", "<", "<!--", "&", "&amp;", "\\", "|", "||a\n",
    "a\n", "a\n\n", "\n", "\t", "*a_ ", "~~a ", "[a]: b\n", "[a]", "<a ", "<b>", "---\n", "#\n", "a\n=\n", "x|",
  ])
  func patience(_ part: String) {
    let text = Array(String(repeating: part, count: 100_000 / part.utf8.count).utf8)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(faults(in: Markdown.structure(of: text), of: text).isEmpty) }
    #expect(time < .seconds(5))
  }
  /// Shapes that cost parsers time with the square of their size.
  static let trapTexts: [(String, String)] = [
    (
      "a table of many columns and short rows",
      String(repeating: "|a", count: 8_000) + "|\n" + String(repeating: "|-", count: 8_000) + "|\n"
        + String(repeating: "|\n", count: 8_000)
    ),
    ("deep quotations on every line", String(repeating: String(repeating: "> ", count: 300) + "a\n", count: 300)),
    (
      "a quotation 10,000 deep, continued",
      String(repeating: "> ", count: 10_000) + "a\n" + String(repeating: "b\n", count: 10_000)
    ),
    ("lists ever deeper", (0..<400).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
    ("many definitions and uses", (0..<5_000).map { "[a\($0)]: b\n" }.joined() + (0..<5_000).map { "[a\($0)] " }.joined()),
    (
      "one definition's label again and again",
      String(repeating: "[a]: b\n", count: 10_000) + String(repeating: "[a] ", count: 10_000)
    ),
    ("code fences of every length", (1..<600).map { String(repeating: "`", count: $0) + "a" }.joined()),
    ("emphasis of every kind", String(repeating: "a**b*_c__~d~~", count: 8_000)),
    ("tags that never end", String(repeating: "<a href=\"b", count: 10_000)),
    ("declarations that never end", String(repeating: "a <!A <? <![CDATA[ ", count: 5_000)),
    ("brackets that nest", String(repeating: "[", count: 50_000) + "a" + String(repeating: "](b)", count: 25_000)),
  ]

  @Test(arguments: trapTexts)
  func traps(_ name: String, _ trap: String) {
    let text = Array(trap.utf8)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(faults(in: Markdown.structure(of: text), of: text).isEmpty) }
    #expect(time < .seconds(5), "\(name)")
  }
}

@Suite struct MarkdownPropertyTests {
  static let parts = [
    "Kyiv", "the river", " ", " ", "\n", "\n\n", "# ", "> ", "- ", "1. ", "*", "**", "_", "`", "```\n", "[", "](", ")", "![",
    "<b>", "</b>", "<br>",
    "<div>", "<!--", "-->", "<!-- stet-disable -->", "&nbsp;", "&rsquo;", "&#1050;", "\\", "|", "|---|\n", "\t", "    ", "~~",
    "---\n", "===\n",
    "https://example.com/a", "<https://example.com>", "Україна", "👩‍👩‍👧", "<code>", "</code>", "\"", "[a]: b\n",
  ]

  @Test(arguments: 0..<150)
  func anyTextIsRead(seed: Int) {
    let bytes = Array(soup(Self.parts, 120, seed: seed).utf8)
    #expect(faults(in: Markdown.structure(of: bytes), of: bytes).isEmpty)
  }

  @Test(arguments: 0..<60)
  func lineEndsDoNotMatter(seed: Int) {
    let text = soup(Self.parts, 120, seed: seed)
    let draft = Draft(path: "a.md", text: text)
    let other = Draft(path: "a.md", text: text.replacing("\n", with: "\r\n"))
    #expect(
      words(draft).map { $0.map { $0.filter { !$0.isNewline } } } == words(other).map { $0.map { $0.filter { !$0.isNewline } } })
    #expect(draft.segments.map(\.role) == other.segments.map(\.role))
  }

  @Test(arguments: 0..<60)
  func aParagraphBeforeShiftsSpans(seed: Int) {
    let text = "The first.\n\n" + soup(Self.parts, 120, seed: seed)
    let prefix = "👩‍👩‍👧 Ünïcode.\n\n"
    let draft = Draft(path: "a.md", text: text), moved = Draft(path: "a.md", text: prefix + text)
    let first = moved.segments[0].tokens.count
    #expect(moved.tokens.dropFirst(first).map { Int($0.start) - prefix.utf8.count } == draft.tokens.map { Int($0.start) })
  }

  /// Bytes that are no UTF-8 never reach a reader from outside, but must not stop one either.
  @Test(arguments: 0..<40)
  func anyBytesAreRead(seed: Int) {
    var dice = Dice(seed)
    let bytes = (0..<400).map { _ in "\n <>-*[]()`!&;#|~_\\\"ab\u{e9}".utf8.randomElement(using: &dice) ?? 0 }
    for format in Format.allCases {
      let structure = format.structure(of: bytes).protected(in: bytes)
      #expect(structure.told.allSatisfy { $0.span.end <= bytes.count })
    }
  }
}
