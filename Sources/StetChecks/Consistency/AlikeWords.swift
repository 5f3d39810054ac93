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
  private let skeleton = Skeleton.shared
  private let doublets = Doublets.numbers

  /// One way in which a word is written.
  private struct Form {
    let number: Int
    let token: Int
    /// How many letters it has; of ASCII alone, whatever stands in the draft, if `isPlain`.
    let letters: Int
    let isPlain: Bool
  }

  /// By number of word, whether it is one of them; nil if none is.
  static func all(in draft: Draft, _ capitals: CapitalWords) -> [Bool]? {
    var words = AlikeWords(draft, capitals)
    words.gather()
    // Of those that meet most are ordinary words, which count for nothing; without them few meet.
    var room = Room()
    let met = words.meeting(among: words.forms).filter { words.isNoWord($0, &room) }
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
    let tokens = draft.tokens
    var plain = [Int32](repeating: -1, count: capitals.count), others: [(number: Int, token: Int)] = []
    // By number: further places in letters of ASCII tell nothing new.
    var isSettled = [Bool](repeating: false, count: capitals.count)
    for (at, number) in capitals.numbers.enumerated() {
      let i = capitals.places[at], token = tokens[i], number = Int(number), isPlain = token.flags.isDisjoint(with: [.nonASCII, .marked])
      if isPlain && isSettled[number] { continue }
      guard Int(token.length) >= Spellings.shortest || doublets.value(of: token.key.rawValue) != 0 else {
        // It is as short wherever it stands in these letters.
        if isPlain { isSettled[number] = true }
        continue
      }
      guard token.flags.isDisjoint(with: [.otherScript, .quoted]) else { continue }
      if !mayBeName[number] { mayBeName[number] = SeenNames.isInMidSentence(i, draft) }
      if isPlain {
        plain[number] = Int32(truncatingIfNeeded: i)
        isSettled[number] = mayBeName[number]
      } else {
        others.append((number, i))
      }
    }
    forms.reserveCapacity(capitals.count)
    for number in plain.indices where plain[number] >= 0 && mayBeName[number] { addPlain(Int(plain[number]), number) }
    addOthers(others, plain)
  }

  /// Letters of ASCII: they are the same letters, and sound alike, wherever the word stands.
  private mutating func addPlain(_ i: Int, _ number: Int) {
    let stem = draft.stem(of: draft.tokens[i])
    if stem.count >= Spellings.shortest || partner(number) != nil { forms.append(Form(number: number, token: i, letters: stem.count, isPlain: true)) }
  }

  /// Words with accents or apostrophes may be written in several ways.
  private mutating func addOthers(_ others: [(number: Int, token: Int)], _ plain: [Int32]) {
    var seen = KeyTable(), letters: [UInt8] = []
    for (number, i) in others where mayBeName[number] {
      let stem = draft.stem(of: draft.tokens[i]), bytes = draft.text[stem.range]
      let isPlain = bytes.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
      if isPlain && plain[number] >= 0 { continue }
      let form = isPlain ? capitals.keys[number] : Skeleton.hash(Array(bytes), seed: 3)
      guard seen.value(of: form) == 0 else { continue }
      seen.add(TokenKey(rawValue: form), 1)
      if isPlain {
        addPlain(i, number)
        continue
      }
      NameReader(draft: draft).readLetters(stem, &letters)
      guard partner(number) != nil || letters.count >= Spellings.shortest && letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { continue }
      forms.append(Form(number: number, token: i, letters: letters.count, isPlain: false))
    }
  }

  private func partner(_ number: Int) -> UInt64? {
    let partner = doublets.value(of: capitals.keys[number])
    return partner == 0 ? nil : partner
  }

  // MARK: Meetings

  /// Buffers for reading words one after the other.
  private struct Room {
    var letters: [UInt8] = []
    var sound: [UInt8] = []
  }

  private func isNoWord(_ form: Form, _ room: inout Room) -> Bool {
    Spellings.isNoWord(letters(form, &room), TokenKey(rawValue: capitals.keys[form.number]))
  }

  /// The letters of a word, without accents, in any case.
  private func letters(_ form: Form, _ room: inout Room) -> ArraySlice<UInt8> {
    let stem = draft.stem(of: draft.tokens[form.token])
    if form.isPlain { return draft.text[stem.range] }
    NameReader(draft: draft).readLetters(stem, &room.letters)
    return room.letters[...]
  }

  /// What a word with accents sounds like, which may be more than its letters.
  private func oddSound(_ form: Form, _ room: inout Room) -> UInt64 {
    skeleton.strictHash(of: draft.text[draft.stem(of: draft.tokens[form.token]).range], letters: &room.sound)
  }

  /// Those that share a key with another word.
  private func meeting(among forms: [Form]) -> [Form] {
    guard forms.count > 1 else { return [] }
    var owners = KeyOwners(forms.reduce(0) { $0 + MeetingKeys.limit(letters: $1.letters) }), room = Room()
    var isMet = [Bool](repeating: false, count: capitals.count)
    let text = draft.text
    for form in forms {
      if form.isPlain {
        // No slice, which would have to count who holds the text.
        let letters = text.span.extracting(draft.stem(of: draft.tokens[form.token]).range)
        meet(form.number, letters, sound: skeleton.strictHash(ofLetters: letters), &owners, &isMet)
      } else {
        let sound = oddSound(form, &room)
        NameReader(draft: draft).readLetters(draft.stem(of: draft.tokens[form.token]), &room.letters)
        meet(form.number, room.letters.span, sound: sound, &owners, &isMet)
      }
    }
    return forms.filter { isMet[$0.number] }
  }

  /// Looks for the words that have been met under one of the keys of a word.
  @inline(__always)
  private func meet(_ number: Int, _ letters: Swift.Span<UInt8>, sound: UInt64, _ owners: inout KeyOwners, _ isMet: inout [Bool]) {
    MeetingKeys.each(of: letters, sound: sound, partner(number), keeping: Spellings.ending) { key in
      let other = owners.owner(of: key, adding: number)
      guard other != number else { return }
      isMet[other] = true
      isMet[number] = true
    }
  }
}
