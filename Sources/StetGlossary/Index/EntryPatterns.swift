import StetNames
import StetText

/// Writes the patterns of entries: the name in all its forms, listed forms, the name in its own script.
struct EntryPatterns {
  private(set) var list: PatternList
  private let forms: WordForms
  private let words: SourceWordCollector
  private let givenNames: GivenNameIndex

  init(_ forms: WordForms, _ words: SourceWordCollector, _ givenNames: GivenNameIndex) {
    self.forms = forms
    self.words = words
    self.givenNames = givenNames
    list = PatternList(forms)
  }

  /// `number` counts the entries of all glossaries.
  mutating func add(_ entry: Entry, _ number: UInt32) {
    let readings = words.readings[Int(number)]
    if !entry.term.isEmpty { addName(entry, readings, number) }
    for (i, form) in entry.acronyms.enumerated() { addListed(form, .acronym, .forbidden, number, i) }
    for (i, form) in entry.calques.enumerated() { addListed(form, .calque, .forbidden, number, i) }
    for (i, form) in entry.phrases.enumerated() { addListed(form, .phrase, .forbidden, number, i) }
    for (i, form) in entry.except.enumerated() { addListed(form, .exception, .admitted, number, i) }
    for (i, form) in entry.from.enumerated() { addSource(form, i, entry, readings[i], number) }
  }

  private mutating func addListed(_ form: String, _ role: Pattern.Role, _ status: Posting.Status, _ entry: UInt32, _ listed: Int) {
    list.add(PatternPlace.places(of: form, status), role, entry, listed)
  }

  // MARK: In its own script

  /// The name in its own script and its case forms there.
  private mutating func addSource(
    _ form: Entry.SourceForm, _ listed: Int, _ entry: Entry, _ reading: SourceReading, _ number: UInt32
  ) {
    let written = form.text.split(separator: " ")
    let declined = declinedWords(entry, reading)
    let places = written.enumerated().map { i, word in
      var places = PatternPlace.places(of: String(word), .preferred)
      guard declined.count == written.count, let word = declined[i], let last = places.indices.last else { return places }
      for form in forms.inflectedForms(reading.language, word) {
        places[last].alternatives.append(Alternative(key: form.sourceKey, status: .inflected, systems: 0))
      }
      return places
    }
    list.add(Array(places.joined()), .sourceWhole, number, listed)
    if entry.familyName != nil, places.count > 1, let family = places.last { list.add(family, .sourceFamily, number, listed) }
  }

  /// What each word, the patronymic among them, is declined as.
  private func declinedWords(_ entry: Entry, _ reading: SourceReading) -> [Int?] {
    guard !reading.declined.isEmpty else { return [] }
    var declined = reading.declined.map { $0 < 0 ? nil : Int?($0) }
    if let patronymic = reading.patronymic {
      let unit = Declension.Unit.given(entry.declensionGender)
      let known = patronymic.last.flatMap { words.languages[reading.language].known(DeclinedWord(word: $0, unit: unit)) }
      declined.insert(known, at: declined.count - 1)
    }
    return declined
  }

  // MARK: Names

  private mutating func addName(_ entry: Entry, _ readings: [SourceReading], _ number: UInt32) {
    let termWords = entry.term.split(separator: " ").map(String.init)
    let familyWords = familyRange(entry, termWords.count)
    let isName = entry.kind == .person || entry.kind == .place
    var whole = termWords.map { PatternPlace.places(of: $0, .preferred) }
    if isName { for i in whole.indices { addTermSkeletons(termWords[i], &whole[i]) } }
    var others: [[[PatternPlace]]] = []
    var patronymics: [[PatternPlace]] = []
    for reading in readings {
      let fits = reading.words.count == whole.count && zip(reading.words, whole).allSatisfy { $0.count == $1.count }
      if fits {
        for i in whole.indices { for j in whole[i].indices { merge(reading, reading.words[i][j], isName, &whole[i][j]) } }
      } else if reading.status == .derived {
        others.append(reading.words.map { $0.map { place(reading, $0, isName) } })
      }
      if reading.status == .derived {
        addInflected(reading, &whole)
        if let patronymic = reading.patronymic { patronymics.append(patronymic.map { place(reading, $0, isName) }) }
      }
    }
    if entry.kind == .person { addGivenNames(&whole, familyWords) }
    if let familyWords { listedFamilies(entry, &whole, familyWords) }
    list.assignSlots(&whole)
    addWhole(whole, familyWords, patronymics, number)
    if let familyWords { addFamily(Array(whole[familyWords].joined()), number) }
    for var other in others {
      list.assignSlots(&other)
      list.add(Array(other.joined()), .whole, number)
      if familyWords != nil, let last = other.last { addFamily(last, number) }
    }
    addListedWholes(entry, number)
  }

  /// Adds the renderings of a word to a place.
  private func merge(_ reading: SourceReading, _ word: Int, _ isName: Bool, _ place: inout PatternPlace) {
    for form in forms.forms(reading.language, word) {
      place.alternatives.append(Alternative(key: form.key, status: reading.status, systems: form.systems))
    }
    if isName { addStrictKeys(reading, word, &place) }
  }

  private func addStrictKeys(_ reading: SourceReading, _ word: Int, _ place: inout PatternPlace) {
    let numbers = forms.strictKeys(reading.language, word)
    guard !numbers.isEmpty else { return }
    var keys = place.strictKeys ?? []
    list.addStrictKeys(numbers, to: &keys)
    place.strictKeys = keys
  }

