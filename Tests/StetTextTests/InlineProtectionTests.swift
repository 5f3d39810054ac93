import Testing

@testable import StetText

@Suite struct InlineProtectionTests {
  /// The text with ⟦ ⟧ around what becomes opaque.
  private func marked(_ text: String, _ format: Format = .plain) -> String {
    let bytes = Array(text.utf8)
    var result = "", at = 0
    for piece in format.structure(of: bytes).protected(in: bytes).told {
      guard case .opaque = piece.kind else { continue }
      result += String(decoding: bytes[at..<piece.span.start], as: UTF8.self)
      result += "⟦" + String(decoding: bytes[piece.span.range], as: UTF8.self) + "⟧"
      at = piece.span.end
    }
    return result + String(decoding: bytes[at...], as: UTF8.self)
  }

  @Test(arguments: [
    "See ⟦https://example.com/Kiev⟧.", "(⟦http://example.com/a_(b)⟧)", "⟦https://example.com/?q=1&r=2#top⟧, and",
    "“⟦https://example.com/Київ⟧”, she wrote", "at ⟦https://example.com⟧—yes", "«⟦ftp://example.com/x⟧»",
    "⟦HTTPS://EXAMPLE.COM/⟧!",
    "⟦https://example.com/a,b;c⟧; d", "x ⟦www.example.com⟧, y", "⟦www.kyiv-news.example/Kiev⟧?", "⟦https://example.com⟧'s",
    "Visit ⟦example.com/Kiev⟧ or ⟦t.me/kiev_news/12⟧.", "⟦Example.com⟧ said", "the site ⟦news.example.co.uk⟧ wrote",
    "⟦gazette.ru⟧:",
    "Write to ⟦jane.doe+kiev@example.org⟧.", "⟦a@b.co⟧,", "mail (⟦jane@mail.example.com⟧)", "⟦mailto:jane@example.org⟧",
    "by ⟦@kiev_now⟧: hello", "(⟦@kiev⟧)", "⟦@kiev@example.social⟧ wrote", "Photo: Twitter/⟦@kiev⟧",
    "⟦#StandWithKiev⟧!", "⟦#Київ2022⟧ і", "“⟦#kiev⟧”", "⟦report.pdf⟧ and ⟦IMG_0001.JPG⟧.", "⟦docs/kiev.md⟧", "see ⟦a/b/c.txt⟧.",
    "in ⟦/usr/share/doc⟧,", "⟦~/kiev/drafts⟧", "⟦../kiev/a⟧", "⟦C:\\Users\\Kiev⟧ and ⟦\\\\server\\kiev⟧.",
    "⟦https://example.com/a⟧ ⟦https://example.com/b⟧", "⟦https://example.com/⟧* x",
  ])
  func protects(_ expected: String) {
    #expect(marked(expected.replacing("⟦", with: "").replacing("⟧", with: "")) == expected)
  }

  @Test(arguments: [
    "and/or", "he/she", "he/she/they", "km/h", "24/7", "9/11/2001", "U.S./US", "a.m./p.m.", "PanARMENIAN.Net", "112.Ukraine",
    "U.S.",
    "S.Korean", "Reuters/AP/AFP", "MOSCOW, July 1 /TASS/. The", "end.The next", "end.Net profit", "3.5", "1.000.000", "20:30",
    "e.g.", "i.e.",
    "J.K.Rowling", "C#", "#1", "No. #5", "5 @ 3", "me@", "@", "@@", "#", "note: this", "Ratio 3:1", "she said:yes", "a:b", "x://",
    "://",
    "Kiev [sic] and", "...", ".com", "www.", "AC/DC", "1/2", "// comment", "and/or/", "Ph.D.", "Ph.D", "vs.the", "a\\b",
    "Smith, M.D.",
    "to him.This week", "LG U+", "12.05.2022", "Dr.Smith", "half-/full-time", "Yahoo!", "e.l.f.", "rock.n.roll",
  ])
  func leavesAlone(_ text: String) { #expect(marked(text) == text) }

  @Test func emphasisAndEscapesInMarkdown() {
    #expect(marked("**https://example.com/Kiev** and *[x](y)*", .markdown) == "**⟦https://example.com/Kiev⟧** and *[x](y)*")
    #expect(marked("<https://example.com/Kiev>", .markdown) == "<⟦https://example.com/Kiev⟧>")
  }

  @Test func anOpaqueTokenIsOne() {
    let draft = Draft(path: "a.txt", text: "Ask jane@example.org, now.")
    #expect(words(draft) == [["Ask", "jane@example.org", ",", "now", "."]])
    #expect(draft.tokens[1].kind == .opaque)
    #expect(draft.tokens[1].flags == .spaceBefore)
    #expect(draft.tokens[2].flags == [])
  }

  @Test(arguments: [
    ".", "/", ":", "@", "#", "\\", "a.", "a/", "a:", "a@", "a.@", "://", "a://", "www.", "((", "a.b@", "/a.", "(", ")",
    "\u{430}.", "#а",
  ])
  func patience(_ part: String) {
    let text = Array(String(repeating: part, count: 200_000 / part.utf8.count).utf8)
    let clock = ContinuousClock()
    let time = clock.measure { _ = AddressScanner(text).addresses(in: Span(0, text.count)) }
    #expect(time < .seconds(2))
    let url = Array("https://a".utf8) + text
    #expect(clock.measure { _ = AddressScanner(url).addresses(in: Span(0, url.count)) } < .seconds(2))
  }

  @Test(arguments: 0..<60)
  func piecesStayInOrder(seed: Int) {
    let parts = [
      ".", "/", ":", "@", "#", "\\", "com", "www", "http", "://", " ", "a", "Київ", "“", "(", ")", "\n", "txt", "-", "ü",
    ]
    let bytes = Array(soup(parts, 200, seed: seed).utf8)
    for format in Format.allCases {
      let structure = format.structure(of: bytes)
      let protected = structure.protected(in: bytes)
      #expect(faults(in: protected, of: bytes).isEmpty)
      func covered(_ structure: Structure) -> Int { structure.told.reduce(0) { $0 + $1.span.count } }
      #expect(covered(protected) == covered(structure))
    }
  }
}
