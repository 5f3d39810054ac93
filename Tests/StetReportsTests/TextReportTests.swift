import StetFindings
import StetTestSupport
import StetText
import Testing

@testable import StetReports

@Suite("The report for people")
struct TextReportTests {
  @Test("a finding with everything")
  func whole() {
    let report = DraftReport.marked("One.\n\nGen. Valery ⟦Zaluzhny⟧ spoke.\n", replacements: ["Zaluzhnyi", "Zaluzhnyy"]) {
      $0.why = "KMU 2010; AP style\nsince 2019"
      $0.fix = Fix([Edit($0.span, "Zaluzhnyi")], .safe)
    }
    #expect(
      TextReport().whole([report, .marked("clean"), DraftReport(path: "c.md", failure: "no such file")]) == """
        drafts/report.md:3:13: error: ‘Zaluzhny’ is wrong [name-variant]
          3 | Gen. Valery Zaluzhny spoke.
            |             ^^^^^^^^ Zaluzhnyi or Zaluzhnyy
            = KMU 2010; AP style since 2019
        c.md: no such file

        1 error in 2 drafts; 1 can be fixed with ‘stet fix’; 1 draft could not be checked

        """)
  }

  /// The marked part of the second line must lie over the carets, cell by cell.
  @Test("the marker stands under the right cells", arguments: [
    ("漢字 ⟦Kiev⟧ now", "漢字 Kiev now", "     ^^^^"),
    ("⟦漢字⟧ now", "漢字 now", "^^^^"),
    ("ｋ ⟦Kiev⟧", "ｋ Kiev", "   ^^^^"),
    ("e\u{301}a ⟦Kie\u{308}v⟧", "e\u{301}a Kie\u{308}v", "   ^^^^"),
    ("👩‍👩‍👧 🇺🇦 👍🏽 ⟦Kiev⟧", "👩‍👩‍👧 🇺🇦 👍🏽 Kiev", "         ^^^^"),
    ("☎️1️⃣⟦Kiev⟧", "☎️1️⃣Kiev", "    ^^^^"),
    ("한각 ⟦각⟧", "한각 각", "     ^^"),
    ("Зеленський ⟦Kiev⟧", "Зеленський Kiev", "           ^^^^"),
    ("\ta\t⟦Kiev⟧", " a Kiev", "   ^^^^"),
    ("a\u{200B}b ⟦Kiev⟧", "a\u{200B}b Kiev", "   ^^^^"),
    ("a⟦\u{200B}⟧b", "a\u{200B}b", " ^"),
    ("\u{1B}[31m⟦Kiev⟧\u{7}", "␛[31mKiev␇", "     ^^^^"),
    ("\u{202E}⟦Kiev⟧\u{9B}", "\u{FFFD}Kiev\u{FFFD}", " ^^^^"),
    ("a ⟦Kiev\r\nb⟧ c", "a Kiev", "  ^^^^"),
    ("a ⟦Kiev\rb⟧ c", "a Kiev", "  ^^^^"),
    ("\u{FEFF}⟦Kiev⟧", "Kiev", "^^^^"),
    ("so they said⟦⟧", "so they said", "            ^"),
    ("so ⟦⟧they said", "so they said", "   ^"),
    ("so they said⟦\n⟧then", "so they said", "            ^"),
    ("⟦⟧", "", "^"),
    ("e⟦\u{301}⟧a", "e\u{301}a", "^"),
  ])
  func marker(_ text: String, _ line: String, _ carets: String) {
    let lines = TextReport().draft(.marked(text), isFirst: true).text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1].unicodeScalars.elementsEqual("  1 | \(line)".unicodeScalars), "\(lines[1].debugDescription)")
    #expect(lines[2] == "    | \(carets)")
  }

  @Test("long lines are cut around the marker, between words", arguments: [
    (40, "The ambassador and former head of the army, Valery ⟦Zaluzhny⟧, told them that brigades need shells."),
    (40, "⟦Zaluzhny⟧ said that his forces need shells and that the shells need to come before the month is over."),
    (40, "The shells need to come before the month is over, or the front will move, said General ⟦Zaluzhny⟧"),
    (30, "This is a sentence with ⟦a marked part that does not fit into the terminal at all⟧ and an end."),
    (40, "字字字字字字字字字字字字字字字字字字字字字字字字字字⟦漢字⟧字字字字字字字字字字字字字字字字字字字字字字字字字字"),
    (10, "Any ⟦Zaluzhny⟧ spoke"),
    (1, "Any ⟦Zaluzhny⟧ spoke"),
  ])
  func cutting(_ width: Int, _ text: String) {
    let marked = Marked(text)
    let excerpt = Excerpt(of: marked.spans[0], in: marked.draft(), width: width)
    #expect(SafeText.cells(excerpt.text) <= max(width, 6), "\(excerpt.text)")
    #expect(excerpt.indent + excerpt.marked <= max(SafeText.cells(excerpt.text), 1))
    let name = marked.draft().string(marked.spans[0])
    if excerpt.marked == SafeText.cells(name) {
      var cells = excerpt.indent
      let rest = excerpt.text.drop { character in
        cells -= SafeText.cells(character)
        return cells >= 0
      }
      #expect(rest.hasPrefix(name), "\(excerpt.text)")
    }
  }

  @Test("a cut line shows whole words on both sides")
  func cutExample() {
    let marked = Marked(
      "The ambassador and former head of the army, Valery ⟦Zaluzhny⟧, told them that brigades need shells.")
    let excerpt = Excerpt(of: marked.spans[0], in: marked.draft(), width: 50)
    #expect(excerpt.text == "… the army, Valery Zaluzhny, told them that …")
  }

  @Test("related places: five, then a count")
  func related() {
    func report(_ count: Int) -> DraftReport {
      .marked("⟦Kiev⟧ Kyiv", path: "a.md", severity: .note) {
        $0.related = (0..<count).map { Finding.Related(Span(5, 9), "place \($0)") }
      }
    }
    let few = TextReport().draft(report(5), isFirst: true).text, many = TextReport().draft(report(12), isFirst: true).text
    #expect(few.hasSuffix("    = a.md:1:6: place 3\n    = a.md:1:6: place 4\n"))
    #expect(many.hasSuffix("    = a.md:1:6: place 4\n    = and 7 more\n"))
  }

  @Test("the last line has right plurals")
  func plurals() {
    let table: [([DraftReport], String)] = [
      ([], "No findings in 0 drafts\n"),
      ([.marked("clean")], "No findings in 1 draft\n"),
      ([.marked("clean"), .marked("clean")], "No findings in 2 drafts\n"),
      ([.marked("⟦a⟧ ⟦b⟧"), .marked("⟦c⟧", severity: .warning)], "\n2 errors, 1 warning in 2 drafts\n"),
      ([.marked("⟦a⟧", severity: .note) { $0.fix = Fix([Edit($0.span, "b")], .review) }], "\n1 note in 1 draft\n"),
      ([DraftReport(path: "a", failure: "gone")], "No findings in 0 drafts; 1 draft could not be checked\n"),
    ]
    for (reports, expected) in table {
      var end = ReportEnd()
      for report in reports { end.add(report, TextReport().draft(report, isFirst: true)) }
      #expect(TextReport().finish(end) == expected)
    }
  }

  @Test("colours only when asked for; nothing a draft, a name or a message holds reaches the terminal raw")
  func escapes() {
    let report = DraftReport.marked("\u{1B}]0;evil\u{7}⟦\u{9B}31m⟧", path: "a\u{1B}[2J\n.md", replacements: ["\u{1B}c"]) {
      $0.why = "\u{202E}why\u{85}"
      $0.related = [Finding.Related($0.span, "\u{1B}[0m")]
    }
    let plain = TextReport().draft(report, isFirst: true).text
    #expect(!plain.replacing("\n", with: "").unicodeScalars.contains(where: isHarmful))
    #expect(plain.hasPrefix("a␛[2J .md:1:10: error: "))
    let coloured = TextReport(colour: true).draft(.marked("⟦a⟧"), isFirst: true).text
    #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[1;31m^\u{1B}[0m"))
  }

  private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{202E}" || scalar == "\u{2066}"
  }

  @Test("any draft: a safe line, the marker within it")
  func fuzz() {
    var dice = Dice(4)
    for round in 0..<600 {
      let text = Odd.text(&dice, dice.roll(0..<120))
      let draft = Draft(path: "a.txt", text: text)
      let span = Odd.span(in: text, &dice), width = dice.roll(6..<120)
      let excerpt = Excerpt(of: span, in: draft, width: width)
      #expect(!excerpt.text.unicodeScalars.contains(where: isHarmful))
      #expect(SafeText.cells(excerpt.text) <= width + 2, "round \(round): \(excerpt.text)")
      #expect(excerpt.indent + excerpt.marked <= SafeText.cells(excerpt.text) + 1, "round \(round)")
    }
  }

  @Test("a line of many megabytes is looked at only near the finding", .timeLimit(.minutes(10)))
  func longLine() {
    let draft = Draft(path: "a.txt", text: String(repeating: "Зеленський met ", count: 100_000))
    let spans = (0..<2000).map { Span($0 * 1250, $0 * 1250 + 20) }
    let findings = spans.map { Finding(check: "a", severity: .error, span: $0, message: "m") }
    #expect(TextReport().draft(DraftReport(draft, findings: findings), isFirst: true).text.count > 100_000)
  }
}
