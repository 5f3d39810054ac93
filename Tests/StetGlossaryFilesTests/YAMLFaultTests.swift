import StetGlossary
import StetGlossaryFiles
import Testing

@Suite("What is not YAML is told in plain words")
struct YAMLFaultTests {
  @Test("syntax", arguments: [
    FaultCase("a colon in text", "entries:\n- term: Kyiv\n  note: AP style: since 2019",
      "g.yml:3:17: error: a colon cannot stand here (put text that holds ‘: ’ in quotation marks)"),
    FaultCase("no colon", "entries:\n- term Kyiv\n  kind: place", "g.yml:3:7: error: a colon cannot stand here (the line above lacks a colon or holds one value too many)"),
    FaultCase("key without colon", "glossary\nentries: []", "g.yml:2:8: error: a colon cannot stand here (the line above lacks a colon or holds one value too many)"),
    FaultCase("last key without colon", "entries: []\nnote", "g.yml:2:1: error: a key has no colon (write ‘key: value’)"),
    FaultCase("wrong indentation", "entries:\n  - term: Kyiv\n   kind: place",
      "g.yml:3:4: error: a list item was expected here (begin it with ‘- ’, indented as the items above)"),
    FaultCase("text after quotation marks", "entries:\n- term: \"Kyiv\" city",
      "g.yml:2:16: error: a key was expected here (indent it as the keys above; put text that begins with a quotation mark in another pair)"),
    FaultCase("open bracket", "entries:\n- term: Kyiv\n  forbid: [Kiev\n  note: a\n",
      "g.yml:4:7: error: a list in brackets lacks a comma or its ‘]’ (it begins on line 3)"),
    FaultCase("open brace", "entries:\n- {term: Kyiv\n", "g.yml:3:1: error: a mapping in braces lacks a comma or its ‘}’ (it begins on line 2)"),
    FaultCase("open quotation mark", "entries:\n- term: 'Kyiv\n  note: it's so\n- b\n",
      "g.yml:3:12: error: a key was expected here (indent it as the keys above; put text that begins with a quotation mark in another pair)"),
    FaultCase("open to the end", "entries:\n- term: \"Kyiv\n", "g.yml:2:9: error: a quotation mark is never closed (close it, or double an apostrophe inside it)"),
    FaultCase("tab", "entries:\n\t- term: Kyiv", "g.yml:2:1: error: a tab indents this line (indent with spaces)"),
    FaultCase("at sign", "entries:\n- term: @kyiv", "g.yml:2:9: error: ‘@’ cannot begin a value (put the value in quotation marks)"),
    FaultCase("list on the key's line", "entries: - term: Kyiv", "g.yml:1:10: error: a list item cannot stand here (begin the list on a line of its own)"),
    FaultCase("two documents", "entries: []\n---\nentries: []", "g.yml:2:1: error: a second document begins here (a glossary is one document: take out the ‘---’ or ‘...’)"),
    FaultCase("backslash", "entries:\n- term: \"a\\qb\"",
      "g.yml:2:11: error: a backslash stands before a character that it cannot escape (use single quotation marks, or double the backslash)"),
    FaultCase("star", "entries:\n- term: *\n", "g.yml:2:10: error: ‘*’ or ‘&’ begins no name (put text that begins so in quotation marks)"),
    FaultCase("unknown alias", "entries:\n- term: *kyiv\n", "g.yml:2:9: error: no anchor ‘&kyiv’ stands before this alias (define it, or write the value here)"),
    FaultCase("control character", "entries:\n- term: Ky\u{7}iv\n", "g.yml:2:11: error: the character U+0007 is not allowed (take it out)"),
    FaultCase("invisible mark", "entries:\n- term: Київ\u{FEFF}\n", "g.yml:2:13: error: the character U+FEFF is not allowed (take it out)"),
  ])
  func syntax(_ c: FaultCase) { #expect(faults(c.yaml) == c.faults) }

  @Test("bytes that are no UTF-8")
  func encoding() {
    func read(_ bytes: [UInt8]) -> [String] { GlossaryReader.read(bytes, path: "g.yml").faults.map(\.description) }
    #expect(read(Array("a: б\nb: ".utf8) + [0xCA, 0xE8]) == ["g.yml:2:4: error: the bytes here are not UTF-8 (save the file as UTF-8)"])
    #expect(read([0xFF, 0xFE, 0x61, 0x00]) == ["g.yml: error: the file is UTF-16 (save it as UTF-8)"])
    #expect(GlossaryReader.read([0xFF], path: "g.yml").glossary == nil)
  }

  @Test("nesting has an end", arguments: ["[", "{", "- ", "? ", "[[{a: ", "{? "])
  func nesting(_ opening: String) {
    let deep = String(repeating: opening, count: 100_000)
    for yaml in [deep, "entries:\n  " + deep, "entries:\n- term: " + deep, "entries:\n- term: a\n  note: \"b\"\n  admit: \(deep)x"] {
      #expect(faults(yaml).count == 1)
    }
    let lines = (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    for nested in [lines, String(lines.prefix(300_000))] {
      let found = faults(nested)
      #expect(found.count == 1 && found[0].hasSuffix("lists and mappings are nested too deeply (a glossary needs four levels)"))
    }
    #expect(faults(lines) == ["g.yml:33:33: error: lists and mappings are nested too deeply (a glossary needs four levels)"])
  }

  @Test("aliases of aliases end", arguments: ["*a29", "{*a29 : b}", "{<<: *a29}", "[*a29, *a29]"])
  func laughs(_ use: String) {
    var yaml = "note: &a0 [x, x]\n"
    for i in 1..<30 { yaml += "k\(i): &a\(i) [*a\(i - 1), *a\(i - 1), {*a\(i - 1) : *a\(i - 1)}]\n" }
    #expect(!faults(yaml + "entries: \(use)\n").isEmpty)
    #expect(!faults(yaml + "entries:\n- term: a\n  admit: \(use)\n").isEmpty)
  }

  @Test("aliases of long lists end")
  func muchText() {
    let long = Array(repeating: "b", count: 3_000).joined(separator: ", ")
    let yaml = "entries:\n- {term: a, admit: &a [\(long)]}\n" + (0..<3_000).map { "- {term: t\($0), admit: *a}\n" }.joined()
    #expect(faults(yaml) == ["g.yml:336:23: error: the aliases stand for too much text (write the values out)"])
    let merges = "entries:\n- &a {term: a, <<: &m [\(Array(repeating: "{note: b}", count: 2_000).joined(separator: ", "))]}\n"
      + (0..<2_000).map { "- {term: t\($0), <<: *m}\n" }.joined()
    #expect(faults(merges).count == 1)
  }

  @Test("directives end")
  func directives() {
    let tags = (0..<70_000).map { "%TAG !a\($0)! x\n" }.joined()
    let fault = "error: more than 100 lines begin with ‘%’ (a glossary needs no directives)"
    #expect(faults(tags + "---\nentries: []\n") == ["g.yml:101:1: " + fault])
    #expect(faults("entries: []\n...\n" + tags) == ["g.yml:103:1: " + fault])
    #expect(faults("%YAML 1.1\n%TAG ! x\n---\nentries: []\n") == [])
  }

  @Test("an alias inside its own anchor means nothing")
  func ownAlias() {
    #expect(faults("entries:\n- &a\n  term: a\n  <<: *a\n").allSatisfy { $0.contains("merge keys are nested too deeply") })
  }
}
