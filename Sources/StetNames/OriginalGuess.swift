import StetICU

/// A name in its own script that a Latin spelling may stand for.
public struct OriginalGuess: Sendable {
  public let language: String
  public let text: String
  /// The systems that write the original just as it was typed, marks left aside; never empty.
  public let systems: [RomanizationSystem]
  /// Higher is likelier; comparable within one name only.
  let score: Double
}

/// Reads Latin spellings back. Romanizing loses letters (Ukrainian г and х, и and й, soft signs), so that every answer is a
/// guess: every letter that may stand behind the Latin ones is tried, the likeliest sequences are kept and written forward
/// again.
///
///     var guesser = OriginalGuesser()
///     try guesser.guesses(for: "Zaluzhnyi", languages: ["uk"]).first?.text  // "Залужний"
public struct OriginalGuesser: ~Copyable {
  private var romanizer = Romanizer()
  private var tables: [String: ReverseTable] = [:]
  /// Given names by their folded Latin forms.
  private var givenNames: [String: Set<String>]?

  /// Sequences kept at each letter.
  private static let beam = 40
  /// A guess this much less likely than the best is none.
  private static let reach = 8.0
  /// Guesses kept for each word.
  private static let kept = 8
  /// Words longer than any name are not read.
  private static let longestWord = 40

  public init() {}

  /// The languages that are tried when none is named; the first are likelier.
  public static let languages = ["uk", "ru", "be", "bg", "sr", "mk"]
  /// Those whose names were counted, so that their guesses can be ranked.
  public static let ranked = ["uk", "ru", "be"]

  /// The likeliest originals, best first.
  public mutating func guesses(for name: String, languages: [String]) throws(ICUError) -> [OriginalGuess] {
    var all: [OriginalGuess] = []
    for language in languages { all += try guesses(for: name, language: language) }
    return all.sorted { ($1.score, $0.language, $0.text) < ($0.score, $1.language, $1.text) }
  }

  private mutating func guesses(for name: String, language: String) throws(ICUError) -> [OriginalGuess] {
    let words = name.split(omittingEmptySubsequences: true) { $0 == " " || $0 == "-" }.map(String.init)
    guard !words.isEmpty, words.allSatisfy({ $0.count <= OriginalGuesser.longestWord }) else { return [] }
    var lists: [[OriginalGuess]] = []
    for word in words { lists.append(try candidates(for: word, language)) }
    let separators = name.filter { $0 == " " || $0 == "-" }.map { String($0) }
    var whole: [OriginalGuess] = lists[0]
    for (i, list) in lists.enumerated().dropFirst() {
      let separator = i - 1 < separators.count ? separators[i - 1] : " "
      whole = whole.flatMap { left in list.map { OriginalGuesser.joined(left, $0, separator) } }
      whole = Array(whole.sorted { ($1.score, $0.text) < ($0.score, $1.text) }.prefix(OriginalGuesser.kept))
    }
    return whole.map {
      OriginalGuess(language: language, text: Capitals.copied(from: name, to: $0.text), systems: $0.systems, score: $0.score)
    }
  }

  /// Two words side by side: the systems that write both, or those of the first where none does.
  private static func joined(_ left: OriginalGuess, _ right: OriginalGuess, _ separator: String) -> OriginalGuess {
    let common = left.systems.filter(right.systems.contains)
    let systems = common.isEmpty ? left.systems + right.systems.filter { !left.systems.contains($0) } : common
    // One hand wrote both words by one system.
    let score = left.score + right.score - (common.isEmpty ? 4 : 0)
    return OriginalGuess(language: left.language, text: left.text + separator + right.text, systems: systems, score: score)
  }

  /// The guesses for one word, in lower case.
  private mutating func candidates(for word: String, _ language: String) throws(ICUError) -> [OriginalGuess] {
    let wanted = CharacterTable.shared.folded(word)
    let systems = RomanizationSystems.shared.systems(for: language)
    var found: Set<String> = try knownGivenNames(wanted, language)
    let known = found
    for system in systems {
      if tables[system.id] == nil { tables[system.id] = try ReverseTable(system, &romanizer) }
      guard let table = tables[system.id] else { continue }
      found.formUnion(OriginalGuesser.read(wanted, by: table, language))
    }
    let texts = found.sorted(), batch = NameBatch(texts)
    var writers = [[RomanizationSystem]](repeating: [], count: texts.count)
    var exact = [Int](repeating: 0, count: texts.count)
    let typed = word.lowercased()
    // Whoever types marks means them.
    let marks: Double = typed.utf8.contains { $0 >= 0x80 } ? 6 : 1
    for system in systems {
      for (i, latin) in try romanizer.plain(batch, by: system).enumerated() where OriginalGuesser.isSame(latin, wanted) {
        writers[i].append(system)
        if latin == typed { exact[i] += 1 }
      }
    }
    let guesses = texts.indices.filter { !writers[$0].isEmpty }.map { i in
      let score = OriginalGuesser.likelihood(texts[i], language) + OriginalGuesser.weight(writers[i]) + Double(min(exact[i], 3)) * marks
        + (known.contains(texts[i]) ? 8 : 0)
      return OriginalGuess(language: language, text: texts[i], systems: writers[i], score: score)
    }
    let best = guesses.map(\.score).max() ?? 0
    let near = guesses.filter { $0.score >= best - OriginalGuesser.reach }
    return Array(near.sorted { ($1.score, $0.text) < ($0.score, $1.text) }.prefix(OriginalGuesser.kept))
  }

