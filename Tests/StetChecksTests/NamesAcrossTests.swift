import StetChecks
import StetFindings
import StetGlossary
import StetText
import Testing

/// What `--across` tells of drafts, in their order: "c.md: ‘Kornett’ here, ‘Kornet’ in a.md".
private func notes(_ drafts: [(path: String, text: String)], _ glossary: Glossary = Glossary(name: "none")) throws -> [String] {
  let index = try GlossaryIndex([glossary])
  var across = NamesAcross(), notes: [String] = []
  for (path, text) in drafts {
    let draft = Draft(path: path, text: text)
    guard let finding = across.add(DraftNames(draft, index.matches(in: draft), path: path)) else { continue }
    let places = finding.related.map { related in
      related.elsewhere.map { "\($0.path):\($0.start.line):\($0.start.column)" } ?? "here \(draft.string(related.span))"
    }
    notes.append("\(path): \(draft.string(finding.span)) = \(places.joined(separator: ", "))")
  }
  return notes
}

@Suite("Names across drafts")
struct NamesAcrossTests {
  static let kornet = ("a.md", "The police held Kornet.\n\nOn Monday Kornet left.")

  @Test("the second spelling is told of where it first stands, once")
  func once() throws {
    let found = try notes([
      Self.kornet, ("b.md", "It rained."), ("c.md", "A court heard Kornett. Later Kornett left."), ("d.md", "Then Kornett and Kornet met."),
      ("e.md", "A crowd saw Kornett."),
    ])
    #expect(found == ["c.md: Kornett = here Kornett, a.md:1:17"])
  }

  @Test("two names, two people, words and mentions are none", arguments: [
    "A court heard Anna Melnik.", "“Talks with Kornett failed,” he said.", "A court heard Kornet (Kornett).", "A kornett and Kornett fell.",
  ])
  func allowed(_ text: String) throws {
    #expect(try notes([Self.kornet, ("b.md", "Then Ivan Melnyk spoke."), ("c.md", text)]) == [])
  }

  @Test("people of two families that are a letter apart need a given name in common", arguments: [
    ("In the end Pedersen came.", []), ("In the end Ivan Pedersen came.", ["b.md: Pedersen = here Pedersen, a.md:1:16"]),
  ])
  func people(_ text: String, _ wanted: [String]) throws {
    #expect(try notes([("a.md", "They said Ivan Petersen left."), ("b.md", text)]) == wanted)
  }

  @Test("what a draft’s own note tells, or lets pass, is not told again")
  func toldBefore() throws {
    let both = "The police held Kornet. On Monday a court heard Kornett."
    #expect(try notes([("a.md", both), ("b.md", "A crowd saw Kornett."), ("c.md", "A crowd saw Kornet.")]) == [])
    #expect(try notes([("a.md", "Here Kornet, Kornett and others fell."), ("b.md", "A crowd saw Kornett.")]) == [])
  }

  @Test("names of a glossary are its business")
  func glossary() throws {
    var entry = Entry(term: "Kornet", kind: .product)
    entry.forbid = ["Kornett"]
    #expect(try notes([Self.kornet, ("b.md", "A court heard Kornett.")], Glossary(name: "g", entries: [entry])) == [])
  }

  @Test("well-known pairs need no likeness")
  func doublets() throws {
    #expect(try notes([("a.md", "It rained in Kyiv."), ("b.md", "Drones flew over Kiev.")]) == ["b.md: Kiev = here Kiev, a.md:1:14"])
    #expect(try notes([("a.md", "It rained in Kyiv."), ("b.md", "Fans of Dynamo Kiev left.")]) == [])
  }
}
