/// What matching asks of an entry at every place where it may be named: kept beside the index, so that the entry itself is read only for
/// what is reported.
///
/// Any bits are a value, since traits come from files.
struct EntryTraits: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt8

  /// It says what must or must not stand near its forms.
  static let isConditional = EntryTraits(rawValue: 1 << 0)
  static let isPerson = EntryTraits(rawValue: 1 << 1)
  static let isPlace = EntryTraits(rawValue: 1 << 2)
  /// Its forms are found only in the case they are listed in.
  static let isExact = EntryTraits(rawValue: 1 << 3)
  /// Its preferred form counts only with its accents.
  static let wantsAccents = EntryTraits(rawValue: 1 << 4)
  /// It gives the name in its own script.
  static let hasOriginal = EntryTraits(rawValue: 1 << 5)
  /// Its term is one word.
  static let isOneWord = EntryTraits(rawValue: 1 << 6)
  /// A name in small letters has lost its capital: the family name of a person begins with one, or the name of a place does.
  static let hasCapital = EntryTraits(rawValue: 1 << 7)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ entry: Entry) {
    self = []
    if entry.hasConditions { insert(.isConditional) }
    if entry.caseMatching == .exact { insert(.isExact) }
    if entry.accents == .exact { insert(.wantsAccents) }
    if !entry.from.isEmpty { insert(.hasOriginal) }
    if !entry.term.contains(" ") { insert(.isOneWord) }
    switch entry.kind {
    case .person:
      insert(.isPerson)
      let family = (entry.familyName ?? entry.term).split(separator: " ").last
      if family?.first?.isUppercase == true { insert(.hasCapital) }
    case .place:
      insert(.isPlace)
      if entry.term.first?.isUppercase == true { insert(.hasCapital) }
    case .organization, .product, .concept, .acronym, .phrase: break
    }
  }
}
