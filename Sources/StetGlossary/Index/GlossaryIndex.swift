import StetICU
import StetText

/// Finds the names of all its glossaries in a draft: one look-up a word, whatever the size of the glossaries.
///
///     let index = try GlossaryIndex([glossary])
///     for match in index.matches(in: draft).all { print(draft.string(match.span)) }
///
/// All of it is flat arrays, so that it can be written to a file and used from there without being read: `compiled`.
///
/// One object, not a value: it is handed to everything that matches, and has thirty fields.
public final class GlossaryIndex: Sendable {
  let entries: EntryStore
  let patterns: Flat<Pattern>
  /// For each place of each pattern that has any its slot among the skeletons.
  let patternSlots: Flat<UInt32>
  let table: KeyIndex
  /// Of each word the postings that anchor their pattern, then the others; each by pattern and place.
  let postings: Flat<Posting>
  let systems: Flat<SystemSet>
  let skeletons: SkeletonKeys
  /// The keys of words that anchor a pattern, of these words with what must stand beside them (`AnchorPair`), and of all words of patterns.
  let anchors, pairs, words: KeyFilter
  /// Whether any pattern is a person's family name, which may stand in the plural.
  let hasFamilies: Bool
  /// Capitalised words that are near to no name.
  let barren = RememberedWords(bits: 15)
  /// Words that name something and are no given name.
  let noGivenNames = RememberedWords(bits: 10)
  let slips = RememberedSlips()
  let near = RememberedSlots()
  let names = Once<[ListedName]>(), formWords = Once<Set<TokenKey>>()

  /// Makes the index: every source form is written by every romanization system of its language.
  public init(_ glossaries: [Glossary]) throws(ICUError) {
    let builder = try IndexBuilder(glossaries)
    entries = EntryStore(glossaries)
    patterns = Flat(builder.patterns)
    patternSlots = Flat(builder.patternSlots)
    table = builder.table
    postings = builder.postings
    systems = Flat(builder.systems.sets)
    skeletons = builder.skeletons
    anchors = builder.anchors
    pairs = builder.pairs
    words = builder.words
    hasFamilies = builder.patterns.contains { $0.role == .family }
  }

  init(
    entries: EntryStore, patterns: Flat<Pattern>, patternSlots: Flat<UInt32>, table: KeyIndex, postings: Flat<Posting>,
    systems: Flat<SystemSet>, skeletons: SkeletonKeys, anchors: KeyFilter, pairs: KeyFilter, words: KeyFilter, hasFamilies: Bool
  ) {
    self.entries = entries
    self.patterns = patterns
    self.patternSlots = patternSlots
    self.table = table
    self.postings = postings
    self.systems = systems
    self.skeletons = skeletons
    self.anchors = anchors
    self.pairs = pairs
    self.words = words
    self.hasFamilies = hasFamilies
  }

  /// The glossaries with all their entries. Of a compiled index this reads every entry: checks ask for `listedNames`.
  public var glossaries: [Glossary] { entries.glossaries }

  /// The glossaries without their entries.
  public var heads: [Glossary] { entries.heads }

  /// How many entries the glossaries have.
  public var count: Int { entries.count }

  public subscript(id: EntryID) -> Entry { entries.entry(entries.firstEntries[id.glossary] + id.entry) }

  func shared(_ match: Match) -> SharedEntry { entries.shared(match.number) }

  /// What is asked of a match's entry most often.
  func traits(_ match: Match) -> EntryTraits { entries.traits(match.number) }

  func id(_ number: UInt32) -> EntryID { entries.id(Int(number)) }

  /// Whether any glossary knows a word.
  func knows(_ key: TokenKey) -> Bool { words.mayHold(key.rawValue) && table.place(of: key.rawValue) != nil }

  /// The places of a word’s postings, of which those come first that anchor their pattern; none if none does.
  @inline(__always)
  func anchors(of key: TokenKey) -> Range<Int> {
    guard anchors.mayHold(key.rawValue), let place = table.place(of: key.rawValue) else { return 0..<0 }
    return table.run(place).clamped(to: 0..<postings.count)
  }

  /// The slot of a place of a pattern, if it has one.
  func slot(_ pattern: Pattern, _ place: Int) -> Int? {
    pattern.slots == Pattern.noSlots ? nil : Int(patternSlots[Int(pattern.slots) + place])
  }

  /// The posting of a key at one place of one pattern.
  func posting(of key: TokenKey, pattern: UInt32, place: Int) -> Posting? {
    guard words.mayHold(key.rawValue), let at = table.place(of: key.rawValue) else { return nil }
    let order = Posting.order(pattern, place, isAnchor: Int(patterns[Int(pattern)].anchor) == place)
    let run = table.run(at)
    var low = run.lowerBound, high = run.upperBound
    while low < high {
      let middle = (low + high) / 2, posting = postings[middle]
      if posting.order == order { return posting }
      if posting.order < order { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
