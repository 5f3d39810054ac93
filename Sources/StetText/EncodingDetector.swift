import StetICU

/// Finds out which 8-bit charset bytes are in that are not valid UTF-8.
///
/// Every charset of `LegacyCharset.all` is given a price in bits: how unexpected the words are that it makes of the bytes,
/// for the language that fits best. The cheapest wins if the next one that reads *other text* costs enough more; charsets
/// that read the same text do not compete.
struct EncodingDetector {
  /// A charset and the price of the text it makes.
  struct Reading {
    let charset: LegacyCharset
    let bits: Double
    /// Bits per character of the words with bytes outside ASCII: about 5 for a language, 8 and more for rubbish.
    let bitsPerCharacter: Double
  }

  struct Result {
    let name: String
    let form: CharsetForm
    let isCertain: Bool
  }

  /// Bits by which the best reading must beat the next for a draft to be read, and for it to be written. Chosen with
  /// 90,000 drafts made of 1 to 20 random words of the tests' samples, alone and in English: none was read wrong beyond
  /// doubt, one in 800 wrong in doubt (half of them Spanish from an old Macintosh), a quarter were refused.
  static let readable = 6.5, certain = 14.0
  /// Bits per character above which the best reading is no text, or not beyond doubt.
  static let rubbish = 8.0, doubtful = 7.0

  private let bytes: [UInt8]
  private let sample: EncodingSample

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    sample = EncodingSample(bytes)
  }

  /// - Throws: `uncertainEncoding` with the likeliest names.
  func detect() throws(DraftError) -> Result {
    let readings = self.readings()
    guard let best = readings.first else { throw .uncertainEncoding(candidates: names(readings)) }
    let name = preferredName(of: best)
    let margin = (readings.first { !readsAlike($0.charset, best.charset) }?.bits ?? .infinity) - best.bits
    guard margin >= EncodingDetector.readable, best.bitsPerCharacter <= EncodingDetector.rubbish, !sample.hasControls else {
      throw .uncertainEncoding(candidates: names(readings))
    }
    let isCertain = margin >= EncodingDetector.certain && best.bitsPerCharacter <= EncodingDetector.doubtful
    return Result(name: name.name, form: .singleByte(name.charset), isCertain: isCertain)
  }

  /// All charsets in which every byte means something, the cheapest first.
  func readings() -> [Reading] {
    LegacyCharset.all.filter { charset in
      (0x80...0xFF).allSatisfy { sample.counts[$0] == 0 || charset.kinds[$0] != .control }
    }.map { reading($0) }.sorted { $0.bits < $1.bits }
  }

  /// The first in the list of charsets of those that make the same text.
  private func preferredName(of best: Reading) -> LegacyCharset {
    LegacyCharset.all.first { readsAlike($0, best.charset) } ?? best.charset
  }

  private func readsAlike(_ a: LegacyCharset, _ b: LegacyCharset) -> Bool {
    (0x80...0xFF).allSatisfy { sample.counts[$0] == 0 || a.charset.scalars[$0] == b.charset.scalars[$0] }
  }

  /// Up to three readings that differ, and ICU's guess, which may be a charset of many bytes.
  private func names(_ readings: [Reading]) -> [String] {
    var chosen: [LegacyCharset] = []
    for reading in readings where chosen.count < 3 && !chosen.contains(where: { readsAlike($0, reading.charset) }) {
      chosen.append(preferredName(of: reading))
    }
    var names = chosen.map(\.name)
    if let start = bytes.firstIndex(where: { $0 >= 0x80 }),
      let guess = try? Charset.guesses(for: Array(bytes[max(0, start - 1000)...].prefix(1 << 14))).first?.name,
      !names.contains(where: { $0.lowercased() == guess.lowercased() }), guess != "UTF-8"
    {
      names.append(guess)
    }
    return names
  }

  // MARK: Prices

  private func reading(_ charset: LegacyCharset) -> Reading {
    let ascii = charset.languages.map { language in language.script == .latin ? price(ofLettersIn: language) : .infinity }
    let runs = sample.runs.map { price($0, charset) }
    // Another language in a text costs some bits a word; words of ASCII in a Cyrillic text may be of any.
    // Least the languages English borrows from (the next three after it).
    let change = 4.0, loan = 2.0
    let cheapestASCII = ascii.min() ?? 0
    var best = Double.infinity
    for main in charset.languages.indices {
      var bits = charset.languages[main].script == .latin ? ascii[main] : cheapestASCII
      for prices in runs {
        let borrowed = main == 0 ? (prices[1...3].min() ?? .infinity) + loan : .infinity
        bits += min(prices[main], borrowed, (prices.min() ?? 0) + change)
      }
      best = min(best, bits)
    }
    let length = sample.runs.reduce(0) { $0 + $1.bytes.count }
    let minimal = runs.reduce(0) { $0 + ($1.min() ?? 0) }
    return Reading(charset: charset, bits: best + charset.rarity, bitsPerCharacter: minimal / Double(max(1, length)))
  }

  private func price(ofLettersIn language: Language) -> Double {
    (0..<26).reduce(0) { $0 + Double(sample.letters[$1]) * (language.cost(of: UInt16(0x61 + $1)) ?? 14) }
  }

  /// What a run costs in each language.
  private func price(_ run: EncodingSample.Run, _ charset: LegacyCharset) -> [Double] {
    var shared = 0.0
    var prices = [Double](repeating: 0, count: charset.languages.count)
    for i in run.bytes.indices {
      let byte = Int(run.bytes[i])
      if charset.kinds[byte].isLetter {
        for language in prices.indices { prices[language] += charset.costs[language][byte] }
        shared += LetterContext(run, i, charset).price
      } else {
        shared += MarkContext(run, i, charset).price
      }
    }
    return prices.map { $0 + shared }
  }
}

