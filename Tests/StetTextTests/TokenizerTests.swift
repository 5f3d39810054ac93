import StetICU
import Testing

@testable import StetText

@Suite("Prose is split into tokens")
struct TokenizerTests {
  private func draft(_ text: String) -> Draft { Draft(path: "a.txt", text: text) }

  @Test("what is one token", arguments: [
    ("Don’t go", ["Don’t", "go"]), ("O'Brien's", ["O'Brien's"]), ("Mar’yinka Mar'yinka", ["Mar’yinka", "Mar'yinka"]),
    ("soldiers’ homes", ["soldiers", "’", "homes"]), ("‘Kyiv’", ["‘", "Kyiv", "’"]), ("'Kyiv's'", ["'", "Kyiv's", "'"]),
    ("Ivano-Frankivsk", ["Ivano", "-", "Frankivsk"]), ("Kyiv–Lviv", ["Kyiv", "–", "Lviv"]),
    ("3,000 at 20:30, 1.5", ["3,000", "at", "20:30", ",", "1.5"]), ("2022. Then", ["2022", ".", "Then"]),
    ("14th 1990s F-16s", ["14th", "1990s", "F", "-", "16s"]), ("No.5", ["No", ".", "5"]), ("1990's", ["1990", "'", "s"]),
    ("Kyi\u{AD}v", ["Kyi\u{AD}v"]), ("a\u{200B}b \u{200B}c", ["a\u{200B}b", "c"]), ("Zelensky\u{306}i", ["Zelensky\u{306}i"]),
    ("Київ, Кам’янка", ["Київ", ",", "Кам’янка"]), ("日本。", ["日本", "。"]), ("a\u{A0}b", ["a", "b"]),
    ("👩‍🚀ok", ["👩", "🚀", "ok"]), ("🏴\u{E0067}\u{E0062}\u{E007F} x", ["🏴", "x"]), ("…", ["…"]), ("", []), (" \n\t ", []),
  ])
  func tokens(_ text: String, _ expected: [String]) {
    let draft = draft(text)
    // Compared by scalars: Swift's String takes NFC and NFD for the same.
    #expect(draft.tokens.map { Array(draft.string($0).unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test("kinds", arguments: [
    ("Kyiv", Token.Kind.word), ("14th", .word), ("3,000", .number), ("20:30", .number), ("–", .punctuation), ("٣", .number), ("я", .word),
  ])
  func kinds(_ text: String, _ kind: Token.Kind) {
    #expect(draft(text).tokens.map(\.kind) == [kind])
  }

  @Test("a possessive ending is left out of key and stem", arguments: [
    "Kyiv’s", "Kyiv's", "KYIV’S", "KYIV'S", "Kyiv`s", "Kyiv´s", "Kyiv’s.", "Kyiv’s-based", "Kyiv’s’ x",
  ])
  func possessives(_ text: String) throws {
    let draft = draft(text)
    let word = try #require(draft.tokens.first)
    #expect(word.flags.contains([.possessive, .marked]))
    #expect(word.key == TokenKey("Kyiv"))
    #expect(draft.string(draft.stem(of: word)).lowercased() == "kyiv")
  }

  @Test("what only looks possessive", arguments: ["Kyiv’st", "Kyiv’s1", "Kyiv’s\u{301}", "Kyivs", "Don’t", "’s"])
  func notPossessive(_ text: String) throws {
    let draft = draft(text)
    let word = try #require(draft.tokens.first { $0.kind == .word })
    #expect(!word.flags.contains(.possessive))
    #expect(draft.stem(of: word) == word.span)
  }

  @Test("a possessive of a name with an apostrophe")
  func marinka() throws {
    let draft = draft("Mar’yinka’s")
    #expect(draft.tokens.count == 1)
    #expect(draft.tokens[0].key == TokenKey("Maryinka"))
    #expect(draft.string(draft.stem(of: draft.tokens[0])) == "Mar’yinka")
  }

  @Test("keys are equal over case, accents, normalisation and apostrophes", arguments: [
    ("Kyiv", "KYIV"), ("Nausėda", "Nauseda"), ("Nausėda", "Nause\u{307}da"), ("Łódź", "Lodz"), ("Mar’yinka", "Mar'yinka"), ("O'Brien", "OBrien"),
    ("Київ", "КИЇВ"), ("Київ", "Киі\u{308}в"), ("Kyi\u{AD}v", "Kyiv"), ("Straße", "STRASSE"), ("Luhansʹk", "Luhansk"), ("Ｋｙｉｖ", "Kyiv"),
    ("3,000", "3,000"),
  ])
  func keys(_ one: String, _ other: String) {
    let keys = [one, other].map { draft($0).tokens.map(\.key) }
    #expect(keys[0] == [TokenKey(one)])
    #expect(keys[0] == keys[1])
  }

  @Test("different words have different keys, and no word has a mark's")
  func different() {
    let texts = ["Kyiv", "Kiev", "Київ", "Киев", "3,000", "3000", "a", "b", ",", "’"]
    #expect(Set(texts.map { draft($0).tokens[0].key }).count == texts.count)
    #expect(draft(",").tokens[0].isMark(","))
    #expect(draft("—").tokens[0].isMark("—"))
    #expect(draft("—").tokens[0].key == TokenKey(mark: "—"))
  }

  @Test("flags", arguments: [
    ("Kyiv", [Token.Flags.capitalized, .latin, .lowercase]), ("KYIV", [.capitalized, .allCaps, .latin]), ("K", [.capitalized, .latin]),
    ("kyiv", [.latin, .lowercase]), ("Київ", [.capitalized, .otherScript, .lowercase, .nonASCII]), ("ЗСУ", [.capitalized, .allCaps, .otherScript, .nonASCII]),
    ("Кyiv", [.capitalized, .otherScript, .latin, .lowercase, .nonASCII]), ("Łódź", [.capitalized, .latin, .lowercase, .nonASCII]),
    ("14th", [.digits, .latin, .lowercase]), ("3,000", [.digits]), ("O'Brien", [.capitalized, .latin, .lowercase, .marked]),
    ("e\u{301}", [.latin, .lowercase, .marked, .nonASCII]), ("–", [.nonASCII]), ("日本", [.otherScript, .nonASCII]),
    ("KYIV’S", [.capitalized, .allCaps, .latin, .marked, .possessive, .nonASCII]),
  ] as [(String, [Token.Flags])])
  func flags(_ text: String, _ flags: [Token.Flags]) {
    #expect(draft(text).tokens.map(\.flags) == [Token.Flags(flags).union(.first)])
  }

  @Test("what stands before a token")
  func gaps() {
    let pieces = [
      Piece(.prose, Span(0, 6)), Piece(.lineBreak, Span(6, 7)), Piece(.prose, Span(9, 13)), Piece(.opaque, Span(13, 17)), Piece(.prose, Span(18, 22)),
    ]
    var tokenizer = Tokenizer(Array("In Kyi\n> Lviv<br>*Odesa".utf8))
    #expect(tokenizer.add(pieces[...]) == 0..<5)
    let gaps: Token.Flags = [.spaceBefore, .breakBefore, .markupBefore, .first]
    let tokens = tokenizer.finish()
    #expect(tokens.map { $0.flags.intersection(gaps) }
      == [.first, .spaceBefore, [.spaceBefore, .breakBefore, .markupBefore], [], .markupBefore])
    #expect(tokens.map(\.kind) == [.word, .word, .word, .opaque, .word])
    #expect(tokens[3].key.rawValue == 0)
  }

  @Test("spans move with the text", arguments: ["x", "Ünïcode. ", "👩‍👩‍👧 ", "\r\n\r\n", "e\u{301} ", "\u{FEFF}", "日本 "])
  func prefix(_ prefix: String) {
    let text = "“Don’t,” Zelenskyy’s aide said at 20:30 – in Київ."
    let plain = draft(text), moved = draft(prefix + " " + text)
    let shift = prefix.utf8.count + 1
    #expect(moved.tokens.suffix(plain.tokens.count).map { $0.span } == plain.tokens.map { Span($0.span.start + shift, $0.span.end + shift) })
    #expect(moved.tokens.suffix(plain.tokens.count).map(\.key) == plain.tokens.map(\.key))
  }

  @Test("words of random text are those that Unicode's properties give")
  func differential() {
    var random = FixedRandom(state: 11)
    for _ in 0..<4_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1..<14, using: &random) { text.append(WordOracle.scalars.randomElement(using: &random) ?? "a") }
      let draft = draft(String(text))
      let found = draft.tokens.filter { $0.kind == .word || $0.kind == .number }
      let words = WordOracle.words(in: Array(text))
      #expect(found.map { $0.span } == words.map { $0.span }, "\(Array(text))")
      #expect(found.map { $0.key } == words.map { TokenKey($0.stem) }, "\(Array(text))")
      #expect(found.map { $0.flags.contains(.possessive) } == words.map { $0.isPossessive }, "\(Array(text))")
    }
  }

  @Test("plain words, which are read quickly, are what others are")
  func plainWords() {
    var random = FixedRandom(state: 12)
    let letters = Array("aAbZzq".unicodeScalars), ends = [" ", ".", "-", "’", "’s", "'t", "é", "3", "\u{301}", "_", "я"]
    for _ in 0..<4_000 {
      var word = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1..<9, using: &random) { word.append(letters.randomElement(using: &random) ?? "a") }
      let end = ends.randomElement(using: &random) ?? " ", text = String(word)
      guard let token = draft(text + end + " x").tokens.first else { return #expect(Bool(false), "no word in \(text)") }
      let known = WordOracle.words(in: Array((text + end + " x").unicodeScalars))[0]
      #expect(token.span == known.span && token.key == TokenKey(known.stem), "\(text + end)")
      let cased = known.stem.unicodeScalars.filter { $0.properties.isAlphabetic }
      let small = cased.contains { $0.properties.isLowercase }, first = cased.first?.properties.isUppercase ?? false
      #expect(token.flags.contains(.lowercase) == small && token.flags.contains(.capitalized) == first, "\(text + end)")
      #expect(token.flags.contains(.allCaps) == (!small && cased.count > 1) && token.flags.contains(.latin), "\(text + end)")
    }
  }
}

