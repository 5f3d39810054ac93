import StetText

/// Finds the cues that tokens are by themselves.
struct CueSearch {
  private let draft: Draft
  private let lists = CueWords.shared
  private let marks = CueSearch.asciiMarks
  /// The words that have cues, in order: the token, and in the lower half the set of its cues.
  private(set) var words: ArraySlice<UInt64> = []
  /// The same of all other tokens.
  private(set) var others: ArraySlice<UInt64> = []
  /// Words among the tokens by which it is told whether the copy is about code.
  let wordsInSample: Int

  init(_ draft: Draft, _ pass: TokenPass) {
    self.draft = draft
    let sample = min(draft.tokens.count, TechnicalCopy.sample)
    wordsInSample = sample - pass.others.count(before: sample)
    searchWords(pass.words)
    searchOthers(pass.others)
  }

  /// The flags of words that are looked at whatever lists have.
  static let telling = unusual.union(.capitalized)
  private static let unusual: Token.Flags = [.marked, .nonASCII, .otherScript]

  private mutating func searchWords(_ candidates: TokenBits) {
    // In locals, so that they need not be loaded anew after each token.
    let tokens = draft.tokens, lists = self.lists
    var found = [UInt64](repeating: 0, count: candidates.count)
    var room = found.mutableSpan
    var count = 0
    candidates.forEach { i in
      let token = tokens[i]
      let shape = CueShape(token.flags)
      var cues = lists.cues(of: token.key, shape) | (shape == .capitalized ? Cue.capitalized.bit : 0)
      if !token.flags.isDisjoint(with: CueSearch.unusual) { cues |= self.cues(ofUnusual: token) }
      room[count] = UInt64(i) << Cue.bits | cues
      count &+= cues == 0 ? 0 : 1
    }
    words = found[..<count]
  }

  private mutating func searchOthers(_ candidates: TokenBits) {
    let tokens = draft.tokens
    var found = [UInt64](repeating: 0, count: candidates.count)
    var room = found.mutableSpan
    var count = 0
    candidates.forEach { i in
      room[count] = UInt64(i) << Cue.bits | cues(ofOther: tokens[i])
      count &+= 1
    }
    others = found[...]
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
