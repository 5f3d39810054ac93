import StetICU
import StetNames
import StetText

/// What the systems of a language make of some of its words.
struct RenderedWords: Sendable {
  private(set) var forms: [(key: TokenKey, systems: SystemSet)] = []
  private(set) var strict = StrictKeyPool()
  /// For each word where its forms, and its strict keys, end.
  private(set) var formEnds: [Int] = []
  private(set) var strictEnds: [Int] = []
  /// Hashes of the texts of the word at hand, and the places of their forms: most systems agree on most words.
  private var seen: [(hash: UInt64, form: Int)] = []
  private var letters: [UInt8] = []
  private var key: [UInt8] = []

  init(_ language: SourceWordCollector.Language, _ range: Range<Int>, _ romanizer: inout Romanizer) throws(ICUError) {
    let systems = RomanizationSystems.shared.all.enumerated().filter { $0.element.language == language.name }
    var found = self
    try romanizer.forEach(in: NameBatch(language.words[range]), by: systems.map(\.element)) { word, system, latin in
      found.begin(word)
      found.add(latin, systems[system].offset)
    }
    found.begin(range.count)
    self = found
  }

  /// Ends the words before this one.
  private mutating func begin(_ word: Int) {
    while formEnds.count < word {
      formEnds.append(forms.count)
      strictEnds.append(strict.count)
      seen.removeAll(keepingCapacity: true)
    }
  }

  private mutating func add(_ latin: [UInt16], _ system: Int) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in latin { hash = (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3 }
    for known in seen where known.hash == hash {
      if known.form >= 0 { forms[known.form].systems.insert(system) }
      return
    }
    guard !latin.isEmpty, let isPlain = RenderedWords.isPlain(latin) else {
      seen.append((hash, -1))
      return
    }
    let token = TokenKey(lettersOf: latin)
    let at = forms[(formEnds.last ?? 0)...].firstIndex { $0.key == token } ?? forms.count
    if at == forms.count { forms.append((token, SystemSet())) }
    forms[at].systems.insert(system)
    seen.append((hash, at))
    addStrictKey(latin, withoutMarks: false)
    if !isPlain { addStrictKey(latin, withoutMarks: true) }
  }

  private mutating func addStrictKey(_ latin: [UInt16], withoutMarks: Bool) {
    Skeleton.shared.strictKey(of: latin, withoutMarks: withoutMarks, letters: &letters, into: &key)
    strict.append(key, unlessAfter: strictEnds.last ?? 0)
  }

  /// Whether a text is ASCII; nil if a letter of another script is left: a table that lacks a letter of the name writes no
  /// usable form.
  private static func isPlain(_ text: [UInt16]) -> Bool? {
    var isPlain = true
    for unit in text where unit >= 0x80 {
      isPlain = false
      let properties = CharacterTable.shared.properties(of: UInt32(unit))
      guard properties.isLatin || properties.characterClass != .letter || (0x2B0...0x2FF).contains(unit) else { return nil }
    }
    return isPlain
  }
}

/// The case forms of some words of a language, in their own script and romanized.
struct DeclinedForms: Sendable {
  private(set) var forms: [WordForms.InflectedForm] = []
  /// For each word where its forms end.
  private(set) var ends: [Int] = []

  /// Case endings come through machine translation in the commonest systems only.
  static let systems = [
    "uk": ["KMU2010", "BGN-PCGN-1965", "Press-en"], "ru": ["BGN-PCGN-1947", "GOST52535-ICAO", "Press-en"],
  ]

  init(_ language: SourceWordCollector.Language, _ range: Range<Int>, _ romanizer: inout Romanizer) throws(ICUError) {
    var batch = NameBatch(), counts: [Int] = []
    var about: [(key: TokenKey, isAlsoFeminine: Bool)] = []
    for word in language.declined[range] {
      let inflected = Declension.forms(of: language.words[word.word], language: language.name, unit: word.unit)
      counts.append(inflected.count)
      for form in inflected {
        batch.append(form.text)
        about.append((TokenKey(lettersOf: form.text), form.isAlsoFeminine))
      }
    }
    let systems = (DeclinedForms.systems[language.name] ?? []).compactMap {
      RomanizationSystems.shared.system($0, language: language.name)
    }
    var found: [WordForms.InflectedForm] = [], formEnds: [Int] = []
    try romanizer.forEach(in: batch, by: systems) { form, _, latin in
      while formEnds.count < form { formEnds.append(found.count) }
      let key = TokenKey(lettersOf: latin)
      guard !found[(formEnds.last ?? 0)...].contains(where: { $0.key == key }) else { return }
      found.append(WordForms.InflectedForm(key: key, sourceKey: about[form].key, isAlsoFeminine: about[form].isAlsoFeminine))
    }
    while formEnds.count < batch.count { formEnds.append(found.count) }
    forms = found
    var at = 0
    for count in counts {
      at += count
      ends.append(at == 0 ? 0 : formEnds[at - 1])
    }
  }
}