  private static func isSame(_ latin: String, _ wanted: String) -> Bool {
    let folded = CharacterTable.shared.folded(latin)
    return folded == wanted || folded.filter(\.isLetter) == wanted.filter(\.isLetter)
  }

  /// What English copy writes by counts for more.
  private static func weight(_ systems: [RomanizationSystem]) -> Double {
    let isPress = systems.contains { $0.name.hasPrefix("Press-en") }
    let official = systems.count { !$0.name.hasPrefix("Press-") }
    return (isPress ? 1.2 : 0) + Double(min(official, 4)) * 0.4
  }

  private static func likelihood(_ word: String, _ language: String) -> Double {
    var path = Path(language: language)
    path.append(Array(word.unicodeScalars) + ["$"])
    return path.score
  }

  // MARK: Reading

  private struct Path {
    let language: String
    var letters: [Unicode.Scalar] = []
    var score = 0.0
    var signs = 0

    init(language: String) { self.language = language }

    mutating func append(_ more: [Unicode.Scalar]) {
      for letter in more {
        let near = letters.last ?? "^", far = letters.count > 1 ? letters[letters.count - 2] : "^"
        score += LetterGroups.shared.likelihood(of: letter, after: far, near, in: language)
        letters.append(letter)
      }
    }
  }

  /// The likeliest letter sequences behind a folded word, by one table.
  private static func read(_ word: String, by table: ReverseTable, _ language: String) -> [String] {
    let latin = Array(word.unicodeScalars)
    var paths = [[Path]](repeating: [], count: latin.count + 1)
    paths[0] = [Path(language: language)]
    for at in 0..<latin.count {
      let here = best(at == 0 ? paths[at] : paths[at] + withSigns(paths[at], table))
      for length in 1...table.longest where at + length <= latin.count {
        var piece = String.UnicodeScalarView()
        piece.append(contentsOf: latin[at..<at + length])
        for letters in table.sources[String(piece)] ?? [] {
          for path in here {
            var longer = path
            longer.append(letters)
            paths[at + length].append(longer)
          }
        }
      }
      if at + 1 < paths.count { paths[at + 1] = best(paths[at + 1]) }
    }
    let ends = paths[latin.count]
    return best(ends + withSigns(ends, table)).map { text($0.letters, language) }
  }

  /// The paths with one of the signs that the table writes as nothing, where the language has it.
  private static func withSigns(_ paths: [Path], _ table: ReverseTable) -> [Path] {
    let signs = (table.sources[""] ?? []).filter { $0.count == 1 }
    return paths.flatMap { path in
      signs.compactMap { sign -> Path? in
        guard path.signs < 3, let last = path.letters.last, LetterGroups.shared.isSeen(sign[0], after: last, in: path.language) else { return nil }
        var longer = path
        longer.append(sign)
        longer.signs += 1
        return longer
      }
    }
  }

  private static func text(_ letters: [Unicode.Scalar], _ language: String) -> String {
    guard language == "el" else { return String(String.UnicodeScalarView(letters)) }
    // The letter sigma has a form of its own at the end of a word.
    let last = letters.count - 1
    return String(String.UnicodeScalarView(letters.enumerated().map { $1 == "σ" || $1 == "ς" ? ($0 == last ? "ς" : "σ") : $1 }))
  }

  private static func best(_ paths: [Path]) -> [Path] {
    paths.count <= beam ? paths : Array(paths.sorted { $0.score > $1.score }.prefix(beam))
  }

  // MARK: Given names

  private mutating func knownGivenNames(_ wanted: String, _ language: String) throws(ICUError) -> Set<String> {
    if givenNames == nil {
      var all: [String: Set<String>] = [:]
      for (language, names) in Dictionary(grouping: GivenNames.shared.all.flatMap(\.originals), by: \.language) {
        let texts = names.map { $0.text.lowercased() }, batch = NameBatch(texts)
        for system in RomanizationSystems.shared.systems(for: language) {
          for (text, latin) in zip(texts, try romanizer.plain(batch, by: system)) {
            all["\(language) \(CharacterTable.shared.folded(latin))", default: []].insert(text)
          }
        }
      }
      givenNames = all
    }
    return givenNames?["\(language) \(wanted)"] ?? []
  }
}
