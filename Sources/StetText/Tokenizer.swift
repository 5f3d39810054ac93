import StetICU

/// Splits pieces of prose into tokens. Works on bytes; calls no ICU and makes no String.
struct Tokenizer {
  let text: [UInt8]
  let table = CharacterTable.shared
  private let classes = Tokenizer.ascii
  private(set) var tokens: [Token] = []
  /// The tokens that may be quotation marks.
  private(set) var quotationMarks: [Int] = []
  /// What stood between the last token and the next.
  private var gap: Token.Flags = []

  /// Finds addresses, if they are protected, and whether a mark was read that may belong to one.
  private let scanner: AddressScanner?
  private var mayHoldAddress = false

  /// - Parameter protects: Whether addresses, handles, tags and file names become opaque.
  init(_ text: [UInt8], protects: Bool = false) {
    self.text = text
    scanner = protects ? AddressScanner(text) : nil
    // English has a token for every five bytes, now more, now less; to grow would be to copy them all.
    tokens.reserveCapacity(text.count / 4)
  }

  /// Adds the tokens of one block, which has these pieces.
  mutating func add(_ pieces: ArraySlice<Piece>) -> Range<Int> {
    let first = tokens.count, firstMark = quotationMarks.count
    mayHoldAddress = false
    read(pieces)
    // The marks that were read tell of nearly every block that there is no address in it; the few others may be read again.
    if mayHoldAddress, let scanner, let pieces = InlineProtection.protected(pieces, scanner) {
      tokens.removeLast(tokens.count - first)
      quotationMarks.removeLast(quotationMarks.count - firstMark)
      read(pieces[...])
    }
    return first..<tokens.count
  }

  private mutating func read(_ pieces: ArraySlice<Piece>) {
    gap = .first
    var end = pieces.first?.span.start ?? 0
    for piece in pieces {
      if piece.span.start > end { gap.insert(.markupBefore) }
      switch piece.kind {
      case .prose: scan(piece.span)
      case .opaque: append(piece.span.start, piece.span.end, TokenKey(rawValue: 0), .opaque, [])
      case .lineBreak: gap.formUnion([.spaceBefore, .breakBefore])
      case .space: gap.insert(.spaceBefore)
      case .mark(let scalar):
        noteQuotationMark(UInt64(scalar.value))
        append(piece.span.start, piece.span.end, TokenKey(mark: scalar), .punctuation, [])
      }
      end = piece.span.end
    }
  }

  /// Hands over the tokens, so that whoever changes them has the only copy.
  mutating func finish() -> [Token] {
    defer { tokens = [] }
    return tokens
  }

  private mutating func append(_ start: Int, _ end: Int, _ key: TokenKey, _ kind: Token.Kind, _ flags: Token.Flags) {
    tokens.append(Token(start: start, end: end, key: key, kind: kind, flags: flags.union(gap)))
    gap = []
  }

  private mutating func scan(_ span: Span) {
    // In locals, so that they need not be loaded anew after each token.
    let text = self.text, classes = self.classes
    var at = span.start
    while at < span.end {
      let byte = text[at]
      switch classes[Int(byte)] {
      case .space:
        gap.insert(.spaceBefore)
        at += 1
      case .newline:
        gap.formUnion([.spaceBefore, .breakBefore])
        at += 1
      case .letter:
        at = plainWord(text, from: at, to: span.end) ?? word(from: at, to: span.end)
      case .digit:
        at = word(from: at, to: span.end)
      case .nonASCII:
        at = other(at, span.end)
      case .mark:
        if byte == 0x22 || byte == 0x27 { quotationMarks.append(tokens.count) }
        if let scanner, scanner.mayBegin(at, span.end) { mayHoldAddress = true }
        append(at, at + 1, TokenKey(rawValue: UInt64(byte)), .punctuation, [])
        at += 1
      }
    }
  }

  /// A word of ASCII letters alone, as nearly all of English are; returns its end. Nil for one that goes on with a digit, an
  /// apostrophe or a letter outside ASCII: `word` then reads it from its start.
  @inline(__always)
  private mutating func plainWord(_ text: [UInt8], from start: Int, to limit: Int) -> Int? {
    var hash = FoldHash()
    // The bit that small letters have and capitals have not, of all letters together.
    var bits: UInt8 = 0
    var next: UInt8 = 0
    var at = start
    while at < limit {
      next = text[at]
      let letter = next | 0x20
      guard letter &- 0x61 < 26 else { break }
      hash.add(letter)
      bits |= next
      at += 1
    }
    if at < limit, next >= 0x80 || next == 0x27 || next == 0x60 || next &- 0x30 < 10 { return nil }
    var flags: Token.Flags = .latin
    if bits & 0x20 != 0 { flags.insert(.lowercase) } else if at - start > 1 { flags.insert(.allCaps) }
    if text[start] & 0x20 == 0 { flags.insert(.capitalized) }
    append(start, at, TokenKey(rawValue: hash.value), .word, flags)
    return at
  }

