import StetGlossary
import StetGlossaryFiles
import Testing

@Suite("Faults are told with place, severity and hint")
struct FaultTests {
  @Test("the whole file", arguments: [
    FaultCase("empty", "", "g.yml: error: the file is empty (a glossary has at least ‘entries:’)"),
    FaultCase("only a comment", "# nothing\n", "g.yml: error: the file is empty (a glossary has at least ‘entries:’)"),
    FaultCase("a list", "- term: Kyiv", "g.yml:1:1: error: a glossary must be a mapping, not a list (put the list under ‘entries:’)"),
    FaultCase("text", "Kyiv", "g.yml:1:1: error: a glossary must be a mapping, not text (begin it with ‘entries:’)"),
    FaultCase("no entries", "glossary: a", "g.yml:1:1: error: ‘entries’ is missing (a glossary without any has ‘entries: []’)"),
    FaultCase("empty entries", "entries:\n",
      "g.yml:1:9: error: ‘entries’ must be a list of entries, not text (write ‘entries: []’ if there are none)"),
    FaultCase("entries as a mapping", "entries:\n  term: Kyiv",
      "g.yml:2:3: error: ‘entries’ must be a list of entries, not a mapping (begin each with ‘- term: …’)"),
    FaultCase("an entry that is text", "entries:\n  - Kyiv", "g.yml:2:5: error: an entry must be a mapping, not text (write it as ‘term: Kyiv’)"),
    FaultCase("an entry that is a list", "entries:\n  - [Kyiv]", "g.yml:2:5: error: an entry must be a mapping, not a list"),
    FaultCase("no entries at all are fine", "entries: []"),
  ])
  func file(_ c: FaultCase) { #expect(faults(c.yaml) == c.faults) }

  @Test("unknown keys", arguments: [
    FaultCase("in an entry", "entries:\n- term: Kyiv\n  forbids: [Kiev]", "g.yml:3:3: error: unknown key ‘forbids’ (the nearest key is ‘forbid’)"),
    FaultCase("letters swapped", "entries:\n- tern: Kyiv", "g.yml:2:3: error: unknown key ‘tern’ (the nearest key is ‘term’)",
      "g.yml:2:3: error: ‘term’ is missing (an entry needs ‘term’, or ‘phrases’)"),
    FaultCase("nothing near", "entries: []\ncolour: red",
      "g.yml:2:1: error: unknown key ‘colour’ (the keys here are glossary, language, house, entries, source, date, license, note)"),
    FaultCase("at the wrong level", "entries:\n- term: Kyiv\n  house: {uk: KMU2010}\nforbid: [Kiev]",
      "g.yml:3:3: error: unknown key ‘house’ (‘house’ belongs at the top of the file)",
      "g.yml:4:1: error: unknown key ‘forbid’ (‘forbid’ belongs in an entry)"),
    FaultCase("in except_if and tests", "entries:\n- term: Kyiv\n  except_if: {in-draft: [a]}\n  tests: {flag: [b]}",
      "g.yml:3:15: error: unknown key ‘in-draft’ (the nearest key is ‘in_draft’)",
      "g.yml:4:11: error: unknown key ‘flag’ (the nearest key is ‘flags’)"),
    FaultCase("a key that is a list", "entries: []\n? [a]\n: b",
      "g.yml:2:3: error: a key must be text, not a list (put text with brackets in quotation marks)"),
  ])
  func keys(_ c: FaultCase) { #expect(faults(c.yaml) == c.faults) }

  @Test("keys given twice", arguments: [
    FaultCase("in an entry", "entries:\n- term: Kyiv\n  forbid: [Kiev]\n  forbid: [Kief]",
      "g.yml:4:3: error: ‘forbid’ is given twice in one mapping (it stands on line 3 too)"),
    FaultCase("with other faults", "glossary: a\n\"glossary\": b\nentries:\n- {term: Kyiv, term: Kiev, kind: town, term: Kief}",
      "g.yml:2:1: error: ‘glossary’ is given twice in one mapping (it stands on line 1 too)",
      "g.yml:4:16: error: ‘term’ is given twice in one mapping (it stands on line 4 too)",
      "g.yml:4:34: error: unknown kind ‘town’ (‘kind’ is one of person, place, organization, product, concept, acronym, phrase)",
      "g.yml:4:40: error: ‘term’ is given twice in one mapping (it stands on line 4 too)"),
    FaultCase("in from", "entries:\n- term: Kyiv\n  from: {uk: Київ, uk: Киів}",
      "g.yml:3:20: error: ‘uk’ is given twice in one mapping (it stands on line 3 too)"),
  ])
  func twice(_ c: FaultCase) { #expect(faults(c.yaml) == c.faults) }

  @Test("every key given twice is told")
  func muchTwice() {
    let yaml = "entries:\n" + (0..<80).map { "- {term: a\($0), note: b, note: c}\n" }.joined()
    #expect(faults(yaml).count == 80)
  }

  @Test("values of the wrong kind", arguments: [
    FaultCase("a list for text", "entries:\n- term: [Kyiv]", "g.yml:2:9: error: ‘term’ must be text, not a list (write it on one line: ‘term: …’)"),
    FaultCase("text with a colon", "entries:\n- term: Kyiv\n  note:\n    AP style: since 2019",
      "g.yml:4:5: error: ‘note’ must be text, not a mapping (put text that holds ‘: ’ in quotation marks)"),
    FaultCase("a mapping for a list", "entries:\n- term: Kyiv\n  admit: {a: b, c: d}",
      "g.yml:3:10: error: ‘admit’ must be a list of forms, not a mapping (write it as ‘admit: [one, two]’)"),
    FaultCase("a list in a list", "entries:\n- term: Kyiv\n  admit: [a, [b]]", "g.yml:3:14: error: an item of ‘admit’ must be text, not a list"),
    FaultCase("a colon in a list", "entries:\n- term: Kyiv\n  tests:\n    flags:\n      - He said: Kiev.",
      "g.yml:5:9: error: an item of ‘flags’ must be text, not a mapping (put text that holds ‘: ’ in quotation marks)"),
    FaultCase("text for a mapping", "entries:\n- term: Kyiv\n  from: Київ",
      "g.yml:3:9: error: ‘from’ must be a mapping, not text (write it as ‘from: {uk: Київ, ru: Киев}’)"),
    FaultCase("nothing", "entries:\n- term: Kyiv\n  note:\n  link: ~\n  source: ''\n  forbid:\n  admit: [a, ~]",
      "g.yml:3:8: error: ‘note’ is empty (give it a value or take the key out)",
      "g.yml:4:9: error: ‘link’ is empty (give it a value or take the key out)",
      "g.yml:5:11: error: ‘source’ is empty (give it a value or take the key out)",
      "g.yml:6:10: error: ‘forbid’ is empty (give it a value or take the key out)",
      "g.yml:7:14: error: an item of ‘admit’ is empty (fill it in or take it out)"),
  ])
  func kinds(_ c: FaultCase) { #expect(faults(c.yaml) == c.faults) }

  @Test("values of an enumeration", arguments: [
    ("kind: status", "unknown kind ‘status’", "person, place, organization, product, concept, acronym, phrase"),
    ("within: page", "unknown within ‘page’", "sentence, paragraph, draft"),
    ("case: lower", "unknown case ‘lower’", "fold, exact"),
    ("accents: Exact", "unknown accents ‘Exact’", "fold, exact; the nearest is ‘exact’"),
    ("quotes: no", "unknown quotes ‘no’", "note, check, skip"),
    ("gender: male", "unknown gender ‘male’", "m, f, x"),
    ("severity: fatal", "unknown severity ‘fatal’", "note, warning, error"),
  ])
  func values(_ line: String, _ message: String, _ hint: String) {
    let key = line.prefix { $0 != ":" }
    let found = faults("entries:\n- term: Kyiv\n  context: [a]\n  \(line)").filter { $0.contains("error") }
    #expect(found == ["g.yml:4:\(5 + key.count): error: \(message) (‘\(key)’ is one of \(hint))"])
  }

  @Test("a term is needed", arguments: [
    FaultCase("missing", "entries:\n- forbid: [Kiev]", "g.yml:2:3: error: ‘term’ is missing (an entry needs ‘term’, or ‘phrases’)"),
    FaultCase("empty", "entries:\n- term:", "g.yml:2:8: error: ‘term’ is empty (give it a value or take the key out)"),
    FaultCase("phrases will do", "entries:\n- phrases: [click here]"),
  ])
  func term(_ c: FaultCase) { #expect(faults(c.yaml) == c.faults) }

  @Test("codes of languages", arguments: [
    FaultCase("a country's", "entries:\n- term: Kyiv\n  from: {ua: Київ}", "g.yml:3:10: error: ‘ua’ is not a language's code (the code of Ukrainian is ‘uk’)"),
    FaultCase("none", "language: English\nentries: []", "g.yml:1:11: error: ‘English’ is not a language's code (write it as ‘uk’, ‘ru’ or ‘zh-Hant’)"),
    FaultCase("of house", "house: {cn: Pinyin}\nentries: []", "g.yml:1:9: error: ‘cn’ is not a language's code (the code of Chinese is ‘zh’)"),
  ])
  func languages(_ c: FaultCase) { #expect(faults(c.yaml) == c.faults) }

  @Test("romanization systems of the house")
  func systems() {
    let known = ["uk": ["KMU2010", "ISO9"]]
    let yaml = "house: {uk: KMU2011, ru: KMU2010}\nentries: []"
    #expect(faults(yaml) == [])
    #expect(faults(yaml) { known[$0] ?? [] } == [
      "g.yml:1:13: warning: unknown romanization system ‘KMU2011’ (the nearest is ‘KMU2010’; those of ‘uk’ are KMU2010 and ISO9)",
      "g.yml:1:26: warning: unknown romanization system ‘KMU2010’ (Stet knows none for ‘ru’)",
    ])
  }

  @Test("keys without effect", arguments: [
    FaultCase("within", "entries:\n- term: Kyiv\n  within: draft", "g.yml:3:3: warning: ‘within’ has no effect without ‘context’ (add ‘context’ or take it out)"),
    FaultCase("gender of a place", "entries:\n- term: Kyiv\n  kind: place\n  gender: f",
      "g.yml:4:3: warning: ‘gender’ has no effect on the kind ‘place’ (a person has ‘kind: person’)"),
    FaultCase("family without kind", "entries:\n- term: Xi Jinping\n  family: Xi",
      "g.yml:3:3: warning: ‘family’ has no effect on an entry without ‘kind’ (a person has ‘kind: person’)"),
  ])
  func withoutEffect(_ c: FaultCase) { #expect(faults(c.yaml) == c.faults) }
}
