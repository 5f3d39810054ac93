import StetICU
import StetNames
import StetText

/// Names that news copy prints daily, as keys of tokens; made once.
struct KnownNames: Sendable {
  static let shared = KnownNames()

  /// The first words of names, for those that have lost their capitals.
  private(set) var smallHeads = KeySet([])
  /// What a key is, of `foreign`, admitted spellings and `right`, to be asked about every capitalised word.
  private(set) var kinds = KeyTable()
  static let isForeign: UInt64 = 1, isAdmitted: UInt64 = 2, isRight: UInt64 = 4
  /// How the words of `right` are written.
  private(set) var shapes = NameShapes([])

  // Few words of a draft get so far that these are asked, so that they are walked through: a dictionary takes longer to make.
  /// The first words of names that may lose their capitals, and where in `words` each name stands.
  private var heads: [TokenKey] = [], names: [Range<Int>] = []
  /// The words of all these names, one after the other.
  private var words: [TokenKey] = []
  /// The last words of names, of six letters and more, with the other words before them.
  private var right: [(key: TokenKey, word: ArraySlice<UInt8>, given: TokenKey?)] = []
  /// Forms of other languages, with what English prints.
  private var foreign: [(key: TokenKey, english: ArraySlice<UInt8>)] = []

  private init() {
    let known = WellKnownNames.all
    // Made at nearly every start: nothing is to grow twice.
    kinds.reserveCapacity(known.count * 3)
    for name in known { add(name) }
    shapes = NameShapes(right.map { KnownNames.folded($0.word) })
    smallHeads = KeySet(heads)
  }

  private static func folded(_ word: ArraySlice<UInt8>) -> [UInt8] {
    guard word.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { return CharacterTable.shared.foldedBytes(String(decoding: word, as: UTF8.self)) }
    return word.map { $0 | 0x20 }
  }

  private mutating func add(_ name: WellKnownNames.Name) {
    guard let last = name.words.last else { return }
    let keys = name.words.map { TokenKey(word: $0) }, own = keys[keys.count - 1]
    let given = name.kind == .person ? keys[0] : nil, isOfSeveral = keys.count > 1
    if name.kind != .person || isOfSeveral { addSmall(keys) }
    addRight(last, own, given, isWord: name.kind == .word)
    for form in name.admitted {
      let key = TokenKey(word: form)
      if name.kind != .word, isOfSeveral { addSmall(keys.dropLast() + [key]) }
      if name.kind == .place { addSmall([key]) }
      addRight(form, key, given, isWord: name.kind == .word)
    }
    guard name.kind != .word else { return }
    for form in name.foreign {
      // Keys know no accents: "Mariupól" has the key of Mariupol.
      let key = TokenKey(word: form)
      if key == own { continue }
      foreign.append((key, last))
      kinds.add(key, KnownNames.isForeign)
    }
  }

  /// A last word as it is or may be spelled.
  private mutating func addRight(_ word: ArraySlice<UInt8>, _ key: TokenKey, _ given: TokenKey?, isWord: Bool) {
    kinds.add(key, KnownNames.isAdmitted)
    // "Michel" is many people's given name.
    if isWord || word.count < 6 || word.contains(UInt8(ascii: "-")) || WordList.givenNames.contains(folding: word) { return }
    right.append((key, word, given))
    kinds.add(key, KnownNames.isRight)
  }

  private mutating func addSmall(_ keys: [TokenKey]) {
    heads.append(keys[0])
    names.append(words.count..<words.count + keys.count)
    words += keys
  }

  // MARK: Without capitals

  /// The tokens of a known name in small letters that begins at a token; of several names the longest.
  func lowercase(at i: Int, in segment: Range<Int>, of draft: Draft) -> Range<Int>? {
    let head = draft.tokens[i].key
    var longest: Range<Int>?
    for number in heads.indices where heads[number] == head {
      let name = words[names[number]], range = i..<i + name.count
      guard range.upperBound <= segment.upperBound, range.count > longest?.count ?? 0,
        zip(name, range).allSatisfy({ $0 == draft.tokens[$1].key && draft.tokens[$1].isSmall }),
        range.dropFirst().allSatisfy({ draft.tokens[$0].flags.contains(.spaceBefore) })
      else { continue }
      longest = range
    }
    return longest
  }

  // MARK: In other languages

  /// What English prints for a form that only other languages have.
  func english(_ key: TokenKey) -> String? {
    foreign.last { $0.key == key }.map { String(decoding: $0.english, as: UTF8.self) }
  }

  // MARK: With a slip

  /// What a slip in a known name should be.
  struct Slip {
    let right: String
    /// The given name of whoever bears it.
    let given: TokenKey?
    /// Letters are not only swapped, lost or added, which makes no other name.
    let isOtherLetter: Bool
    /// How many letters the word with the slip has.
    let letters: Int
  }

  /// What a capitalised word that no list knows should be, if a slip parts it from a known name.
  ///
  /// - Parameters:
  ///   - word: The word's letters, folded.
  ///   - isWord: Asked only of words that look like a known name.
  func slip(_ word: [UInt8], unless isWord: (String) -> Bool) -> Slip? {
    guard word.count >= 6, word.allSatisfy({ (0x61...0x7A).contains($0) }), shapes.hasNear(word.span), !isWord(String(decoding: word, as: UTF8.self))
    else { return nil }
    return edited(word).map { Slip(right: $0.name.word, given: $0.name.given, isOtherLetter: $0.isOtherLetter, letters: word.count) }
  }

  /// The known name that one slip makes a word of.
  private func edited(_ word: [UInt8]) -> (name: (word: String, given: TokenKey?), isOtherLetter: Bool)? {
    var letters = word
    func found() -> (word: String, given: TokenKey?)? {
      let key = TokenKey(folded: letters)
      guard kinds.value(of: key.rawValue) & KnownNames.isRight != 0, let name = right.last(where: { $0.key == key }) else { return nil }
      return (String(decoding: name.word, as: UTF8.self), name.given)
    }
    // The first letter and the last two stand: endings make other names and other forms.
    let end = letters.count - 2
    for i in 1..<end where i + 1 < end && letters[i] != letters[i + 1] {
      letters.swapAt(i, i + 1)
      if let name = found() { return (name, false) }
      letters.swapAt(i, i + 1)
    }
    for i in 1..<end {
      let letter = letters.remove(at: i)
      if let name = found() { return (name, false) }
      letters.insert(letter, at: i)
    }
    for i in 1...end {
      letters.insert(0, at: i)
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        letters[i] = letter
        if let name = found() { return (name, false) }
      }
      letters.remove(at: i)
    }
    for i in 1..<end {
      let own = letters[i]
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != own {
        letters[i] = letter
        if let name = found() { return (name, true) }
      }
      letters[i] = own
    }
    return nil
  }
}
