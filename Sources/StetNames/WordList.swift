import CStetData

/// A list of words compiled into the binary: lower case, sorted by bytes, one a line. Nothing is loaded; a look-up
/// searches the bytes.
@safe
public struct WordList: @unchecked Sendable {  // the bytes are constant and live as long as the process
  /// Ordinary English words of three letters or more.
  public static let english = unsafe WordList(stet_data_english_words)
  /// Given names that English copy prints.
  public static let givenNames = unsafe WordList(stet_data_given_names)
  /// Common family names of English-speaking countries.
  public static let surnames = unsafe WordList(stet_data_surnames)
  /// Words that English dictionaries write with a capital: countries, peoples, brands, well-known names.
  public static let properWords = unsafe WordList(stet_data_proper_words)
  /// Titles, offices and the words they are made of.
  public static let titles = unsafe WordList(stet_data_titles)
  /// Words that a full stop belongs to: "etc", "gen".
  public static let abbreviations = unsafe WordList(stet_data_abbreviations)
  /// Words that may stand twice in a row in sound copy: "had", "very".
  public static let doubledWords = unsafe WordList(stet_data_doubled_words)
  /// Prepositions and adverbs that may end a verb and be followed by themselves: "in".
  public static let particles = unsafe WordList(stet_data_particles)
  /// Forms of the verbs that they end: "sworn".
  public static let particleVerbs = unsafe WordList(stet_data_particle_verbs)
  /// Ordinary English words of one or two letters.
  public static let shortWords = unsafe WordList(stet_data_short_words)
  /// Words of grammar: determiners, pronouns, prepositions, conjunctions, auxiliaries.
  public static let functionWords = unsafe WordList(stet_data_function_words)
  /// The commonest English words, the commonest first; not sorted, and not to be asked whether it has a word.
  public static let common = unsafe WordList(stet_data_common_words)
  /// Words that open a sentence and are no names.
  public static let sentenceOpeners = unsafe WordList(stet_data_sentence_openers)
  /// Words of grammar that a capital never suits in mid-sentence.
  public static let strayCapitals = unsafe WordList(stet_data_stray_capitals)
  /// Verb forms that show a clause.
  public static let finiteVerbs = unsafe WordList(stet_data_finite_verbs)
  /// Further words that a full stop belongs to: "viz", "quot".
  public static let shortForms = unsafe WordList(stet_data_short_forms)
  /// Names and particles of names that keep a small first letter.
  public static let lowerCaseNames = unsafe WordList(stet_data_lower_case_names)
  /// Countries and regions of one word.
  public static let regions = unsafe WordList(stet_data_regions)
  /// Kinds of people in the plural: "citizens".
  public static let persons = unsafe WordList(stet_data_persons)
  /// Lines that a site's machinery leaves in copy, and how such lines begin and end.
  public static let siteLines = unsafe WordList(stet_data_site_lines)

  /// Verbs of speaking, as attributions have them: said, wrote.
  public static let speechVerbs = unsafe WordList(stet_data_speech_verbs)

  /// Base forms of verbs that are neither nouns nor adjectives: accept, destroy.
  public static let verbBases = unsafe WordList(stet_data_verb_bases)
  /// Past forms of verbs that are no base forms: went, announced.
  public static let verbPasts = unsafe WordList(stet_data_verb_pasts)
  /// Past forms of verbs whose participle is another: went, wrote.
  public static let verbPurePasts = unsafe WordList(stet_data_verb_pure_pasts)
  /// Third-person forms of verbs that are no plurals of nouns: knows, goes.
  public static let verbSingulars = unsafe WordList(stet_data_verb_singulars)

  private let bytes: UnsafeBufferPointer<UInt8>

  private init(_ data: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?) {
    var length = 0
    let start = unsafe data(&length)
    let whole = unsafe UnsafeBufferPointer(start: start, count: length)
    // Comment lines come first.
    var at = 0
    while at < length, unsafe whole[at] == UInt8(ascii: "#") {
      while at < length, unsafe whole[at] != 10 { at += 1 }
      at += 1
    }
    unsafe bytes = UnsafeBufferPointer(rebasing: whole[min(at, length)...])
  }

  /// Whether the list has a word, given in lower case.
  public func contains(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { unsafe contains($0) }
  }

  private func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var low = 0, high = unsafe bytes.count
    while low < high {
      // The line around the middle.
      var start = (low + high) / 2
      while unsafe start > low && bytes[start - 1] != 10 { start -= 1 }
      let order = unsafe compare(start, word)
      if order == 0 { return true }
      if order > 0 {
        high = start
        continue
      }
      low = start
      while unsafe low < high && bytes[low] != 10 { low += 1 }
      low += 1
    }
    return false
  }

  /// All words of the list, in UTF-8.
  public var words: [ArraySlice<UInt8>] { unsafe Array(bytes)[...].pieces(between: 10).filter { !$0.isEmpty } }

  /// All words of the list.
  public var all: [String] { words.map { String(decoding: $0, as: UTF8.self) } }

  /// Below zero when the line that begins at an offset comes before a word, above when after.
  private func compare(_ start: Int, _ word: UnsafeBufferPointer<UInt8>) -> Int {
    for i in 0..<word.count {
      let byte = unsafe start + i < bytes.count ? bytes[start + i] : 10
      let wanted = unsafe word[i]
      // A line's end comes before anything.
      if byte == 10 { return -1 }
      if byte != wanted { return byte < wanted ? -1 : 1 }
    }
    return unsafe start + word.count >= bytes.count || bytes[start + word.count] == 10 ? 0 : 1
  }
}
