import StetICU

/// A word, a number, a punctuation mark or a stretch that is not prose, with its place in the draft. White space is no
/// token: it is the flag of the token after it.
public struct Token: Sendable {
  /// What the token is made of.
  public enum Kind: UInt8, Sendable {
    /// Letters with the marks and apostrophes inside them: "Kyiv", "Don’t", "Mar'yinka", "Zelenskyy’s", "14th".
    case word
    /// Digits with the points and commas inside them: "3,000", "1.5", "20:30".
    case number
    /// One mark or symbol.
    case punctuation
    /// A protected region inside prose: a code span, an address, a file name. Nothing is known of its inside.
    case opaque
  }

  /// How the token is written, and what stands around it. Inlined into other modules: checks ask once a token.
  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// The first letter is upper case.
    @inlinable public static var capitalized: Flags { Flags(rawValue: 1 << 0) }
    /// Two letters or more, all upper case.
    @inlinable public static var allCaps: Flags { Flags(rawValue: 1 << 1) }
    /// White space stands before it.
    @inlinable public static var spaceBefore: Flags { Flags(rawValue: 1 << 2) }
    /// A line ends before it (a wrapped line; paragraphs are segments).
    @inlinable public static var breakBefore: Flags { Flags(rawValue: 1 << 3) }
    /// Markup stands before it: emphasis marks, a link's bracket, a quotation mark of a wrapped block quotation.
    @inlinable public static var markupBefore: Flags { Flags(rawValue: 1 << 4) }
    /// The first token of its segment.
    @inlinable public static var first: Flags { Flags(rawValue: 1 << 5) }
    /// The word ends in 's or ’s, which its key leaves out.
    @inlinable public static var possessive: Flags { Flags(rawValue: 1 << 6) }
    /// It stands within quotation marks.
    @inlinable public static var quoted: Flags { Flags(rawValue: 1 << 7) }
    /// It has bytes outside ASCII.
    @inlinable public static var nonASCII: Flags { Flags(rawValue: 1 << 8) }
    /// It has letters of a script other than Latin.
    @inlinable public static var otherScript: Flags { Flags(rawValue: 1 << 9) }
    /// It has Latin letters.
    @inlinable public static var latin: Flags { Flags(rawValue: 1 << 10) }
    /// It has a combining mark, an apostrophe or an invisible character inside.
    @inlinable public static var marked: Flags { Flags(rawValue: 1 << 11) }
    /// It has digits.
    @inlinable public static var digits: Flags { Flags(rawValue: 1 << 12) }
    /// It has lower-case letters.
    @inlinable public static var lowercase: Flags { Flags(rawValue: 1 << 13) }
  }

  public let start: UInt32
  public let length: UInt32
  /// What the token is equal by. Of a word: the hash of its folded form without a possessive ending (`TokenKey`);
  /// of a punctuation mark: the scalar itself; of an opaque stretch: zero.
  public let key: TokenKey
  public let kind: Kind
  public var flags: Flags

  public init(start: Int, end: Int, key: TokenKey, kind: Kind, flags: Flags) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.length = UInt32(truncatingIfNeeded: end - start)
    self.key = key
    self.kind = kind
    self.flags = flags
  }

  @inlinable public var end: Int { Int(start) + Int(length) }
  @inlinable public var span: Span { Span(Int(start), end) }
  /// A word that begins with a small letter.
  @inlinable @inline(__always)
  public var isSmall: Bool { kind == .word && flags.contains(.lowercase) && flags.isDisjoint(with: [.capitalized, .digits]) }
  /// A mark that may be an apostrophe: a closing quotation mark, or a soft sign at the end of a name ("Igor’").
  public var isApostrophe: Bool { isMark("’") || isMark("'") || isMark("`") || isMark("´") }

  /// A punctuation token of this mark.
  @inlinable @inline(__always)
  public func isMark(_ scalar: Unicode.Scalar) -> Bool { kind == .punctuation && key.rawValue == UInt64(scalar.value) }
}

/// What words are compared by: a 64-bit hash of the folded form (no case, accents, apostrophes, soft-sign marks).
public struct TokenKey: Hashable, Sendable {
  public let rawValue: UInt64

  @inlinable @inline(__always) public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The key that a word standing in a draft has.
  public init(_ word: String) {
    self.init(folded: CharacterTable.shared.foldedBytes(word))
  }

  /// The same of a word’s bytes, for lists of words that nobody needs as strings.
  public init(word: ArraySlice<UInt8>) {
    guard word.allSatisfy({ $0 < 0x80 }) else {
      self.init(String(decoding: word, as: UTF8.self))
      return
    }
    let table = CharacterTable.shared
    var hash = FoldHash(), at = word.startIndex
    while at + 8 <= word.endIndex {
      let eight = word.span.word(at: at - word.startIndex)
      if eight.notLetters != 0 { break }
      hash.add(eight: eight.small)
      at += 8
    }
    for byte in word[at...] {
      if (0x61...0x7A).contains(byte | 0x20) {
        hash.add(byte | 0x20)
      } else if table.properties(of: UInt32(byte)).characterClass != .apostrophe {
        if let fold = table.fold(UInt32(byte)) { hash.add(folded: fold) } else { hash.add(byte) }
      }
    }
    self.init(rawValue: hash.value)
  }

  /// The key of a word that is folded already.
  public init(folded bytes: [UInt8]) { self.init(folded: bytes.span) }

  /// The same of bytes that somebody else has.
  public init(folded bytes: Swift.Span<UInt8>) {
    var hash = FoldHash(), at = 0
    while at + 8 <= bytes.count {
      hash.add(eight: bytes.word(at: at).bits)
      at += 8
    }
    for rest in at..<bytes.count { hash.add(bytes[rest]) }
    rawValue = hash.value
  }

  /// The key of a word of ASCII letters and digits.
  public init(ascii bytes: ArraySlice<UInt8>) {
    var hash = FoldHash()
    for byte in bytes { hash.add((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
    rawValue = hash.value
  }

  /// The key of a word's letters and digits alone: marks that would part it in a draft count for nothing.
  public init(lettersOf word: String) {
    let table = CharacterTable.shared
    var hash = FoldHash()
    for scalar in word.unicodeScalars {
      switch table.properties(of: scalar.value).characterClass {
      case .letter, .digit, .mark, .ignorable:
        if let fold = table.fold(scalar.value) { hash.add(folded: fold) } else { for byte in String(scalar).utf8 { hash.add(byte) } }
      default: continue
      }
    }
    rawValue = hash.value
  }

  /// The same for a word in UTF-16; characters outside the basic plane count for nothing.
  public init(lettersOf word: [UInt16]) {
    let table = CharacterTable.shared
    var hash = FoldHash()
    for unit in word {
      if unit >= 0x61, unit <= 0x7A {
        hash.add(UInt8(unit))
        continue
      }
      switch table.properties(of: UInt32(unit)).characterClass {
      case .letter, .digit, .mark, .ignorable:
        if let fold = table.fold(UInt32(unit)) {
          hash.add(folded: fold)
        } else if let scalar = Unicode.Scalar(unit) {
          for byte in String(scalar).utf8 { hash.add(byte) }
        }
      default: continue
      }
    }
    rawValue = hash.value
  }

  /// The key of a punctuation mark.
  public init(mark: Unicode.Scalar) { rawValue = UInt64(mark.value) }

  /// Whether it is no word's: see `FoldHash`.
  public var isMark: Bool { rawValue >> 63 == 0 }
}
