import StetChecks
import StetFindings
import StetKit
import StetTestSupport
import StetText
import Testing

/// A house's decisions, which no example of the check can show, since they stand in a configuration.
@Suite("House style")
struct HouseStyleTests {
  private static func acronym(_ form: String) -> HouseStyle.Rule { .acronym(HouseStyle.Acronym(form) ?? HouseStyle.Acronym("US")!) }

  private func linter(_ rules: [HouseStyle.Rule]) throws -> Linter {
    Linter(index: try Linter(glossaries: []).index, rules: LintRules(selection: try CheckSelection(select: ["inconsistent-style"], ignore: []), style: HouseStyle(rules)))
  }

  private func fixed(_ text: String, _ rules: [HouseStyle.Rule], including: Set<Fix.Safety>) throws -> String {
    var draft = Draft(path: "a.txt", text: text)
    for _ in 0..<5 {
      let plan = FixPlan(findings: try linter(rules).lint(draft), in: draft, including: including)
      draft = Draft(path: "a.txt", text: String(decoding: plan.apply(to: draft.text), as: UTF8.self))
    }
    return draft.string(Span(0, draft.text.count))
  }

  @Test("a departure is found, with the house’s form, and put right", arguments: [
    ("The ⟦US⟧ envoy left the ⟦US⟧. The U.S. team stayed.", [acronym("U.S.")], "The U.S. envoy left the U.S. The U.S. team stayed."),
    ("The ⟦U.N.⟧ envoy of the UN left the ⟦U.N.⟧", [acronym("UN")], "The UN envoy of the UN left the UN."),
    ("He came⟦ – ⟧late⟦—⟧and left — early.", [.dashes(.spacedEm)], "He came — late — and left — early."),
    ("He came⟦ – ⟧late.", [.dashes(.closedEm)], "He came—late."),
    ("It is the ⟦second largest⟧ town.", [.superlatives(.hyphenated)], "It is the second-largest town."),
    ("It is the ⟦Second-Largest⟧ town.", [.superlatives(.open)], "It is the Second Largest town."),
    ("He said ⟦\"⟧no\" and “yes”.", [.quotationMarks(.curly)], "He said “no” and “yes”."),
    ("He said ⟦“⟧no” and \"yes\".", [.quotationMarks(.straight)], "He said \"no\" and \"yes\"."),
    ("He called it “a war⟦”,⟧ and went. It is “over⟦”.⟧", [.closingMarks(.inside)], "He called it “a war,” and went. It is “over.”"),
    ("He called it “a war⟦,”⟧ and went. “I will,” he said.", [.closingMarks(.outside)], "He called it “a war”, and went. “I will,” he said."),
    ("On ⟦5 May⟧ he came; on ⟦7 June 2014⟧ he left.", [.dates(.monthFirst)], "On May 5 he came; on June 7, 2014 he left."),
    ("On ⟦May 5⟧ he came; he left on ⟦June 7, 2014⟧.", [.dates(.dayFirst)], "On 5 May he came; he left on 7 June 2014."),
    ("It rose ⟦5%⟧, then 6 percent, then 7 ⟦per cent⟧.", [.percentages(.percent)], "It rose 5 percent, then 6 percent, then 7 percent."),
    ("It rose ⟦5 percent⟧, then seven percent.", [.percentages(.sign)], "It rose 5%, then seven percent."),
    ("It cost ⟦12000⟧ and ⟦1500000⟧.", [.thousands(.commas)], "It cost 12,000 and 1,500,000."),
    ("It cost ⟦12,000⟧.", [.thousands(.plain)], "It cost 12000."),
  ] as [(String, [HouseStyle.Rule], String)])
  func departures(_ text: String, _ rules: [HouseStyle.Rule], _ expected: String) throws {
    let marked = Marked(text), draft = marked.draft()
    let findings = try linter(rules).lint(draft)
    #expect(Marked(findings, in: draft).description == text)
    #expect(findings.allSatisfy { $0.severity == .warning && $0.replacements.count == 1 })
    #expect(try fixed(marked.text, rules, including: [.safe, .review]) == expected)
  }

  @Test("nothing is said of", arguments: [
    ("He wrote: “The US side was silent – so far.”", [acronym("U.S."), .dashes(.closedEm)]),
    ("TELL US ALL YOU KNOW ABOUT THIS", [acronym("U.S.")]),
    ("It paid US$5. The years 2011–2014 went by.", [acronym("U.S."), .dashes(.spacedEm)]),
    ("KYIV, Ukraine (AP) — He came.", [.dashes(.closedEm)]),
    ("“Why?”, she asked. The “end”.", [.closingMarks(.outside)]),
    ("“Why?”, she asked.", [.closingMarks(.inside)]),
    ("The code 01200 and the year 2014.", [.thousands(.commas)]),
    ("It’s 5 feet 6\" tall.", [.quotationMarks(.curly)]),
  ] as [(String, [HouseStyle.Rule])])
  func allowed(_ text: String, _ rules: [HouseStyle.Rule]) throws {
    #expect(try linter(rules).lint(Draft(path: "a.txt", text: text)).map(\.message) == [])
  }

  @Test("what may mean something else is told and not changed", arguments: [
    ("He left the U.S. Congress met.", [acronym("US")]), ("From 5 to 7 May it rained.", [.dates(.monthFirst)]),
    ("On 5 Feb. it rained.", [.dates(.monthFirst)]),
  ] as [(String, [HouseStyle.Rule])])
  func doubtful(_ text: String, _ rules: [HouseStyle.Rule]) throws {
    let findings = try linter(rules).lint(Draft(path: "a.txt", text: text))
    #expect(findings.count == 1 && findings[0].fix == nil)
  }

  @Test("what the house decides is no longer counted, and the rest is as before")
  func notes() throws {
    let draft = Draft(path: "a.txt", text: "The U.S. envoy met the US team; he came — late – early – and left.")
    let note = try linter([]).lint(draft)
    #expect(note.count == 1 && note[0].severity == .note && note[0].message.contains("‘US’") && note[0].message.contains("—"))
    let findings = try linter([Self.acronym("U.S.")]).lint(draft)
    #expect(findings.map(\.severity).sorted() == [.note, .warning])
    #expect(findings.first { $0.severity == .note }?.message.contains("US") == false)
  }

  @Test("a safe fix touches neither words nor numbers")
  func safe() throws {
    let text = "The US rose 5% on 5 May – late – to 12000 \"as expected\"."
    let rules: [HouseStyle.Rule] = [
      Self.acronym("U.S."), .percentages(.percent), .dates(.monthFirst), .dashes(.closedEm), .thousands(.commas), .quotationMarks(.curly),
    ]
    #expect(try fixed(text, rules, including: [.safe]) == "The US rose 5% on 5 May—late—to 12000 “as expected”.")
  }
}
