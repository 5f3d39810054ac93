import StetICU
import StetNames
import StetText

/// Makes the patterns and postings of an index, entry by entry.
struct IndexBuilder {
  private(set) var patterns: [Pattern] = []
  private(set) var postings: [Posting] = []
  private(set) var systems = SystemSetTable()
  private(set) var skeletons = SkeletonKeys()
  private let forms: WordForms
  private let givenNames: GivenNameIndex

  init(_ glossaries: [Glossary]) throws(ICUError) {
    let words = SourceWordCollector(glossaries)
    forms = try WordForms(words: words.words, declined: words.declined)
    givenNames = GivenNameIndex(forms, isNeeded: words.hasPersons)
    var number: UInt32 = 0
    for glossary in glossaries {
      for entry in glossary.entries {
        add(entry, number)
        number += 1
      }
    }
    postings.sort { ($0.key.rawValue, $0.pattern, $0.place) < ($1.key.rawValue, $1.pattern, $1.place) }
    mergeEqualPostings()
    skeletons.finish()
  }

  /// One posting for each key, pattern and place: the surest status, all systems.
  private mutating func mergeEqualPostings() {
    var merged: [Posting] = []
    merged.reserveCapacity(postings.count)
    for posting in postings {
      if let last = merged.last, last.key == posting.key, last.pattern == posting.pattern, last.place == posting.place {
        merged[merged.count - 1].status = max(last.status, posting.status)
        merged[merged.count - 1].systems = systems.number(of: systems[last.systems].union(systems[posting.systems]))
      } else {
        merged.append(posting)
      }
    }
    postings = merged
  }

  /// One place of a pattern under construction.
  private struct Place {
    var alternatives: [(key: TokenKey, status: Posting.Status, systems: SystemSet)] = []
    var length = 0
    /// Strict keys of the alternatives that names may be near to; nil for words of listed phrases.
    var strictKeys: [[UInt8]]?
    /// The slot of its strict keys, shared by all patterns that have this place.
    var slot: Int32 = -1

    mutating func merge(_ other: Place) {
      alternatives += other.alternatives
      for key in other.strictKeys ?? [] where !(strictKeys ?? []).contains(key) { strictKeys = (strictKeys ?? []) + [key] }
    }
  }

  private mutating func add(_ entry: Entry, _ number: UInt32) {
    if !entry.term.isEmpty { addName(entry, number) }
    for (i, form) in entry.acronyms.enumerated() { addListed(form, .acronym, .forbidden, number, i) }
    for (i, form) in entry.calques.enumerated() { addListed(form, .calque, .forbidden, number, i) }
    for (i, form) in entry.phrases.enumerated() { addListed(form, .phrase, .forbidden, number, i) }
    for (i, form) in entry.except.enumerated() { addListed(form, .exception, .admitted, number, i) }
    for (i, form) in entry.from.enumerated() { addSource(form, i, entry, number) }
  }

  /// The name in its own script and its case forms there.
  private mutating func addSource(_ form: Entry.SourceForm, _ listed: Int, _ entry: Entry, _ number: UInt32) {
    let words = form.text.split(separator: " ").map(String.init)
    let source = SourceWords(form, isPerson: entry.kind == .person, termWords: words.count)
    let places = words.enumerated().map { i, word in
      var places = IndexBuilder.places(of: word, .preferred)
      guard entry.kind == .person || entry.kind == .place, source.words.count == words.count, !places.isEmpty else { return places }
      guard let last = source.words[i].last else { return places }
      let declined = DeclinedWord(text: last, unit: source.unit(i, entry))
      for form in forms.inflectedForms(of: declined, language: source.language) {
        places[places.count - 1].alternatives.append((form.sourceKey, .inflected, SystemSet()))
      }
      return places
    }
    add(Array(places.joined()), .sourceWhole, number, listed)
    if entry.familyName != nil, places.count > 1, let family = places.last { add(family, .sourceFamily, number, listed) }
  }

  private mutating func addListed(_ form: String, _ role: Pattern.Role, _ status: Posting.Status, _ entry: UInt32, _ listed: Int) {
    add(IndexBuilder.places(of: form, status), role, entry, listed)
  }

