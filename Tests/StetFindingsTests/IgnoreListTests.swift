import StetTestSupport
import StetText
import Testing

@testable import StetFindings

@Suite("Ignore lists")
struct IgnoreListTests {
  /// Which of the marked places the list covers.
  private func covered(_ list: String, _ text: String) -> [Bool] {
    let marked = Marked(text), findings = marked.spans.map { Finding("a", $0) }
    return IgnoreList(Array(list.utf8)).entries.covering(findings, among: findings, in: marked.draft()).map { $0 != nil }
  }

  @Test("a line has a check, a text, and what narrows it down")
  func parsing() throws {
    let list = IgnoreList(Array("# why\n\n a \"New  York\" near \"to \\\"New York\\\"\" in \"old/*.md\" print v1-ab -- a song -- of old\r\nb \"x\"".utf8))
    #expect(list.faults.isEmpty)
    let entry = try #require(list.entries.first)
    #expect(entry.check == "a" && entry.text == "New York" && entry.near == "to \"New York\"" && entry.pattern == "old/*.md")
    #expect(entry.print == "v1-ab" && entry.reason == "a song -- of old")
    #expect(list.entries.count == 2 && list.entries[1].reason == nil)
    #expect(entry.span.start == 8 && entry.span.end < list.entries[1].span.start)
  }

  @Test("a line that cannot be read is told with its place", arguments: [
    ("a", 1, "after ‘a’"), ("a Kiev", 2, "after ‘a’"), ("a \"Kiev", 2, "never closed"), ("a \"Kiev\" because", 9, "because"),
    ("a \"Kiev\" near", 13, "after ‘near’"), ("a \"Kiev\" print", 14, "after ‘print’"),
  ])
  func faults(_ line: String, offset: Int, words: String) throws {
    let list = IgnoreList(Array(("b \"x\"\n" + line).utf8))
    let fault = try #require(list.faults.first)
    #expect(fault.offset == offset + 6 && fault.message.contains(words) && list.entries.count == 1)
  }

  @Test("it covers what says the same, however it is wrapped, and nothing else")
  func covering() {
    #expect(covered("a \"New York\"", "In ⟦New\n  York⟧, not in ⟦York⟧.") == [true, false])
    #expect(covered("b \"York\"", "In ⟦York⟧.") == [false])
  }

  @Test("words that hold the text tell which one is meant, others only where to look")
  func near() {
    let ships = "The ⟦Kharkov⟧ was launched in 1976. In ⟦Kharkov⟧ it rained.\n\nThe ⟦Kharkov⟧ sank."
    #expect(covered("a \"Kharkov\" near \"The Kharkov was\"", ships) == [true, false, false])
    #expect(covered("a \"Kharkov\" near \"launched in 1976\"", ships) == [true, true, false])
    #expect(covered("a \"Kharkov\" near \"Odessa\"", ships) == [false, false, false])
  }

  @Test("a fingerprint is the surest")
  func prints() {
    let text = "⟦Kiev⟧ fell.\n\n⟦Kiev⟧ fell."
    let marked = Marked(text), all = marked.spans.map { Finding("a", $0) }
    let second = fingerprints(of: all, in: marked.draft())[1]
    #expect(second.hasSuffix(":2"))
    #expect(covered("a \"Kiev\" print \(second)", text) == [false, true])
  }
}
