import StetText

/// The pass over a draft's tokens that finds the cues that a token is by itself.
struct CueSearch {
  private let draft: Draft
  private let words = CueWords.shared
  private let marks = CueSearch.asciiMarks
  /// Every token that has cues, in order: the token, and in the lower half the set of its cues.
  private(set) var found: ArraySlice<UInt64> = []
  /// Words among the tokens by which it is told whether the copy is about code.
  private(set) var wordsInSample = 0

  init(_ draft: Draft) { self.draft = draft }

  mutating func run() {
    // In locals, so that they need not be loaded anew after each token.
    let tokens = draft.tokens, words = self.words
    let (candidates, candidateCount) = candidates
    var found = [UInt64](repeating: 0, count: candidateCount)
    var room = found.mutableSpan
    var count = 0, others = 0
    for candidate in candidates[..<candidateCount] {
      let token = tokens[Int(candidate)]
      var cues: UInt64
      if token.kind == .word {
        let shape = CueShape(token.flags)
        cues = words.cues(of: token.key, shape)
        if shape == .capitalized { cues |= Cue.capitalized.bit }
        if !token.flags.isDisjoint(with: CueSearch.unusual) { cues |= self.cues(ofUnusual: token) }
      } else {
        if candidate < TechnicalCopy.sample { others &+= 1 }
        cues = self.cues(ofOther: token)
      }
      guard cues != 0 else { continue }
      room[count] = UInt64(candidate) << Cue.bits | cues
      count &+= 1
    }
    self.found = found[..<count]
    wordsInSample = min(tokens.count, TechnicalCopy.sample) - others
  }

  private static let unusual: Token.Flags = [.marked, .nonASCII, .otherScript]

  /// The tokens that may have cues, and how many they are: all but small words that no list has. Found without a branch.
  private var candidates: (tokens: [UInt32], count: Int) {
    let tokens = draft.tokens, words = self.words
    var candidates = [UInt32](repeating: 0, count: tokens.count)
    var room = candidates.mutableSpan
    var count = 0
    let telling = CueSearch.unusual.union(.capitalized).rawValue
    for i in tokens.indices {
      let token = tokens[i]
      // The next one is written over it if it is none.
      room[count] = UInt32(truncatingIfNeeded: i)
      let other: UInt64 = token.kind == .word ? 0 : 1, isTold: UInt64 = token.flags.rawValue & telling == 0 ? 0 : 1
      count &+= Int(truncatingIfNeeded: words.mayHold(token.key) | other | isTold)
    }
    return (candidates, count)
  }

  private func cues(ofUnusual token: Token) -> UInt64 {
    let flags = token.flags
    var cues: UInt64 = 0
    if flags.isSuperset(of: [.marked, .lowercase]) { cues |= Cue.markedWord.bit }
    if flags.contains(.nonASCII), draft.text[token.span.range].contains(where: Self.mayBeTorn) { cues |= Cue.tornLead.bit }
    if flags.isSuperset(of: [.marked, .nonASCII]) { cues |= Cue.invisible.bit }
    if flags.contains(.otherScript) { cues |= flags.contains(.latin) ? Cue.otherScript.bit | Cue.mixedScript.bit : Cue.otherScript.bit }
    return cues
  }

  /// Leads of letters with accents, of combining accents and of Cyrillic: see `MojibakeCheck`.
  private static func mayBeTorn(_ byte: UInt8) -> Bool { byte == 0xC3 || byte == 0xCC || byte == 0xCD || byte == 0xD0 || byte == 0xD1 }

  @inline(__always)
  private func cues(ofOther token: Token) -> UInt64 {
    switch token.kind {
    case .word: return 0
    case .number: return Cue.number.bit | (token.length >= 5 ? Cue.styleHead.bit : 0)
    case .opaque: return Cue.opaque.bit
    case .punctuation: return Cue.mark.bit | self.cues(ofMark: token)
    }
  }

  @inline(__always)
  private func cues(ofMark token: Token) -> UInt64 {
    if token.key.rawValue < 0x80 {
      let cues = marks[Int(token.key.rawValue)]
      return cues & Cue.dash.bit != 0 && token.flags.isDisjoint(with: [.spaceBefore, .first]) ? cues & ~Cue.dash.bit : cues
    }
    return self.cues(ofWideMark: token)
  }

  /// What ASCII marks are a cue for.
  private static let asciiMarks: [UInt64] = {
    var marks = [UInt64](repeating: 0, count: 128)
    func add(_ cue: Cue, _ text: String) { for byte in text.utf8 { marks[Int(byte)] |= cue.bit } }
    add(.stop, ".!?")
    add(.dash, "-|")
    add(.singleMark, "`")
    add(.residue, "&<[{}%")
    add(.styleHead, "%")
    add(.sign, "\"=_\\^*`~|{}")
    return marks
  }()

  private func cues(ofWideMark token: Token) -> UInt64 {
    switch token.key.rawValue {
    case 0x2026: return Cue.stop.bit
    case 0x2013...0x2015:
      let dash = token.flags.isDisjoint(with: [.spaceBefore, .first]) ? 0 : Cue.dash.bit
      return token.key.rawValue == 0x2015 ? dash : dash | Cue.styleHead.bit
    case 0x2019: return Cue.singleMark.bit
    default: return token.flags.contains(.nonASCII) ? self.cues(ofRareMark: token) : 0
    }
  }

  private func cues(ofRareMark token: Token) -> UInt64 {
    var cues: UInt64 = 0
    switch draft.text[Int(token.start)] {
    case 0xC3, 0xD0, 0xD1: cues |= Cue.tornLead.bit
    case 0xEE, 0xEF: cues |= Cue.invisible.bit
    default: break
    }
    if token.isMark("\u{FFFD}") || token.isMark("€") { cues |= Cue.tornRest.bit }
    return cues
  }
}
