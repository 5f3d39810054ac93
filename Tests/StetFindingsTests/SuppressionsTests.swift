import StetTestSupport
import StetText
import Testing

@testable import StetFindings

@Suite("Suppressions")
struct SuppressionsTests {
  static let known: Set<String> = ["a", "b", "c"]

  /// Findings of check "a" at every mark.
  func outcome(_ text: String, check: String = "a", ran: Set<String>? = nil) -> (Suppressions.Outcome, Draft) {
    let marked = Marked(text)
    let draft = marked.draft()
    let findings = marked.spans.map { Finding(check, $0) }
    let suppressions = Suppressions(draft: draft, comments: draft.searchedComments)
    return (suppressions.filter(findings, knownChecks: Self.known, ranChecks: ran), draft)
  }

  @Test("what is silenced (x) and what stands (y)", arguments: [
    "<!-- stet-disable a -->\n⟦x⟧\n<!-- stet-enable a -->\n⟦y⟧",
    "⟦y⟧ <!-- stet-disable --> ⟦x⟧ <!-- stet-enable --> ⟦y⟧",
    "⟦y⟧\n<!-- stet-disable a -- the name is in a quotation -->\n⟦x⟧\n\n⟦x⟧",
    "<!-- stet-disable b -->\n⟦y⟧",
    "<!--stet-disable b,a-->\n⟦x⟧\n<!--stet-enable b-->\n⟦x⟧\n<!--stet-enable a-->⟦y⟧",
    "<!-- stet-disable b, a -->\n⟦x⟧\n<!-- stet-enable a -->\n⟦y⟧",
    "<!-- stet-disable -->\n⟦x⟧\n<!-- stet-enable a -->\n⟦y⟧\n<!-- stet-disable a -->\n⟦x⟧",
    "⟦y⟧\n⟦x⟧ <!-- stet-disable-line a --> ⟦x⟧\n⟦y⟧",
    "⟦y⟧\r\n⟦x⟧ <!-- stet-disable-line --> ⟦x⟧\r\n⟦y⟧",
    "⟦y⟧\n⟦x⟧ <!-- stet-disable-line a --\n because of the mayor --> ⟦x⟧\n⟦y⟧",
    "⟦y⟧ <!-- stet-disable-next-line a --> ⟦y⟧\n⟦x⟧ ⟦x⟧\n⟦y⟧",
    "<!-- stet-disable-next-line a -->\n \t\n\n⟦x⟧\n⟦y⟧",
    "<!-- stet-disable-next-line a -->\r\n\r\n⟦x⟧\r\n⟦y⟧",
    "<!-- stet-disable-next-line a -->\n<!-- stet-disable-next-line b -->\n⟦x⟧\n⟦y⟧",
    "<!-- stet-disable-next-line a -->\n<!-- note --> ⟦x⟧\n⟦y⟧",
    "⟦x⟧\n<!-- stet-disable-file a -->\n⟦x⟧",
    "⟦x⟧ <!-- stet-disable-file -- wire copy --> ⟦x⟧\n⟦x⟧",
    "<!-- stet-disabel a -->\n⟦y⟧",
    "<!-- disable a -->\n⟦y⟧",
    "<!-- stet-enable a -->\n⟦y⟧",
    "<!-- stet-disable-next-line a -->",
    "⟦x⟧ [sic] was", "the ⟦x⟧(sic) was", "the ⟦x [sic]⟧ was", "“⟦x⟧” [Sic]", "⟦x⟧ [sic]", "⟦y⟧", "⟦y⟧ was [sic]",
    "[sic] ⟦y⟧", "⟦y⟧ [sick]", "⟦y⟧ [sic)", "⟦y⟧, [sic]", "⟦y⟧\n\n[sic]",
  ])
  func silences(_ text: String) {
    let (outcome, draft) = outcome(text)
    #expect(outcome.kept.allSatisfy { draft.string($0.span) == "y" }, "\(Marked(outcome.kept, in: draft))")
    #expect(outcome.suppressed.allSatisfy { draft.string($0.finding.span).hasPrefix("x") })
    #expect(outcome.kept.count + outcome.suppressed.count == Marked(text).spans.count)
  }

  @Test("[sic] after a possessive silences what is wrong with the name before it")
  func sicAfterPossessive() {
    let draft = Draft(path: "a.txt", text: "Zaluzhny’s [sic] forces")
    let findings = [Finding("a", Span(0, 8)), Finding("a", Span(19, 25))]
    #expect(Suppressions(draft: draft, comments: []).filter(findings, knownChecks: Self.known).suppressed.count == 1)
  }

