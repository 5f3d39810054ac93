import StetICU

/// Splits pieces of prose into tokens. Works on bytes; calls no ICU and makes no String.
struct Tokenizer {
  private let text: [UInt8]
  private let words: WordReader
  private let classes = ASCIIClass.all
  /// Room for tokens, of which the first `count` are made: asking a list whether it may grow costs more than making a token.
  private var tokens: [Token] = []
  private(set) var count = 0
  /// The tokens that may be quotation marks.
  private(set) var quotationMarks: [Int] = []
  /// What stood between the last token and the next.
  private var gap: Token.Flags = []

  /// Finds addresses, if they are protected, and whether a mark was read that may belong to one.
  private let scanner: AddressScanner?
  private var mayHoldAddress = false

  /// Of how many bytes tokens are made before there must be new room.
  private static let stretch = 4_096

  /// - Parameter protects: Whether addresses, handles, tags and file names become opaque.
  init(_ text: [UInt8], protects: Bool = false) {
    self.text = text
    words = WordReader(text: text)
    scanner = protects ? AddressScanner(text) : nil
    // English has a token for every five bytes, now more, now less; to grow would be to copy them all.
    // A form of a glossary has hardly more than one, and gets room for all at once.
    tokens = Tokenizer.room(text.count < 64 ? text.count + 1 : text.count / 4)
  }

  /// Adds the tokens of one block, which has these pieces.
  mutating func add(_ pieces: ArraySlice<Piece>) -> Range<Int> {
    let first = count, firstMark = quotationMarks.count
    mayHoldAddress = false
    read(pieces)
    // The marks that were read tell of nearly every block that there is no address in it; the few others may be read again.
    if mayHoldAddress, let scanner, let pieces = InlineProtection.protected(pieces, scanner) {
      count = first
      quotationMarks.removeLast(quotationMarks.count - firstMark)
      read(pieces[...])
    }
    return first..<count
  }

  private mutating func read(_ pieces: ArraySlice<Piece>) {
    gap = .first
    var end = pieces.first?.span.start ?? 0
    for piece in pieces {
      if piece.span.start > end { gap.insert(.markupBefore) }
      switch piece.kind {
      case .prose: scan(piece.span)
      case .opaque: append(piece.span, TokenKey(rawValue: 0), .opaque)
      case .lineBreak: gap.formUnion([.spaceBefore, .breakBefore])
      case .space: gap.insert(.spaceBefore)
      case .mark(let scalar):
        if QuotationCandidate.mayBe(UInt64(scalar.value)) { quotationMarks.append(count) }
        append(piece.span, TokenKey(mark: scalar), .punctuation)
      }
      end = piece.span.end
    }
  }

  /// Hands over the tokens, so that whoever changes them has the only copy.
  mutating func finish() -> [Token] {
    var all: [Token] = []
    swap(&all, &tokens)
    all.removeLast(all.count - count)
    count = 0
    return all
  }

  private mutating func append(_ span: Span, _ key: TokenKey, _ kind: Token.Kind) {
    makeRoom(1)
    tokens[count] = Token(start: span.start, end: span.end, key: key, kind: kind, flags: gap)
    count += 1
    gap = []
  }

  private mutating func makeRoom(_ more: Int) {
    guard count + more > tokens.count else { return }
    tokens += Tokenizer.room(max(count + more - tokens.count, tokens.count))
  }

  private static func room(_ count: Int) -> [Token] {
    [Token](repeating: Token(start: 0, end: 0, key: TokenKey(rawValue: 0), kind: .opaque, flags: []), count: count)
  }

  private mutating func scan(_ span: Span) {
    var at = span.start
    while at < span.end {
      let stretch = min(span.end - at, Tokenizer.stretch)
      // Every token takes a byte at least; the last one may go on beyond the stretch.
      makeRoom(stretch + 1)
      at = scan(at, at + stretch, span.end)
    }
  }

