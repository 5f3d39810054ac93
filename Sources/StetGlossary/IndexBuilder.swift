import StetICU
import StetNames
import StetText

/// Makes the patterns and postings of an index, entry by entry.
struct IndexBuilder {
  private(set) var patterns: [Pattern] = []
  private(set) var postings: [Posting] = []
  private(set) var systems = SystemSetTable()
  private let forms: WordForms
  /// Keys of ordinary words: a derived form that is one of them names nothing by itself.
  private static let english = Set(WordList.english.all.map { TokenKey($0) })

  init(_ glossaries: [Glossary]) throws(ICUError) {
    forms = try WordForms(words: IndexBuilder.sourceWords(of: glossaries))
    var number: UInt32 = 0
    for glossary in glossaries {
      for entry in glossary.entries {
        add(entry, number)
        number += 1
      }
    }
    postings.sort { ($0.key.rawValue, $0.pattern, $0.place) < ($1.key.rawValue, $1.pattern, $1.place) }
    mergeEqualPostings()
  }

  /// The distinct words of all source forms, by the language whose tables write them.
  private static func sourceWords(of glossaries: [Glossary]) -> [String: [String]] {
    var seen: [String: Set<String>] = [:], words: [String: [String]] = [:]
    for glossary in glossaries {
      for entry in glossary.entries where !entry.from.isEmpty {
        let termWords = entry.term.split(separator: " ").count
        for form in entry.from {
          let source = SourceWords(form, isPerson: entry.kind == .person, termWords: termWords)
          for part in source.words.joined() + (source.patronymic ?? []) where seen[source.language, default: []].insert(part).inserted {
            words[source.language, default: []].append(part)
          }
        }
      }
    }
    return words
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
  }

  private mutating func add(_ entry: Entry, _ number: UInt32) {
    if !entry.term.isEmpty { addName(entry, number) }
    for (i, form) in entry.acronyms.enumerated() { addListed(form, .acronym, .forbidden, number, i) }
    for (i, form) in entry.calques.enumerated() { addListed(form, .calque, .forbidden, number, i) }
    for (i, form) in entry.phrases.enumerated() { addListed(form, .phrase, .forbidden, number, i) }
    for (i, form) in entry.except.enumerated() { addListed(form, .exception, .admitted, number, i) }
    for (i, form) in entry.from.enumerated() {
      addListed(form.text, .sourceWhole, .preferred, number, i)
      let words = form.text.split(separator: " ")
      if entry.familyName != nil, words.count > 1, let family = words.last {
        addListed(String(family), .sourceFamily, .preferred, number, i)
      }
    }
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
    patterns.append(
      Pattern(
        entry: entry, role: role, count: UInt8(places.count), anchor: UInt8(anchor), listed: UInt16(truncatingIfNeeded: listed),
        family: family))
    let isOneWord = places.count == 1
    for (i, place) in places.enumerated() {
      for (key, status, set) in place.alternatives {
        if isOneWord, status == .derived, IndexBuilder.english.contains(key) { continue }
        postings.append(
          Posting(key: key, pattern: pattern, place: UInt8(i), status: status, systems: systems.number(of: set)))
      }
    }
  }

  // MARK: Names

  private mutating func addName(_ entry: Entry, _ number: UInt32) {
    let termWords = entry.term.split(separator: " ").map { IndexBuilder.places(of: String($0), .preferred) }
    let familyWords = familyRange(entry, termWords.count)
    var whole = termWords
    var patronymics: [[Place]] = []
    var familyAlone: [[Place]] = familyWords.map { [Array(whole[$0].joined())] } ?? []

    for form in entry.from {
      let source = SourceWords(form, isPerson: entry.kind == .person, termWords: termWords.count)
      let derived = source.words.map { $0.map { derivedPlace($0, source.language) } }
      if derived.count == whole.count, zip(derived, whole).allSatisfy({ $0.count == $1.count }) {
        for i in whole.indices { for j in whole[i].indices { whole[i][j].alternatives += derived[i][j].alternatives } }
      } else {
        add(Array(derived.joined()), .whole, number)
        if familyWords != nil, let last = derived.last { familyAlone.append(last) }
      }
      if let patronymic = source.patronymic { patronymics.append(patronymic.map { derivedPlace($0, source.language) }) }
    }
    if let familyWords {
      listedFamilies(entry, &whole, familyWords)
      familyAlone[0] = Array(whole[familyWords].joined())
    }
    addWhole(whole, familyWords, patronymics, number)
    for family in familyAlone { add(family, .family, number, family: 0..<UInt8(clamping: family.count)) }
    addListedWholes(entry, number)
  }

  private func derivedPlace(_ word: String, _ language: String) -> Place {
    let alternatives = forms.forms(of: word, language: language).map { ($0.key, Posting.Status.derived, $0.systems) }
    return Place(alternatives: alternatives, length: word.utf8.count / 2)
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
