import StetICU
import StetText

/// Finds the names of all its glossaries in a draft: one look-up a word, whatever the size of the glossaries.
///
///     let index = try GlossaryIndex([glossary])
///     for match in index.matches(in: draft).all { print(draft.string(match.span)) }
public struct GlossaryIndex: Sendable {
  public let glossaries: [Glossary]
  let patterns: [Pattern]
  /// For each place of each pattern that has any its slot among the skeletons.
  let patternSlots: [UInt32]
  let table: KeyIndex
  let postings: [Posting]
  let systems: SystemSetTable
  let skeletons: SkeletonKeys
  let conditions: [UInt32: Conditions]
  /// The number of each glossary's first entry, counted over all glossaries, and how many there are in all.
  private let firstEntries: [Int]

  /// Makes the index: every source form is written by every romanization system of its language.
  public init(_ glossaries: [Glossary]) throws(ICUError) {
    self.glossaries = glossaries
    let builder = try IndexBuilder(glossaries)
    patterns = builder.patterns
    patternSlots = builder.patternSlots
    table = builder.table
    postings = builder.postings
    systems = builder.systems
    skeletons = builder.skeletons
    let terms = ContextTerms(glossaries)
    var firstEntries = [0], conditions: [UInt32: Conditions] = [:]
    for glossary in glossaries {
      let first = firstEntries[firstEntries.count - 1]
      for i in glossary.entries.indices where glossary.entries[i].hasConditions {
        conditions[UInt32(first + i)] = Conditions(glossary.entries[i], terms)
      }
      firstEntries.append(first + glossary.entries.count)
    }
    self.firstEntries = firstEntries
    self.conditions = conditions
  }

  public subscript(id: EntryID) -> Entry { glossaries[id.glossary].entries[id.entry] }

  /// An entry's number, counted over all glossaries.
  func number(of id: EntryID) -> UInt32 { UInt32(firstEntries[id.glossary] + id.entry) }

  func id(_ number: UInt32) -> EntryID {
    var glossary = glossaries.count - 1
    while glossary > 0, firstEntries[glossary] > Int(number) { glossary -= 1 }
    return EntryID(glossary: glossary, entry: Int(number) - firstEntries[glossary])
  }

  /// The places of a key's postings, by pattern and place; nil for a word that no glossary knows.
  @inline(__always)
  func postings(of key: TokenKey) -> Range<Int>? { table.range(of: key.rawValue) }

  /// The slot of a place of a pattern, if it has one.
  func slot(_ pattern: Pattern, _ place: Int) -> Int? {
    pattern.slots == Pattern.noSlots ? nil : Int(patternSlots[Int(pattern.slots) + place])
  }

  /// The posting of a key at one place of one pattern.
  func posting(of key: TokenKey, pattern: UInt32, place: Int) -> Posting? {
    guard let all = postings(of: key) else { return nil }
    var low = all.lowerBound, high = all.upperBound
    while low < high {
      let middle = (low + high) / 2
      let order = (postings[middle].pattern, Int(postings[middle].place))
      if order == (pattern, place) { return postings[middle] }
      if order < (pattern, place) { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
