import Foundation
import StetGlossary
import Testing

@testable import StetGlossaryFiles

@Suite("The tree of a YAML file")
struct ParserTests {
  /// The tree as one line, or what is wrong: text in quotation marks, `«…»` around what a merge key merges, `*` before an alias.
  static func tree(_ yaml: String) -> String { tree(Array(yaml.utf8)) }

  static func tree(_ bytes: [UInt8]) -> String {
    let log = FaultLog(path: "g.yml")
    guard let document = YAMLDocument(bytes, log: log), log.faults.isEmpty else { return log.faults.map(\.description).joined(separator: "; ") }
    return line(document.root)
  }

  private static func line(_ node: YAMLNode) -> String {
    switch node {
    case .text(let text): "'\(text.string)'"
    case .alias(let alias): "*\(alias.string)"
    case .list(let items, _): "[" + items.map(line).joined(separator: ", ") + "]"
    case .mapping(let mapping):
      "{" + (mapping.pairs.map { "\($0.key.string): \(line($0.value))" } + mapping.merged.map { "«\(line($0))»" }).joined(separator: ", ") + "}"
    }
  }

  static let sample = """
    # A glossary
    glossary: ukraine-places   # the name
    language: en
    house: {uk: KMU2010, "ru": BGN-PCGN-1947}
    source: "GeoNames: places"

    entries:
      # first
      - term: Kyiv
        from: {uk: Київ, ru: [Киев, 'Кiев''ъ']}
        forbid: [Kiev, Kieff,
                 Kiew]
        except:
        - Chicken Kiev
        - "The “Kiev” \\"Post\\"\\n\\\\"   # a newspaper
        - '''It''s'''
        note: see https://example.org/a#b, since 1995
        tests:
          flags: ["They met in Kiev."]
          allows:
            - She ordered chicken Kiev.
      - {term: Lviv, kind: place, admit: []}
      -   term: Odesa
          link:
    license: CC BY 4.0
    """

