import StetICU
import StetText

/// Finds the names of all its glossaries in a draft: one look-up a word, whatever the size of the glossaries.
///
///     let index = try GlossaryIndex([glossary])
///     for match in index.matches(in: draft).all { print(draft.string(match.span)) }
public struct GlossaryIndex: Sendable {
  public let glossaries: [Glossary]
  let patterns: [Pattern]
  let postings: [Posting]
  let table: KeyTable
  let systems: SystemSetTable
  let skeletons: SkeletonKeys
  let conditions: [UInt32: Conditions]
  private let entryIDs: [EntryID]

  /// Makes the index: every source form is written by every romanization system of its language.
  public init(_ glossaries: [Glossary]) throws(ICUError) {
    self.glossaries = glossaries
    let builder = try IndexBuilder(glossaries)
    patterns = builder.patterns
    postings = builder.postings
    systems = builder.systems
    skeletons = builder.skeletons
    table = KeyTable(sorted: builder.postings)
    entryIDs = glossaries.enumerated().flatMap { g, glossary in
      glossary.entries.indices.map { EntryID(glossary: g, entry: $0) }
    }
    let terms = ContextTerms(glossaries)
    var conditions: [UInt32: Conditions] = [:]
    for (number, id) in entryIDs.enumerated() {
      conditions[UInt32(number)] = Conditions(glossaries[id.glossary].entries[id.entry], terms)
    }
    self.conditions = conditions
  }

  public subscript(id: EntryID) -> Entry { glossaries[id.glossary].entries[id.entry] }

  /// An entry's number, counted over all glossaries.
  func number(of id: EntryID) -> UInt32 {
    UInt32(glossaries[..<id.glossary].reduce(0) { $0 + $1.entries.count } + id.entry)
  }

  func id(_ number: UInt32) -> EntryID { entryIDs[Int(number)] }

  /// The postings of a key; empty for a word that no glossary knows.
  @inline(__always)
  func postings(of key: TokenKey) -> ArraySlice<Posting> {
    guard let start = table.start(of: key) else { return [] }
    var end = start + 1
    while end < postings.count, postings[end].key == key { end += 1 }
    return postings[start..<end]
  }

  /// The posting of a key at one place of one pattern.
  func posting(of key: TokenKey, pattern: UInt32, place: Int) -> Posting? {
    let all = postings(of: key)
    var low = all.startIndex, high = all.endIndex
    while low < high {
      let middle = (low + high) / 2
      let order = (all[middle].pattern, Int(all[middle].place))
      if order == (pattern, place) { return all[middle] }
      if order < (pattern, place) { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
