import StetFindings
import StetText
import Testing

@testable import StetKit

@Suite struct GitDiffTests {
  private func files(_ text: String) -> [String: ChangedLines] {
    Dictionary(uniqueKeysWithValues: GitDiff(Array(text.utf8)).files.map { ($0.key.display, $0.value) })
  }

  @Test func readsHunksAndNothingThatLooksLikeOne() {
    let diff = """
      diff --git a/a.md b/a.md
      index 1..2 100644
      --- a/a.md
      +++ b/a.md
      @@ -3 +3,2 @@ some words
      -+++ b/none.md
      ++++ b/none.md
      +@@ -1 +1 @@
      @@ -9,2 +9,0 @@
      -diff --git a/x b/x
      -two
      diff --git a/old.md b/new name.md
      similarity index 90%
      rename from old.md
      rename to new name.md
      --- a/old.md
      +++ b/new name.md\t
      @@ -0,0 +1 @@
      +one
      \\ No newline at end of file
      diff --git a/moved.md b/elsewhere.md
      similarity index 100%
      rename from moved.md
      rename to elsewhere.md
      * Unmerged path both.md
      """
    #expect(files(diff) == ["a.md": .lines([2..<4, 9..<9]), "new name.md": .lines([0..<1]), "both.md": .all])
  }

  @Test func readsNamesAsCWritesThem() {
    #expect(GitDiff.unquoted(Array(#""b/caf\303\251 \"x\"\\\t.md""#.utf8)) == Array("b/café \"x\"\\\t.md".utf8))
  }

  @Test func linesAreThoseOfLineFeeds() {
    let draft = Draft(path: "a.md", text: "one\r\ntwo\rstill two\nthree")
    func spans(_ ranges: Range<Int>...) -> [Span] { ChangedLines.lines(ranges).spans(in: draft).spans }
    #expect(spans(1..<2) == [Span(5, 19)] && spans(2..<3) == [Span(19, 24)] && spans(0..<0, 3..<3) == [Span(0, 0), Span(24, 24)])
    #expect(ChangedLines.all.spans(in: draft).spans == [Span(0, 24)])
  }
}

@Suite struct ChangesTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try git("init", "-q", "-b", "main")
    for name in ["a.md", "b.md", "c.md", "caf\u{E9} x.md"] { try scratch.write(name, (1...9).map { "\(name), line \($0).\n" }.joined()) }
    try scratch.write(".gitignore", "ignored.md\n")
    try scratch.write("ignored.md", "One.\n")
    try commit()
  }

  private func git(_ arguments: String...) throws {
    let identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    let answer = try Subprocess.run("git", (["-C", scratch.folder.display] + identity + arguments).map { Array($0.utf8) })
    try #require(answer.exitCode == 0, "\(arguments): \(String(decoding: answer.errors, as: UTF8.self))")
  }

  private func commit() throws {
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", "more")
  }

  private func edit(_ name: String, line: Int, _ text: String) throws {
    var lines = (scratch.text(name) ?? "").split(separator: "\n").map(String.init)
    lines[line - 1] = text
    try scratch.write(name, lines.joined(separator: "\n") + "\n")
  }

  private func lines(_ name: String, since revision: String = "main") throws -> ChangedLines? {
    var changes = Changes(since: revision)
    return try changes.lines(of: scratch.path(name))
  }

  @Test func committedStagedUnstagedAndNewWorkCounts() throws {
    try git("checkout", "-q", "-b", "work")
    try edit("a.md", line: 2, "committed")
    try commit()
    try edit("a.md", line: 4, "staged")
    try git("add", "a.md")
    try edit("a.md", line: 6, "unstaged")
    try scratch.write("new.md", "One.\n")
    try edit("caf\u{E9} x.md", line: 1, "odd")
    #expect(try lines("a.md") == .lines([1..<2, 3..<4, 5..<6]))
    #expect(try lines("new.md") == .all)
    #expect(try lines("ignored.md") == .all)
    #expect(try lines("b.md") == nil)
    #expect(try lines("caf\u{E9} x.md") == .lines([0..<1]))
  }

  @Test func whatOthersDidMeanwhileDoesNot() throws {
    try git("checkout", "-q", "-b", "work")
    try edit("a.md", line: 2, "ours")
    try commit()
    try git("checkout", "-q", "main")
    try edit("b.md", line: 3, "theirs")
    try commit()
    try git("checkout", "-q", "work")
    #expect(try lines("b.md") == nil)
    #expect(try lines("a.md") == .lines([1..<2]))
    var changes = Changes(since: "main")
    try changes.look(in: scratch.folder)
    #expect(changes.comparisons.count == 1 && changes.comparisons[0].contains("where it left ‘main’"))
  }

  @Test func aRenamedFileHasOnlyItsNewLines() throws {
    try git("mv", "a.md", "renamed.md")
    try git("mv", "b.md", "moved.md")
    try edit("moved.md", line: 8, "edited")
    #expect(try lines("renamed.md") == nil)
    #expect(try lines("moved.md") == .lines([7..<8]))
  }

  @Test func aRevisionThatNobodyKnowsIsTold() throws {
    let failure = #expect(throws: Changes.Failure.self) { try lines("a.md", since: "no-such") }
    #expect(failure?.description.contains("does not know the revision ‘no-such’") == true)
    #expect(throws: Changes.Failure.self) { try lines("a.md", since: "--output=x") }
    var changes = Changes(since: "main", git: Git(program: "no-such-git"))
    #expect(throws: Changes.Failure.self) { try changes.look(in: scratch.folder) }
    let outside = try Scratch()
    #expect(throws: Changes.Failure.self) { try changes.look(in: outside.folder) }
  }

  @Test func aShallowCloneIsComparedWithWhatItHas() throws {
    try git("tag", "before")
    try edit("a.md", line: 1, "second")
    try commit()
    try git("clone", "-q", "--depth", "1", "file://" + scratch.folder.display, scratch.path("shallow").display)
    let failure = #expect(throws: Changes.Failure.self) { try lines("shallow/a.md", since: "HEAD~1") }
    #expect(failure?.description.contains("shallow clone") == true)
    // The base of a pull request, fetched alone: no commit in common is known.
    try git("-C", "shallow", "fetch", "-q", "--no-tags", "--depth=1", "origin", "refs/tags/before:refs/heads/base")
    #expect(try lines("shallow/a.md", since: "base") == .lines([0..<1]))
    var changes = Changes(since: "base")
    try changes.look(in: scratch.path("shallow"))
    #expect(changes.comparisons[0].contains("itself, since git knows no commit where the two parted"))
  }

  @Test func fixesAreMadeOnChangedLinesOnly() throws {
    let copy = "They met in in Kyiv.\nThey sat sat there.\nThey left left.\n"
    let draft = try scratch.write("d.md", copy)
    var plan = DraftPlan(linter: try Linter(glossaries: []))
    plan.changed = .lines([1..<2])
    let changed = plan
    let outcome = DraftWork(.fix(review: false)) { _ in changed }.run(.file(draft))
    #expect(scratch.text("d.md") == "They met in in Kyiv.\nThey sat there.\nThey left left.\n")
    #expect(outcome.fix?.fixed == 1 && outcome.findings.isEmpty)
  }
}
