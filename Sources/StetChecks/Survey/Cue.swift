import StetText

/// What makes a check look closer at a token: `Survey` lists the places of each in one pass over a draft, so that no check
/// walks over all of its tokens for itself.
enum Cue: Int, CaseIterable {
  // Words, by list and by how they are written.
  case danglingWord, pronoun, articleOrSubject, verbHelper, article, and, sentenceOpener, placeDeterminer, nameEnding
  case styleHead, smallName, trade, filler
  // Words, by how they are written.
  /// A capital and small letters, no digits.
  case capitalized
  /// An apostrophe or a mark inside, and small letters.
  case markedWord
  /// Letters of a script other than Latin, alone and beside Latin ones.
  case otherScript, mixedScript
  /// A character that may be a part of another one, torn by a wrong encoding; or one that nobody sees.
  case tornLead, tornRest, invisible
  // Tokens of other kinds.
  /// A bracket, or a mark that does not stand right behind a word as it should.
  case orphanMark
  /// A mark that may be glued to what it should be parted from.
  case gluedMark
  case number, opaque, stop, dash, singleMark, residue
  /// A mark that programs are full of.
  case sign
  // Tokens and their neighbours.
  /// Two blanks or more stand before it on its line.
  case wideGap
  /// A word that stands again within the next five tokens.
  case recurring

  /// The bit of a cue in a set of them.
  @inline(__always) var bit: UInt64 { 1 << UInt64(rawValue) }

  /// A set of cues takes so many bits at most; the last one is no cue’s (see `CueLists`).
  static let bits: UInt64 = 32
  /// All cues there may be.
  static let all: UInt64 = 1 << bits - 1
}

/// How a word is written, or must be written for a list to mean it.
enum CueShape: UInt64 {
  /// Beginning with a small letter.
  case small
  /// With a capital and small letters.
  case capitalized
  case any

  /// How a word with these flags is written; `any` is neither of the others.
  @inline(__always)
  init(_ flags: Token.Flags) {
    let telling = flags.intersection([.capitalized, .lowercase, .digits])
    self = telling == .lowercase ? .small : telling == [.capitalized, .lowercase] ? .capitalized : .any
  }
}

/// The words of all lists with what they are a cue for: one look-up a token serves every check.
struct CueWords: Sendable {
  static let shared = CueWords()

  /// The cues of a word that begins small, those of one with a capital and small letters, and those of one written in another way: each
  /// `span` bits further up. The cues of lists come first among all; behind them, a bit for each pair that the word is the first of.
  private let table: KeyTable
  private let followers: Followers
  /// The cues of each set of pairs.
  private let cuesOfPairs: [UInt64]
  /// Tells of most words that no list has them without a capital.
  let filter: CueFilter
  private static let lists = UInt64(Cue.filler.rawValue + 1), span = lists + UInt64(CuePair.limit)

  private init() {
    var table = KeyTable()
    var small: [TokenKey] = []
    func add(bit: UInt64, _ words: KeySet, _ shape: CueShape) {
      var cues: UInt64 = 0
      if shape != .capitalized { cues |= bit }
      if shape != .small { cues |= bit << CueWords.span }
      if shape == .any { cues |= bit << (2 * CueWords.span) }
      for key in words.keys {
        table.add(key, cues)
        // A word with a capital is looked up whatever the filter says.
        if shape != .capitalized { small.append(key) }
      }
    }
    func add(_ cue: Cue, _ words: KeySet, _ shape: CueShape) { add(bit: cue.bit, words, shape) }
    let pairs = DanglingDeterminerCheck.cues + MissingWordCheck.cues + VerbForms.cues + RepeatedWordsCheck.cues
    for (number, pair) in pairs.enumerated() { add(bit: 1 << (CueWords.lists + UInt64(number)), pair.words, pair.shape) }
    followers = Followers(pairs)
    cuesOfPairs = (0..<1 << CuePair.limit).map { set in
      pairs.indices.reduce(0) { set >> $1 & 1 == 0 ? $0 : $0 | pairs[$1].cue.bit }
    }
    add(.pronoun, PronounDoublingCheck.pronouns, .small)
    add(.article, WrongArticleCheck.articles, .any)
    add(.sentenceOpener, SentenceJoint.cues, .capitalized)
    add(.placeDeterminer, PossessivePlaceCheck.determiners, .small)
    add(.nameEnding, SplitNameCheck.words, .capitalized)
    add(.styleHead, StyleUses.headKeys, .any)
    add(.smallName, KnownNames.shared.smallHeads, .small)
    add(.trade, TechnicalCopy.cues, .any)
    add(.filler, Residue.cues, .any)
    self.table = table
    filter = CueFilter(small)
  }

  /// The cues that lists have for a word before another token.
  @inline(__always)
  func cues(of key: TokenKey, _ shape: CueShape, before next: TokenKey) -> UInt64 {
    let found = table.value(of: key.rawValue) &>> (shape.rawValue &* CueWords.span)
    let pairs = found &>> CueWords.lists & followers.pairs(endingWith: next)
    return found & (1 &<< CueWords.lists &- 1) | cuesOfPairs[Int(truncatingIfNeeded: pairs)]
  }
}

/// Tells of most words that no list has them: a bit for each key, by its uppermost bits but one.
struct CueFilter: Sendable {
  private let bits: [UInt64]
  private static let count: UInt64 = 17

  init(_ keys: [TokenKey]) {
    var bits = [UInt64](repeating: 0, count: 1 << Int(CueFilter.count - 6))
    for key in keys {
      let place = CueFilter.place(key)
      bits[Int(truncatingIfNeeded: place >> 6)] |= 1 << (place & 63)
    }
    self.bits = bits
  }

  @inline(__always)
  private static func place(_ key: TokenKey) -> UInt64 { (key.rawValue << 1) &>> (64 - count) }

  /// One if a list may have the word, else zero. A number, to be counted with.
  @inline(__always)
  func mayHold(_ key: TokenKey) -> UInt64 {
    let place = CueFilter.place(key)
    return bits[Int(truncatingIfNeeded: place >> 6)] &>> (place & 63) & 1
  }
}
