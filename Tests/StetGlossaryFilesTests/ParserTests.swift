import Foundation
import StetGlossary
import Testing

@testable import StetGlossaryFiles

@Suite("The quick parser reads as Yams does")
struct ParserTests {
  /// The tree that Yams gives, or nil for what it refuses.
  static func yamsTree(_ bytes: [UInt8]) -> YAMLNode? {
    let log = FaultLog(path: "g.yml")
    guard let raw = RawText(bytes, log: log), let tree = YamsTree.read(raw, log: log), log.faults.isEmpty else { return nil }
    return tree.root
  }

  /// The tree of the quick parser, under the conditions it is called in.
  static func plainTree(_ bytes: [UInt8]) -> YAMLNode? {
    RawText(bytes, log: FaultLog(path: "g.yml")).flatMap { PlainYAML.parse($0.bytes) }
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

  @Test("what glossaries are written in is read quickly")
  func quick() throws {
    let bytes = Array(Self.sample.utf8)
    #expect(Self.plainTree(bytes) != nil)
    #expect(Self.plainTree(bytes) == Self.yamsTree(bytes))
  }

  @Test("what is beyond it is left to Yams", arguments: [
    "a: &x b", "a: |\n  b", "a: >\n  b", "a: b\n c", "a: \"b\\t\"", "a: \"b\n c\"", "a: b: c", "? a\n: b", "- a", "a: !!str b", "a:\tb", "a\n",
    "a: {b: c", "a: [b", "a: 'b", "a: [b]c", "a: b\n---\nc: d", "a: {<<: {b: c}}", "a: [b: c]", "a: [b,\n c\n d]", "a: - b", "a: @b", "a b: c",
    "a:\n  b", "a:\n- - b", "- a\nb: c", "a:\n   b: c\n  d: e", "a: b\r\n", "a: {b: }", "a: [b,]", "a: b\u{2028}c: d",
  ])
  func beyond(_ yaml: String) { #expect(Self.plainTree(Array(yaml.utf8)) == nil) }

  @Test("changed at random, they agree or the quick one steps back; nothing crashes", arguments: 0..<8)
  func fuzz(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let pieces = [
      " ", "  ", "\n", "\n  ", ":", ": ", "- ", "[", "]", "{", "}", ",", "#", " #", "'", "\"", "a", "~", "?", "? ", "|", "\\n", "\\\"", "*a", "&a ", "<<: ",
      "\\", "\t", "---\n", "і", "\u{85}", "%", "@", "!", "''", "\n- ", "\n    b: ", "...",
    ].map { Array($0.utf8) }
    for _ in 0..<400 {
      var bytes = Array(Self.sample.utf8)
      for _ in 0...random.next(below: 3) { mutate(&bytes, pieces, &random) }
      let text = String(decoding: bytes, as: UTF8.self)
      if let plain = Self.plainTree(bytes) { #expect(plain == Self.yamsTree(bytes), "\(text)") }
      _ = GlossaryReader.read(bytes, path: "g.yml", systems: { _ in ["KMU2010"] }, renderings: { _ in [] })
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

  @Test("have no errors and are read quickly", arguments: files)
  func shipped(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let (glossary, faults) = GlossaryReader.read(bytes, path: file.lastPathComponent)
    #expect(faults.filter { $0.severity == .error } == [])
    #expect(glossary?.name == file.deletingPathExtension().lastPathComponent)
    let plain = ParserTests.plainTree(bytes)
    #expect(plain != nil, "its YAML is beyond the quick parser: avoid anchors, block scalars, escapes and text over several lines")
    #expect(plain == ParserTests.yamsTree(bytes))
  }

  @Test("the built-in one has no faults")
  func builtIn() {
    let (glossary, faults) = BuiltInGlossary.garbleEn()
    #expect(faults == [])
    #expect(glossary?.name == "garble-en")
    #expect(glossary?.path == "garble-en (built in)")
  }
}
