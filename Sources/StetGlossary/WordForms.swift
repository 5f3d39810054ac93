import Dispatch
import StetICU
import StetNames
import StetText
import Synchronization

/// Every rendering of the words of source forms: keys with the systems that write them, and skeletons.
struct WordForms: Sendable {
  struct Form: Sendable {
    let key: TokenKey
    var systems: SystemSet
  }

  /// What is known of one word of one language.
  struct Word: Sendable {
    var forms: [Form] = []
    /// Distinct strict keys, of the renderings with their marks and without.
    var strictKeys: [[UInt8]] = []
    /// Hashes of texts whose keys are made already, and the places of their forms: most systems agree on most words.
    fileprivate var seen: [(hash: UInt64, form: Int)] = []
  }

  /// A case form, romanized.
  struct InflectedForm: Sendable {
    let key: TokenKey
    /// The key of the form in its own script.
    let sourceKey: TokenKey
    let isAlsoFeminine: Bool
  }

  private var words: [String: [String: Word]] = [:]
  private var inflected: [String: [DeclinedWord: [InflectedForm]]] = [:]

  /// Case endings come through machine translation in the commonest systems only.
  static let inflectedSystems = [
    "uk": ["KMU2010", "BGN-PCGN-1965", "Press-en"], "ru": ["BGN-PCGN-1947", "GOST52535-ICAO", "Press-en"],
  ]

  /// ICU works best on about this many names at once.
  private static let batch = 200

  /// Words that one worker romanizes together.
  private enum Job {
    case words(language: String, Range<Int>)
    case declined(language: String, Range<Int>)
  }

  /// What came of a job.
  private enum Result: Sendable {
    case words([Word])
    case declined([[InflectedForm]])
  }

  /// Below this many jobs a second worker costs more than it brings: it opens every table anew.
  private static let fewJobs = 16

  /// Romanizes each word of each language once, by every system of the language, and its case forms by the commonest.
  init(words wanted: [String: [String]], declined: [String: Set<DeclinedWord>]) throws(ICUError) {
    guard !wanted.isEmpty else { return }
    let declined = declined.mapValues(Array.init)
    let jobs = WordForms.ranges(wanted).map { Job.words(language: $0, $1) }
      + WordForms.ranges(declined).map { Job.declined(language: $0, $1) }
    let results = try WordForms.run(jobs, wanted, declined)
    for (job, result) in zip(jobs, results) {
      switch (job, result) {
      case (.words(let language, let range), .words(let found)):
        for (i, word) in zip(range, found) { words[language, default: [:]][wanted[language, default: []][i]] = word }
      case (.declined(let language, let range), .declined(let found)):
        for (i, forms) in zip(range, found) { inflected[language, default: [:]][declined[language, default: []][i]] = forms }
      default: continue
      }
    }
  }

  private static func ranges<T>(_ lists: [String: [T]]) -> [(String, Range<Int>)] {
    lists.sorted { $0.key < $1.key }.flatMap { language, list in
      stride(from: 0, to: list.count, by: batch).map { (language, $0..<min($0 + batch, list.count)) }
    }
  }

  private static func run(
    _ jobs: [Job], _ words: [String: [String]], _ declined: [String: [DeclinedWord]]
  ) throws(ICUError) -> [Result] {
    let workers = jobs.count < fewJobs ? 1 : 2
    let results = Mutex<[Int: Swift.Result<Result, ICUError>]>([:])
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      var romanizer = Romanizer()
      for i in stride(from: worker, to: jobs.count, by: workers) {
        let result: Swift.Result<Result, ICUError>
        do throws(ICUError) {
          switch jobs[i] {
          case .words(let language, let range):
            result = .success(.words(try romanized(Array(words[language, default: []][range]), language, &romanizer)))
          case .declined(let language, let range):
            result = .success(.declined(try inflected(Array(declined[language, default: []][range]), language, &romanizer)))
          }
        } catch {
          result = .failure(error)
        }
        results.withLock { $0[i] = result }
      }
    }
    let found = results.withLock { $0 }
    var ordered: [Result] = []
    for i in jobs.indices { if let result = found[i] { ordered.append(try result.get()) } }
    return ordered
  }

  private static func romanized(_ list: [String], _ language: String, _ romanizer: inout Romanizer) throws(ICUError) -> [Word] {
    var found = [Word](repeating: Word(), count: list.count)
    let batch = NameBatch(list)
    for (number, system) in RomanizationSystems.shared.all.enumerated() where system.language == language {
      try romanizer.forEach(in: batch, by: system) { found[$0].add($1, number) }
    }
    for i in found.indices { found[i].seen = [] }
    return found
  }

  private static func inflected(
    _ words: [DeclinedWord], _ language: String, _ romanizer: inout Romanizer
  ) throws(ICUError) -> [[InflectedForm]] {
    let forms = words.map { Declension.forms(of: $0.text, language: language, unit: $0.unit) }
    let batch = NameBatch(forms.flatMap { $0.map(\.text) })
    var keys = [[TokenKey]](repeating: [], count: batch.count)
    for name in inflectedSystems[language] ?? [] {
      guard let system = RomanizationSystems.shared.system(name, language: language) else { continue }
      try romanizer.forEach(in: batch, by: system) { i, latin in
        let key = TokenKey(lettersOf: latin)
        if !keys[i].contains(key) { keys[i].append(key) }
      }
    }
    var at = 0
    return forms.map { forms in
      forms.flatMap { form in
        let source = TokenKey(lettersOf: form.text)
        defer { at += 1 }
        return keys[at].map { InflectedForm(key: $0, sourceKey: source, isAlsoFeminine: form.isAlsoFeminine) }
      }
    }
  }

  /// The romanized case forms of a word.
  func inflectedForms(of word: DeclinedWord, language: String) -> [InflectedForm] { inflected[language]?[word] ?? [] }

  /// The forms of a word; none if no table writes its language.
  func word(_ word: String, language: String) -> Word? { words[language]?[word] }
}

extension WordForms.Word {
  fileprivate mutating func add(_ latin: ArraySlice<UInt16>, _ system: Int) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in latin { hash = (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3 }
    for known in seen where known.hash == hash {
      if known.form >= 0 { forms[known.form].systems.insert(system) }
      return
    }
    guard !latin.isEmpty, WordForms.Word.isLatin(latin) else {
      seen.append((hash, -1))
      return
    }
    let key = TokenKey(lettersOf: latin)
    let at = forms.firstIndex { $0.key == key } ?? forms.count
    if at == forms.count { forms.append(WordForms.Form(key: key, systems: SystemSet())) }
    forms[at].systems.insert(system)
    seen.append((hash, at))
    let text = String(decoding: latin, as: UTF16.self)
    for strict in SkeletonKeys.strictKeys(of: text) where !strictKeys.contains(strict) { strictKeys.append(strict) }
  }

  /// No letter of another script is left: a table that lacks a letter of the name writes no usable form.
  private static func isLatin(_ text: ArraySlice<UInt16>) -> Bool {
    text.allSatisfy { unit in
      if unit < 0x80 { return true }
      let properties = CharacterTable.shared.properties(of: UInt32(unit))
      return properties.isLatin || properties.characterClass != .letter || (0x2B0...0x2FF).contains(unit)
    }
  }
}