  /// Makes the tokens that begin before `stop`; returns the end of the last.
  private mutating func scan(_ start: Int, _ stop: Int, _ limit: Int) -> Int {
    // In locals, so that they need not be loaded anew after each token.
    let text = self.text, classes = self.classes, words = self.words, scanner = self.scanner
    let bytes = text.span
    var tokens = self.tokens
    self.tokens = []
    var room = tokens.mutableSpan
    var count = self.count, gap = self.gap
    var at = start
    let lastEight = bytes.count - 8
    while at < stop {
      let byte = text[at]
      var token: Token
      if (byte | 0x20) &- 0x61 < 26 {
        if let short = Tokenizer.shortWord(at <= lastEight ? bytes.word(at: at) : bytes.lastWord(at: at), at, limit, gap) {
          room[count] = short
          count &+= 1
          at = short.end
          gap = []
          // Nearly every word has a space after it.
          if at < stop, text[at] == 0x20 {
            gap = .spaceBefore
            at &+= 1
          }
          continue
        }
        token = Tokenizer.plainWord(bytes, from: at, to: limit) ?? words.word(from: at, to: limit)
      } else if byte == 0x20 {
        gap.insert(.spaceBefore)
        at &+= 1
        continue
      } else if byte == 0x0A {
        gap.formUnion([.spaceBefore, .breakBefore])
        at &+= 1
        continue
      } else {
        switch classes[Int(byte)] {
        case .mark:
          if byte == 0x22 || byte == 0x27 { quotationMarks.append(count) }
          if let scanner, scanner.mayBegin(at, limit) { mayHoldAddress = true }
          token = Token(start: at, end: at &+ 1, key: TokenKey(rawValue: UInt64(byte)), kind: .punctuation, flags: [])
        case .space, .newline:
          gap.formUnion(classes[Int(byte)] == .space ? .spaceBefore : [.spaceBefore, .breakBefore])
          at &+= 1
          continue
        case .digit, .letter:
          token = words.word(from: at, to: limit)
        case .nonASCII:
          let (begun, length, white) = words.other(at, limit)
          guard let begun else {
            gap.formUnion(white)
            at &+= length
            continue
          }
          token = begun
          if token.kind == .punctuation, QuotationCandidate.mayBe(token.key.rawValue) { quotationMarks.append(count) }
        }
      }
      token.flags.formUnion(gap)
      at = token.end
      room[count] = token
      count &+= 1
      gap = []
    }
    self.tokens = tokens
    (self.count, self.gap) = (count, gap)
    return at
  }

  /// A word of up to seven ASCII letters, as most of English are; nil for anything else that begins with a letter.
  @inline(__always)
  private static func shortWord(_ word: ByteWord, _ start: Int, _ limit: Int, _ gap: Token.Flags) -> Token? {
    let eight = word.bits, others = word.notLetters
    let bits = UInt64(truncatingIfNeeded: others.trailingZeroBitCount) & 0x78
    let next = UInt8(truncatingIfNeeded: eight &>> bits)
    let end = start &+ Int(truncatingIfNeeded: bits >> 3)
    guard others != 0, end <= limit, next == 0x20 || end == limit || !goesOn(next) else { return nil }
    let letters: UInt64 = (1 &<< bits) &- 1
    var hash = FoldHash()
    hash.add(eight: word.small & letters)
    let flags = gap.union(.latin).union(writing(small: eight & letters, first: eight, isOne: bits == 8))
    return Token(start: start, end: end, key: TokenKey(rawValue: hash.value), kind: .word, flags: flags)
  }

  /// How a word is written.
  ///
  /// - Parameters:
  ///   - small: The letters, one byte each, those of longer words over each other: small ones have a bit that capitals have not.
  ///   - first: The first letter in the lowest byte.
  @inline(__always)
  private static func writing(small: UInt64, first: UInt64, isOne: Bool) -> Token.Flags {
    // Without branches: which words have capitals cannot be foreseen.
    let isCapital = UInt16(truncatingIfNeeded: ~first >> 5 & 1)
    let hasSmall: UInt16 = small & (0x20 &* ByteWord.ones) == 0 ? 0 : 1
    let isLong: UInt16 = isOne ? 0 : 1
    return Token.Flags(
      rawValue: isCapital &* Token.Flags.capitalized.rawValue | hasSmall &* Token.Flags.lowercase.rawValue
        | (isLong & ~hasSmall) &* Token.Flags.allCaps.rawValue)
  }

  /// A word of ASCII letters alone, as nearly all of English are. Nil for one that goes on with a digit, an apostrophe or a letter
  /// outside ASCII, or that stands at the very end of the text: `WordReader` then reads it from its start.
  @inline(__always)
  private static func plainWord(_ bytes: Swift.Span<UInt8>, from start: Int, to limit: Int) -> Token? {
    var hash = FoldHash()
    var small: UInt64 = 0, first: UInt64 = 0
    var at = start
    while at &+ 8 <= bytes.count {
      let word = bytes.word(at: at), eight = word.bits
      if at == start { first = eight }
      let others = word.notLetters
      guard others != 0 else {
        hash.add(eight: word.small)
        small |= eight
        at &+= 8
        continue
      }
      let bits = UInt64(truncatingIfNeeded: others.trailingZeroBitCount) & ~7
      let letters: UInt64 = (1 &<< bits) &- 1
      if bits > 0 { hash.add(eight: word.small & letters) }
      small |= eight & letters
      at &+= Int(bits >> 3)
      let next = UInt8(truncatingIfNeeded: eight &>> bits)
      guard at <= limit, at == limit || !goesOn(next) else { return nil }
      let flags = writing(small: small, first: first, isOne: at &- start == 1).union(.latin)
      return Token(start: start, end: at, key: TokenKey(rawValue: hash.value), kind: .word, flags: flags)
    }
    return nil
  }

  /// Whether a byte after a letter may belong to its word.
  @inline(__always)
  private static func goesOn(_ next: UInt8) -> Bool { next >= 0x80 || next == 0x27 || next == 0x60 || next &- 0x30 < 10 }
}
