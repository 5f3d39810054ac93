import StetNames
import StetText

/// Finds the capitalised words of a draft that may be one name in two spellings, going by their letters alone: a few of many, among
/// which are all that can be. What stands around them is looked at afterwards.
struct AlikeWords {
  private let draft: Draft
  private let capitals: CapitalWords
  /// By number of word: it may stand in mid-sentence somewhere.
  private var mayBeName: [Bool]
  private var forms: [Form] = []
  private var keys = MeetingKeys()
  /// Room to work in.
  private var letters: [UInt8] = []
  private let skeleton = Skeleton.shared

  /// One way in which a word is written, with the keys by which it meets others.
  private struct Form {
    let number: Int
    let token: Int
    let keys: Range<Int>
  }

  /// By number of word, whether it is one of them; nil if none is.
  static func all(in draft: Draft, _ capitals: CapitalWords) -> [Bool]? {
    var words = AlikeWords(draft, capitals)
    words.gather()
    // Of those that meet most are ordinary words, which count for nothing; without them few meet.
    let met = words.meeting(among: words.forms).filter { words.isNoWord($0) }
    let numbers = words.meeting(among: met).map(\.number)
    guard !numbers.isEmpty else { return nil }
    var isAlike = [Bool](repeating: false, count: capitals.count)
    for number in numbers { isAlike[number] = true }
    return isAlike
  }

  private init(_ draft: Draft, _ capitals: CapitalWords) {
    self.draft = draft
    self.capitals = capitals
    mayBeName = [Bool](repeating: false, count: capitals.count)
  }

  // MARK: Forms

  private mutating func gather() {
    let tokens = draft.tokens, doublets = Doublets.numbers
    var plain = [Int32](repeating: -1, count: capitals.count), others: [(number: Int, token: Int)] = []
    for (at, number) in capitals.numbers.enumerated() {
      let i = capitals.places[at], token = tokens[i], number = Int(number)
      guard token.flags.isDisjoint(with: [.otherScript, .quoted]), Int(token.length) >= Spellings.shortest || doublets.value(of: token.key.rawValue) != 0
      else { continue }
      if !mayBeName[number] { mayBeName[number] = SeenNames.isInMidSentence(i, draft) }
      if token.flags.isDisjoint(with: [.nonASCII, .marked]) {
        if plain[number] < 0 { plain[number] = Int32(truncatingIfNeeded: i) }
      } else {
        others.append((number, i))
      }
    }
    keys.reserve(words: capitals.count)
    for number in plain.indices where plain[number] >= 0 && mayBeName[number] { addPlain(Int(plain[number]), number) }
    addOthers(others, plain)
  }

  /// Letters of ASCII: they are the same letters, and sound alike, wherever the word stands.
  private mutating func addPlain(_ i: Int, _ number: Int) {
    let bytes = draft.text[draft.stem(of: draft.tokens[i]).range]
    add(i, number, bytes, skeleton.strictHash(of: bytes, letters: &letters))
  }

  /// Words with accents or apostrophes may be written in several ways.
  private mutating func addOthers(_ others: [(number: Int, token: Int)], _ plain: [Int32]) {
    var seen = KeyTable(), folded: [UInt8] = []
    for (number, i) in others where mayBeName[number] {
      let stem = draft.stem(of: draft.tokens[i]), bytes = draft.text[stem.range]
      let isPlain = bytes.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
      if isPlain && plain[number] >= 0 { continue }
      let form = isPlain ? capitals.keys[number] : Skeleton.hash(Array(bytes), seed: 3)
      guard seen.value(of: form) == 0 else { continue }
      seen.add(TokenKey(rawValue: form), 1)
      NameReader(draft: draft).readLetters(stem, &folded)
      add(i, number, folded[...], skeleton.strictHash(of: bytes, letters: &letters))
    }
  }

  private mutating func add(_ i: Int, _ number: Int, _ letters: ArraySlice<UInt8>, _ sound: UInt64) {
    let partner = Doublets.partner(of: TokenKey(rawValue: capitals.keys[number]))
    guard partner != nil || letters.count >= Spellings.shortest && letters.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { return }
    let start = keys.all.count
    keys.add(letters: letters, sound: sound, partner)
    forms.append(Form(number: number, token: i, keys: start..<keys.all.count))
  }

  private mutating func isNoWord(_ form: Form) -> Bool {
    let key = TokenKey(rawValue: capitals.keys[form.number])
    NameReader(draft: draft).readLetters(draft.stem(of: draft.tokens[form.token]), &letters)
    return Spellings.isNoWord(letters[...], key)
  }

  // MARK: Meetings

  /// Those that share a key with another word.
  private func meeting(among forms: [Form]) -> [Form] {
    guard forms.count > 1 else { return [] }
    var owners = KeyOwners(forms.reduce(0) { $0 + $1.keys.count })
    var isMet = [Bool](repeating: false, count: capitals.count)
    for form in forms {
      for key in form.keys {
        let other = owners.owner(of: keys.all[key], adding: form.number)
        guard other != form.number else { continue }
        isMet[other] = true
        isMet[form.number] = true
      }
    }
    return forms.filter { isMet[$0.number] }
  }
}
