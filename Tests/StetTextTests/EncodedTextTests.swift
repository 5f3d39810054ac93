import StetICU
import Testing

@testable import StetText

@Suite("Edits are written into the original bytes")
struct EncodedTextTests {
  private static let names = [
    "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1252", "windows-1251", "KOI8-U", "GB18030", "Shift_JIS", "EUC-JP",
  ]

  private func encoding(_ name: String) -> TextEncoding { TextEncoding(name: name, hasByteOrderMark: false, isCertain: true) }

  @Test("what is decoded from encoded text is the text", arguments: names)
  func roundTrip(_ name: String) throws {
    let text = name == "windows-1252" ? "Café “Zoë” – €5" : name == "Shift_JIS" || name == "EUC-JP" ? "Kyiv 日本 Киев" : "Киев, Kyiv"
    let written = try encoding(name).encode(Array(text.utf8))
    #expect(try DecodedText(written, forced: name).utf8 == Array(text.utf8))
    #expect(name.hasPrefix("UTF-") || written == bytes(text, in: name))
  }

  @Test("every byte outside the edits stays, in every encoding", arguments: names)
  func splice(_ name: String) throws {
    var random = FixedRandom(state: 3)
    let letters = name == "windows-1252" ? Array("aé ’ß\n") : name.hasPrefix("UTF") ? Array("aё👩 日\n") : Array("aеж \nя")
    for _ in 0..<200 {
      let parts = (0..<7).map { _ in String((0..<Int.random(in: 0..<5, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" }) }
      let pieces = try parts.map { try encoding(name).encode(Array($0.utf8)) }
      let utf8 = Array(parts.joined().utf8)
      let lengths = parts.map { $0.utf8.count }
      func offset(_ i: Int) -> Int { lengths[..<i].reduce(0, +) }
      // Parts 1, 3 and 5 are replaced by the next one's text, given in any order.
      let edits = [5, 1, 3].map { (span: Span(offset($0), offset($0 + 1)), replacement: Array(parts[$0 + 1].utf8)) }
      let result = try encoding(name).applying(edits: edits, toUTF8Form: utf8, original: pieces.flatMap { $0 })
      #expect(result == [0, 2, 2, 4, 4, 6, 6].flatMap { pieces[$0] })
    }
  }

  @Test("a byte-order mark stays in front")
  func mark() throws {
    let source: [UInt8] = [0xFE, 0xFF] + "Kiev".utf8.flatMap { [0, $0] }
    let draft = try Draft(path: "a.txt", bytes: source)
    let word = try #require(draft.tokens.first)
    let result = try draft.encoding.applying(edits: [(word.span, Array("Kyiv".utf8))], toUTF8Form: draft.text, original: source)
    #expect(result == [0xFE, 0xFF] + "Kyiv".utf8.flatMap { [0, $0] })
  }

  @Test("bytes that read alike are not unified: only the edit is written anew")
  func duplicates() throws {
    // Shift_JIS as ICU knows it has several codes for some signs; ≒ is both 81E0 and 8790.
    let source: [UInt8] = [0x87, 0x90, 0x41, 0x81, 0xE0]
    guard let decoded = try? DecodedText(source, forced: "windows-31j") else { return }
    let at = decoded.utf8.firstIndex(of: 0x41) ?? 0
    let result = try decoded.encoding.applying(edits: [(Span(at, at + 1), [0x42])], toUTF8Form: decoded.utf8, original: source)
    #expect(result == [0x87, 0x90, 0x42, 0x81, 0xE0])
  }

  @Test("what the encoding lacks is an error with the character")
  func lacking() throws {
    for (name, text, lack) in [("windows-1252", "Nausėda", "ė"), ("KOI8-U", "“a”", "“"), ("Shift_JIS", "Łódź", "Ł")] {
      #expect(throws: DraftError.cannotEncode(text: lack, encoding: name)) { try encoding(name).encode(Array(text.utf8)) }
    }
  }

  @Test("where bytes depend on what precedes them, nothing is written")
  func stateful() throws {
    let source = try #require(bytes("日本 Kiev 日本", in: "ISO-2022-JP"))
    let decoded = try DecodedText(source, forced: "ISO-2022-JP")
    let middle = "日".utf8.count
    #expect(throws: DraftError.cannotEdit(encoding: "ISO-2022-JP")) {
      try decoded.encoding.applying(edits: [(Span(middle, middle), [0x41])], toUTF8Form: decoded.utf8, original: source)
    }
  }
}
