import Dispatch
import Foundation
import StetFindings
import StetGlossaryFiles
import StetText
import Synchronization
import Testing

@testable import StetGlossary
@testable import StetKit

/// Indexes kept in a folder: found again, made anew when anything differs, never believed when damaged.
@Suite("Index cache")
struct IndexCacheTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  private static let shipped = ["ukraine-people", "ukraine-places", "ukraine-terms"].map {
    root.appending(path: "Glossaries/\($0).yml").path(percentEncoded: false)
  }
  private static let glossary = """
    entries:
      - {term: Olena Dubenko, kind: person, gender: f, from: {uk: Олена Дубенко, ru: Елена Дубенко}, note: a mayor}
      - {term: Sosnivka, kind: place, from: {uk: Соснівка}, except: [Sosnovka Hotel], context: [river], forbid: [Sosnuvka]}
      - {term: Lake Board, kind: organization, acronyms: [OZR], calques: [Lake Plank], except_if: {after: [shop]}}
      - {phrases: [as is known well], severity: note}
    """
  private static let text = """
    Mayor Elena Dubenko went to Sosnovka and Sosnuvka by the river. Olena Doubenka came from the Lake Plank with Dubenco.
    OZR and Соснівка are names, as is known well; the Sosnovka Hotel is not. Dubenkoi met Sosniwka.

    """

  private func findings(_ index: GlossaryIndex, _ draft: Draft) -> [Finding] { Linter(index: index).lint(draft) }

  @Test("findings in the examples are the same from a kept index")
  func sameFindings() throws {
    let scratch = try Scratch()
    let cache = IndexCache(folder: scratch.path("cache"))
    let made = try IndexLoader(cache: cache).load(Self.shipped), kept = try IndexLoader(cache: cache).load(Self.shipped)
    #expect(made.seconds != nil && made.isKept)
    #expect(kept.seconds == nil, "the index was not found again")
    #expect(kept.faults == made.faults)
    let first = try #require(made.index), second = try #require(kept.index)
    let examples = try FileManager.default.contentsOfDirectory(at: Self.root.appending(path: "Examples"), includingPropertiesForKeys: nil)
    for file in examples where ["md", "txt"].contains(file.pathExtension) {
      let draft = Draft(path: file.lastPathComponent, text: try String(contentsOf: file, encoding: .utf8))
      #expect(findings(first, draft) == findings(second, draft), "\(file.lastPathComponent)")
    }
    #expect(first.glossaries.flatMap(\.entries).map(\.withoutTests) == second.glossaries.flatMap(\.entries))
    #expect(first.heads.map(\.house) == second.heads.map(\.house) && first.heads.map(\.path) == second.heads.map(\.path))
  }

  @Test("a change of a glossary, of its name or of their order makes an index anew")
  func changes() throws {
    let scratch = try Scratch()
    let loader = IndexLoader(cache: IndexCache(folder: scratch.path("cache")))
    let one = try scratch.write("one.yml", Self.glossary), two = try scratch.write("two.yml", "entries: [{term: Ostriv}]\n")
    func isKept(_ files: Path...) throws -> Bool { try loader.load(files.map(\.display)).seconds == nil }
    #expect(try !isKept(one, two) && isKept(one, two))
    #expect(try !isKept(two, one) && !isKept(one))
    try scratch.write("one.yml", Self.glossary + "\n  - term: Ozero\n")
    #expect(try !isKept(one, two) && isKept(one, two))
    #expect(try IndexLoader(cache: nil).load([one.display]).seconds != nil)
  }

  @Test("a file that others may write, or that is a link, is not believed")
  func strangers() throws {
    let scratch = try Scratch()
    let folder = scratch.path("cache")
    let loader = IndexLoader(cache: IndexCache(folder: folder))
    let one = try scratch.write("one.yml", Self.glossary)
    _ = try loader.load([one.display])
    let file = try #require(try Files.list(folder).first).name
    let path = folder.appending(file).display
    #expect(try loader.load([one.display]).seconds == nil)
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
    #expect(try loader.load([one.display]).seconds != nil)
    // Making it anew has put a new file there.
    #expect(try loader.load([one.display]).seconds == nil)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + ".away")
    #expect(try loader.load([one.display]).seconds != nil)
  }

  @Test("many may make and use one index at once")
  func together() throws {
    let scratch = try Scratch()
    let loader = IndexLoader(cache: IndexCache(folder: scratch.path("cache")))
    let one = try scratch.write("one.yml", Self.glossary).display
    let draft = Draft(path: "a.txt", text: Self.text)
    let expected = findings(try #require(try IndexLoader(cache: nil).load([one]).index), draft)
    let found = Mutex<[[Finding]]>([])
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      guard let index = try? loader.load([one]).index else { return }
      let own = findings(index, draft)
      found.withLock { $0.append(own) }
    }
    #expect(found.withLock { $0 } == Array(repeating: expected, count: 16))
    #expect(try Files.list(scratch.path("cache")).count == 1)
  }

  @Test("only the newest indexes are kept")
  func old() throws {
    let scratch = try Scratch()
    let folder = scratch.path("cache")
    let loader = IndexLoader(cache: IndexCache(folder: folder))
    for i in 0..<16 { _ = try loader.load([try scratch.write("g.yml", "entries: [{term: Ostriv\(i)}]\n").display, GlossaryLoader.none]) }
    #expect(try Files.list(folder).count == 12)
  }

  private func compiled() throws -> (file: [UInt8], key: IndexKey) {
    let (glossary, faults) = GlossaryReader.read(Array(Self.glossary.utf8), path: "g.yml")
    let index = try GlossaryIndex([try #require(glossary)]), key = IndexKey(of: [[1]])
    return (CompiledIndex(index: index, faults: faults).file(key), key)
  }

  @Test("a damaged file is no index: a byte changed, cut short, made from something else")
  func damage() throws {
    var (file, key) = try compiled()
    #expect(CompiledIndex(IndexBytes(copying: file), key) != nil)
    #expect(CompiledIndex(IndexBytes(copying: file), IndexKey(of: [[2]])) == nil)
    for place in stride(from: 0, to: file.count, by: max(1, file.count / 3_000)) {
      file[place] ^= UInt8(1 << (place % 8))
      #expect(CompiledIndex(IndexBytes(copying: file), key) == nil, "byte \(place)")
      file[place] ^= UInt8(1 << (place % 8))
    }
    for length in [0, 1, 39, 40, 48, 400, file.count - 1] {
      #expect(CompiledIndex(IndexBytes(copying: Array(file[..<length])), key) == nil, "\(length) bytes")
    }
  }

  @Test("a kept file is sealed; whatever writes to it breaks the seal, and the sum is taken again")
  func seal() throws {
    let scratch = try Scratch()
    let folder = scratch.path("cache")
    let loader = IndexLoader(cache: IndexCache(folder: folder))
    let one = try scratch.write("one.yml", Self.glossary)
    _ = try loader.load([one.display])
    let path = folder.appending(try #require(try Files.list(folder).first).name)
    let sealed = try #require(Files.status(of: path))
    var file = try Files.read(path).bytes
    #expect(sealed.nanoseconds == CompiledIndex.seal(of: file))
    #expect(try loader.load([one.display]).seconds == nil)
    file[file.count / 2] ^= 1
    let handle = try FileHandle(forWritingTo: URL(filePath: path.display))
    try handle.write(contentsOf: Data(file))
    try handle.close()
    #expect(try loader.load([one.display]).seconds != nil, "a damaged file was believed")
    // A copy without the seal is as good as its sum.
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: path.display)
    #expect(try loader.load([one.display]).seconds == nil)
  }

  @Test("a file whose sum is right and whose content is not harms nobody")
  func forgery() throws {
    let (file, key) = try compiled()
    let draft = Draft(path: "a.txt", text: Self.text)
    let honest = try #require(CompiledIndex(IndexBytes(copying: file), key))
    #expect(findings(honest.index, draft).count >= 6)
    var state: UInt64 = 5, read = 0
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<400 {
      var forged = file
      for _ in 0...next(40) { forged[40 + next(file.count - 40)] = UInt8(next(256)) }
      let sum = Checksum.of(forged, from: 40)
      for i in 0..<8 { forged[32 + i] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * i)) }
      guard let index = CompiledIndex(IndexBytes(copying: forged), key)?.index else { continue }
      read += 1
      _ = findings(index, draft)
      _ = index.glossaries
    }
    #expect(read > 100, "hardly any forgery was read")
  }
}

extension Entry {
  fileprivate var withoutTests: Entry {
    var entry = self
    entry.tests = Entry.Tests()
    return entry
  }
}
