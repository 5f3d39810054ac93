import CStetData
import StetICU

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
  private let lines: SortedLines

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
    lines = unsafe SortedLines(bytes)
  }

  /// Whether the list has a word, given in lower case.
  public func contains(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { unsafe lines.contains($0, in: bytes) }
  }

  /// Whether the list has a word as it stands in a draft, in UTF-8: case, accents and apostrophes count for nothing.
  public func contains(folding word: ArraySlice<UInt8>) -> Bool {
    // Nearly every word is letters of ASCII, and none of those needs to be made a string.
    guard word.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else {
      return contains(CharacterTable.shared.folded(String(decoding: word, as: UTF8.self)))
    }
    return unsafe word.withUnsafeBufferPointer { unsafe lines.contains($0, in: bytes, ignoring: 0x20) }
  }

  /// All words of the list, in UTF-8.
  public var words: [ArraySlice<UInt8>] { unsafe Array(bytes)[...].pieces(between: 10).filter { !$0.isEmpty } }

  /// All words of the list.
  public var all: [String] { words.map { String(decoding: $0, as: UTF8.self) } }
}

/// Finds a line among lines that are sorted by bytes. Knows where a line begins every so often and the head of that line, so that
/// a look-up searches a few numbers and then reads a few lines.
private struct SortedLines: Sendable {
  /// The first eight bytes of the first line that begins in each stretch, as a number, and where it begins.
  private var heads: [UInt64] = []
  private var starts: [Int] = []

  /// Short enough that few lines are read, long enough that the heads are soon made.
  private static let stretch = 128
  /// Eight line ends: what stands behind the end of a line, so that it comes before any line that goes on.
  private static let ends: UInt64 = 0x0A0A_0A0A_0A0A_0A0A

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    heads.reserveCapacity(bytes.count / SortedLines.stretch + 1)
    starts.reserveCapacity(bytes.count / SortedLines.stretch + 1)
    var next = 0
    while next < bytes.count {
      heads.append(unsafe SortedLines.head(at: next, in: bytes).value)
      starts.append(next)
      // The next line that begins in another stretch than this one.
      next = (next / SortedLines.stretch + 1) * SortedLines.stretch
      while unsafe next < bytes.count, unsafe bytes[next - 1] != 10 { next += 1 }
    }
  }

  /// Whether one of the lines is a word.
  ///
  /// - Parameter ignored: A bit in which the word's bytes may differ: that of capital letters, where there is nothing but letters.
  func contains(_ word: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, ignoring ignored: UInt8 = 0) -> Bool {
    let head = unsafe SortedLines.head(of: word, ignored)
    var at = start(before: head)
    while at < bytes.count {
      let line = unsafe SortedLines.head(at: at, in: bytes)
      if line.value > head { return false }
      if line.value == head {
        if line.length < 8 { return line.length == word.count }
        let order = unsafe SortedLines.compare(rest: at + 8, word, in: bytes, ignored)
        if order >= 0 { return order == 0 }
      }
      at += line.length
      while unsafe at < bytes.count, unsafe bytes[at] != 10 { at += 1 }
      at += 1
    }
    return false
  }

  /// Where the last of the known lines begins that surely come before all with a head.
  private func start(before head: UInt64) -> Int {
    var low = 0, high = heads.count
    while low < high {
      let middle = (low + high) / 2
      if heads[middle] < head { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : starts[low - 1]
  }

  /// The first eight bytes of the line at an offset, the first of them the highest, and how long the line is if it ends among them.
  @inline(__always)
  private static func head(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt64, length: Int) {
    guard start + 8 <= bytes.count else {
      let rest = unsafe UnsafeBufferPointer(rebasing: bytes[start...].prefix { $0 != 10 })
      return unsafe (head(of: rest, 0), rest.count)
    }
    var word = unsafe UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self))
    let difference = word ^ ends
    let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    if zeros == 0 { return (word.byteSwapped, 8) }
    let length = zeros.trailingZeroBitCount / 8
    let kept: UInt64 = 1 << UInt64(length * 8) - 1
    word = word & kept | ends & ~kept
    return (word.byteSwapped, length)
  }

  /// The same of a word.
  private static func head(of word: UnsafeBufferPointer<UInt8>, _ ignored: UInt8) -> UInt64 {
    var head: UInt64 = 0
    for i in 0..<8 { head = unsafe head << 8 | UInt64(i < word.count ? word[i] | ignored : 10) }
    return head
  }

  /// Below zero when what stands from an offset to the end of its line comes before a word without its first eight bytes, above
  /// when after.
  private static func compare(
    rest start: Int, _ word: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, _ ignored: UInt8
  ) -> Int {
    var at = start
    for i in 8..<max(8, word.count) {
      let byte = unsafe at < bytes.count ? bytes[at] : 10
      let wanted = unsafe word[i] | ignored
      // A line's end comes before anything.
      if byte == 10 { return -1 }
      if byte != wanted { return byte < wanted ? -1 : 1 }
      at += 1
    }
    return unsafe at >= bytes.count || bytes[at] == 10 ? 0 : 1
  }
}
