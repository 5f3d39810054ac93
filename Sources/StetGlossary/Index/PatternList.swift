import StetNames
import StetText

/// Patterns and postings under construction: those of some entries, to be joined with those of others.
struct PatternList: Sendable {
  private(set) var patterns: [Pattern] = []
  /// For each place of each pattern that has any its slot.
  private(set) var patternSlots: [UInt32] = []
  private(set) var postings: [KeyedPosting] = []
  /// Of all anchors beside which a certain word must stand (`AnchorPair`).
  private(set) var pairs: [UInt64] = []
  private(set) var slots = SlotList()
  /// Strict keys of terms; those of renderings are in the pool of the word forms, whose numbers come first.
  private var strict = StrictKeyPool()
  private let firstStrict: Int
  private let forms: WordForms
  private var letters: [UInt8] = []
  private var key: [UInt8] = []

  init(_ forms: WordForms) {
    self.forms = forms
    firstStrict = forms.strict.count
  }

  mutating func add(
    _ places: [PatternPlace], _ role: Pattern.Role, _ entry: UInt32, _ listed: Int = 0, family: Range<UInt8> = 0..<0
  ) {
    guard !places.isEmpty, places.count <= Posting.places, patterns.count < Posting.patterns, places.allSatisfy({ !$0.alternatives.isEmpty }) else { return }
    let candidates = family.isEmpty ? 0..<places.count : Int(family.lowerBound)..<Int(family.upperBound)
    let anchor = candidates.max { (places[$0].rarity, $0) < (places[$1].rarity, $1) } ?? 0
    let pattern = UInt32(patterns.count)
    let hasSkeleton = places.allSatisfy { $0.slot != nil }
    let beside = hasSkeleton ? 0 : trace(beside: anchor, places)
    if beside != 0 { addPairs(anchor, places) }
    patterns.append(
      Pattern(
        entry: entry, role: role, count: UInt8(places.count), anchor: UInt8(anchor), listed: UInt16(truncatingIfNeeded: listed),
        family: family, slots: hasSkeleton ? UInt32(patternSlots.count) : Pattern.noSlots, beside: beside))
    if hasSkeleton {
      for place in places { patternSlots.append(UInt32(place.slot ?? 0)) }
      if let slot = places[anchor].slot { slots.use(slot, pattern: pattern) }
    }
    for (i, place) in places.enumerated() {
      for word in place.alternatives {
        let posting = Posting(pattern: pattern, place: i, status: word.status, systems: word.systems)
        postings.append(KeyedPosting(key: word.key.rawValue, posting: posting))
      }
    }
  }

  private func trace(beside anchor: Int, _ places: [PatternPlace]) -> UInt8 {
    guard places.count > 1 else { return 0 }
    let alternatives = places[AnchorPair.place(beside: anchor)].alternatives
    guard let first = alternatives.first.map({ Pattern.trace(of: $0.key) }) else { return 0 }
    return alternatives.allSatisfy { Pattern.trace(of: $0.key) == first } ? first : 0
  }

  private mutating func addPairs(_ anchor: Int, _ places: [PatternPlace]) {
    for word in places[anchor].alternatives {
      for other in places[AnchorPair.place(beside: anchor)].alternatives {
        pairs.append(AnchorPair.key(word.key.rawValue, other.key.rawValue, isBefore: anchor > 0))
      }
    }
  }

  mutating func assignSlots(_ words: inout [[PatternPlace]]) {
    for i in words.indices {
      for j in words[i].indices { if let keys = words[i][j].strictKeys { words[i][j].slot = slots.add(keys) } }
    }
  }

  // MARK: Strict keys

  /// The strict keys of a text, with its marks and without: newspapers drop them.
  mutating func strictKeys(ofTerm text: String) -> [UInt32] {
    let units = Array(text.utf16), start = strict.count
    Skeleton.shared.strictKey(of: units, withoutMarks: false, letters: &letters, into: &key)
    strict.append(key, unlessAfter: start)
    if units.contains(where: { $0 >= 0x80 }) {
      Skeleton.shared.strictKey(of: units, withoutMarks: true, letters: &letters, into: &key)
      strict.append(key, unlessAfter: start)
    }
    return (start..<strict.count).map { UInt32(firstStrict + $0) }
  }

  /// Adds those strict keys of a word that a place has not.
  func addStrictKeys(_ range: Range<Int>, to keys: inout [UInt32]) {
    for number in range where !keys.contains(where: { hash($0) == forms.strict.hashes[number] }) { keys.append(UInt32(number)) }
  }

  private func hash(_ number: UInt32) -> UInt64 {
    Int(number) < firstStrict ? forms.strict.hashes[Int(number)] : strict.hashes[Int(number) - firstStrict]
  }

  // MARK: Joining

  /// Appends the list of the entries that come after this list's; `pool` receives the strict keys of their terms.
  mutating func append(_ other: PatternList, pool: inout StrictKeyPool) {
    let firstPattern = UInt32(patterns.count), firstSlot = UInt32(slots.count), firstPlace = UInt32(patternSlots.count)
    let firstKey = UInt32(pool.count - firstStrict)
    // More than postings have room for, which no glossary that fits into memory has.
    guard patterns.count + other.patterns.count <= Posting.patterns else { return }
    for pattern in other.patterns { patterns.append(pattern.moved(by: firstPlace)) }
    for slot in other.patternSlots { patternSlots.append(firstSlot + slot) }
    postings.reserveCapacity(postings.count + other.postings.count)
    for posting in other.postings { postings.append(posting.moved(by: firstPattern)) }
    pairs += other.pairs
    slots.append(other.slots, firstPattern: firstPattern) { Int($0) < firstStrict ? $0 : $0 + firstKey }
    pool.append(other.strict)
  }
}
