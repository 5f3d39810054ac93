import StetText

/// The one pass over a draft's tokens that finds all cues.
struct CueSearch {
  private let draft: Draft
  private let words = CueWords.shared
  /// Every token with each of its cues, in order: the token, and in the lowest bits the cue. One list grows faster than thirty.
  private var found: [UInt64] = []
  /// Words among the tokens by which it is told whether the copy is about code.
  private(set) var wordsInSample = 0

  private var recurring: [Int] = []

  init(_ draft: Draft) {
    self.draft = draft
    found.reserveCapacity(draft.tokens.count)
  }

  mutating func run() {
    // In locals, so that they need not be loaded anew after each token.
    let tokens = draft.tokens, words = self.words
    var found = self.found
    self.found = []
    var repeats = RepeatSearch()
    var end = 0
    for i in tokens.indices {
      let token = tokens[i]
      var cues: UInt64
      if token.kind == .word {
        if i < TechnicalCopy.sample { wordsInSample += 1 }
        cues = words.cues(of: token) | self.cues(ofWord: token)
        repeats.add(token.key.rawValue, at: i)
      } else {
        cues = self.cues(ofOther: token)
        repeats.addOther()
      }
      if Int(token.start) > end + 1, token.flags.contains(.spaceBefore) { cues |= Cue.wideGap.bit }
      end = token.end
      while cues != 0 {
        found.append(UInt64(i) << Cue.bits | UInt64(cues.trailingZeroBitCount))
        cues &= cues - 1
      }
    }
    self.found = found
    recurring = repeats.found.sorted()
  }

  /// The tokens of each cue, in ascending order.
  var places: [[Int]] {
    var counts = [Int](repeating: 0, count: Cue.allCases.count)
    for one in found { counts[Int(one & Cue.mask)] += 1 }
    var places = counts.map { count in
      var list: [Int] = []
      list.reserveCapacity(count)
      return list
    }
    for one in found { places[Int(one & Cue.mask)].append(Int(one >> Cue.bits)) }
    places[Cue.recurring.rawValue] = recurring
    return places
  }

  @inline(__always)
  private func cues(ofWord token: Token) -> UInt64 {
    let flags = token.flags
    var cues: UInt64 = 0
    if flags.isSuperset(of: [.capitalized, .lowercase]), !flags.contains(.digits) { cues |= Cue.capitalized.bit }
    if !flags.isDisjoint(with: [.marked, .nonASCII, .otherScript]) { cues |= self.cues(ofUnusual: token) }
    return cues
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
    switch token.key.rawValue {
    case 0x2E, 0x21, 0x3F, 0x2026: return Cue.stop.bit
    case 0x2C: return 0
    case 0x2D, 0x2013...0x2015, 0x7C: return token.flags.isDisjoint(with: [.spaceBefore, .first]) ? styleCue(token) : Cue.dash.bit | styleCue(token)
    case 0x60, 0x2019: return Cue.singleMark.bit
    case 0x26, 0x3C, 0x5B, 0x7B, 0x7D: return Cue.residue.bit
    case 0x25: return Cue.residue.bit | Cue.styleHead.bit
    default: return token.flags.contains(.nonASCII) ? self.cues(ofRareMark: token) : 0
    }
  }

  @inline(__always)
  private func styleCue(_ token: Token) -> UInt64 { token.key.rawValue == 0x2013 || token.key.rawValue == 0x2014 ? Cue.styleHead.bit : 0 }

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
