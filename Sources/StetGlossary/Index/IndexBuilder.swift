import Dispatch
import StetICU
import StetNames
import Synchronization

/// Makes the patterns and postings of an index, on two processor cores where the glossaries are large.
struct IndexBuilder {
  let patterns: [Pattern]
  let patternSlots: [UInt32]
  let table: KeyIndex
  let postings: Flat<Posting>
  let systems: SystemSetTable
  let skeletons: SkeletonKeys
  let anchors, pairs, words: KeyFilter

  /// Below this many entries a second worker costs more than it brings.
  private static let fewEntries = 500

  init(_ glossaries: [Glossary]) throws(ICUError) {
    let words = SourceWordCollector(glossaries)
    let forms = try WordForms(words.languages)
    var pool = forms.strict
    let list = IndexBuilder.patterns(glossaries.flatMap(\.entries), forms, words, &pool)
    patterns = list.patterns
    patternSlots = list.patternSlots
    let (strict, slots, keyed, known, beside) = (pool, list.slots, list.postings, forms.systems, list.pairs)
    let tables = Both { SkeletonKeys(slots, pool: strict) } _: { Postings(keyed, known, list.patterns, beside) }
    skeletons = tables.first
    (table, postings, systems) = (tables.second.table, tables.second.postings, tables.second.systems)
    (anchors, pairs, self.words) = (tables.second.anchors, tables.second.pairs, tables.second.words)
  }

  private static func patterns(
    _ entries: [Entry], _ forms: WordForms, _ words: SourceWordCollector, _ pool: inout StrictKeyPool
  ) -> PatternList {
    let givenNames = GivenNameIndex(words.givenNames, forms)
    @Sendable func list(_ range: Range<Int>) -> PatternList {
      var writer = EntryPatterns(forms, words, givenNames)
      for i in range { writer.add(entries[i], UInt32(i)) }
      return writer.list
    }
    let middle = entries.count < fewEntries ? entries.count : entries.count / 2
    let halves = Both { list(0..<middle) } _: { list(middle..<entries.count) }
    var all = PatternList(forms)
    all.append(halves.first, pool: &pool)
    all.append(halves.second, pool: &pool)
    return all
  }
}

/// The postings in their final order and the index of their keys.
private struct Postings: Sendable {
  let table: KeyIndex
  let postings: Flat<Posting>
  let systems: SystemSetTable
  let anchors, pairs, words: KeyFilter

  init(_ unsorted: [KeyedPosting], _ known: SystemSetTable, _ patterns: [Pattern], _ pairs: [UInt64]) {
    var systems = known
    let sorted = KeyedPosting.merged(KeyIndex.sorted(unsorted), &systems)
    table = KeyIndex(sorted)
    self.systems = systems
    postings = Flat(Postings.parted(sorted, table, patterns))
    // Postings of one key follow each other.
    var anchors: [UInt64] = [], words: [UInt64] = [], pairs = pairs
    for posting in sorted {
      if posting.key != words.last { words.append(posting.key) }
      let pattern = patterns[Int(posting.posting.pattern)]
      guard pattern.anchor == posting.posting.place else { continue }
      if posting.key != anchors.last { anchors.append(posting.key) }
      let alone = AnchorPair.key(posting.key)
      if pattern.beside == 0, alone != pairs.last { pairs.append(alone) }
    }
    self.pairs = KeyFilter(pairs)
    self.anchors = KeyFilter(anchors)
    self.words = KeyFilter(words, spread: 8)
  }

  /// The postings of each word with those first that anchor their pattern.
  private static func parted(_ sorted: [KeyedPosting], _ table: KeyIndex, _ patterns: [Pattern]) -> [Posting] {
    var postings: [Posting] = [], others: [Posting] = []
    postings.reserveCapacity(sorted.count)
    for place in 0..<table.count {
      for keyed in sorted[table.run(place)] {
        let pattern = patterns[Int(keyed.posting.pattern)]
        if pattern.anchor == keyed.posting.place { postings.append(keyed.posting.anchoring(pattern)) } else { others.append(keyed.posting) }
      }
      postings += others
      others.removeAll(keepingCapacity: true)
    }
    return postings
  }
}

/// Two pieces of work done side by side.
private struct Both<First: Sendable, Second: Sendable>: Sendable {
  let first: First
  let second: Second

  init(_ first: @Sendable () -> First, _ second: @Sendable () -> Second) {
    let one = Mutex<First?>(nil), other = Mutex<Second?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      if worker == 0 {
        let made = first()
        one.withLock { $0 = made }
      } else {
        let made = second()
        other.withLock { $0 = made }
      }
    }
    // Both have run; making them again is what the compiler can be told.
    self.first = one.withLock { $0 } ?? first()
    self.second = other.withLock { $0 } ?? second()
  }
}