/// What stands around one byte of a run.
private struct MarkContext {
  let kind: ByteKind, before: ByteKind, after: ByteKind

  init(_ run: EncodingSample.Run, _ i: Int, _ charset: LegacyCharset) {
    kind = charset.kinds[Int(run.bytes[i])]
    before = charset.kinds[Int(i > 0 ? run.bytes[i - 1] : run.before)]
    after = charset.kinds[Int(i + 1 < run.bytes.count ? run.bytes[i + 1] : run.after)]
  }

  private var beginsWord: Bool { !before.isWordish && before != .closing && after != .space }
  private var endsWord: Bool { before != .space && before != .opening && !after.isLetter }

  /// Bits by which a mark is unexpected where it stands.
  var price: Double {
    switch kind {
    case .digit, .space, .opening, .closing: 4
    case .apostrophe: before.isWordish || after == .digit || endsWord ? 5 : 15
    case .openingSingle: beginsWord ? 7 : 15
    case .openingQuote: beginsWord ? 5 : endsWord ? 9 : 16
    case .closingQuote: endsWord ? 5 : beginsWord ? 12 : 16
    case .dash: before.isLetter && after == .lower ? 12 : isDashInPlace ? 5 : 17
    case .ellipsis: before == .opening || before.isLetter && after.isLetter ? 13 : after == .lower ? 9 : 6
    case .noBreakSpace: before.isLetter && after.isLetter || before == .space ? 8 : 6
    case .softHyphen: before.isLetter && after.isLetter ? 8 : 14
    case .sign: before.isLetter && after.isLetter ? 16 : after == .lower ? 14 : 10
    case .fraction: before.isLetter || after.isLetter ? 16 : 10
    case .oddity: 16
    case .control, .lower, .upper: 20
    }
  }

  private var isDashInPlace: Bool {
    before == .space && after == .space || before.isWordish && after.isWordish || before == .space && after == .closing
      || before == .closing && after == .space || before == .closingQuote || before == .noBreakSpace && after == .space
  }
}

/// A letter and what stands around it.
private struct LetterContext {
  let run: EncodingSample.Run, i: Int, charset: LegacyCharset

  init(_ run: EncodingSample.Run, _ i: Int, _ charset: LegacyCharset) {
    self.run = run
    self.i = i
    self.charset = charset
  }

  private func kind(_ i: Int) -> ByteKind {
    if i < 0 { return charset.kinds[Int(run.before)] }
    return charset.kinds[Int(i < run.bytes.count ? run.bytes[i] : run.after)]
  }

  /// Bits for what letters do not do: mix scripts or cases in a word, pile up without vowels, stand alone.
  var price: Double {
    let byte = run.bytes[i], previous = kind(i - 1)
    guard i > 0, previous.isLetter else { return kind(i + 1).isLetter ? (previous == .digit && byte >= 0x80 ? 6 : 0) : lonely }
    let last = run.bytes[i - 1]
    var bits = casePrice + soundPrice
    if charset.scripts[Int(byte)] != charset.scripts[Int(last)] { bits += 20 }
    if byte >= 0x80, last >= 0x80, charset.scripts[Int(byte)] == .latin { bits += 2 }
    return bits
  }

  /// A word of one letter.
  private var lonely: Double {
    guard run.bytes[i] >= 0x80 else { return 0 }
    let scalar = charset.charset.scalars[Int(run.bytes[i])]
    if charset.scripts[Int(run.bytes[i])] == .latin { return LetterContext.latinWords.contains(scalar) ? 1 : 7 }
    return (run.isAmongASCII ? 8 : 0) + (kind(i) == .upper ? 3 : 0)
  }

  /// The letters outside ASCII that are words in some language: French à, Spanish ó, Italian è, Portuguese é, Swedish å and ö.
  private static let latinWords = Set("àóèéåöÀÓÈÉÅÖ".utf16)

  private var casePrice: Double {
    switch (kind(i - 1), kind(i)) {
    case (.lower, .upper): 14
    case (.upper, .upper): 2
    case (.upper, .lower): i > 1 && kind(i - 2) == .upper ? 6 : 0
    default: 0
    }
  }

  /// Vowels and consonants take turns, more or less.
  private var soundPrice: Double {
    switch (charset.isVowel[Int(run.bytes[i - 1])], charset.isVowel[Int(run.bytes[i])]) {
    case (true, true): 2.6
    case (true, false): 0.3
    case (false, true): 0.7
    case (false, false): i > 1 && kind(i - 2).isLetter && !charset.isVowel[Int(run.bytes[i - 2])] ? 2.2 : 1.3
    }
  }
}