  /// What a scalar outside ASCII begins.
  private mutating func other(_ at: Int, _ limit: Int) -> Int {
    let (scalar, length) = decode(at, limit)
    switch table.properties(of: scalar).characterClass {
    case .space: gap.insert(.spaceBefore)
    case .newline: gap.formUnion([.spaceBefore, .breakBefore])
    case .letter, .digit: return word(from: at, to: limit)
    // A byte-order mark, a zero-width space: a reader sees nothing, and words on both sides stay neighbours.
    case .ignorable: break
    default:
      noteQuotationMark(UInt64(scalar))
      append(at, at + length, TokenKey(rawValue: UInt64(scalar)), .punctuation, .nonASCII)
    }
    return at + length
  }

  private mutating func noteQuotationMark(_ scalar: UInt64) {
    if QuotationCandidate.mayBe(scalar) { quotationMarks.append(tokens.count) }
  }

  /// A word or number that begins at `start`; returns its end.
  private mutating func word(from start: Int, to limit: Int) -> Int {
    var hash = FoldHash(), stem = hash
    var flags: Token.Flags = []
    var letters = 0, capitals = 0
    var at = start
    scanning: while at < limit {
      let byte = text[at]
      if byte < 0x80 {
        switch Tokenizer.ascii[Int(byte)] {
        case .letter:
          letters += 1
          flags.insert(.latin)
          if byte & 0x20 == 0 { capitals += 1 } else { flags.insert(.lowercase) }
          if letters == 1, byte & 0x20 == 0 { flags.insert(.capitalized) }
          hash.add(byte | 0x20)
        case .digit:
          flags.insert(.digits)
          hash.add(byte)
        case .mark:
          guard let step = joins(at, 1, byte: byte, letters, start, limit) else { break scanning }
          if step == .apostrophe {
            stem = hash
            flags.insert(.marked)
            if endsPossessive(after: at + 1, limit) {
              flags.insert(.possessive)
              at = at + 2
              append(start, at, TokenKey(rawValue: stem.value), .word, finished(flags, letters, capitals))
              return at
            }
          } else {
            hash.add(byte)
          }
        default: break scanning
        }
        at += 1
        continue
      }
      let (scalar, length) = decode(at, limit)
      let properties = table.properties(of: scalar)
      switch properties.characterClass {
      case .letter:
        letters += 1
        flags.formUnion(script(of: scalar, properties))
        if properties.isUppercase { capitals += 1 }
        if properties.isLowercase { flags.insert(.lowercase) }
        if letters == 1, properties.isUppercase { flags.insert(.capitalized) }
        if let fold = table.fold(scalar) {
          if fold == 0 { flags.insert(.marked) }
          hash.add(folded: fold)
        } else {
          for i in at..<at + length { hash.add(text[i]) }
        }
      case .mark, .ignorable:
        flags.insert(.marked)
        if let fold = table.fold(scalar) { hash.add(folded: fold) } else { for i in at..<at + length { hash.add(text[i]) } }
      case .digit:
        flags.insert(.digits)
        if let fold = table.fold(scalar) { hash.add(folded: fold) } else { for i in at..<at + length { hash.add(text[i]) } }
      case .apostrophe:
        guard joins(at, length, byte: 0x27, letters, start, limit) == .apostrophe else { break scanning }
        stem = hash
        flags.insert(.marked)
        if endsPossessive(after: at + length, limit) {
          flags.formUnion([.possessive, .nonASCII])
          at += length + 1
          append(start, at, TokenKey(rawValue: stem.value), .word, finished(flags, letters, capitals))
          return at
        }
      default:
        guard joinsDot(scalar, at, start, limit) else { break scanning }
        flags.insert(.marked)
      }
      flags.insert(.nonASCII)
      at += length
    }
    append(start, at, TokenKey(rawValue: hash.value), letters == 0 ? .number : .word, finished(flags, letters, capitals))
    return at
  }

  /// The script of a letter outside ASCII. Signs such as ʹ and µ belong to none; mathematical letters are Latin.
  @inline(__always)
  private func script(of scalar: UInt32, _ properties: CharacterProperties) -> Token.Flags {
    if properties.isLatin { return .latin }
    if properties.isCyrillic { return .otherScript }
    guard let fold = table.fold(scalar), scalar != 0xB5 else { return scalar == 0xB5 ? [] : .otherScript }
    return fold == 0 ? [] : fold & 0xFF < 0x80 ? .latin : .otherScript
  }

  private func finished(_ flags: Token.Flags, _ letters: Int, _ capitals: Int) -> Token.Flags {
    capitals > 1 && !flags.contains(.lowercase) ? flags.union(.allCaps) : flags
  }

  /// The scalar at `at` and its length in bytes. The text is valid UTF-8: `Draft` made sure of it.
  @inline(__always)
  func decode(_ at: Int, _ limit: Int) -> (scalar: UInt32, length: Int) {
    UTF8Scalar.decode(text, at, limit)
  }

  enum ASCIIClass: UInt8 { case space, newline, letter, digit, mark, nonASCII }

  static let ascii: [ASCIIClass] = (0..<256).map { byte in
    switch byte {
    case 0x0A, 0x0D: .newline
    case 0x00...0x20, 0x7F: .space
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x80...: .nonASCII
    default: .mark
    }
  }
}
