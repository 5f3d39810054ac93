import StetText
import Testing

@testable import StetGlossary
@testable import StetGlossaryFiles

/// Of a large glossary only the entries last asked for are kept; what is answered does not depend on which they are.
@Suite("Entries that come and go")
struct EntryStoreTests {
  /// More entries than are kept, of two glossaries.
  private static let count = 2_500

  private static func indexes() throws -> [GlossaryIndex] {
    let glossaries = try ["First", "Second"].map { name in
      let yaml = (0..<count / 2).map { "  - {term: Ada \(name)\($0), kind: person, admit: [Adda Other\(name)\($0)]}\n" }.joined()
      let read = GlossaryReader.read(Array("glossary: \(name)\nentries:\n\(yaml)".utf8), path: "\(name).yml")
      return try #require(read.glossary, "\(read.faults)")
    }
    let made = try GlossaryIndex(glossaries), key = IndexKey(of: [[1]])
    let file = CompiledIndex(index: made, faults: []).file(key)
    return [made, try #require(CompiledIndex(IndexBytes(copying: file), key)?.index)]
  }

  @Test("each number has its own entry, in whatever order they are asked for")
  func sameEntries() throws {
    for index in try Self.indexes() {
      let terms = index.glossaries.flatMap(\.entries).map(\.term)
      #expect(terms.count == Self.count)
      for step in [1, 7, 1_024, 1_361] {
        for i in 0..<Self.count {
          let number = i * step % Self.count
          #expect(index.entries.shared(number).entry.term == terms[number])
          #expect(index.entries.shared(number).number == number)
        }
      }
    }
  }

  @Test("what is asked of all entries at once is in the list of their names")
  func names() throws {
    for index in try Self.indexes() {
      let entries = index.glossaries.flatMap { glossary in glossary.entries.map { (entry: $0, glossary: glossary.name) } }
      #expect(index.listedNames.map(\.term) == entries.map(\.entry.term))
      #expect(index.listedNames.map(\.name) == entries.map { $0.entry.familyName ?? $0.entry.term })
      #expect(index.listedNames.map(\.glossary) == entries.map(\.glossary))
      #expect(index.ownWords.contains(TokenKey("Ada")) && index.ownWords.contains(TokenKey("OtherSecond0")))
      #expect(!index.ownWords.contains(TokenKey("Bertha")))
    }
  }
}
