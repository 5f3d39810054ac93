import StetICU
import StetNames
import StetText

/// Names that news copy prints daily, as keys of tokens; made once.
struct KnownNames: Sendable {
  static let shared = KnownNames()

  /// Whole names that have lost their capitals, by their first word.
  private(set) var small: [TokenKey: [[TokenKey]]] = [:]
  /// Their first words.
  private(set) var smallHeads = KeySet([])
  /// The last words of names, of six letters and more, with the other words before them.
  private(set) var right: [TokenKey: (word: String, given: TokenKey?)] = [:]
  /// How the words of `right` are written.
  private(set) var shapes = NameShapes([])
  /// Spellings that are right, or are no slip.
  private(set) var admitted: Set<TokenKey> = []
  /// Forms of other languages, with what English prints.
  private(set) var foreign: [TokenKey: String] = [:]

  private init() {
    let names = WellKnownNames.all
    // Made at nearly every start: nothing is to grow twice.
    small.reserveCapacity(names.count * 2)
    right.reserveCapacity(names.count * 2)
    admitted.reserveCapacity(names.count * 2)
    foreign.reserveCapacity(names.count * 2)
    var words: [[UInt8]] = []
    for name in names { add(name, &words) }
    shapes = NameShapes(words)
    for (first, names) in small where names.count > 1 { small[first] = names.sorted { $0.count > $1.count } }
    smallHeads = KeySet(small.keys)
    for key in foreign.keys { kinds.add(key, KnownNames.isForeign) }
    for key in admitted { kinds.add(key, KnownNames.isAdmitted) }
    for key in right.keys { kinds.add(key, KnownNames.isRight) }
  }

  private mutating func add(_ name: WellKnownNames.Name, _ words: inout [[UInt8]]) {
    guard let last = name.words.last else { return }
    let keys = name.words.map { TokenKey(word: $0) }, forms = name.admitted.map { (text: $0, key: TokenKey(word: $0)) }
    let all = [(text: last, key: keys[keys.count - 1])] + forms
    if name.kind != .person || keys.count > 1 { small[keys[0], default: []].append(keys) }
    for form in all { admitted.insert(form.key) }
    guard name.kind != .word else { return }
    for form in forms where keys.count > 1 { small[keys[0], default: []].append(keys.dropLast() + [form.key]) }
    for form in forms where name.kind == .place { small[form.key, default: []].append([form.key]) }
    for form in name.foreign {
      // Keys know no accents: "Mariupól" has the key of Mariupol.
      let key = TokenKey(word: form)
      if key != all[0].key { foreign[key] = String(decoding: last, as: UTF8.self) }
    }
    for form in all where form.text.count >= 6 && !form.text.contains(UInt8(ascii: "-")) {
      let text = String(decoding: form.text, as: UTF8.self)
      // "Michel" is many people's given name.
      if WordList.givenNames.contains(text.lowercased()) { continue }
      right[form.key] = (text, name.kind == .person ? keys[0] : nil)
      words.append(CharacterTable.shared.foldedBytes(text))
    }
  }

  /// What of `foreign`, `admitted` and `right` a key is in, to be asked about every capitalised word.
  private(set) var kinds = KeyTable()
  static let isForeign: UInt64 = 1, isAdmitted: UInt64 = 2, isRight: UInt64 = 4

  // MARK: Without capitals

  /// The tokens of a known name in small letters that begins at a token.
  func lowercase(at i: Int, in segment: Range<Int>, of draft: Draft) -> Range<Int>? {
    guard let names = small[draft.tokens[i].key] else { return nil }
    return names.lazy.map { i..<i + $0.count }.first { range in
      guard range.upperBound <= segment.upperBound, range.allSatisfy({ draft.tokens[$0].isSmall }) else { return false }
      return names.contains { $0.count == range.count && zip($0, range).allSatisfy { $0 == draft.tokens[$1].key } }
        && range.dropFirst().allSatisfy { draft.tokens[$0].flags.contains(.spaceBefore) }
    }
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
      return kinds.value(of: key.rawValue) & KnownNames.isRight != 0 ? right[key] : nil
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
