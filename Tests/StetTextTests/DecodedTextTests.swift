import StetICU
import Testing

@testable import StetText

@Suite("Bytes become valid UTF-8 or an error")
struct DecodedTextTests {
  private static let text = "Kyiv: Київ, “Łódź” – 👩‍🚀 — 日本\n"

  private func string(_ decoded: DecodedText) -> String { String(decoding: decoded.utf8, as: UTF8.self) }

  /// Units of 2 or 4 bytes.
  private func units(_ text: String, _ size: Int, bigEndian: Bool) -> [UInt8] {
    let values = size == 2 ? text.utf16.map { UInt32($0) } : text.unicodeScalars.map(\.value)
    return values.flatMap { value in
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test("UTF-8 stays as it is, with or without a mark")
  func utf8() throws {
    let plain = try DecodedText(Array(Self.text.utf8), forced: nil)
    #expect(string(plain) == Self.text)
    #expect(plain.encoding == .utf8)
    let marked = try DecodedText([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), forced: nil)
    #expect(marked.utf8 == [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
    #expect(marked.encoding == TextEncoding(name: "UTF-8", hasByteOrderMark: true, isCertain: true))
  }

  @Test("UTF-16 and UTF-32 by their mark", arguments: [(2, false), (2, true), (4, false), (4, true)])
  func marks(_ size: Int, _ bigEndian: Bool) throws {
    let decoded = try DecodedText(units("\u{FEFF}" + Self.text, size, bigEndian: bigEndian), forced: nil)
    #expect(string(decoded) == "\u{FEFF}" + Self.text)
    #expect(decoded.encoding.name == "UTF-\(size * 8)\(bigEndian ? "BE" : "LE")")
    #expect(decoded.encoding.hasByteOrderMark)
  }

  @Test("UTF-16 without a mark", arguments: ["Kyiv is the capital.\r\n", "Слава Україні, and so on.\n"], [false, true])
  func unmarked(_ text: String, _ bigEndian: Bool) throws {
    let decoded = try DecodedText(units(text, 2, bigEndian: bigEndian), forced: nil)
    #expect(string(decoded) == text)
    #expect(decoded.encoding.name == (bigEndian ? "UTF-16BE" : "UTF-16LE"))
    #expect(!decoded.encoding.hasByteOrderMark)
  }

  @Test("forced names: any that ICU knows", arguments: [
    ("utf-8", "UTF-8"), ("UTF-16", "UTF-16LE"), ("utf-16le", "UTF-16LE"), ("UTF-32", "UTF-32LE"), ("gb18030", "gb18030"),
  ])
  func forced(_ name: String, _ told: String) throws {
    let size = told.hasPrefix("UTF-16") ? 2 : 4
    let source: [UInt8]? = told.hasSuffix("LE") ? units(Self.text, size, bigEndian: false) : bytes(Self.text, in: name)
    let decoded = try DecodedText(try #require(source), forced: name)
    #expect(string(decoded) == Self.text)
    #expect(decoded.encoding == TextEncoding(name: told, hasByteOrderMark: false, isCertain: true))
  }

  @Test("unknown names", arguments: ["", "klingon-8", "KOI8-Ü", String(repeating: "x", count: 500)])
  func unknownName(_ name: String) {
    #expect(throws: DraftError.unknownEncoding(name)) { try DecodedText([0x41], forced: name) }
    #expect(throws: DraftError.unknownEncoding(name)) { try DecodedText([0xEF, 0xBB, 0xBF], forced: name) }
  }

  @Test("faults have their offset")
  func faults() {
    let cases: [([UInt8], String?, DraftError)] = [
      ([0x41, 0, 0x42], nil, .binary(offset: 1)),
      ([0xEF, 0xBB, 0xBF, 0x41, 0], nil, .binary(offset: 4)),
      ([0xE9, 0, 0x42], "windows-1252", .binary(offset: 1)),
      ([0x41, 0xFF], "UTF-8", .malformed(encoding: "UTF-8", offset: 1)),
      ([0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x41, 0], nil, .malformed(encoding: "UTF-16LE", offset: 4)),
      ([0xFE, 0xFF, 0xDC, 0x00], nil, .malformed(encoding: "UTF-16BE", offset: 2)),
      ([0xFE, 0xFF, 0xD8, 0x00], nil, .malformed(encoding: "UTF-16BE", offset: 2)),
      ([0xFE, 0xFF, 0x00, 0x41, 0x42], nil, .malformed(encoding: "UTF-16BE", offset: 4)),
      ([0xFE, 0xFF, 0x00, 0x41, 0, 0], nil, .binary(offset: 4)),
      ([0xFF, 0xFE, 0, 0, 0x41, 0, 0x11, 0], nil, .malformed(encoding: "UTF-32LE", offset: 4)),
      ([0x41, 0xFF], "ISO-8859-7", .malformed(encoding: "ISO-8859-7", offset: 1)),
      ([0x41, 0x42, 0x81, 0xFF, 0x43], "GB18030", .malformed(encoding: "GB18030", offset: 3)),
    ]
    for (source, forced, error) in cases {
      #expect(throws: error, "\(source)") { try DecodedText(source, forced: forced) }
    }
  }

  @Test("a file of nothing, or of a mark alone, is an empty draft")
  func empty() throws {
    for source: [UInt8] in [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]] {
      let draft = try Draft(path: "a.txt", bytes: source)
      #expect(draft.tokens.isEmpty)
      #expect(draft.segments.isEmpty)
      #expect(draft.text == (source.isEmpty ? [] : [0xEF, 0xBB, 0xBF]))
    }
  }

  @Test("any bytes: no crash, and the result is valid UTF-8")
  func randomBytes() {
    var random = FixedRandom(state: 1)
    let forced: [String?] = [nil, nil, "UTF-8", "UTF-16", "UTF-32", "windows-1251", "Shift_JIS", "ISO-2022-JP", "UTF-7", "GB18030"]
    for round in 0..<400 {
      let marks: [[UInt8]] = [[], [], [], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]]
      let lowest: UInt8 = round % 3 == 0 ? 0 : 1
      let source = marks[round % 6] + (0..<Int.random(in: 0..<120, using: &random)).map { _ in UInt8.random(in: lowest...255, using: &random) }
      for name in forced {
        guard let decoded = try? DecodedText(source, forced: name) else { continue }
        #expect(UTF8Validator.firstFault(in: decoded.utf8) == nil)
      }
    }
  }

  @Test("validation agrees with the standard library")
  func validator() {
    var random = FixedRandom(state: 2)
    let leads: [UInt8] = [0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5]
    for _ in 0..<50_000 {
      let source = (0..<Int.random(in: 0..<9, using: &random)).map { _ in leads.randomElement(using: &random) ?? 0 }
      let isValid = String(validating: source, as: UTF8.self) != nil
      #expect((UTF8Validator.firstFault(in: source) == nil) == isValid, "\(source)")
    }
  }

  @Test("a long line of ASCII, and a long text in windows-1251, are read in linear time", .timeLimit(.minutes(10)))
  func large() throws {
    let ascii = [UInt8](repeating: 0x61, count: 100_000_000)
    #expect(try DecodedText(ascii, forced: nil).utf8.count == ascii.count)
    let paragraph = try #require(bytes(LanguageSample.all[0].long, in: "windows-1251"))
    let legacy = [UInt8]([[UInt8]](repeating: paragraph, count: 2_000).joined())
    let decoded = try DecodedText(legacy, forced: nil)
    #expect(decoded.encoding == TextEncoding(name: "windows-1251", hasByteOrderMark: false, isCertain: true))
  }

  @Test("errors tell an editor what to do")
  func descriptions() {
    #expect("\(DraftError.uncertainEncoding(candidates: ["windows-1251", "KOI8-U"]))"
      == "the encoding cannot be told (windows-1251 or KOI8-U): name it with --encoding")
    #expect("\(DraftError.malformed(encoding: "UTF-8", offset: 7))"
      == "the bytes do not fit UTF-8 at offset 7: repair the file or name another encoding with --encoding")
    #expect("\(DraftError.cannotEncode(text: "ė", encoding: "windows-1252"))"
      == "“ė” cannot be written in windows-1252: convert the file to UTF-8")
    #expect("\(DraftError.binary(offset: 3))" == "not a text file: a NUL byte at offset 3")
  }
}
