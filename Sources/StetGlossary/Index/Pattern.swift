import StetText

/// A sequence of words that names an entry: for each place the words that may stand there are postings of the index.
///
/// Any bits are a value, since patterns come from files.
struct Pattern: Sendable, BitwiseCopyable {
  enum Role: UInt8, Sendable {
    /// The whole name.
    case whole
    /// A person's family name alone.
    case family
    case acronym, calque, phrase
    /// A phrase that holds a form and is right: stops name checks at its place.
    case exception
    /// The name in its own script, whole or the family name alone.
    case sourceWhole, sourceFamily
  }

  /// The entry's number, counted over all glossaries.
  let entry: UInt32
  /// Where the slots of its places begin among the index's; `noSlots` if it has none.
  let slots: UInt32
  /// Where a listed form stands in its entry's list; for source forms the place in `from`.
  let listed: UInt16
  private let roleNumber: UInt8
  /// How many words and marks it has.
  let count: UInt8
  /// The word that is looked up first: the rarest, as far as its length tells.
  let anchor: UInt8
  private let familyStart, familyEnd: UInt8
  /// A trace of the word before the anchor, or after an anchor that comes first; zero if that may be one of several, or a word that is merely
  /// near.
  let beside: UInt8

  static let noSlots = UInt32.max

  init(entry: UInt32, role: Role, count: UInt8, anchor: UInt8, listed: UInt16, family: Range<UInt8>, slots: UInt32, beside: UInt8) {
    self.entry = entry
    roleNumber = role.rawValue
    self.count = count
    self.anchor = anchor
    self.listed = listed
    self.slots = slots
    familyStart = family.lowerBound
    familyEnd = family.upperBound
    self.beside = beside
  }

  /// The same with its slots standing further on.
  func moved(by places: UInt32) -> Pattern {
    let slots = slots == Pattern.noSlots ? slots : slots + places
    return Pattern(entry: entry, role: role, count: count, anchor: anchor, listed: listed, family: family, slots: slots, beside: beside)
  }

  /// What is left of a key to tell it from nearly all others.
  @inline(__always)
  static func trace(of key: TokenKey) -> UInt8 { UInt8(truncatingIfNeeded: key.rawValue >> 40) | 1 }

  /// Which words are the family name, of a person's whole name.
  var family: Range<UInt8> { familyStart..<max(familyStart, familyEnd) }

  /// A phrase, acronym or calque: no name.
  var isListed: Bool { role == .phrase || role == .acronym || role == .calque }

  var role: Role { Role(rawValue: roleNumber) ?? .exception }
}

/// What the word beside the anchor of a pattern must be like, in one byte: of the many patterns that a common word anchors most are passed
/// over without a look at anything else.
struct WordBeside {
  /// The trace, of which the lowest bit tells nothing and stands for the side.
  let bits: UInt8

  init(_ pattern: Pattern) { bits = pattern.beside == 0 ? 0 : pattern.beside & ~1 | (pattern.anchor > 0 ? 1 : 0) }

  @inline(__always) init(bits: UInt8) { self.bits = bits }

  /// Any word will do, as far as this tells.
  @inline(__always) var isAny: Bool { bits == 0 }
  @inline(__always) var isBefore: Bool { bits & 1 != 0 }
  @inline(__always) var trace: UInt8 { bits | 1 }
}

/// One word that may stand at one place of a pattern.
struct Posting: Sendable, BitwiseCopyable {
  enum Status: UInt8, Sendable, Comparable {
    /// A case form of a source form, romanized. `inflectedEitherSex` is also the name of a woman of that family.
    case inflectedEitherSex, inflected
    /// Comes of an original that was itself guessed: a second language's form, a given name's other forms.
    case guessed
    /// Comes of a source form by a romanization system.
    case derived
    case forbidden, admitted, preferred
    static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }
  }

  /// From the highest bit on: whether it is none that anchors its pattern (1 bit), the pattern (26), the place in it (6), the status (3),
  /// of an anchor what must stand beside it (8), and for `derived` which systems write it so, as a number into the index's sets of systems
  /// (20). Ordered so, a word's postings are in the order they are searched in.
  private let bits: UInt64

  init(pattern: UInt32, place: Int, status: Status, systems: UInt32) {
    bits = Posting.order(pattern, place, isAnchor: false) << 31 | UInt64(status.rawValue) << 28 | UInt64(systems)
  }

  private init(bits: UInt64) { self.bits = bits }

  /// The same of a pattern whose number is higher.
  func moved(by patterns: UInt32) -> Posting { Posting(bits: bits + UInt64(patterns) << 37) }

  /// The same as the anchor of its pattern.
  func anchoring(_ pattern: Pattern) -> Posting { Posting(bits: bits & ~(1 << 63) | UInt64(WordBeside(pattern).bits) << 20) }

  /// Where a posting stands among those of its word.
  @inline(__always)
  static func order(_ pattern: UInt32, _ place: Int, isAnchor: Bool) -> UInt64 {
    (isAnchor ? 0 : 1) << 32 | UInt64(pattern) << 6 | UInt64(truncatingIfNeeded: place & 63)
  }

  @inline(__always) var order: UInt64 { bits >> 31 }
  @inline(__always) var isAnchor: Bool { bits >> 63 == 0 }
  @inline(__always) var pattern: UInt32 { UInt32(bits >> 37 & (1 << 26 - 1)) }
  @inline(__always) var place: UInt8 { UInt8(bits >> 31 & 63) }
  @inline(__always) var status: Status { Status(rawValue: UInt8(bits >> 28 & 7)) ?? .inflected }
  @inline(__always) var beside: WordBeside { WordBeside(bits: UInt8(truncatingIfNeeded: bits >> 20)) }
  @inline(__always) var systems: UInt32 { UInt32(bits & (1 << 20 - 1)) }

  /// How many words and marks a pattern may have.
  static let places = 64
  /// How many patterns and sets of systems there may be.
  static let patterns = 1 << 26, systemSets = 1 << 20
}

/// A posting under construction, with the key it is found by.
struct KeyedPosting: Keyed, Sendable {
  let key: UInt64
  var posting: Posting

  func moved(by patterns: UInt32) -> KeyedPosting { KeyedPosting(key: key, posting: posting.moved(by: patterns)) }

  /// Makes one posting of those that have key, pattern and place in common: the surest status, all systems.
  static func merged(_ sorted: [KeyedPosting], _ systems: inout SystemSetTable) -> [KeyedPosting] {
    var merged: [KeyedPosting] = []
    merged.reserveCapacity(sorted.count)
    for next in sorted {
      guard let last = merged.last, last.key == next.key, last.posting.pattern == next.posting.pattern,
        last.posting.place == next.posting.place
      else {
        merged.append(next)
        continue
      }
      let all = systems[last.posting.systems].union(systems[next.posting.systems])
      merged[merged.count - 1].posting = Posting(
        pattern: last.posting.pattern, place: Int(last.posting.place), status: max(last.posting.status, next.posting.status),
        systems: systems.number(of: all))
    }
    return merged
  }
}
