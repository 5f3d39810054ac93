import StetFindings
import StetTestSupport
import Testing

@testable import StetKit

/// A newsroom's folder that was there before Stet: many drafts, many old findings. `.ci/adoption` does the same at full size.
@Suite struct AdoptionTests {
  let scratch: Scratch
  private var dice = Dice(7)
  private static let words = "river council minister winter harvest border bridge engine letter market teacher signal captain village summer garden"
    .split(separator: " ").map(String.init)
  private static let files = 200

  init() throws { scratch = try Scratch() }

  /// Copy of ten paragraphs with a fault in each, all with other words around it.
  private mutating func story() -> [String] {
    (0..<10).map { _ in
      let words = Self.words.shuffled(using: &dice)
      return "The \(words[..<6].joined(separator: " ")) saw the the \(words[6]) of \(words[7..<13].joined(separator: " "))."
    }
  }

  private func write(_ name: String, _ paragraphs: [String]) throws { try scratch.write(name, paragraphs.joined(separator: "\n\n") + "\n") }

  private func run(written: Bool = false) throws -> (findings: [String], sentences: [String]) {
    var options = CommandLineSettings()
    options.select = ["repeated-words"]
    let baseline = scratch.path("known")
    if !written { options.baseline = baseline }
    var order = RunPlan.Order()
    if written { order.writtenBaseline = baseline }
    let found = Discovery().drafts(in: [scratch.folder.display])
    let plan = RunPlan(found.drafts, Configurations(.nothing, overruledBy: options), order)
    try #require(plan.isUsable, "\(plan.failures)")
    let work = DraftWork(.lint) { plan.plan(of: $0) }
    var reckoning = Reckoning(plan, RunScope(paths: [scratch.folder.display]))
    var outcomes: [DraftOutcome] = []
    for draft in plan.drafts { outcomes += reckoning.add(work.run(draft)) }
    outcomes += reckoning.finish()
    #expect(outcomes.map(\.source) == plan.drafts, "each draft once, in order")
    let findings = outcomes.flatMap { outcome in
      outcome.findings.map { finding in "\(outcome.source.shown.split(separator: "/").last ?? ""): \(outcome.draft?.string(finding.span) ?? "")" }
    }
    return (findings, written ? [try reckoning.writeBaseline()].compactMap(\.self) : reckoning.summaries)
  }

  @Test mutating func onlyWhatIsNewComesBack() throws {
    var stories: [String: [String]] = [:]
    for number in 0..<Self.files { stories["\(1000 + number).md"] = story() }
    for (name, story) in stories { try write(name, story) }
    #expect(try run(written: true).sentences == ["wrote \(scratch.path("known")): 2000 findings: 2000 new, 0 known, 0 gone"])
    #expect(try run().findings == [])

    let names = stories.keys.sorted()
    // Edits: before and behind a fault, new paragraphs, paragraphs moved within a file and to another.
    for _ in 0..<60 {
      let name = dice.pick(names), place = dice.roll(0..<10)
      stories[name]?[place] += " " + dice.pick(Self.words).capitalized + " added."
    }
    for _ in 0..<60 { stories[dice.pick(names)]?.insert("A quiet paragraph about the \(dice.pick(Self.words)).", at: 0) }
    for _ in 0..<40 { stories[dice.pick(names)]?.swapAt(0, 5) }
    for _ in 0..<20 {
      let from = dice.pick(names), to = dice.pick(names)
      if let moved = stories[from]?.removeLast() { stories[to]?.insert(moved, at: 1) }
    }
    var planted: [String] = []
    for number in 0..<5 {
      let name = dice.pick(names)
      stories[name]?.insert("On day \(number) nobody there knew knew of any plan.", at: 2)
      planted.append("\(name): knew knew")
    }
    // Renames, of files that were edited among them.
    for name in names where dice.roll(0..<10) == 0 {
      stories["moved-" + name] = stories.removeValue(forKey: name)
      planted = planted.map { $0.hasPrefix(name) ? "moved-" + $0 : $0 }
      try scratch.run("rm", name)
    }
    for (name, story) in stories { try write(name, story) }
    let after = try run()
    #expect(after.findings == planted.sorted())
    #expect(after.sentences.first?.hasSuffix(": 2000 known, 5 new, 0 gone") == true)
  }

  @Test mutating func itShrinksAsFaultsAreFixed() throws {
    var copy = story()
    try write("a.md", copy)
    try write("b.md", story())
    _ = try run(written: true)
    copy[3] = "Nothing is wrong here."
    try write("a.md", copy)
    #expect(try run().sentences.first?.contains("19 known, 0 new, 1 gone (‘--write-baseline’ drops it)") == true)
    #expect(try run(written: true).sentences.first?.contains("19 findings: 0 new, 19 known, 1 gone") == true)
    #expect(scratch.text("known")?.split(separator: "\n").count == 20)
    try write("a.md", copy + ["They saw the the end."])
    #expect(try run().findings == ["a.md: the the"])
  }
}
