import Foundation
import StetFindings
import StetGlossary
import StetText
import Testing

@testable import StetKit

@Suite struct FindingsCacheTests {
  let scratch: Scratch
  let cache: FindingsCache
  private static let copy = "They met the the mayor in Kiev ,on Monday.\n\n<!-- stet-disable-next-line mojibake, repeated-words -- a song -->\nThe the end.\n"

  init() throws {
    scratch = try Scratch()
    cache = FindingsCache(folder: scratch.path("cache/deep"))
  }

  private func plan(_ identity: String = "x", glossaries: [Glossary] = [], rules: LintRules = LintRules()) throws -> DraftPlan {
    var plan = DraftPlan(linter: Linter(index: try GlossaryIndex(glossaries), rules: rules))
    plan.identity = identity
    return plan
  }

  private func run(_ plan: DraftPlan, _ name: String = "a.md") -> DraftOutcome {
    DraftWork(.lint, cache: cache) { _ in plan }.run(.file(scratch.path(name)))
  }

  private func files() throws -> [String] {
    (FileManager.default.subpaths(atPath: scratch.path("cache").display) ?? []).filter { $0.split(separator: "/").count == 3 }
  }

  @Test func whatComesBackIsWhatWasFound() throws {
    try scratch.write("a.md", Self.copy)
    let plan = try plan(rules: LintRules(severities: ["repeated-words": .warning]))
    let first = run(plan), second = run(plan)
    #expect(try files().count == 1)
    #expect(first.findings.count >= 3 && first.setAside.count == 1 && first.setAside[0].silence?.reason == "a song")
    #expect(second.findings == first.findings && second.setAside == first.setAside)
    #expect(second.findings.contains { $0.ownSeverity == .error && $0.severity == .warning && $0.fix != nil })
  }

  /// The file is proof that it is read: a planted one is believed.
  @Test func itIsReallyRead() throws {
    try scratch.write("a.md", Self.copy)
    try scratch.write("b.md", "Fine.\n")
    _ = run(try plan(), "b.md")
    let empty = try Files.read(scratch.path("cache/" + files()[0])).bytes
    let known = try files()
    let first = run(try plan())
    let own = try #require(try files().first { !known.contains($0) })
    try Files.write(empty, to: scratch.path("cache/" + own))
    let second = run(try plan())
    #expect(!first.findings.isEmpty && second.findings.isEmpty)
  }

  @Test func everythingThatDecidesMakesAnotherKey() throws {
    try scratch.write("a.md", Self.copy)
    let bytes = Array(Self.copy.utf8), source = DraftSource.file(scratch.path("a.md")), same = try plan()
    func name(_ bytes: [UInt8], _ source: DraftSource, _ encoding: String? = nil, _ plan: DraftPlan) -> String? {
      cache.key(of: bytes, source, encoding: encoding, plan).map { "\($0)" }
    }
    var listed = same
    listed.ignored = IgnoreList(Array("mojibake \"x\"".utf8)).entries
    let names = [
      name(bytes, source, nil, same), name(bytes + [0x20], source, nil, same), name(bytes, .file(Path("a.txt")), nil, same),
      name(bytes, source, "windows-1252", same), name(bytes, source, nil, try plan("y")), name(bytes, source, nil, listed),
    ]
    #expect(Set(names).count == names.count && !names.contains(nil))
    #expect(name(bytes, .file(Path("elsewhere/b.md")), nil, same) == names[0], "a renamed draft is known still")
    #expect(name(bytes, .standardInput(name: "-"), nil, same) == nil)
    #expect(LintRules().identity != LintRules(quotes: .skip).identity)
    #expect(LintRules(severities: ["mojibake": .note]).identity != LintRules(severities: ["mojibake": .warning]).identity)
  }

  /// A field that the cache does not keep would be lost the second time: `FindingFields` must know it.
  @Test func itKeepsEveryPartOfAFinding() {
    let parts = Mirror(reflecting: Finding(check: "a", severity: .note, span: Span(0, 1), message: "")).children.compactMap(\.label)
    let kept = [
      "check", "severity", "ownSeverity", "span", "core", "message", "why", "replacements", "fix", "entry", "glossary", "grade", "systems",
      "related", "silence",
    ]
    let related = Mirror(reflecting: Finding.Related(Span(0, 1), "")).children.compactMap(\.label)
    // Other drafts are no business of the cache.
    #expect(related == ["span", "message", "elsewhere"])
    // Those are told anew in each run.
    #expect(Set(parts) == Set(kept + ["baseline", "isOnChangedLine"]))
  }

  @Test func damageCountsAsMissing() throws {
    try scratch.write("a.md", Self.copy)
    let plan = try plan(), expected = run(plan).findings
    let file = scratch.path("cache/" + (try files()[0]))
    let whole = try Files.read(file).bytes
    for damaged in [[], Array(whole.dropLast()), whole + [0], Array(whole[..<65]), [UInt8](repeating: 0xFF, count: 200)] {
      try Files.write(damaged, to: file)
      #expect(run(plan).findings == expected)
    }
    for at in stride(from: 0, to: whole.count, by: 7) {
      var flipped = whole
      flipped[at] ^= 0x11
      try Files.write(flipped, to: file)
      #expect(run(plan).findings == expected)
    }
    #expect(try Files.read(file).bytes == whole, "and is put right")
  }

  @Test func aFolderThatCannotBeWrittenIsNoFailure() throws {
    try scratch.write("a.md", Self.copy)
    let plan = try plan()
    let outcome = DraftWork(.lint, cache: FindingsCache(folder: scratch.path("a.md"))) { _ in plan }.run(.file(scratch.path("a.md")))
    #expect(outcome.failure == nil && !outcome.findings.isEmpty)
  }
}