  /// The words and marks of a listed form; hyphens join words and are no place of their own.
  private static func places(of form: String, _ status: Posting.Status) -> [Place] {
    Token.tokens(of: form).filter { !$0.isHyphen }.map {
      Place(alternatives: [($0.key, status, SystemSet())], length: Int($0.length))
    }
  }

  private mutating func add(
    _ places: [Place], _ role: Pattern.Role, _ entry: UInt32, _ listed: Int = 0, family: Range<UInt8> = 0..<0
  ) {
    guard !places.isEmpty, places.count <= 64, places.allSatisfy({ !$0.alternatives.isEmpty }) else { return }
    let candidates = family.isEmpty ? Array(places.indices) : family.map(Int.init)
    let anchor = candidates.max { (places[$0].length, $0) < (places[$1].length, $1) } ?? 0
    let pattern = UInt32(patterns.count)
    let hasSkeleton = places.allSatisfy { $0.slot >= 0 }
    patterns.append(
      Pattern(
        entry: entry, role: role, count: UInt8(places.count), anchor: UInt8(anchor), listed: UInt16(truncatingIfNeeded: listed),
        family: family, slots: hasSkeleton ? places.map(\.slot) : []))
    if hasSkeleton {
      let use = SkeletonKeys.Use(pattern: pattern, place: UInt8(anchor))
      skeletons.add(use, to: Int(places[anchor].slot))
    }
    for (i, place) in places.enumerated() {
      for (key, status, set) in place.alternatives {
        postings.append(
          Posting(key: key, pattern: pattern, place: UInt8(i), status: status, systems: systems.number(of: set)))
      }
    }
  }

  // MARK: Names

  private mutating func addName(_ entry: Entry, _ number: UInt32) {
    let termWords = entry.term.split(separator: " ").map { IndexBuilder.places(of: String($0), .preferred) }
    let familyWords = familyRange(entry, termWords.count)
    let isName = entry.kind == .person || entry.kind == .place
    var whole = termWords
    if isName {
      for (i, word) in entry.term.split(separator: " ").enumerated() { addTermSkeletons(String(word), &whole[i]) }
    }
    var others: [[[Place]]] = []
    var patronymics: [[Place]] = []
    for (form, status) in sourceForms(of: entry) {
      let source = SourceWords(form, isPerson: entry.kind == .person, termWords: termWords.count)
      let derived = source.words.map { $0.map { derivedPlace($0, source.language, status, isName) } }
      if derived.count == whole.count, zip(derived, whole).allSatisfy({ $0.count == $1.count }) {
        for i in whole.indices { for j in whole[i].indices { whole[i][j].merge(derived[i][j]) } }
      } else if status == .derived {
        others.append(derived)
      }
      if status == .derived { addInflected(entry, source, &whole) }
      if let patronymic = source.patronymic, status == .derived {
        patronymics.append(patronymic.map { derivedPlace($0, source.language, status, isName) })
      }
    }
    if entry.kind == .person { addGivenNames(entry, &whole, familyWords) }
    if let familyWords { listedFamilies(entry, &whole, familyWords) }
    assignSlots(&whole)
    addWhole(whole, familyWords, patronymics, number)
    if let familyWords { addFamily(Array(whole[familyWords].joined()), number) }
    for var other in others {
      assignSlots(&other)
      add(Array(other.joined()), .whole, number)
      if familyWords != nil, let last = other.last { addFamily(last, number) }
    }
    addListedWholes(entry, number)
  }

  /// Case forms of each word, but those that are some system's nominative.
  private func addInflected(_ entry: Entry, _ source: SourceWords, _ whole: inout [[Place]]) {
    guard source.words.count == whole.count else { return }
    for word in source.declined(for: entry) {
      for i in whole.indices where source.words[i].last == word.text && source.unit(i, entry) == word.unit {
        guard let last = whole[i].indices.last, whole[i].count == source.words[i].count else { continue }
        let nominatives = Set(whole[i][last].alternatives.filter { $0.status > .inflected }.map(\.key))
        for form in forms.inflectedForms(of: word, language: source.language) where !nominatives.contains(form.key) {
          whole[i][last].alternatives.append((form.key, form.isAlsoFeminine ? .inflectedEitherSex : .inflected, SystemSet()))
        }
      }
    }
  }

  private mutating func addFamily(_ places: [Place], _ number: UInt32) {
    add(places, .family, number, family: 0..<UInt8(clamping: places.count))
  }