/// Finds words slowly, by the general categories of the standard library.
private enum WordOracle {
  struct Word {
    let span: Span
    /// Without a possessive ending.
    let stem: String
    let isPossessive: Bool
  }

  /// Whatever the tokenizer treats in its own way, several times over, and others from many scripts.
  static let scalars: [Unicode.Scalar] =
    Array("aAsSzZ''’’`´‘ss09..,,::- \n\t\u{A0}éÉßŁłǅяЯіїґəαΩאعक日한ｋ²٣\u{301}\u{306}\u{AD}\u{200D}\u{200B}ʼʹ“”—…👩🚀\u{FE0F}€§".unicodeScalars)
    + ["\u{1D400}", "\u{20000}", "\u{E0067}", "\u{10FFFD}", "\u{FEFF}", "\u{7F}", "\u{2028}"]

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { "'‘’‛`´′＇｀".unicodeScalars.contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  private static func continues(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format: true
    default: isLetter(scalar) || isDigit(scalar)
    }
  }

  static func words(in text: [Unicode.Scalar]) -> [Word] {
    var words: [Word] = [], i = 0
    while i < text.count {
      guard isLetter(text[i]) || isDigit(text[i]) else {
        i += 1
        continue
      }
      let start = i
      var possessiveAt: Int?
      i += 1
      while i < text.count, possessiveAt == nil, continues(text[i]) || joins(text, start, i) {
        if isApostrophe(text[i]), text[i + 1] == "s" || text[i + 1] == "S", i + 2 == text.count || !continues(text[i + 2]) {
          possessiveAt = i
          i += 1
        }
        i += 1
      }
      words.append(
        Word(
          span: Span(length(text[..<start]), length(text[..<i])), stem: string(text[start..<(possessiveAt ?? i)]),
          isPossessive: possessiveAt != nil))
    }
    return words
  }

  /// An apostrophe between letters, or a point between digits of ASCII in a number.
  private static func joins(_ text: [Unicode.Scalar], _ start: Int, _ i: Int) -> Bool {
    guard i + 1 < text.count else { return false }
    let hasLetter = text[start..<i].contains { isLetter($0) }
    if isApostrophe(text[i]) { return hasLetter && isLetter(text[i + 1]) }
    return ".,:".unicodeScalars.contains(text[i]) && !hasLetter && "0"..."9" ~= text[i - 1] && "0"..."9" ~= text[i + 1]
  }

  private static func length(_ text: ArraySlice<Unicode.Scalar>) -> Int { string(text).utf8.count }

  private static func string(_ text: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    return String(view)
  }
}
