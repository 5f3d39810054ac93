import StetICU

/// The key on which all variants of a name meet; never shown. (Not ICU's confusability skeleton.)
///
/// A *strict* key drops what romanization systems differ in: marks become digraphs, groups of letters that write one sound
/// become one class letter, w is v, y and j are i, an i before another vowel goes, doubled letters are single. "Zaluzhnyi",
/// "Zaloujny" and "Załużny" have different strict keys, but each is the key of some system's rendering, and a glossary's
/// entry keeps them all. A *loose* key has two classes of vowels and one for g and kh; a *looser* one has one vowel and
/// three classes of sibilants. Letters and costs are in `skeleton.tsv`.
///
/// One object, not a value: whoever makes the key of a word would copy it, with all its tables.
public final class Skeleton: Sendable {
  public static let shared = Skeleton()

  /// By scalar, below U+0250: up to two ASCII letters, the first lowest; zero if the scalar has none.
  private let marks: [UInt16]
  private let clusters: LetterClusters
  /// By two class letters: the cost of taking one for the other, in hundredths; 100 if nothing is known.
  let costs: [UInt8]

  private init() {
    var marks = [UInt16](repeating: 0, count: 0x250), costs = [UInt8](repeating: 100, count: 128 * 128)
    var clusters: [(letters: [UInt8], sound: UInt8)] = []
    let tab = UInt8(ascii: "\t")
    DataFile.forEachRow(DataFile.skeleton) { row in
      let kind = String(decoding: row.cut(at: tab), as: UTF8.self), from = row.cut(at: tab), to = row.cut(at: tab)
      switch kind {
      case "mark":
        guard let scalar = String(decoding: from, as: UTF8.self).unicodeScalars.first, scalar.value < 0x250, let first = to.first else { return }
        marks[Int(scalar.value)] = UInt16(first) | UInt16(to.dropFirst().first ?? 0) << 8
      case "cluster":
        if let sound = to.first { clusters.append((Array(from), sound)) }
      case "distance":
        guard let a = from.first, let b = to.first, a < 128, b < 128, let cost = Skeleton.hundredths(String(decoding: row.cut(at: tab), as: UTF8.self))
        else { return }
        costs[Int(a) * 128 + Int(b)] = cost
        costs[Int(b) * 128 + Int(a)] = cost
      default: return
      }
    }
    self.marks = marks
    self.clusters = LetterClusters(clusters)
    self.costs = costs
  }

  private static func hundredths(_ text: String) -> UInt8? {
    // "0.25", ".3": whole numbers do not occur.
    let digits = text.drop { $0 != "." }.dropFirst().prefix(2)
    guard let value = UInt8(digits) else { return nil }
    return digits.count == 1 ? value * 10 : value
  }

  // MARK: Keys

