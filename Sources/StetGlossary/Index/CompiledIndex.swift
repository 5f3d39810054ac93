/// An index and what was said of its glossaries, as they are kept in a file.
public struct CompiledIndex: Sendable {
  public let index: GlossaryIndex
  /// What was wrong with the glossaries, none of it an error.
  public let faults: [Fault]

  public init(index: GlossaryIndex, faults: [Fault]) {
    self.index = index
    self.faults = faults
  }

  /// The bytes of a file for an index made from what the key says.
  public func file(_ key: IndexKey) -> [UInt8] {
    let entries = EntrySections(index.glossaries), skeletons = index.skeletons
    var writer = ByteWriter()
    writer.put(faults.count)
    for fault in faults { writer.put(fault) }
    let faults = Flat(writer.bytes)
    return IndexFile.make(
      key,
      [
        index.patterns.appendBytes, index.patternSlots.appendBytes, index.table.buckets.appendBytes, index.table.slots.appendBytes,
        index.postings.appendBytes, index.systems.appendBytes, skeletons.pool.appendBytes,
        skeletons.poolEnds.appendBytes, skeletons.keyEnds.appendBytes, skeletons.keys.appendBytes, skeletons.useEnds.appendBytes,
        skeletons.uses.appendBytes, skeletons.near.buckets.appendBytes, skeletons.near.slots.appendBytes,
        skeletons.slots.appendBytes, entries.heads.appendBytes, entries.bytes.appendBytes,
        entries.ends.appendBytes, entries.traits.appendBytes, faults.appendBytes, index.anchors.bits.appendBytes,
        index.words.bits.appendBytes, skeletons.filter.bits.appendBytes, index.pairs.bits.appendBytes,
      ])
  }

  /// What a file is marked with that nobody has written to since its sum was right, in nanoseconds below a second.
  public static func seal(of file: [UInt8]) -> Int { IndexFile.seal(of: file) }

  /// The index in a file; nil unless the file is whole, undamaged and made from what the key says.
  ///
  /// - Parameter seal: What the file is marked with, if anything.
  public init?(_ bytes: IndexBytes, _ key: IndexKey, seal: Int? = nil) {
    guard let file = IndexFile(bytes, key, seal: seal),
      let patterns: Flat<Pattern> = file.section(0), let patternSlots: Flat<UInt32> = file.section(1),
      let table = KeyIndex(file, from: 2), let postings: Flat<Posting> = file.section(4), let systems: Flat<SystemSet> = file.section(5),
      let skeletons = SkeletonKeys(file, from: 6, filter: 22), let heads: Flat<UInt8> = file.section(15), let texts: Flat<UInt8> = file.section(16),
      let ends: Flat<UInt32> = file.section(17), let traits: Flat<EntryTraits> = file.section(18),
      let faults: Flat<UInt8> = file.section(19), let anchors = KeyFilter(file, 20), let words = KeyFilter(file, 21), let pairs = KeyFilter(file, 23),
      let entries = EntryStore(EntrySections(heads: heads, bytes: texts, ends: ends, traits: traits))
    else { return nil }
    var hasFamilies = false
    for i in 0..<patterns.count {
      guard patterns[i].isSound(entries: entries.count, slots: patternSlots.count) else { return nil }
      if patterns[i].role == .family { hasFamilies = true }
    }
    var reader = ByteReader(faults, 0..<faults.count)
    self.faults = reader.list { $0.fault() }
    index = GlossaryIndex(
      entries: entries, patterns: patterns, patternSlots: patternSlots, table: table, postings: postings, systems: systems,
      skeletons: skeletons, anchors: anchors, pairs: pairs, words: words, hasFamilies: hasFamilies)
  }
}

extension Pattern {
  /// Whether its numbers make sense, as those of a file might not.
  fileprivate func isSound(entries: Int, slots places: Int) -> Bool {
    count > 0 && anchor < count && family.upperBound <= count && entry < entries
      && (slots == Pattern.noSlots || Int(slots) + Int(count) <= places)
  }
}

extension KeyIndex {
  fileprivate init?(_ file: IndexFile, from section: Int) {
    guard let buckets: Flat<UInt32> = file.section(section), let slots: Flat<Slot> = file.section(section + 1) else { return nil }
    self.init(buckets: buckets, slots: slots)
  }
}

extension KeyFilter {
  fileprivate init?(_ file: IndexFile, _ section: Int) {
    guard let bits: Flat<UInt64> = file.section(section) else { return nil }
    self.init(bits)
  }
}

extension SkeletonKeys {
  fileprivate convenience init?(_ file: IndexFile, from section: Int, filter: Int) {
    guard let pool: Flat<UInt8> = file.section(section), let poolEnds: Flat<UInt32> = file.section(section + 1),
      let keyEnds: Flat<UInt32> = file.section(section + 2), let keys: Flat<UInt32> = file.section(section + 3),
      let useEnds: Flat<UInt32> = file.section(section + 4), let uses: Flat<UInt32> = file.section(section + 5),
      let near = KeyIndex(file, from: section + 6), let slots: Flat<UInt32> = file.section(section + 8),
      let filter = KeyFilter(file, filter)
    else { return nil }
    self.init(pool: pool, poolEnds: poolEnds, keyEnds: keyEnds, keys: keys, useEnds: useEnds, uses: uses, near: near, slots: slots, filter: filter)
  }
}
