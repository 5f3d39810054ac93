import StetFindings
import StetTestSupport
import StetText
import Testing

@Suite("Fixes are applied in one place")
struct EditsTests {
  static let draft = Draft(path: "a.txt", text: "In Kiev Mr Zaluzhny met, Europe’s ministers.\r\nTab\tand ünïcode.")

  func finding(_ check: String, _ edits: [Edit], _ safety: Fix.Safety = .safe) -> Finding {
    Finding(check: check, severity: .error, span: edits.first?.span ?? Span(0, 0), message: "m").with(Fix(edits, safety))
  }

  func plan(_ findings: [Finding], _ safeties: Set<Fix.Safety> = [.safe]) -> FixPlan {
    FixPlan(findings: findings, in: Self.draft, including: safeties)
  }

  @Test("safe fixes are made, review fixes only when asked for")
  func safety() {
    let findings = [finding("a", [Edit(Span(3, 7), "Kyiv")]), finding("b", [Edit(Span(11, 19), "Zaluzhnyi")], .review)]
    #expect(plan(findings).edits.map(\.replacement) == ["Kyiv"])
    #expect(plan(findings).skipped.isEmpty)
    let text = String(decoding: plan(findings, [.safe, .review]).apply(to: Self.draft.text), as: UTF8.self)
    #expect(text == "In Kyiv Mr Zaluzhnyi met, Europe’s ministers.\r\nTab\tand ünïcode.")
  }

  @Test("a fix is made whole or not at all")
  func allOrNothing() {
    let whole = finding("b", [Edit(Span(0, 2), "At"), Edit(Span(5, 9), "")])
    let plan = plan([whole, finding("a", [Edit(Span(0, 1), "i")])])
    #expect(plan.applied.map(\.check) == ["a"])
    #expect(plan.skipped == [whole])
    #expect(plan.edits == [Edit(Span(0, 1), "i")])
  }

  @Test("an edit that two fixes share is made once")
  func shared() {
    let shared = Edit(Span(23, 24), "")
    let plan = plan([finding("a", [shared]), finding("b", [shared, Edit(Span(3, 7), "Kyiv")]), finding("c", [shared, shared])])
    #expect(plan.applied.count == 3)
    #expect(plan.edits == [Edit(Span(3, 7), "Kyiv"), shared])
  }

  @Test("two edits: do they meet?", arguments: [
    (Edit(Span(3, 7), "a"), Edit(Span(7, 8), "b"), false),
    (Edit(Span(3, 7), "a"), Edit(Span(6, 8), "b"), true),
    (Edit(Span(3, 3), "a"), Edit(Span(3, 3), "b"), true),
    (Edit(Span(3, 3), "a"), Edit(Span(3, 7), "b"), false),
    (Edit(Span(7, 7), "a"), Edit(Span(3, 7), "b"), false),
    (Edit(Span(5, 5), "a"), Edit(Span(3, 7), "b"), true),
    (Edit(Span(3, 3), "a"), Edit(Span(4, 4), "b"), false),
  ])
  func meeting(_ a: Edit, _ b: Edit, _ meet: Bool) {
    for findings in [[finding("a", [a]), finding("b", [b])], [finding("b", [a]), finding("a", [b])], [finding("a", [a, b])]] {
      #expect(plan(findings).skipped.isEmpty == !meet)
    }
  }

  @Test("an edit outside the draft, or through a character, is never made")
  func misfits() {
    let count = Self.draft.text.count
    let middle = (0..<count).first { Self.draft.text[$0] & 0xC0 == 0x80 }!
    for span in [Span(count, count + 1), Span(-1, 2), Span(middle, middle + 1), Span(0, middle)] {
      #expect(plan([finding("a", [Edit(span, "x")])]).edits.isEmpty)
    }
    #expect(plan([finding("a", [Edit(Span(count, count), "\n")])]).apply(to: Self.draft.text) == Self.draft.text + [10])
  }

  @Test("the plan is what a plain reading of the rules gives")
  func oracle() {
    var dice = Dice(11)
    let draft = Draft(path: "a.txt", text: String(repeating: "abcdefghij", count: 4))
    for round in 0..<2000 {
      let findings = (0..<dice.roll(1..<12)).map { number in
        let edits = (0..<dice.roll(1..<4)).map { _ in
          let start = dice.roll(0..<39)
          return Edit(Span(start, min(40, start + dice.roll(0..<5))), dice.pick(["", "X", "YY"]))
        }
        return finding("check-\(number)", edits, dice.pick([.safe, .review]))
      }
      let plan = FixPlan(findings: findings, in: draft, including: [.safe])
      let (edits, applied) = Self.naive(findings)
      #expect(plan.edits == edits, "round \(round)")
      #expect(plan.applied == applied)
      #expect(plan.applied.count + plan.skipped.count == findings.count { $0.fix?.safety == .safe })
      var text = draft.text
      for edit in edits.reversed() { text.replaceSubrange(edit.span.range, with: edit.replacement.utf8) }
      #expect(plan.apply(to: draft.text) == text)
    }
  }

  static func naive(_ findings: [Finding]) -> (edits: [Edit], applied: [Finding]) {
    func conflict(_ a: Edit, _ b: Edit) -> Bool {
      if a == b { return false }
      if a.span.isEmpty && b.span.isEmpty { return a.span == b.span }
      return a.span.start < b.span.end && b.span.start < a.span.end
    }
    var taken: Set<Edit> = []
    var applied: [Finding] = []
    for finding in findings.sorted(by: Finding.precedes) where finding.fix?.safety == .safe {
      let all = taken.union(finding.fix!.edits)
      if all.contains(where: { a in all.contains { conflict(a, $0) } }) { continue }
      taken = all
      applied.append(finding)
    }
    return (taken.sorted { $0.span < $1.span }, applied)
  }
}

extension Finding {
  func with(_ fix: Fix) -> Finding {
    var copy = self
    copy.fix = fix
    return copy
  }
}