  /// A place of a word's renderings alone.
  private func place(_ reading: SourceReading, _ word: Int, _ isName: Bool) -> PatternPlace {
    var place = PatternPlace(length: words.languages[reading.language].words[word].utf8.count / 2)
    if isName { place.strictKeys = [] }
    merge(reading, word, isName, &place)
    return place
  }

  /// Case forms of each word, but those that are some system's nominative.
  private func addInflected(_ reading: SourceReading, _ whole: inout [[PatternPlace]]) {
    guard reading.words.count == whole.count, !reading.declined.isEmpty else { return }
    for i in whole.indices where reading.declined[i] >= 0 && whole[i].count == reading.words[i].count {
      guard let last = whole[i].indices.last else { continue }
      let nominatives = whole[i][last].alternatives.filter { $0.status > .inflected }.map(\.key)
      for form in forms.inflectedForms(reading.language, reading.declined[i]) where !nominatives.contains(form.key) {
        let status: Posting.Status = form.isAlsoFeminine ? .inflectedEitherSex : .inflected
        whole[i][last].alternatives.append(Alternative(key: form.key, status: status, systems: 0))
      }
    }
  }

  private mutating func addFamily(_ places: [PatternPlace], _ number: UInt32) {
    list.add(places, .family, number, family: 0..<UInt8(clamping: places.count))
  }

  private mutating func addTermSkeletons(_ word: String, _ places: inout [PatternPlace]) {
    let parts = word.split(separator: "-")
    guard parts.count == places.count else { return }
    for (i, part) in parts.enumerated() { places[i].strictKeys = list.strictKeys(ofTerm: String(part)) }
  }

  /// What else a person's given name is written as: Dmytro, Dmitry, Dzmitry.
  private func addGivenNames(_ whole: inout [[PatternPlace]], _ family: Range<Int>?) {
    for i in whole.indices where whole[i].count == 1 && (whole.count == 1 || family.map { !$0.contains(i) } ?? true) {
      guard let key = whole[i][0].alternatives.first?.key else { continue }
      for form in givenNames.forms(of: key) {
        whole[i][0].alternatives.append(Alternative(key: form.key, status: .guessed, systems: form.systems))
      }
    }
  }

  /// Which words of the term are the family name.
  private func familyRange(_ entry: Entry, _ words: Int) -> Range<Int>? {
    guard let family = entry.familyName, words > 0 else { return nil }
    let term = entry.term.split(separator: " "), wanted = family.split(separator: " ")
    for start in term.indices.reversed() where start + wanted.count <= term.count {
      if Array(term[start..<start + wanted.count]) == wanted { return start..<start + wanted.count }
    }
    return words - 1..<words
  }

  /// Adds a person's one-word admitted and forbidden forms to the family name's place.
  private func listedFamilies(_ entry: Entry, _ whole: inout [[PatternPlace]], _ family: Range<Int>) {
    guard family.count == 1, whole[family.lowerBound].count == 1 else { return }
    func add(_ form: String, _ status: Posting.Status) {
      whole[family.lowerBound][0].alternatives.append(Alternative(key: TokenKey(form), status: status, systems: 0))
    }
    for (forms, status) in [(entry.admit, Posting.Status.admitted), (entry.forbid, .forbidden)] {
      for form in forms where EntryPatterns.isOneWord(form) { add(form, status) }
      // An admitted whole name admits its family name alone.
      for form in forms where status == .admitted && family.lowerBound > 0 && !EntryPatterns.isOneWord(form) {
        if let last = form.split(separator: " ").last { add(String(last), status) }
      }
    }
  }

  private mutating func addWhole(
    _ whole: [[PatternPlace]], _ family: Range<Int>?, _ patronymics: [[PatternPlace]], _ number: UInt32
  ) {
    func familyPlaces(_ words: [[PatternPlace]], _ range: Range<Int>) -> Range<UInt8> {
      let before = words[..<range.lowerBound].joined().count
      return UInt8(clamping: before)..<UInt8(clamping: before + words[range].joined().count)
    }
    // A person of one name is found as the family name alone.
    if let family, family.count == whole.count { return }
    list.add(Array(whole.joined()), .whole, number, family: family.map { familyPlaces(whole, $0) } ?? 0..<0)
    for patronymic in patronymics {
      guard let family else { continue }
      let words = Array(whole[..<family.lowerBound]) + [patronymic] + Array(whole[family.lowerBound...])
      let range = family.lowerBound + 1..<family.upperBound + 1
      list.add(Array(words.joined()), .whole, number, family: familyPlaces(words, range))
    }
  }

  /// Admitted and forbidden forms of several words, and all those of anything but persons.
  private mutating func addListedWholes(_ entry: Entry, _ number: UInt32) {
    let isPerson = entry.familyName != nil
    for (i, form) in entry.admit.enumerated() where !(isPerson && EntryPatterns.isOneWord(form)) {
      addListed(form, .whole, .admitted, number, i)
    }
    for (i, form) in entry.forbid.enumerated() where !(isPerson && EntryPatterns.isOneWord(form)) {
      addListed(form, .whole, .forbidden, number, i)
    }
  }

  private static func isOneWord(_ form: String) -> Bool { Token.tokens(of: form).count == 1 }
}