  @Test("what glossaries are written in")
  func read() {
    #expect(
      Self.tree(Self.sample) == """
        {glossary: 'ukraine-places', language: 'en', house: {uk: 'KMU2010', ru: 'BGN-PCGN-1947'}, source: 'GeoNames: places', \
        entries: [{term: 'Kyiv', from: {uk: 'Київ', ru: ['Киев', 'Кiев'ъ']}, forbid: ['Kiev', 'Kieff', 'Kiew'], \
        except: ['Chicken Kiev', 'The “Kiev” "Post"\n\\', ''It's''], note: 'see https://example.org/a#b, since 1995', \
        tests: {flags: ['They met in Kiev.'], allows: ['She ordered chicken Kiev.']}}, {term: 'Lviv', kind: 'place', admit: []}, \
        {term: 'Odesa', link: ''}], license: 'CC BY 4.0'}
        """)
  }

  @Test("text is text, whatever YAML takes it for; null is no text", arguments: [
    ("[yes, No, on, null, NULL, 1_000, 0x1F, 012, 1.50, 2001-01-01, .inf]",
      "['yes', 'No', 'on', 'null', 'NULL', '1_000', '0x1F', '012', '1.50', '2001-01-01', '.inf']"),
    ("[~, '~', \"~\", a~]", "['', '~', '~', 'a~']"), ("{a: , b: ''}", "{a: '', b: ''}"),
    ("[!!binary aGk=, !!int 'x', !own y, ! z, !!str ~]", "['aGk=', 'x', 'y', 'z', '']"), ("a: !!map {b: !!seq [c]}", "{a: {b: ['c']}}"),
    ("a: |\n  b\n   c\n\n", "{a: 'b\n c\n'}"), ("a: >-\n  b\n  c", "{a: 'b c'}"), ("a: b\n  c", "{a: 'b c'}"),
    (#"["\x41\u0416\0\t", '\n']"#, "['AЖ\u{0}\t', '\\n']"), ("? a\n: b\n? c", "{a: 'b', c: ''}"), ("[a: b]", "[{a: 'b'}]"),
    ("%YAML 1.1\n---\na: b\n...\n", "{a: 'b'}"), ("- a\n-\n- - b", "['a', '', ['b']]"), ("text", "'text'"), ("--- ", "''"),
    ("\u{FEFF}a: b\r\nc: d\re: f\u{2028}g: h", "{a: 'b', c: 'd', e: 'f', g: 'h'}"), ("a: \u{F0000}\u{10FFFD}", "{a: '\u{F0000}\u{10FFFD}'}"),
  ])
  func text(_ yaml: String, _ tree: String) { #expect(Self.tree(yaml) == tree) }

  @Test("aliases stay what they are, and merge keys are kept apart", arguments: [
    ("a: &x b\nc: *x", "{a: 'b', c: *x}"), ("&k a: b\nc: [*k , d*e, '*f']", "{a: 'b', c: [*k, 'd*e', '*f']}"), ("*root", "*root"),
    ("a: &x {b: c}\n<<: *x\nd: {<<: [*x], e: f}", "{a: {b: 'c'}, d: {e: 'f', «[*x]»}, «*x»}"), ("'<<': a\n\"<<\": b", "{<<: 'a', <<: 'b'}"),
    ("a: b\na: c", "{a: 'b', a: 'c'}"),
  ])
  func aliases(_ yaml: String, _ tree: String) { #expect(Self.tree(yaml) == tree) }

  @Test("what is no tree", arguments: [
    ("", "g.yml: error: the file is empty (a glossary has at least ‘entries:’)"),
    ("# nothing\n", "g.yml: error: the file is empty (a glossary has at least ‘entries:’)"),
    ("a: *b c", "g.yml:1:7: error: text follows the alias ‘*b’ (put text that begins with ‘*’ in quotation marks)"),
    ("- *see below*", "g.yml:1:8: error: text follows the alias ‘*see’ (put text that begins with ‘*’ in quotation marks)"),
    ("a: *Kyiv*", "g.yml:1:9: error: ‘*’ or ‘&’ begins no name (put text that begins so in quotation marks)"),
    ("{[a]: b, {c: d}: e, *x : f}",
      "g.yml:1:2: error: a key must be text, not a list (put text with brackets in quotation marks); "
        + "g.yml:1:10: error: a key must be text, not a mapping (put text with brackets in quotation marks); "
        + "g.yml:1:21: error: a key must be text, not an alias (put text with brackets in quotation marks)"),
    ("a: \0", "g.yml:1:4: error: the character U+0000 is not allowed (take it out)"),
    (#"a: "\ud800""#, "g.yml:1:7: error: not valid YAML: found invalid Unicode character escape code"),
    ("\(String(repeating: "a", count: 2_000)): b", "g.yml:1:2001: error: a colon cannot stand here (the line above lacks a colon or holds one value too many)"),
  ])
  func faulty(_ yaml: String, _ fault: String) { #expect(Self.tree(yaml) == fault) }

  @Test("nodes know their places; columns count characters")
  func places() throws {
    let yaml = "# а\nключ: &a\n  - б: {в: 'г', д: е}\n  - *a\n"
    let document = try #require(YAMLDocument(Array(yaml.utf8), log: FaultLog(path: "g.yml")))
    func places(_ node: YAMLNode) -> String {
      let inner: [String] =
        switch node {
        case .text, .alias: []
        case .list(let items, _): items.map(places)
        case .mapping(let mapping): mapping.pairs.map { "\($0.key.position.line):\($0.key.position.column)=\(places($0.value))" }
        }
      return "\(node.position.line):\(node.position.column)" + (inner.isEmpty ? "" : "(" + inner.joined(separator: " ") + ")")
    }
    #expect(places(document.root) == "2:1(2:1=2:7(3:5(3:5=3:8(3:9=3:12 3:17=3:20)) 4:5))")
  }

  @Test("changed at random, it is read or told to be wrong; nothing crashes", arguments: 0..<8)
  func fuzz(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let pieces = [
      " ", "  ", "\n", "\n  ", ":", ": ", "- ", "[", "]", "{", "}", ",", "#", " #", "'", "\"", "a", "~", "?", "? ", "|", "\\n", "\\\"", "*a", "&a ", "<<: ",
      "\\", "\t", "---\n", "і", "\u{85}", "%", "@", "!", "''", "\n- ", "\n    b: ", "...",
    ].map { Array($0.utf8) }
    for _ in 0..<400 {
      var bytes = Array(Self.sample.utf8)
      for _ in 0...random.next(below: 3) { mutate(&bytes, pieces, &random) }
      let (glossary, faults) = GlossaryReader.read(bytes, path: "g.yml", systems: { _ in ["KMU2010"] }, renderings: { _ in [] })
      #expect(glossary != nil || !faults.isEmpty)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ pieces: [[UInt8]], _ random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let at = random.next(below: bytes.count)
    switch random.next(below: 5) {
    case 0: bytes.remove(at: at)
    case 1: bytes[at] = UInt8(truncatingIfNeeded: random.next())
    case 2: bytes.removeSubrange(at..<min(bytes.count, at + random.next(below: 40)))
    default: bytes.insert(contentsOf: pieces[random.next(below: pieces.count)], at: at)
    }
  }

  private struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
  }
}

@Suite("The glossaries that come with Stet")
struct ShippedGlossaryTests {
  static var files: [URL] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Glossaries").standardizedFileURL
    let all = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return all.filter { $0.pathExtension == "yml" }.sorted { $0.path < $1.path }
  }

  @Test("have no errors", arguments: files)
  func shipped(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let (glossary, faults) = GlossaryReader.read(bytes, path: file.lastPathComponent)
    #expect(faults.filter { $0.severity == .error } == [])
    #expect(glossary?.name == file.deletingPathExtension().lastPathComponent)
  }

  @Test("the built-in one has no faults")
  func builtIn() {
    let (glossary, faults) = BuiltInGlossary.garbleEn()
    #expect(faults == [])
    #expect(glossary?.name == "garble-en")
    #expect(glossary?.path == "garble-en (built in)")
  }
}
