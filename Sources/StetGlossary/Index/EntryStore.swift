import Synchronization

/// The entries of an index: in memory, or in a compiled file and read when somebody asks for one.
final class EntryStore: Sendable {
  /// The glossaries without their entries.
  let heads: [Glossary]
  /// The number of each glossary's first entry, counted over all glossaries, and how many there are in all.
  let firstEntries: [Int]
  private let source: Source
  private let traits: Flat<EntryTraits>
  /// Whether any entry has conditions. Most glossaries have none, and need not be asked of every match.
  let hasConditions: Bool
  /// The entries last asked for, each in the place that its number has in a table of fixed size: what is read of a large glossary does not
  /// stay for good. Empty before the first.
  private let known = Mutex<[SharedEntry?]>([])
  private static let kept = 1_024
  private let conditions = Mutex<[Int: Conditions?]>([:])

  private enum Source: Sendable {
    case memory([Glossary], ContextTerms)
    case file(EntrySections)
  }

  init(_ glossaries: [Glossary]) {
    heads = glossaries.map { $0.withoutEntries }
    firstEntries = EntryStore.sums(glossaries.map(\.entries.count))
    source = .memory(glossaries, ContextTerms(glossaries))
    traits = Flat(glossaries.flatMap { $0.entries.map(EntryTraits.init) })
    hasConditions = traits.hasConditions
  }

  /// Nil if the sections do not fit together.
  init?(_ sections: EntrySections) {
    var reader = ByteReader(sections.heads, 0..<sections.heads.count)
    let found = reader.list { $0.head() }
    heads = found.map(\.glossary)
    firstEntries = EntryStore.sums(found.map(\.entries))
    source = .file(sections)
    traits = sections.traits
    hasConditions = traits.hasConditions
    guard firstEntries.last == sections.ends.count, traits.count == sections.ends.count else { return nil }
  }

  private static func sums(_ counts: [Int]) -> [Int] {
    counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  var count: Int { firstEntries[firstEntries.count - 1] }

  func entry(_ number: Int) -> Entry { shared(number).entry }

  /// An entry that is handed around without being copied, which for so many fields takes longer than finding it.
  func shared(_ number: Int) -> SharedEntry {
    known.withLock { known in
      if known.isEmpty { known = Array(repeating: nil, count: min(max(1, count), EntryStore.kept)) }
      let place = number % known.count
      if let entry = known[place], entry.number == number { return entry }
      let entry = SharedEntry(read(number), number)
      known[place] = entry
      return entry
    }
  }

  private func read(_ number: Int) -> Entry {
    switch source {
    case .memory(let glossaries, _):
      let id = id(number)
      return glossaries[id.glossary].entries[id.entry]
    case .file(let sections): return sections.entry(number)
    }
  }

  func id(_ number: Int) -> EntryID {
    var glossary = heads.count - 1
    while glossary > 0, firstEntries[glossary] > number { glossary -= 1 }
    return EntryID(glossary: glossary, entry: number - firstEntries[glossary])
  }

  /// An entry that is looked at once and not kept.
  func passing(_ number: Int) -> Entry { read(number) }

  /// All glossaries with all their entries; of a file this reads everything.
  var glossaries: [Glossary] {
    switch source {
    case .memory(let glossaries, _): return glossaries
    case .file(let sections):
      return heads.enumerated().map { i, head in
        var glossary = head
        glossary.entries = (firstEntries[i]..<firstEntries[i + 1]).map(sections.entry)
        return glossary
      }
    }
  }

  /// What matching asks of an entry, without a look at the entry.
  func traits(_ number: Int) -> EntryTraits { traits[number] }

  /// Whether an entry says what must or must not stand near its forms.
  func isConditional(_ number: Int) -> Bool { hasConditions && traits[number].contains(.isConditional) }

  /// What must or must not stand near an entry's forms; nil for one that says nothing of it.
  func conditions(_ number: Int) -> Conditions? {
    guard isConditional(number) else { return nil }
    if let known = conditions.withLock({ $0[number] }) { return known }
    let made = Conditions(shared(number).entry, contextEntries: contextEntries(number))
    conditions.withLock { $0[number] = made }
    return made
  }

  /// Which entries the context words of one name.
  private func contextEntries(_ number: Int) -> Set<EntryID> {
    switch source {
    case .memory(_, let terms): terms.entries(of: shared(number).entry)
    case .file(let sections): Set(sections.contextEntries(number).filter { $0 < count }.map(id))
    }
  }
}

/// The entries of a compiled file.
struct EntrySections: Sendable {
  let heads: Flat<UInt8>
  let bytes: Flat<UInt8>
  /// Where each entry ends in `bytes`.
  let ends: Flat<UInt32>
  let traits: Flat<EntryTraits>

  func entry(_ number: Int) -> Entry {
    var reader = ByteReader(bytes, ends.run(number, below: bytes.count))
    return reader.entry()
  }

  /// The numbers that stand behind an entry: those of the entries that its context words name.
  func contextEntries(_ number: Int) -> [Int] {
    var reader = ByteReader(bytes, ends.run(number, below: bytes.count))
    _ = reader.entry()
    return reader.list { $0.number() }
  }

  /// The sections for some glossaries.
  init(_ glossaries: [Glossary]) {
    var heads = ByteWriter(), writer = ByteWriter(), ends: [UInt32] = [], traits: [EntryTraits] = []
    heads.put(glossaries.count)
    let terms = ContextTerms(glossaries)
    let firstEntries = glossaries.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.entries.count) }
    for glossary in glossaries {
      heads.put(head: glossary)
      for entry in glossary.entries {
        writer.put(entry)
        let named = terms.entries(of: entry).map { firstEntries[$0.glossary] + $0.entry }.sorted()
        writer.put(named.count)
        for number in named { writer.put(number) }
        ends.append(UInt32(writer.bytes.count))
        traits.append(EntryTraits(entry))
      }
    }
    self.heads = Flat(heads.bytes)
    bytes = Flat(writer.bytes)
    self.ends = Flat(ends)
    self.traits = Flat(traits)
  }

  init(heads: Flat<UInt8>, bytes: Flat<UInt8>, ends: Flat<UInt32>, traits: Flat<EntryTraits>) {
    self.heads = heads
    self.bytes = bytes
    self.ends = ends
    self.traits = traits
  }
}

extension Flat<EntryTraits> {
  fileprivate var hasConditions: Bool {
    for i in 0..<count where self[i].contains(.isConditional) { return true }
    return false
  }
}

extension Glossary {
  fileprivate var withoutEntries: Glossary { Glossary(name: name, language: language, house: house, path: path) }
}
