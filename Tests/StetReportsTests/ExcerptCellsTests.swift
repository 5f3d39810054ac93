import StetText
import Testing

@testable import StetReports

@Suite("The characters of an excerpt")
struct ExcerptCellsTests {
  static let plain = [
    "They met in Kyiv, on 3 May.", "“Naïve”, he said – café © 2026…", "Київ, Ђорђе; ѐ, Ҋ, ӿ", "ʼ ɐ Ł Ž \u{A0} ƿ", "x",
  ]

  @Test("plain ones are what any are", arguments: plain)
  func plainAreAny(_ text: String) throws {
    let draft = Draft(path: "d.txt", text: text)
    for (place, reach) in [(0, 200), (0, 3), (text.utf8.count, 4)] {
      let cells = try #require(ExcerptCells(plainAround: place, in: Span(0, draft.text.count), draft, reach: reach))
      let any = ExcerptCells(of: cells.window, in: draft)
      #expect(cells.count == any.count)
      #expect(cells.text(of: 0..<cells.count) == any.text(of: 0..<any.count))
      for cell in 0..<min(cells.count, any.count) {
        #expect(cells.width(of: cell) == any.width(of: cell))
        #expect(cells.isSpace(cell) == any.isSpace(cell))
      }
    }
  }

  @Test("what joins, widens or vanishes is not plain", arguments: [
    "a\u{301}", "日本", "👩‍👩‍👧", "a\u{AD}b", "\tx", "\u{202E}x", "҃", "a\u{200B}b", "\u{85}", "Ελλάδα",
  ])
  func othersAreNot(_ text: String) {
    let draft = Draft(path: "d.txt", text: "He said " + text + " to her")
    #expect(ExcerptCells(plainAround: 3, in: Span(0, draft.text.count), draft, reach: 200) == nil)
  }
}

@Suite("Bytes that are written")
struct ByteBufferTests {
  @Test("pieces of every length stand behind each other")
  func pieces() {
    var buffer = ByteBuffer(capacity: 0), wanted: [UInt8] = []
    for length in 0..<200 {
      let piece = (0..<length).map { UInt8(truncatingIfNeeded: $0 &+ length) }
      buffer.append(piece)
      wanted += piece
    }
    #expect(buffer.count == wanted.count && buffer.bytes == wanted && buffer.take() == wanted && buffer.count == 0)
  }

  @Test("numbers", arguments: [0, 7, 10, 99_999_999, 100_000_000, .max, -1, .min])
  func numbers(_ number: Int) {
    var buffer = ByteBuffer()
    buffer.append(number)
    #expect(buffer.bytes == Array(String(number).utf8))
  }

  @Test("numbers among pieces", arguments: [0, 7, 10, 99_999_999, 100_000_000, .max, -1, .min])
  func numbersAmongPieces(_ number: Int) {
    var buffer = ByteBuffer()
    buffer.write(atMost: 60) {
      $0.put(FixedText("{"), &$1)
      $0.put(number, &$1)
      $0.put(FixedText(String(repeating: "}", count: FixedText.longest)), &$1)
    }
    #expect(buffer.bytes == Array("{\(number)\(String(repeating: "}", count: 32))".utf8))
  }

  @Test("hexadecimal digits")
  func hexadecimal() {
    var buffer = ByteBuffer()
    buffer.write(atMost: 16) { $0.put(hexadecimal: 0x0123_4567_89AB_CDEF, &$1) }
    #expect(buffer.bytes == Array("0123456789abcdef".utf8))
  }

  @Test("what is escaped in JSON is so wherever it stands", arguments: [
    ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\u{1}", #"\u0001"#), ("\u{7F}", #"\u007f"#), ("\u{9F}", #"\u009f"#),
    ("\u{2028}", #"\u2028"#), ("\u{FEFF}", #"\ufeff"#), ("’", "’"), ("é", "é"), ("\u{A0}", "\u{A0}"), ("ﻀ", "ﻀ"),
  ])
  func escapes(_ scalar: String, _ escaped: String) {
    for length in 0..<20 {
      let text = String("abcdefghijklmnopqrst".prefix(length))
      for place in 0...length {
        let (before, behind) = (text.prefix(place), text.dropFirst(place))
        #expect(JSONWriter.escaped("\(before)\(scalar)\(behind)") == "\(before)\(escaped)\(behind)")
        #expect(JSONWriter.escaped("\(before)\(scalar)\(scalar)\(behind)") == "\(before)\(escaped)\(escaped)\(behind)")
      }
    }
  }
}
