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
    let token = tokens[i], key = token.key.rawValue
    var cues = key < 0x80 ? marks[Int(key)] : self.cues(ofWideMark: token)
    if cues & Cue.dash.bit != 0, token.flags.isDisjoint(with: [.spaceBefore, .first]) { cues &= ~Cue.dash.bit }
    if cues & Place.behindWord != 0, !CueSearch.isBehindWord(i, tokens) { cues |= Cue.orphanMark.bit }
    if cues & Place.any != 0, i + 1 < tokens.count { cues |= CueSearch.cues(of: cues, before: tokens[i + 1], isGlued: token.isGlued) }
    return cues & Cue.all
  }

  private static func isBehindWord(_ i: Int, _ tokens: [Token]) -> Bool {
    guard i > 0, !tokens[i].flags.contains(.spaceBefore) else { return false }
    return tokens[i - 1].kind == .word || tokens[i - 1].kind == .number
  }

  /// What only the next token tells of a mark.
  @inline(__always)
  private static func cues(of mark: UInt64, before next: Token, isGlued: Bool) -> UInt64 {
    // Points in a row.
    if mark & Place.behindWord != 0, next.isMark(".") { return Cue.orphanMark.bit }
    // A hyphen that is glued on one side only.
    if mark & Place.hyphen != 0 { return isGlued == next.isGlued ? 0 : Cue.gluedMark.bit }
    // An opening quotation mark has its place before a word.
    guard mark & Place.beforeSpace != 0, next.kind == .word, next.isGlued, isGlued || mark & Place.quotation == 0 else { return 0 }
    return Cue.gluedMark.bit
  }

  /// Where a mark has its place: stands among its cues, above them.
  private enum Place {
    static let behindWord: UInt64 = 1 << Cue.bits, beforeSpace: UInt64 = 2 << Cue.bits, quotation: UInt64 = 4 << Cue.bits
    static let hyphen: UInt64 = 8 << Cue.bits, any = behindWord | beforeSpace | hyphen
  }

  /// What ASCII marks are a cue for.
  private static let asciiMarks: [UInt64] = {
    var marks = [UInt64](repeating: 0, count: 128)
    func add(_ cue: Cue, _ text: String) { for byte in text.utf8 { marks[Int(byte)] |= cue.bit } }
    func add(_ place: UInt64, _ text: String) { for byte in text.utf8 { marks[Int(byte)] |= place } }
    add(Place.behindWord, ",;?!.")
    add(Place.beforeSpace, ".!?,:)'\"")
    add(Place.quotation, "\"")
    add(Place.hyphen, "-")
    add(.orphanMark, "()[")
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
    case 0x2019: return Cue.singleMark.bit | Place.beforeSpace
    case 0x201C, 0x201D: return Place.beforeSpace | Place.quotation
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