  @Test("a finding at the very end belongs to the last line")
  func end() {
    #expect(outcome("so they said <!-- stet-disable-line --> and then⟦⟧").0.kept.isEmpty)
    #expect(outcome("<!-- stet-disable -->\nand then⟦⟧").0.kept.isEmpty)
    #expect(outcome("<!-- stet-disable-next-line -->\none\nand then⟦⟧").0.kept.count == 1)
  }

  @Test("what a comment says", arguments: [
    ("<!-- stet-disable a b,c -- two reasons -- really -->", ["a", "b", "c"], "two reasons -- really"),
    ("<!--stet-disable-->", [], nil),
    ("<!--\n  stet-disable\n  a\n  — mayor’s own spelling\n-->", ["a"], "mayor’s own spelling"),
    ("<!-- stet-disable a, a , b -->", ["a", "b"], nil),
    ("<!-- stet-disable -- -->", [], nil),
  ] as [(String, [String], String?)])
  func reads(_ comment: String, _ checks: [String], _ reason: String?) {
    let draft = Draft(path: "a.txt", text: comment)
    let suppression = Suppressions(draft: draft, comments: [Span(0, draft.text.count)]).all.first
    #expect(suppression?.kind == .block)
    #expect(suppression?.checks == checks)
    #expect(suppression?.reason == reason)
  }

  @Test("comments that are none of ours", arguments: [
    "<!---->", "<!-->", "<!-- stet -->", "<!-- TODO stet-disable a -->", "<!-- -->",
  ])
  func ignores(_ comment: String) {
    let draft = Draft(path: "a.txt", text: comment)
    #expect(Suppressions(draft: draft, comments: [Span(0, draft.text.count)]).all.isEmpty)
  }

  @Test("unused and unknown ones are told, check by check")
  func answersForItself() {
    let (outcome, _) = outcome(
      """
      <!-- stet-disable-file a b zz -->
      <!-- stet-disable-line c -->
      <!-- stet-enable c -->
      <!-- stet-disabel c -->
      ⟦x⟧ and [sic] once more
      <!-- stet-disable-line -->
      """)
    #expect(outcome.kept.isEmpty)
    #expect(outcome.unused.map(\.kind) == [.file, .line, .enable, .line])
    #expect(outcome.unused.map(\.checks) == [["b"], ["c"], ["c"], []])
    #expect(outcome.unknown.map(\.name) == ["zz", "stet-disabel"])
  }

  @Test("of a check that did not run nobody knows whether its suppression is used")
  func checksThatDidNotRun() {
    let (outcome, _) = outcome("<!-- stet-disable-file a b c -->\n<!-- stet-disable-line -->", ran: ["a"])
    #expect(outcome.unused.map(\.checks) == [["a"]])
  }

  @Test("of several suppressions the one that begins last is used")
  func innermost() {
    let (outcome, _) = outcome("<!-- stet-disable-file a -->\n<!-- stet-disable a -->\n⟦x⟧ <!-- stet-disable-line a -->\n")
    #expect(outcome.suppressed.map(\.by.kind) == [.line])
    #expect(outcome.unused.map(\.kind) == [.file, .block])
  }

  @Test("a note on the whole draft is not silenced by [sic]")
  func sicSpeaksOfOneWord() {
    let draft = Draft(path: "a.txt", text: "Zaluzhny [sic] and Zaluzhnyi")
    var note = Finding("a", Span(0, 8), severity: .note)
    #expect(Suppressions(draft: draft, comments: []).filter([note], knownChecks: Self.known).kept.isEmpty)
    note.related = [Finding.Related(Span(19, 28), "here")]
    #expect(Suppressions(draft: draft, comments: []).filter([note], knownChecks: Self.known).kept.count == 1)
  }

  @Test("the sweep agrees with asking every suppression")
  func sweep() {
    var dice = Dice(7)
    for round in 0..<300 {
      let parts = (0..<dice.roll(1..<14)).map { _ in
        dice.pick([
          "x", "x\n", "\n", "<!-- stet-disable -->", "<!-- stet-disable a b -->\n", "<!-- stet-enable a -->",
          "<!-- stet-enable -->", "<!-- stet-disable-line b -->", "\n<!-- stet-disable-next-line a -->\n",
        ])
      }
      let draft = Draft(path: "a.txt", text: parts.joined(separator: " "))
      let places = (0...draft.text.count).map { Span($0, $0) }
      let findings = places.flatMap { place in ["a", "b"].map { Finding($0, place) } }.shuffled(using: &dice)
      let suppressions = Suppressions(draft: draft, comments: draft.searchedComments)
      let kept = suppressions.filter(findings, knownChecks: Self.known).kept
      let expected = findings.filter { finding in
        !suppressions.all.contains { $0.covers(finding.check, at: finding.span.start, end: draft.text.count) }
      }
      #expect(kept == expected, "round \(round)")
    }
  }
}
