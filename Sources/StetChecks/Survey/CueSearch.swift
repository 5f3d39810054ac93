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
  /// The words with a capital, which would be most of those above.
  private(set) var capitals: [Int] = []
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
    let tokens = draft.tokens, lists = self.lists, last = tokens.count - 1
    var found = [UInt64](repeating: 0, count: candidates.count), capitals = [Int](repeating: 0, count: candidates.count)
    var room = found.mutableSpan, roomForCapitals = capitals.mutableSpan
    var count = 0, countOfCapitals = 0
    candidates.forEach { i in
      let token = tokens[i]
      let shape = CueShape(token.flags)
      roomForCapitals[countOfCapitals] = i
      countOfCapitals &+= shape == .capitalized ? 1 : 0
      var cues = lists.cues(of: token.key, shape, before: tokens[min(i &+ 1, last)].key)
      if !token.flags.isDisjoint(with: CueSearch.unusual) { cues |= self.cues(ofUnusual: token) }
      room[count] = UInt64(i) << Cue.bits | cues
      count &+= cues == 0 ? 0 : 1
    }
    words = found[..<count]
    capitals.removeLast(capitals.count - countOfCapitals)
    self.capitals = capitals
  }

  private mutating func searchOthers(_ candidates: TokenBits) {
    let tokens = draft.tokens
    var found = [UInt64](repeating: 0, count: candidates.count)
    var room = found.mutableSpan
    var count = 0
    candidates.forEach { i in
      let cues = cues(ofOther: i, tokens)
      room[count] = UInt64(i) << Cue.bits | cues
      count &+= cues == 0 ? 0 : 1
    }
    others = found[..<count]
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
  private func cues(ofOther i: Int, _ tokens: [Token]) -> UInt64 {
    let token = tokens[i]
    switch token.kind {
    case .word: return 0
    case .number: return Cue.number.bit | (token.length >= 5 ? Cue.styleHead.bit : 0)
    case .opaque: return Cue.opaque.bit
    case .punctuation: return self.cues(ofMark: i, tokens)
    }
  }

  @inline(__always)
  private func cues(ofMark i: Int, _ tokens: [Token]) -> UInt64 {
    let key = tokens[i].key.rawValue
    var cues = key < 0x80 ? marks[Int(key)] : self.cues(ofWideMark: tokens[i])
    if cues & Cue.dash.bit != 0, tokens[i].flags.isDisjoint(with: [.spaceBefore, .first]) { cues &= ~Cue.dash.bit }
    let isLoose = !CueSearch.isBeforeSpace(i, tokens) || cues & CueSearch.closing != 0 && !CueSearch.isBehindWord(i, tokens)
    return cues & Cue.all | (isLoose ? Cue.looseMark.bit : 0)
  }

  private static func isBehindWord(_ i: Int, _ tokens: [Token]) -> Bool {
    guard i > 0, !tokens[i].flags.contains(.spaceBefore) else { return false }
    return tokens[i - 1].kind == .word || tokens[i - 1].kind == .number
  }

  /// Stops may be parted by spaces.
  private static func isBeforeSpace(_ i: Int, _ tokens: [Token]) -> Bool {
    i + 1 == tokens.count || !tokens[i + 1].isGlued && !tokens[i + 1].isMark(".") && !tokens[i + 1].isMark("…")
  }

  /// Stands among the cues of a mark that has its place right behind a word.
  private static let closing: UInt64 = 1 << Cue.bits

  /// What ASCII marks are a cue for.
  private static let asciiMarks: [UInt64] = {
    var marks = [UInt64](repeating: 0, count: 128)
    func add(_ cue: Cue, _ text: String) { for byte in text.utf8 { marks[Int(byte)] |= cue.bit } }
    for byte in ",;?!.".utf8 { marks[Int(byte)] |= closing }
    add(.looseMark, "-()[")
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
      return token.key.rawValue == 0x2015 ? Cue.dash.bit : Cue.dash.bit | Cue.styleHead.bit
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
