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
  case number, opaque, mark, stop, dash, singleMark, residue
  // Tokens and their neighbours.
  /// Two blanks or more stand before it on its line.
  case wideGap
  /// A word that stands again within the next five tokens.
  case recurring

  /// How many bits a cue's number needs, and all of them set.
  static let bits: UInt64 = 6, mask: UInt64 = 63

  /// The bit of a cue in a set of them.
  @inline(__always) var bit: UInt64 { 1 << UInt64(rawValue) }
}

/// How a word must be written for a list to mean it.
enum CueShape {
  /// Beginning with a small letter.
  case small
  /// With a capital and small letters.
  case capitalized
  case any
}

/// The words of all lists with what they are a cue for: one look-up a token serves every check.
struct CueWords: Sendable {
  static let shared = CueWords()

  private let table: KeyTable
  /// Which cues a word can be that begins small, has one capital at its head, or is written in another way.
  private let small, capitalized, other: UInt64

  private init() {
    var table = KeyTable()
    var masks: [UInt64] = [0, 0, 0]
    func add(_ cue: Cue, _ words: KeySet, _ shape: CueShape) {
      for key in words.keys { table.add(key, cue.bit) }
      if shape != .capitalized { masks[0] |= cue.bit }
      if shape != .small { masks[1] |= cue.bit }
      if shape == .any { masks[2] |= cue.bit }
    }
    add(.danglingWord, DanglingDeterminerCheck.cues, .small)
    add(.pronoun, PronounDoublingCheck.pronouns, .small)
    add(.articleOrSubject, MissingWordCheck.cues, .any)
    add(.verbHelper, VerbForms.cues, .any)
    add(.article, WrongArticleCheck.articles, .any)
    add(.and, RepeatedWordsCheck.cues, .any)
    add(.sentenceOpener, SentenceJoint.cues, .capitalized)
    add(.placeDeterminer, PossessivePlaceCheck.determiners, .small)
    add(.nameEnding, SplitNameCheck.words, .capitalized)
    add(.styleHead, StyleUses.headKeys, .any)
    add(.smallName, KnownNames.shared.smallHeads, .small)
    add(.trade, TechnicalCopy.cues, .any)
    add(.filler, Residue.cues, .any)
    self.table = table
    (small, capitalized, other) = (masks[0], masks[1], masks[2])
  }

  @inline(__always)
  func cues(of token: Token) -> UInt64 {
    let listed = table.value(of: token.key.rawValue)
    if listed == 0 { return 0 }
    return listed & (token.isSmall ? small : token.isCapitalizedWord ? capitalized : other)
  }
}
