import StetTestSupport
import StetText
import Testing

@testable import StetFindings

@Suite("Baselines")
struct BaselineTests {
  private func keys(_ text: String) -> [FingerprintKey] {
    let marked = Marked(text)
    return fingerprintKeys(of: marked.spans.map { Finding("a", $0) }, in: marked.draft())
  }

  private func entries(_ text: String, _ path: String) -> Set<Baseline.Entry> {
    Set(keys(text).map { Baseline.Entry(key: $0, check: "a", path: path, text: "Kiev") })
  }

  /// Whether each marked place of a text is known to the baseline of another.
  private func known(_ now: String, _ path: String = "a.md", given then: String, _ oldPath: String = "a.md") -> [Bool] {
    var matching = BaselineMatching(Baseline(entries(then, oldPath)))
    let found = keys(now).map { BaselineMatching.Pending(key: $0, check: "a", path: path) }
    let sure = found.map { matching.takesForSure($0) }
    let rest = matching.settle(zip(found, sure).filter { !$0.1 }.map(\.0))
    var next = rest.makeIterator()
    return sure.map { $0 || next.next() ?? false }
  }

  static let story = "On Monday the general came to ⟦Kiev⟧ with his whole staff."

  @Test("it reads back as it was, sorted, whatever stands in it")
  func roundTrip() throws {
    let odd = Baseline.Entry(
      key: FingerprintKey(print: "v1-0123456789abcdef:2", before: nil, after: "12345678"), check: "a", path: "a\tb\n\\c.md", text: "x\ty")
    let baseline = Baseline(entries(Self.story, "é.md").union([odd]))
    let text = baseline.text
    #expect(try Baseline.read(text).entries == baseline.entries)
    #expect(try Baseline.read(text.replacing("\n", with: "\r\n")).entries == baseline.entries)
    let lines = text.split(separator: "\n")
    #expect(lines.first == "# stet-baseline 1" && lines.count == 3)
    #expect(lines.dropFirst().elementsEqual(lines.dropFirst().sorted()))
  }

  @Test("what is no baseline is told with its line", arguments: [
    ("", 1), ("[]", 1), ("# stet-baseline 2\n", 1), ("# stet-baseline 1\n<<<<<<< HEAD\n", 2), ("# stet-baseline 1\n\nv2-ab\tx\n", 3),
  ])
  func faults(_ text: String, line: Int) {
    let fault = #expect(throws: Baseline.Fault.self) { try Baseline.read(text) }
    #expect(fault?.line == line)
  }

  @Test("lines that a merge has doubled count once")
  func doubled() throws {
    let text = Baseline(entries(Self.story, "a.md")).text
    #expect(try Baseline.read(text + text.split(separator: "\n").dropFirst().joined() + "\n").entries.count == 1)
  }

  @Test("old findings stay old", arguments: [
    story, "A new paragraph.\n\n" + story, "A paragraph with ⟦Kiev⟧ in front of all.\n\n" + story,
    // Worked on at one side.
    story.replacing("came to", with: "drove into"), story.replacing("with his whole", with: "and his"),
    // Re-wrapped.
    story.replacing("Monday ", with: "Monday\n"),
  ])
  func old(_ now: String) {
    #expect(known(now, given: Self.story).last == true)
    #expect(known(now, "renamed.md", given: Self.story).last == true)
  }

  @Test("new ones are new: another text, another place, one more of the same")
  func new() {
    #expect(known("She left ⟦Kiev⟧ by train last night.", given: Self.story) == [false])
    #expect(known(Self.story.replacing("⟦Kiev⟧", with: "⟦Kharkov⟧"), given: Self.story) == [false])
    #expect(known(Self.story + "\n\n" + Self.story, given: Self.story) == [true, false])
  }

  @Test("an entry answers for the file it was in before it answers for another")
  func ownFileFirst() {
    var matching = BaselineMatching(Baseline(entries(Self.story, "a.md")))
    let key = keys(Self.story)[0], edited = keys(Self.story.replacing("came to", with: "drove into"))[0]
    let copy = BaselineMatching.Pending(key: key, check: "a", path: "0.md")
    let own = BaselineMatching.Pending(key: edited, check: "a", path: "a.md")
    let sure = [matching.takesForSure(copy), matching.takesForSure(own)], settled = matching.settle([copy, own])
    #expect(sure == [false, false] && settled == [false, true])
  }

  @Test("what nothing answers to is gone")
  func gone() {
    var matching = BaselineMatching(Baseline(entries(Self.story, "a.md").union(entries("Then ⟦Kiev⟧ fell.", "b.md"))))
    let isSure = matching.takesForSure(BaselineMatching.Pending(key: keys(Self.story)[0], check: "a", path: "a.md"))
    #expect(isSure)
    #expect(matching.gone { _ in true } == 1)
    #expect(matching.gone { $0 == "a.md" } == 0)
  }
}
