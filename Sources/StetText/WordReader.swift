import StetICU

/// Reads any word or number, one scalar after the other. `Tokenizer` reads the plain words of English by itself, eight bytes at a time.
struct WordReader {
  let text: [UInt8]
  let table = CharacterTable.shared
  let classes = ASCIIClass.all

  /// What a scalar outside ASCII begins; if it is no part of a token, its length and what it tells of the gap.
  func other(_ at: Int, _ limit: Int) -> (token: Token?, length: Int, gap: Token.Flags) {
    let (scalar, length) = decode(at, limit)
    switch table.properties(of: scalar).characterClass {
    case .space: return (nil, length, .spaceBefore)
    case .newline: return (nil, length, [.spaceBefore, .breakBefore])
    case .letter, .digit: return (word(from: at, to: limit), length, [])
    // A byte-order mark, a zero-width space: a reader sees nothing, and words on both sides stay neighbours.
    case .ignorable: return (nil, length, [])
    default:
      let mark = Token(start: at, end: at + length, key: TokenKey(rawValue: UInt64(scalar)), kind: .punctuation, flags: .nonASCII)
      return (mark, length, [])
    }
  }

  /// The word or number that begins at `start`.
  func word(from start: Int, to limit: Int) -> Token {
    var hash = FoldHash(), stem = hash
    var flags: Token.Flags = []
    var letters = 0, capitals = 0
    var at = start
    scanning: while at < limit {
      let byte = text[at]
      if byte < 0x80 {
        switch classes[Int(byte)] {
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
              return token(start, at, stem, .word, finished(flags, letters, capitals))
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
          return token(start, at, stem, .word, finished(flags, letters, capitals))
        }
      default:
        guard joinsDot(scalar, at, start, limit) else { break scanning }
        flags.insert(.marked)
      }
      flags.insert(.nonASCII)
      at += length
    }
    return token(start, at, hash, letters == 0 ? .number : .word, finished(flags, letters, capitals))
  }

  private func token(_ start: Int, _ end: Int, _ hash: FoldHash, _ kind: Token.Kind, _ flags: Token.Flags) -> Token {
    Token(start: start, end: end, key: TokenKey(rawValue: hash.value), kind: kind, flags: flags)
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
}
