import Foundation
import StetFindings
import StetGlossary
import StetGlossaryFiles
import StetTestSupport
import StetText
import Testing

@testable import StetKit

/// A huge draft that is read in parts is found fault with as if it were read whole.
@Suite struct PartsTests {
  let scratch: Scratch
  let linter: Linter

  init() throws {
    scratch = try Scratch()
    let yaml =
      "glossary: test\nlanguage: en\nentries:\n  - {term: Kyiv, kind: place, forbid: [Kiev]}\n"
      + "  - {phrases: [Read More Here], kind: phrase}\n"
    let (glossary, _) = GlossaryReader.read(Array(yaml.utf8), path: "test.yml")
    linter = try Linter(glossaries: [try #require(glossary)])
  }

  /// Parts of about a paragraph, each with a page before and after it.
  private static var small: PartSizes {
    var sizes = PartSizes()
    (sizes.threshold, sizes.part, sizes.before, sizes.after, sizes.spacing) = (1, 600, 3000, 1500, 1)
    return sizes
  }

  private func work(
    _ task: DraftWork.Task = .lint, _ sizes: PartSizes = small, _ change: (inout DraftPlan) -> Void = { _ in }
  ) -> DraftWork {
    var plan = DraftPlan(linter: linter)
    change(&plan)
    return DraftWork(task, DraftReader(), sizes) { [plan] _ in plan }
  }

  private struct Told: Equatable {
    let check: String
    let place: Span
    let line: Int
    let message: String
    let related: [Span]
    let isSilenced: Bool
  }

  private func told(_ outcome: DraftOutcome) -> [Told] {
    guard let draft = outcome.draft else { return [] }
    let origin = outcome.origin
    func moved(_ span: Span) -> Span { Span(span.start + origin.offset, span.end + origin.offset) }
    let all = outcome.findings + outcome.setAside
    return all.sorted(by: Finding.precedes).filter { !$0.concernsWholeDraft }.map {
      Told(
        check: $0.check, place: moved($0.span), line: draft.lines.line(of: $0.span.start) + origin.line, message: $0.message,
        related: $0.related.map { moved($0.span) }, isSilenced: $0.silence != nil)
    }
  }

  /// Copy with something wrong in it, and what may stand beside it.
  private static let damaged = [
    "They met in Kiev in #, and in Kiev on Friday.", "The the mayor spoke of of it.", "He said: “It is late , and nobody came.",
    "“The bridge was closed in # and nobody told the people of the town.\n\n“It was opened again in June,” she said.",
    "The ferry left at noon in # with two hundred people on board. The ferry left at noon in # with two hundred people on board.",
    "The council of the town met on Monday to speak of the bridge, the ferry and the road to #.\n\n"
      + "The council of the town met on Monday to speak of the bridge, the ferry and the road to #.",
    "Itâ€™s a long way to go.", "Tickets for the ferry cost..\n\nRead More Here", "She met a honest man and an mayor.",
    "<!-- stet-disable-next-line -->\nThe the end.", "The river [sic] was in Kiev [sic].", "<!-- stet-disable-line mojibake -->",
    "The road was closed, the mayor said , in May.", "A line of its own\n\nA line of its own",
  ]

  private func draft(_ dice: inout Dice, _ name: String, paragraphs: Int) -> [UInt8] {
    var text = ""
    for _ in 0..<paragraphs {
      let filler = (0..<dice.roll(1..<6)).map { _ in PartsSupport.sentence(&dice) }.joined(separator: " ")
      // What stands twice must not stand a third time far away: that is for the whole alone to know.
      let damaged = dice.pick(Self.damaged).replacing("#", with: "Vale\(dice.roll(1000..<1_000_000))")
      text += (dice.roll(0..<3) == 0 ? damaged : filler) + "\n\n"
    }
    switch dice.roll(0..<3) {
    case 0: text = text.replacing("\n", with: "\r\n")
    case 1: text = text.replacing("river ", with: "river\r")
    default: break
    }
    return Array(text.utf8)
  }

  @Test(arguments: 0..<16) func findsTheSameInPartsAsInTheWhole(seed: Int) throws {
    var dice = Dice(seed)
    let path = scratch.path(seed.isMultiple(of: 2) ? "a.md" : "a.txt"), bytes = draft(&dice, "a", paragraphs: 120)
    try Files.write(bytes, to: path)
    let source = DraftSource.file(path), work = work()
    let parts = try #require(work.parts(of: source))
    #expect(parts.count > 8 && parts.last?.isLast == true && parts.dropLast().allSatisfy { !$0.isLast })
    #expect(parts.map(\.own.lowerBound) == [0] + parts.dropLast().map(\.own.upperBound) && parts.last?.own.upperBound == bytes.count)
    let whole = told(work.run(source)), pieces = parts.flatMap { told(work.run($0)) }
    let lost = whole.filter { !pieces.contains($0) }, added = pieces.filter { !whole.contains($0) }
    #expect(lost == [], "lost in parts")
    #expect(added == [], "found in parts only")
    #expect(pieces.map(\.place) == whole.map(\.place))
    #expect(Set(whole.map(\.check)).count > 5)
  }

  @Test func aNoteOnTheWholeIsToldOnceAndSaysOfWhichLines() throws {
    let paragraph = "The U.S. envoy met the U.S. team and the U.S. press; then the US side was silent.\n\n"
    let path = try scratch.write("a.md", String(repeating: paragraph, count: 60))
    var sizes = Self.small
    (sizes.part, sizes.before) = (900, 0)
    let work = work(.lint, sizes), parts = try #require(work.parts(of: .file(path)))
    var notes = NotesOnce()
    let told = parts.flatMap { work.run($0).findings }.filter { $0.check == "inconsistent-style" }
    #expect(told.count > 1)
    let admitted = told.filter { notes.admits($0) }
    #expect(admitted.count == 1)
    #expect(admitted.first?.why?.hasSuffix("this is told once, of lines 1 to \(parts[0].lines.upperBound)") == true)
  }

  @Test func staysWholeWhereTheWholeIsAskedFor() throws {
    let path = try scratch.write("a.md", String(repeating: "One two three.\n\n", count: 500))
    let source = DraftSource.file(path)
    #expect(work().parts(of: source) != nil)
    #expect(work(.fix(review: false)).parts(of: source) == nil)
    #expect(work { $0.hasBaseline = true }.parts(of: source) == nil)
    #expect(work { $0.changed = .all }.parts(of: source) == nil)
    #expect(work { $0.ignored = IgnoreList(Array("mojibake \"x\"".utf8)).entries }.parts(of: source) == nil)
    #expect(work(.lint, PartSizes()).parts(of: source) == nil, "too small")
    #expect(work().parts(of: .file(scratch.path("none.md"))) == nil)
    #expect(work().parts(of: .file(scratch.folder)) == nil)
    #expect(work().parts(of: .file(try scratch.write("b.md", String(repeating: "x", count: 9000)))) == nil, "one line")
  }

  /// Nothing of a file is printed before it is known that all of it can be read.
  @Test func aFaultyByteInTheLastPartIsKnownBeforeTheFirst() throws {
    let path = scratch.path("a.md")
    try Files.write(Array(String(repeating: "One “two” three.\n\n", count: 500).utf8) + [0xFF, 0x20], to: path)
    #expect(work().parts(of: .file(path)) == nil)
    #expect(work().run(.file(path)).failure?.reason.hasPrefix("the bytes do not fit UTF-8 at offset 11000") == true)
  }

  @Test func aFileThatChangesMeanwhileIsToldOf() throws {
    let text = String(repeating: "They met in Kiev.\n\n", count: 500)
    let path = try scratch.write("a.md", text), work = work()
    let parts = try #require(work.parts(of: .file(path)))
    #expect(work.run(parts[0]).failure == nil)
    try scratch.write("a.md", text + "More.\n")
    #expect(work.run(parts[1]).failure?.reason == "it has changed while it was being read")
    #expect(work.run(parts[1]).findings.isEmpty)
  }

  @Test func theCacheKeepsParts() throws {
    let path = try scratch.write("a.md", String(repeating: "They met in Kiev.\n\nIt was late.\n\n", count: 200))
    let cache = FindingsCache(folder: scratch.path("cache")), plan = DraftPlan(linter: linter)
    let work = DraftWork(.lint, cache: cache, Self.small) { _ in plan }
    let parts = try #require(work.parts(of: .file(path)))
    let first = parts.map { told(work.run($0)) }, second = parts.map { told(work.run($0)) }
    #expect(first == second && first.flatMap { $0 }.count == 200)
    #expect((FileManager.default.subpaths(atPath: scratch.path("cache").display) ?? []).contains { $0.count > 40 })
  }
}