  private mutating func assignSlots(_ words: inout [[Place]]) {
    for i in words.indices {
      for j in words[i].indices {
        if let keys = words[i][j].strictKeys { words[i][j].slot = Int32(skeletons.addSlot(keys)) }
      }
    }
  }

  /// The source forms, and where only the Ukrainian one is given the guessed Russian ones.
  private func sourceForms(of entry: Entry) -> [(Entry.SourceForm, Posting.Status)] {
    entry.from.map { ($0, .derived) } + SourceWordCollector.secondOriginals(of: entry).map { ($0, .guessed) }
  }

  private func addTermSkeletons(_ word: String, _ places: inout [Place]) {
    let parts = word.split(separator: "-").map(String.init)
    guard parts.count == places.count else { return }
    for (i, part) in parts.enumerated() { places[i].strictKeys = SkeletonKeys.strictKeys(of: part) }
  }

  /// What else a person's given name is written as: Dmytro, Dmitry, Dzmitry.
  private func addGivenNames(_ entry: Entry, _ whole: inout [[Place]], _ family: Range<Int>?) {
    for i in whole.indices where whole[i].count == 1 && (whole.count == 1 || family.map { !$0.contains(i) } ?? true) {
      guard let key = whole[i][0].alternatives.first?.key else { continue }
      for form in givenNames.forms(of: key) { whole[i][0].alternatives.append((form.key, .guessed, form.systems)) }
    }
  }

  private func derivedPlace(_ word: String, _ language: String, _ status: Posting.Status, _ isName: Bool) -> Place {
    guard let known = forms.word(word, language: language) else { return Place(length: word.utf8.count / 2) }
    let alternatives = known.forms.map { ($0.key, status, $0.systems) }
    return Place(alternatives: alternatives, length: word.utf8.count / 2, strictKeys: isName ? known.strictKeys : nil)
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
  private func listedFamilies(_ entry: Entry, _ whole: inout [[Place]], _ family: Range<Int>) {
    guard family.count == 1, whole[family.lowerBound].count == 1 else { return }
    for (forms, status) in [(entry.admit, Posting.Status.admitted), (entry.forbid, .forbidden)] {
      for form in forms where IndexBuilder.isOneWord(form) {
        whole[family.lowerBound][0].alternatives.append((TokenKey(form), status, SystemSet()))
      }
      // An admitted whole name admits its family name alone.
      for form in forms where status == .admitted && family.lowerBound > 0 && !IndexBuilder.isOneWord(form) {
        guard let last = form.split(separator: " ").last else { continue }
        whole[family.lowerBound][0].alternatives.append((TokenKey(String(last)), status, SystemSet()))
      }
    }
  }

  private mutating func addWhole(_ whole: [[Place]], _ family: Range<Int>?, _ patronymics: [[Place]], _ number: UInt32) {
    func familyPlaces(_ words: [[Place]], _ range: Range<Int>) -> Range<UInt8> {
      let before = words[..<range.lowerBound].joined().count
      return UInt8(clamping: before)..<UInt8(clamping: before + words[range].joined().count)
    }
    // A person of one name is found as the family name alone.
    if let family, family.count == whole.count { return }
    add(Array(whole.joined()), .whole, number, family: family.map { familyPlaces(whole, $0) } ?? 0..<0)
    for patronymic in patronymics {
      guard let family else { continue }
      let words = Array(whole[..<family.lowerBound]) + [patronymic] + Array(whole[family.lowerBound...])
      let range = family.lowerBound + 1..<family.upperBound + 1
      add(Array(words.joined()), .whole, number, family: familyPlaces(words, range))
    }
  }

  /// Admitted and forbidden forms of several words, and all those of anything but persons.
  private mutating func addListedWholes(_ entry: Entry, _ number: UInt32) {
    let isPerson = entry.familyName != nil
    for (i, form) in entry.admit.enumerated() where !(isPerson && IndexBuilder.isOneWord(form)) {
      addListed(form, .whole, .admitted, number, i)
    }
    for (i, form) in entry.forbid.enumerated() where !(isPerson && IndexBuilder.isOneWord(form)) {
      addListed(form, .whole, .forbidden, number, i)
    }
  }

  private static func isOneWord(_ form: String) -> Bool { Token.tokens(of: form).count == 1 }
}
