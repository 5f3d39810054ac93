import StetGlossary
import StetText
import Testing

@testable import StetKit

@Suite struct FixerTests {
  private static let kyiv: Glossary = {
    var entry = Entry(term: "Kyiv", kind: .place)
    entry.forbid = ["Kiev"]
    return Glossary(name: "desk", entries: [entry])
  }()

  private let linter: Linter
  private let reader = DraftReader()

  init() throws { linter = try Linter(glossaries: [FixerTests.kyiv]) }

  private func read(_ bytes: [UInt8], _ reader: DraftReader = DraftReader()) throws -> ReadDraft {
    try reader.draft(.standardInput(name: "a.md"), bytes: bytes, status: nil)
  }

  @Test func fixingTwiceIsFixingOnce() throws {
    let first = try Fixer(linter).fix(read(Array("Kiev, Kiev\r\nand Kyiv".utf8)), by: reader)
    #expect(String(decoding: first.bytes, as: UTF8.self) == "Kyiv, Kyiv\r\nand Kyiv")
    #expect(first.fixed == 2 && first.isChanged && first.findings.isEmpty)
    let second = try Fixer(linter).fix(read(first.bytes), by: reader)
    #expect(second.bytes == first.bytes && second.fixed == 0 && !second.isChanged)
  }

  @Test func whatIsFineKeepsItsBytes() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("Kyiv\r\n\r".utf8)
    #expect(try Fixer(linter).fix(read(bytes), by: reader).bytes == bytes)
  }

  @Test func anotherEncodingKeepsItsBytes() throws {
    let forced = DraftReader(encoding: "windows-1252")
    let bytes = Array("caf".utf8) + [0xE9] + Array(" in Kiev".utf8)
    let fixed = try Fixer(linter).fix(read(bytes, forced), by: forced)
    #expect(fixed.bytes == Array("caf".utf8) + [0xE9] + Array(" in Kyiv".utf8))
  }

  @Test func aFileIsWrittenOnlyIfItChanges() throws {
    let scratch = try Scratch()
    let fine = try scratch.write("fine.md", "Kyiv"), wrong = try scratch.write("wrong.md", "Kiev")
    let before = Files.status(of: fine)
    let work = DraftWork(.fix(review: false), linter)
    #expect(work.run(.file(fine)).failure == nil)
    #expect(Files.status(of: fine) == before)
    #expect(work.run(.file(wrong)).failure == nil)
    #expect(scratch.text("wrong.md") == "Kyiv")
  }

  @Test func aPreviewWritesNothing() throws {
    let scratch = try Scratch()
    let wrong = try scratch.write("wrong.md", "Kiev")
    let outcome = DraftWork(.preview(review: false), linter).run(.file(wrong))
    #expect(outcome.fix?.isChanged == true)
    #expect(scratch.text("wrong.md") == "Kiev")
  }
}
