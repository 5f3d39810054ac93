import StetGlossary
import StetGlossaryFiles
import Testing

@Suite("Entries that contradict one another")
struct EntryFaultTests {
  @Test("one term twice", arguments: [
    FaultCase("same source forms", "entries:\n- {term: Kyiv, from: {uk: Київ, ru: Киев}}\n- {term: KYIV, from: {ru: Киев, uk: Київ}}",
      "g.yml:3:10: error: ‘KYIV’ is the term of two entries with the same source forms (the other is on line 2)"),
    FaultCase("no source forms, another normal form", "entries:\n- term: Nausėda\n- term: Nause\u{307}da",
      "g.yml:3:9: error: ‘Nause\u{307}da’ is the term of two entries without source forms (the other is on line 2)"),
    FaultCase("other source forms", "entries:\n- {term: Odesa, from: {uk: Одеса}}\n- {term: Odesa, from: {uk: Одесса}}\n- {term: Odesa, from: {uk: Одесса}}",
      "g.yml:3:10: warning: ‘Odesa’ is the term of two entries with other source forms (the other is on line 2; right for two places or persons of one name)",
      "g.yml:4:10: error: ‘Odesa’ is the term of two entries with the same source forms (the other is on line 3)"),
    FaultCase("accents tell apart", "entries:\n- term: Nausėda\n- term: Nauseda"),
    FaultCase("phrases have no term", "entries:\n- phrases: [a]\n- phrases: [b]"),
  ])
  func terms(_ c: FaultCase) { #expect(faults(c.yaml) == c.faults) }

  @Test("a form forbidden and right", arguments: [
    FaultCase("another's term", "entries:\n- {term: Kyiv, forbid: [Kief, kiev]}\n- term: Kiev",
      "g.yml:2:31: error: ‘kiev’ is forbidden here and preferred on line 3, for ‘Kiev’ (‘case: exact’ tells it from ‘Kiev’)"),
    FaultCase("another's admitted form", "entries:\n- {term: Kyiv, forbid: Kiev}\n- term: Kiev cake\n  admit:\n  - Kiev",
      "g.yml:2:24: error: ‘Kiev’ is forbidden here and admitted on line 5, for ‘Kiev cake’ (take it out of one of them)"),
    FaultCase("its own", "entries:\n- term: Kyiv\n  admit: [Kiev]\n  forbid: [Kiev]",
      "g.yml:4:12: error: ‘Kiev’ is forbidden here and admitted on line 3, in the same entry (take it out of one of them)"),
    FaultCase("its own but for case", "entries:\n- {term: internet, forbid: [Internet]}",
      "g.yml:2:29: error: ‘Internet’ is forbidden here and preferred on line 2, in the same entry (‘case: exact’ tells it from ‘internet’)"),
    FaultCase("exact case", "entries:\n- {term: internet, case: exact, forbid: [Internet]}"),
  ])
  func forbidden(_ c: FaultCase) { #expect(faults(c.yaml) == c.faults) }

  @Test("exceptions that never apply", arguments: [
    FaultCase("no form in it", "entries:\n- {term: Kyiv, forbid: [Kiev], except: [Chicken Kyev, chicken kievs, KIEVAN Rus, the Kiev-class]}",
      "g.yml:2:41: warning: ‘Chicken Kyev’ can never apply: no form of this entry is in it (an exception holds the form it allows, such as ‘Kiev’)"),
    FaultCase("acronyms, calques, admitted forms", "entries:\n- {term: Izyum, acronyms: [IZ], calques: [Raisin], admit: [Izum], except: [Raisin bread, IZ 5, Izüm]}"),
    FaultCase("source forms cannot be decided", "entries:\n- {term: Kyiv, from: {uk: Київ}, except: [Chicken Kiev]}"),
  ])
  func exceptions(_ c: FaultCase) { #expect(faults(c.yaml) == c.faults) }

  @Test("exceptions are compared with renderings when the caller gives them")
  func renderedExceptions() {
    let yaml = "entries:\n- {term: Kyiv, from: {uk: Київ}, except: [Chicken Kiev, Chicken soup]}"
    #expect(faults(yaml, renderings: { $0.term == "Kyiv" ? ["Kiev", "Kyyiv"] : [] }) == [
      "g.yml:2:57: warning: ‘Chicken soup’ can never apply: no form of this entry is in it (an exception holds the form it allows, such as ‘Kyiv’)"
    ])
  }

  @Test("faults stand in the order of the file")
  func order() {
    let yaml = """
      entries:
      - {term: a, forbid: [c], kind: q}
      - {term: b, from: {uk: Кыїв}}
      - {term: c, colour: red}
      - {term: B, from: {uk: Кыїв}}
      """
    let lines = GlossaryReader.read(Array(yaml.utf8), path: "g.yml").faults.map { $0.line * 1000 + $0.column }
    #expect(lines == lines.sorted())
    #expect(lines.count == 6)
  }

  @Test("overlaps between glossaries")
  func overlaps() {
    func glossary(_ name: String, _ yaml: String) throws -> Glossary {
      try #require(GlossaryReader.read(Array("entries:\n\(yaml)".utf8), path: "\(name).yml").glossary)
    }
    #expect(throws: Never.self) {
      let a = try glossary("a", "- {term: Kyiv, forbid: [Kiev]}\n- {term: Lviv, admit: [Lwiw]}")
      let b = try glossary("b", "- {term: kyiv}\n- term: Kiev\n- {term: Lemberg, forbid: [lwiw]}\n- phrases: [x]")
      #expect(GlossaryReader.overlaps([a]) == [])
      #expect(GlossaryReader.overlaps([a, b]).map(\.description) == [
        "a.yml:2:3: warning: ‘Kiev’ is forbidden here and preferred in b (the other is at b.yml:3)",
        "b.yml:2:3: warning: ‘kyiv’ is also a term of a (the other is at a.yml:2)",
        "b.yml:4:3: warning: ‘lwiw’ is forbidden here and admitted in a (the other is at a.yml:3)",
      ])
    }
  }
}
