import Dispatch
import StetICU
import StetNames
import StetText
import Synchronization

/// Every rendering of the words of source forms: keys with the systems that write them, and skeletons. All words' forms
/// stand in one array each, in the order of the words.
struct WordForms: Sendable {
  struct Form: Sendable {
    let key: TokenKey
    /// The number of the set of systems that write it so.
    let systems: UInt32
  }

  /// A case form, romanized.
  struct InflectedForm: Sendable {
    let key: TokenKey
    /// The key of the form in its own script.
    let sourceKey: TokenKey
    let isAlsoFeminine: Bool
  }

  private(set) var systems = SystemSetTable()
  /// Distinct strict keys of each word, of the renderings with their marks and without.
  private(set) var strict = StrictKeyPool()
  private var forms: [Form] = []
  private var formEnds: [Int] = []
  private var strictEnds: [Int] = []
  private var inflected: [InflectedForm] = []
  private var inflectedEnds: [Int] = []
  /// Where a language's words and its words to decline begin.
  private var firstWords: [Int] = []
  private var firstDeclined: [Int] = []

  /// Words that are romanized together. ICU, where it is needed, works best on about this many names at once.
  private static let batch = 200

  /// Below this many batches a second worker costs more than it brings.
  private static let fewBatches = 8

  /// Romanizes each word of each language once, by every system of the language, and its case forms by the commonest.
  init(_ languages: [SourceWordCollector.Language]) throws(ICUError) {
    var words: [WordBatch] = [], declined: [WordBatch] = []
    var wordCount = 0, declinedCount = 0
    for (number, language) in languages.enumerated() {
      firstWords.append(wordCount)
      firstDeclined.append(declinedCount)
      words += WordForms.batches(number, language.words.count)
      declined += WordForms.batches(number, language.declined.count)
      wordCount += language.words.count
      declinedCount += language.declined.count
    }
    for found in try WordForms.run(words, { batch, romanizer throws(ICUError) in
      try RenderedWords(languages[batch.language], batch.range, &romanizer)
    }) { add(found) }
    for found in try WordForms.run(declined, { batch, romanizer throws(ICUError) in
      try DeclinedForms(languages[batch.language], batch.range, &romanizer)
    }) { add(found) }
  }

  private static func batches(_ language: Int, _ count: Int) -> [WordBatch] {
    stride(from: 0, to: count, by: batch).map { WordBatch(language: language, range: $0..<min($0 + batch, count)) }
  }

  /// The results of all batches, in their order.
  private static func run<Found: Sendable>(
    _ batches: [WordBatch], _ work: @Sendable (WordBatch, inout Romanizer) throws(ICUError) -> Found
  ) throws(ICUError) -> [Found] {
    let workers = batches.count < fewBatches ? 1 : 2
    let results = Mutex<[Result<Found, ICUError>?]>(Array(repeating: nil, count: batches.count))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      var romanizer = Romanizer()
      for i in stride(from: worker, to: batches.count, by: workers) {
        let result: Result<Found, ICUError>
        do throws(ICUError) { result = .success(try work(batches[i], &romanizer)) } catch { result = .failure(error) }
        results.withLock { $0[i] = result }
      }
    }
    var found: [Found] = []
    for result in results.withLock({ $0 }) { if let result { found.append(try result.get()) } }
    return found
  }

  private mutating func add(_ words: RenderedWords) {
    let base = strict.count, first = forms.count
    for form in words.forms { forms.append(Form(key: form.key, systems: systems.number(of: form.systems))) }
    for end in words.formEnds { formEnds.append(first + end) }
    for end in words.strictEnds { strictEnds.append(base + end) }
    strict.append(words.strict)
  }

  private mutating func add(_ words: DeclinedForms) {
    let first = inflected.count
    inflected += words.forms
    for end in words.ends { inflectedEnds.append(first + end) }
  }

  // MARK: Asking

  /// The forms of a word; none if no table writes its language.
  func forms(_ language: Int, _ word: Int) -> ArraySlice<Form> {
    let i = firstWords[language] + word
    return forms[(i == 0 ? 0 : formEnds[i - 1])..<formEnds[i]]
  }

  /// The places of a word's strict keys in `strict`.
  func strictKeys(_ language: Int, _ word: Int) -> Range<Int> {
    let i = firstWords[language] + word
    return (i == 0 ? 0 : strictEnds[i - 1])..<strictEnds[i]
  }

  /// The romanized case forms of a word, by its number among those to decline.
  func inflectedForms(_ language: Int, _ declined: Int) -> ArraySlice<InflectedForm> {
    let i = firstDeclined[language] + declined
    return inflected[(i == 0 ? 0 : inflectedEnds[i - 1])..<inflectedEnds[i]]
  }
}

/// Some words of one language.
private struct WordBatch: Sendable {
  let language: Int
  let range: Range<Int>
}
