import StetFindings
import StetGlossary
import StetGlossaryFiles
import Testing

@Suite("Every key of a glossary file is read")
struct KeyTests {
  @Test("the top level")
  func file() throws {
    let yaml = """
      glossary: ukraine
      language: en-GB
      house: {uk: KMU2010, ru: BGN-PCGN-1947}
      source: a gazetteer
      date: 2026-01-02
      license: CC BY 4.0
      note: for people
      entries:
        - term: Kyiv
        - term: Lviv
          source: unverified
          date: 2025
      """
    let (read, faults) = GlossaryReader.read(Array(yaml.utf8), path: "a/b/other.yml")
    #expect(faults.isEmpty)
    let glossary = try #require(read)
    #expect(glossary.name == "ukraine")
    #expect(glossary.language == "en-GB")
    #expect(glossary.house == ["uk": "KMU2010", "ru": "BGN-PCGN-1947"])
    #expect(glossary.path == "a/b/other.yml")
    #expect(glossary.entries.map(\.source) == ["a gazetteer", "unverified"])
    #expect(glossary.entries.map(\.date) == ["2026-01-02", "2025"])
    #expect(glossary.entries.map(\.line) == [9, 10])
    #expect(glossary.entries.map(\.column) == [5, 5])
  }

  @Test("without a name the file's is taken", arguments: [
    ("a/ukraine-places.yml", "ukraine-places"), ("x.stet.yaml", "x.stet"), ("-", "-"), (".yml", ".yml"),
  ])
  func fileName(_ path: String, _ name: String) {
    #expect(GlossaryReader.read(Array("entries: []".utf8), path: path).glossary?.name == name)
  }

  @Test("defaults")
  func defaults() throws {
    let entry = try #require(entries("- term: Kyiv").first)
    var expected = Entry(term: "Kyiv", kind: .concept)
    (expected.line, expected.column) = (2, 3)
    #expect(entry == expected)
    #expect(entries("- phrases: [click here]").first?.kind == .phrase)
  }

  struct KeyCase: Sendable, CustomTestStringConvertible {
    let yaml: String
    let holds: @Sendable (Entry) -> Bool
    init(_ yaml: String, _ holds: @escaping @Sendable (Entry) -> Bool) { (self.yaml, self.holds) = (yaml, holds) }
    var testDescription: String { yaml }
  }

  @Test("keys of an entry", arguments: [
    KeyCase("kind: organization") { $0.kind == .organization },
    KeyCase("{kind: person, family: von der Leyen}") { $0.family == .form("von der Leyen") },
    KeyCase("{kind: person, family: none}") { $0.family == .none },
    KeyCase("{kind: person, gender: x}") { $0.gender == .x },
    KeyCase("from: {uk: Київ, ru: [Киев, Кіевъ]}") { $0.from.map(\.text) == ["Київ", "Киев", "Кіевъ"] },
    KeyCase("from: {no: Tromsø}") { $0.from == [Entry.SourceForm(language: "no", text: "Tromsø")] },
    KeyCase("{from: {uk: 'Залужний, Валерій Федорович'}, kind: person}") { $0.from.first?.text == "Валерій Федорович Залужний" },
    KeyCase("{kind: place, from: {uk: 'Київ, столиця'}}") { $0.from.first?.text == "Київ, столиця" },
    KeyCase("admit: [Kyyiv]") { $0.admit == ["Kyyiv"] },
    KeyCase("forbid: Kiev") { $0.forbid == ["Kiev"] },
    KeyCase("{forbid: Kiev, except: [Chicken Kiev, \"Kiev's\"]}") { $0.except == ["Chicken Kiev", "Kiev's"] },
    KeyCase("except_if: {before: a, after: [b, c], in_draft: [d e]}") {
      $0.exceptIf == Entry.Exceptions(before: ["a"], after: ["b", "c"], inDraft: ["d e"])
    },
    KeyCase("{context: [front line], within: sentence}") { $0.context == ["front line"] && $0.within == .sentence },
    KeyCase("acronyms: [ZSU]") { $0.acronyms == ["ZSU"] },
    KeyCase("calques: [Raisin]") { $0.calques == ["Raisin"] },
    KeyCase("phrases: [a b]") { $0.phrases == ["a b"] && $0.kind == .concept },
    KeyCase("case: exact") { $0.caseMatching == .exact },
    KeyCase("accents: exact") { $0.accents == .exact },
    KeyCase("quotes: skip") { $0.quotes == .skip },
    KeyCase("severity: note") { $0.severity == .note },
    KeyCase("note: '  one, two  '") { $0.note == "one, two" },
    KeyCase("link: https://example.org/#a") { $0.link == "https://example.org/#a" },
    KeyCase("source: unverified") { $0.source == "unverified" },
    KeyCase("date: 2019-08-14") { $0.date == "2019-08-14" },
    KeyCase("tests: {flags: One., allows: [Two., 'Three: four.']}") {
      $0.tests.flags == [Entry.Tests.Sentence(text: "One.", line: 3, column: 18)] && $0.tests.allows.map(\.text) == ["Two.", "Three: four."]
    },
  ])
  func key(_ key: KeyCase) throws {
    let yaml = key.yaml.hasPrefix("{") ? "- term: Kyiv\n  <<: \(key.yaml)" : "- term: Kyiv\n  \(key.yaml)"
    #expect(faults("entries:\n\(yaml)").filter { $0.contains("error") } == [])
    #expect(key.holds(try #require(entries(yaml).first)))
  }

  @Test("scalars are text as written", arguments: ["no", "on", "NO", "null", "112", "1_000", "0x1F", "2020-01-01", "1:30", ".5", "true"])
  func asWritten(_ text: String) {
    #expect(entries("- term: \(text)\n  forbid: [a, \(text)x]").first?.term == text)
  }

  @Test("YAML's ways to write text")
  func styles() {
    let yaml = """
      - {term: 'It''s', note: "a \\"b\\" \\u00e9"}
      - term: Two words
          on two lines
        note: |
          one
          two
        forbid:
        - a # not this
        - b#c
        link: >-
          folded
          text
      """
    let read = entries(yaml)
    #expect(read.map(\.term) == ["It's", "Two words on two lines"])
    #expect(read.map(\.note) == ["a \"b\" é", "one\ntwo"])
    #expect(read.last?.forbid == ["a", "b#c"])
    #expect(read.last?.link == "folded text")
  }

  @Test("anchors, aliases and merge keys")
  func aliases() {
    let yaml = """
      - &first
        term: Kyiv
        kind: place
        context: &front [front, army * 2, "*front"]
      - <<: *first
        term: Lviv
      - <<: [{kind: place, note: a *b c}, {note: d}]
        term: Odesa
        context: *front
      """
    let read = entries(yaml)
    #expect(faults("entries:\n\(yaml)") == [])
    #expect(read.map(\.term) == ["Kyiv", "Lviv", "Odesa"])
    #expect(read.map(\.kind) == [.place, .place, .place])
    #expect(read.map(\.context) == Array(repeating: ["front", "army * 2", "*front"], count: 3))
    #expect(read.last?.note == "a *b c")
  }

  @Test("a byte order mark and CR LF do not matter")
  func lineEnds() {
    let yaml = "\u{FEFF}entries:\r\n  - term: Kyiv\r\n    kind: plac\r\n"
    #expect(faults(yaml) == [
      "g.yml:3:11: error: unknown kind ‘plac’ (‘kind’ is one of person, place, organization, product, concept, acronym, phrase; the nearest is ‘place’)"
    ])
  }
}
