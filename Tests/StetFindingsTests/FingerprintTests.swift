import StetTestSupport
import StetText
import Testing

@testable import StetFindings

@Suite("Fingerprints")
struct FingerprintTests {
  func prints(_ text: String, check: String = "name-variant") -> [String] {
    let marked = Marked(text)
    return fingerprints(of: marked.spans.map { Finding(check, $0) }, in: marked.draft())
  }

  static let story = "On Monday General Valery ⟦Zaluzhny⟧ spoke to his forces near ⟦Kiev⟧."

  @Test("edits elsewhere leave them alone", arguments: [
    "👩‍👩‍👧 Ünïcode.\n\n" + story,
    story + "\n\nA paragraph that follows.",
    story.replacing("On", with: "Late on"),
    story.replacing(" near", with: ", near"),
    "**More** " + story,
    story.replacing("his forces", with: "[his forces]"),
  ])
  func stable(_ text: String) {
    #expect(prints(text) == prints(Self.story))
  }

  @Test("what is near, what stands there and the check make them", arguments: [
    story.replacing("Valery", with: "Valeri"), story.replacing("spoke", with: "talks"),
    story.replacing("Zaluzhny", with: "Zalužny"),
  ])
  func different(_ text: String) {
    #expect(prints(text)[0] != prints(Self.story)[0])
    #expect(prints(Self.story, check: "name-misspelled")[0] != prints(Self.story)[0])
  }

  @Test("re-wrapping leaves them alone")
  func wrapped() {
    #expect(prints("⟦Valery Zaluzhny⟧ spoke") == prints("⟦Valery\r\n  Zaluzhny⟧ spoke"))
  }

  @Test("equal ones are numbered in the order of the draft, whatever the order given")
  func numbered() {
    let text = "Kiev fell.\n\nKiev fell.\n\nKiev fell."
    let draft = Draft(path: "a.txt", text: text)
    let findings = [24, 0, 12].map { Finding("a", Span($0, $0 + 4)) }
    let prints = fingerprints(of: findings, in: draft)
    #expect(prints[0] == prints[1] + ":3")
    #expect(prints[2] == prints[1] + ":2")
    #expect(prints[1].wholeMatch(of: /v1-[0-9a-f]{16}/) != nil)
  }

  @Test("recorded baselines depend on these values: a change needs a new version")
  func recorded() {
    #expect(prints(Self.story) == ["v1-f369263ab4ea1fa3", "v1-83e1b456219ca62e"])
  }

  @Test("a note on the whole draft keeps its own when the first mention moves")
  func notes() {
    func note(_ text: String) -> [String] {
      let marked = Marked(text)
      var note = Finding("inconsistent-name", marked.spans[0], severity: .note)
      note.related = [Finding.Related(marked.spans[0], "here")]
      return fingerprints(of: [note], in: marked.draft())
    }
    #expect(note("In ⟦Kiev⟧ they met; Kyiv was calm.") == note("Near ⟦Kiev⟧. In Kiev they met; Kyiv was calm."))
  }

  @Test("odd places: no tokens, the very ends, across paragraphs")
  func oddPlaces() {
    for text in ["⟦⟧", "⟦⟧word", "word⟦⟧", "⟦one\n\ntwo⟧", "one\n⟦\n⟧two", "Europe⟦’s⟧", "…⟦…⟧…"] {
      #expect(prints(text).count == 1)
    }
    #expect(prints("word⟦⟧") != prints("⟦⟧word"))
  }
}