  /// Appends the lower-case ASCII letters of a word, marks written out as digraphs: "Čop" is "chop".
  @inline(__always)
  private func appendLetters(of word: some Sequence<UInt8>, to letters: inout [UInt8]) {
    var scalar: UInt32 = 0, missing = 0
    for byte in word {
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower >= 0x61, lower <= 0x7A { letters.append(lower) }
        continue
      }
      if byte >= 0xC0 {
        missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
        scalar = UInt32(byte) & (0x3F >> UInt32(missing))
        continue
      }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      missing -= 1
      if missing == 0 { append(scalar, to: &letters) }
    }
  }

  /// The same for a word in UTF-16, of the basic plane; on request with its marks dropped instead of written out.
  private func appendLetters(of word: [UInt16], withoutMarks: Bool, to letters: inout [UInt8]) {
    for unit in word {
      if unit < 0x80 {
        let lower = UInt8(unit) | 0x20
        if lower >= 0x61, lower <= 0x7A { letters.append(lower) }
      } else if withoutMarks, let fold = CharacterTable.shared.fold(UInt32(unit)) {
        if CharacterTable.shared.properties(of: UInt32(unit)).characterClass == .apostrophe { continue }
        append(folded: fold, to: &letters)
      } else {
        append(UInt32(unit), to: &letters)
      }
    }
  }

  private func append(_ scalar: UInt32, to letters: inout [UInt8]) {
    // The table has small letters; ICU's fold tells the rest, and of capitals the small letter is looked up first.
    let small = scalar < 0x250 ? Skeleton.lowercased(scalar) : scalar
    if small < 0x250, marks[Int(small)] != 0 {
      letters.append(UInt8(truncatingIfNeeded: marks[Int(small)]))
      if marks[Int(small)] >> 8 != 0 { letters.append(UInt8(marks[Int(small)] >> 8)) }
      return
    }
    if let fold = CharacterTable.shared.fold(scalar) { append(folded: fold, to: &letters) }
  }

  private func append(folded: UInt32, to letters: inout [UInt8]) {
    var fold = folded
    while fold != 0 {
      let byte = UInt8(truncatingIfNeeded: fold)
      if byte >= 0x61, byte <= 0x7A { letters.append(byte) }
      fold >>= 8
    }
  }

  /// The small letter of a capital of Latin-1 and Latin Extended-A, where capitals and small letters alternate.
  private static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE where scalar != 0xD7: return scalar + 32
    case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x100...0x137, 0x14A...0x177, 0x218...0x21B: return scalar | 1
    case 0x178: return 0xFF
    default: return scalar
    }
  }

  /// The strict key of a word given in UTF-8, in class letters; at most one a letter.
  ///
  /// - Parameters:
  ///   - word: The word; what is no letter counts for nothing.
  ///   - letters: Room to work in, so that nothing is allocated for a word.
  ///   - key: Receives the key; what it holds is dropped.
  public func strictKey(of word: ArraySlice<UInt8>, letters: inout [UInt8], into key: inout [UInt8]) {
    letters.removeAll(keepingCapacity: true)
    appendLetters(of: word, to: &letters)
    strictKey(ofLetters: letters.span, into: &key)
  }

  /// The strict key of a word in UTF-16, of the basic plane.
  ///
  /// - Parameter withoutMarks: Reads "Čop" as "cop", as newspapers that drop marks write it.
  public func strictKey(of word: [UInt16], withoutMarks: Bool, letters: inout [UInt8], into key: inout [UInt8]) {
    letters.removeAll(keepingCapacity: true)
    appendLetters(of: word, withoutMarks: withoutMarks, to: &letters)
    strictKey(ofLetters: letters.span, into: &key)
  }

  /// The strict key of a word of ASCII letters alone, in any case.
  public func strictKey(ofLetters letters: Swift.Span<UInt8>, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    forEachSound(of: letters) { append($0, to: &key) }
  }

  /// A hash of the strict key of a word given in UTF-8: words with one key have one hash. It takes less than the key.
  ///
  /// - Parameter letters: Room to work in.
  public func strictHash(of word: ArraySlice<UInt8>, letters: inout [UInt8]) -> UInt64 {
    letters.removeAll(keepingCapacity: true)
    appendLetters(of: word, to: &letters)
    return strictHash(ofLetters: letters.span)
  }

  /// The same of a word of ASCII letters alone, in any case.
  public func strictHash(ofLetters word: Swift.Span<UInt8>) -> UInt64 {
    var key = KeyHash()
    forEachSound(of: word) { key.append($0) }
    return key.hash
  }

  /// Hands over the sounds of letters of ASCII in any case, one by one.
  @inline(__always)
  private func forEachSound(of word: Swift.Span<UInt8>, _ body: (UInt8) -> Void) {
    guard Skeleton.hasForeignEnding(word) else { return forEachSound(ofPlain: word, body) }
    // "Smirnoff" is "Smirnov".
    var other = [UInt8](repeating: UInt8(ascii: "v"), count: word.count - 1)
    for i in 0..<word.count - 2 { other[i] = word[i] }
    forEachSound(ofPlain: other.span, body)
  }

  /// The same for a word with an ending of another kind.
  @inline(__always)
  private func forEachSound(ofPlain word: Swift.Span<UInt8>, _ body: (UInt8) -> Void) {
    // In a local, so that it need not be loaded anew after each letter.
    let clusters = self.clusters
    var at = 0, first = word.count > 0 ? word[0] | 0x20 : 0
    while at < word.count {
      let second = at &+ 1 < word.count ? word[at &+ 1] | 0x20 : 0
      if clusters.mayBegin(first, second), let cluster = clusters.longest(Skeleton.head(of: word, from: at)) {
        body(cluster.sound)
        at &+= cluster.length
        first = at < word.count ? word[at] | 0x20 : 0
        continue
      }
      if first == UInt8(ascii: "c"), second == UInt8(ascii: "e") || second == UInt8(ascii: "i") || second == UInt8(ascii: "y") {
        body(UInt8(ascii: "T"))
      } else {
        body(clusters.singles[Int(first & 127)])
        if first == UInt8(ascii: "x") { body(UInt8(ascii: "s")) }
      }
      at &+= 1
      first = second
    }
  }

  /// The letters from a place on, small and as many as a group may have, the first lowest.
  private static func head(of word: Swift.Span<UInt8>, from start: Int) -> UInt64 {
    var head: UInt64 = 0
    for at in (start..<min(start + LetterClusters.longest, word.count)).reversed() { head = head << 8 | UInt64(word[at] | 0x20) }
    return head
  }

  private static func hasForeignEnding(_ word: Swift.Span<UInt8>) -> Bool {
    guard word.count > 3, word[word.count - 1] | 0x20 == UInt8(ascii: "f"), word[word.count - 2] | 0x20 == UInt8(ascii: "f") else { return false }
    let vowel = word[word.count - 3] | 0x20
    return vowel == UInt8(ascii: "o") || vowel == UInt8(ascii: "e")
  }

  /// Drops doubled sounds, and an i before another vowel; so does `KeyHash`.
  @inline(__always)
  private func append(_ sound: UInt8, to key: inout [UInt8]) {
    if key.last == sound { return }
    switch sound {
    case UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "e"), UInt8(ascii: "u"):
      if key.last == UInt8(ascii: "i") { key.removeLast() }
      if key.last == sound { return }
    default: break
    }
    key.append(sound)
  }

  /// The loose key of a strict one: vowels in two classes, kh as g.
  public static func looseKey(of strict: [UInt8], into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    for sound in strict {
      switch sound {
      case UInt8(ascii: "X"): key.append(UInt8(ascii: "g"))
      case UInt8(ascii: "i"): key.append(UInt8(ascii: "e"))
      case UInt8(ascii: "o"), UInt8(ascii: "u"): key.append(UInt8(ascii: "a"))
      default: key.append(sound)
      }
    }
  }

  /// The looser key of a strict one: one vowel, sibilants in two classes, no final vowel.
  public static func looserKey(of strict: [UInt8], into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    for sound in strict {
      let kind = Skeleton.looserSound(sound)
      if key.last != kind { key.append(kind) }
    }
    if key.last == UInt8(ascii: "a") { key.removeLast() }
  }

  private static func looserSound(_ sound: UInt8) -> UInt8 {
    switch sound {
    case UInt8(ascii: "X"): UInt8(ascii: "g")
    case UInt8(ascii: "Q"), UInt8(ascii: "H"), UInt8(ascii: "C"), UInt8(ascii: "T"): UInt8(ascii: "s")
    case UInt8(ascii: "D"), UInt8(ascii: "J"), UInt8(ascii: "Z"): UInt8(ascii: "z")
    case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): UInt8(ascii: "a")
    default: sound
    }
  }
}
