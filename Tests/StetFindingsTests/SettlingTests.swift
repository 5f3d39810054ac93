import StetTestSupport
import StetText
import Testing

@testable import StetFindings

@Suite("One place, one finding")
struct SettlingTests {
  static let specificity = [
    "split-name": 90, "name-variant": 80, "forbidden-term": 70, "glued-words": 50, "orphan-punctuation": 50,
  ]

  func settle(_ findings: [Finding]) -> [Finding] { settled(findings) { Self.specificity[$0] ?? 10 } }

  @Test("the more telling check reports")
  func specificity() {
    let split = Finding("split-name", Span(10, 22))
    let variant = Finding("name-variant", Span(10, 19))
    let mark = Finding("orphan-punctuation", Span(21, 23))
    #expect(settle([mark, variant, split]) == [split])
    #expect(settle([variant, mark]) == [variant, mark])
  }

  @Test("what a hidden finding met stays")
  func chains() {
    let a = Finding("forbidden-term", Span(0, 5)), b = Finding("name-variant", Span(4, 12))
    let c = Finding("split-name", Span(10, 20))
    #expect(settle([a, b, c]) == [a, c])
  }

  @Test("a long finding takes up no more than its core")
  func cores() {
    var fused = Finding("glued-words", Span(0, 80))
    fused.core = Span(70, 80)
    let name = Finding("name-variant", Span(10, 20)), split = Finding("split-name", Span(72, 78))
    #expect(settle([fused, name]) == [fused, name])
    #expect(settle([fused, split]) == [split])
  }

  @Test("on a tie: severity, then length, then id")
  func ties() {
    let note = Finding("glued-words", Span(0, 9), severity: .warning), error = Finding("orphan-punctuation", Span(0, 2))
    #expect(settle([note, error]) == [error])
    let long = Finding("orphan-punctuation", Span(0, 3)), short = Finding("glued-words", Span(0, 2))
    #expect(settle([short, long]) == [long])
    let first = Finding("glued-words", Span(1, 4)), second = Finding("orphan-punctuation", Span(0, 3))
    #expect(settle([second, first]) == [first])
  }

  @Test("notes on the whole draft, empty spans and neighbours disturb nobody")
  func bystanders() {
    var note = Finding("inconsistent-name", Span(0, 20), severity: .note)
    note.related = [Finding.Related(Span(30, 32), "also here")]
    let findings = [note, Finding("a", Span(0, 4)), Finding("b", Span(4, 8)), Finding("c", Span(6, 6))]
    #expect(settle(findings) == findings.sorted(by: Finding.precedes))
  }

  @Test("two findings of one check on one span become one")
  func merging() {
    let span = Span(0, 8)
    var a = Finding(check: "name-variant", severity: .warning, span: span, message: "‘Zaluzhny’ should be ‘Zaluzhnyi’")
    a.replacements = ["Zaluzhnyi"]
    a.entry = "Valerii Zaluzhnyi"
    a.glossary = "ukraine"
    a.grade = .skeleton
    a.fix = Fix([Edit(Span(0, 8), "Zaluzhnyi")], .safe)
    #expect(settle([a, a, a]) == [a])
    var b = Finding(check: "name-variant", severity: .error, span: span, message: "‘Zaluzhny’ should be ‘Zaluzhnyj’")
    b.replacements = ["Zaluzhnyj", "Zaluzhnyi"]
    b.entry = "Ivan Zaluzhnyj"
    b.glossary = "ukraine"
    b.grade = .listed
    b.systems = ["ISO9"]
    b.fix = Fix([Edit(Span(0, 8), "Zaluzhnyj")], .safe)
    let merged = settle([b, a])
    #expect(merged == settle([a, b]))
    #expect(merged.count == 1)
    #expect(merged[0].replacements == ["Zaluzhnyi", "Zaluzhnyj"])
    #expect(merged[0].message == "‘Zaluzhny’ should be ‘Zaluzhnyi’; ‘Zaluzhny’ should be ‘Zaluzhnyj’")
    #expect(merged[0].severity == .error)
    #expect(merged[0].grade == .listed)
    #expect(merged[0].fix == nil)
    #expect(merged[0].entry == nil)
  }

  @Test("a fix that two glossaries agree on stays, with the greater caution")
  func mergingFixes() {
    let edit = [Edit(Span(0, 4), "Kyiv")]
    let safe = Finding("a", Span(0, 4), fix: Fix(edit, .safe)), review = Finding("a", Span(0, 4), fix: Fix(edit, .review))
    #expect(settle([safe, review])[0].fix?.safety == .review)
    #expect(settle([safe, safe])[0].fix?.safety == .safe)
  }

  @Test("random findings: no overlaps between checks, nothing hidden without a reason, any order gives the same")
  func properties() {
    func share(_ a: Finding, _ b: Finding) -> Bool { !Set(a.span.range).isDisjoint(with: b.span.range) }
    var dice = Dice(3)
    for round in 0..<1500 {
      let findings = (0..<dice.roll(0..<25)).map { _ in
        let start = dice.roll(0..<40)
        let span = Span(start, start + dice.roll(0..<9)), check = dice.pick(Self.specificity.keys.sorted())
        var finding = Finding(check, span, severity: dice.pick(Severity.allCases))
        if dice.roll(0..<4) == 0 { finding.related = [Finding.Related(Span(0, 1), "r")] }
        return finding
      }
      let result = settle(findings)
      let contenders = result.filter { !$0.concernsWholeDraft }
      for a in contenders {
        #expect(!contenders.contains { $0.check != a.check && share($0, a) }, "round \(round)")
      }
      for hidden in findings where !result.contains(where: { $0.span == hidden.span && $0.check == hidden.check }) {
        #expect(contenders.contains { $0.check != hidden.check && share($0, hidden) }, "round \(round)")
      }
      #expect(result == result.sorted(by: Finding.precedes))
      #expect(result == settle(findings.shuffled(using: &dice)))
      #expect(result == settle(result))
    }
  }

  @Test("many findings under one long one take no time to speak of", .timeLimit(.minutes(10)))
  func many() {
    var dice = Dice(5)
    let findings = (0..<60_000).map { Finding(dice.pick(["a", "b"]), Span($0 * 3, $0 * 3 + dice.roll(1..<9))) }
    let result = settle(findings.shuffled(using: &dice) + [Finding("split-name", Span(0, 1_000_000))])
    #expect(result == [Finding("split-name", Span(0, 1_000_000))])
    #expect(settle(findings).count > 10_000)
  }
}
