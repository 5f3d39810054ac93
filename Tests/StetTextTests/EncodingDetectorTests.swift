import StetICU
import Testing

@testable import StetText

/// A text in a charset's bytes, or `nil` if the charset lacks a character.
func bytes(_ text: String, in charset: String) -> [UInt8]? {
  guard let opened = try? Charset(charset) else { return nil }
  return try? opened.encode(Array(text.utf16))
}

/// Numbers that are the same in every run.
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ state >> 29) &* 0x9E37_79B9_7F4A_7C15
  }
}

@Suite("Encodings are found out by their letters")
struct EncodingDetectorTests {
  @Test("a sentence comes out right, or its encoding is asked for", arguments: LanguageSample.all)
  func sentences(_ sample: LanguageSample) {
    for charset in sample.charsets {
      for sentence in sample.sentences {
        guard let source = bytes(sentence, in: charset), let decoded = try? DecodedText(source, forced: nil) else { continue }
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == sentence, "\(charset) read as \(decoded.encoding.name)")
      }
    }
  }

  @Test("three paragraphs come out right", arguments: LanguageSample.all)
  func paragraphs(_ sample: LanguageSample) throws {
    for charset in sample.charsets {
      guard let source = bytes(sample.long, in: charset) else { continue }
      let decoded = try DecodedText(source, forced: nil)
      #expect(String(decoding: decoded.utf8, as: UTF8.self) == sample.long, "\(charset) read as \(decoded.encoding.name)")
      // “Zoë” and “château” could be Lithuanian or Czech words: read, but not beyond doubt.
      if sample.language != "English newsroom" { #expect(decoded.encoding.isCertain, "\(charset)") }
    }
  }

  @Test("scripts without a charset of ours are never read beyond doubt as something else", arguments: LanguageSample.unknown)
  func unknown(_ sample: LanguageSample) throws {
    for charset in sample.charsets {
      for text in sample.sentences + [sample.long] {
        let source = try #require(bytes(text, in: charset), "\(charset)")
        guard let decoded = try? DecodedText(source, forced: nil), decoded.encoding.isCertain else { continue }
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == text, "\(charset) read as \(decoded.encoding.name)")
      }
    }
  }

  private static let english = """
    The mayor of the town told reporters on Tuesday that the bridge over the river would be closed until the end of the month \
    because of the storm that struck the region last week, according to officials who spoke with the agency.
    """

  @Test("a few foreign words in an English draft are never read wrong beyond doubt", arguments: LanguageSample.all)
  func amongEnglish(_ sample: LanguageSample) {
    var random = FixedRandom(state: 7)
    let foreign = sample.long.split { $0 == " " || $0 == "\n" }
    for charset in sample.charsets {
      for count in [1, 2, 3, 5, 10] {
        let first = Int.random(in: foreign.indices, using: &random)
        var words = Self.english.split(separator: " ")
        for i in 0..<count { words.insert(foreign[(first + i) % foreign.count], at: Int.random(in: 0...words.count, using: &random)) }
        let text = words.joined(separator: " ")
        guard let source = bytes(text, in: charset), let decoded = try? DecodedText(source, forced: nil) else { continue }
        guard decoded.encoding.isCertain else { continue }
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == text, "\(charset) read as \(decoded.encoding.name)")
      }
    }
  }

  @Test("curly quotes and one é are windows-1252 for certain")
  func commonest() throws {
    let text = "“We’re not leaving,” said the owner of a café – the street’s last – on Monday. “It’s home.”\n"
    let decoded = try DecodedText(try #require(bytes(text, in: "windows-1252")), forced: nil)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.encoding == TextEncoding(name: "windows-1252", hasByteOrderMark: false, isCertain: true))
  }

  @Test("KOI8-U where its letters stand, and its name where they do not")
  func koi8() throws {
    let ukrainian = LanguageSample.all[0].sentences[0]
    let decoded = try DecodedText(try #require(bytes(ukrainian, in: "KOI8-U")), forced: nil)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == ukrainian)
    #expect(decoded.encoding.name == "KOI8-U")
    let russian = try DecodedText(try #require(bytes(LanguageSample.all[1].long, in: "KOI8-R")), forced: nil)
    #expect(russian.encoding == TextEncoding(name: "KOI8-U", hasByteOrderMark: false, isCertain: true))
  }

  @Test("the error names what is possible")
  func candidates() throws {
    let source = try #require(bytes("Upę.", in: "windows-1257"))
    let error = #expect(throws: DraftError.self) { try DecodedText(source, forced: nil) }
    guard case .uncertainEncoding(let names) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(names.contains("windows-1257"))
    let forced = try DecodedText(source, forced: "windows-1257")
    #expect(String(decoding: forced.utf8, as: UTF8.self) == "Upę.")
    #expect(forced.encoding.isCertain)
  }

  @Test("damaged UTF-8 is told as such, not taken for an 8-bit charset")
  func damaged() {
    let text = Array("Зеленський прибув до Києва. “It’s late,” he said.".utf8)
    let broken = Array(text[..<20]) + [0xFF] + text[20...]
    #expect(throws: DraftError.malformed(encoding: "UTF-8", offset: 20)) { try DecodedText(broken, forced: nil) }
    #expect(throws: DraftError.malformed(encoding: "UTF-8", offset: 39)) { try DecodedText(Array(text[..<40]), forced: nil) }
  }
}
