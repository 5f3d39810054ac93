import StetNames
import StetText

/// One word that may stand at a place of a pattern.
struct Alternative {
  let key: TokenKey
  let status: Posting.Status
  /// The number of the set of systems that write it so.
  let systems: UInt32
}

/// One place of a pattern under construction.
struct PatternPlace {
  var alternatives: [Alternative] = []
  var length = 0
  /// How rare the words of the place are, as far as one can tell: common words by their rank, of others the longer the rarer. A single
  /// letter is no common word, but stands often enough: "s", "e".
  var rarity: Int {
    let rank = alternatives.count == 1 ? PatternPlace.ranks.value(of: alternatives[0].key.rawValue) : 0
    if rank != 0 { return Int(rank) }
    if length > 1 { return 1_000 + length }
    return alternatives.contains { $0.key.isMark } ? 0 : PatternPlace.letterRank
  }
  /// Strict keys of the alternatives that names may be near to, as numbers in a pool; nil for words of listed phrases.
  var strictKeys: [UInt32]?
  /// The slot of its strict keys, shared by all patterns that have this place.
  var slot: Int?

  /// Rarer than a hundred common words.
  private static let letterRank = 100
  /// The ranks of common words, from one.
  private static let ranks = WordList.common.words.enumerated().reduce(into: KeyTable()) { ranks, line in
    ranks.add(TokenKey(word: line.element), UInt64(line.offset + 1))
  }

  /// The words and marks of a listed form; hyphens join words and are no place of their own.
  static func places(of form: String, _ status: Posting.Status) -> [PatternPlace] {
    Token.tokens(of: form).lazy.filter { !$0.isHyphen }.map {
      PatternPlace(alternatives: [Alternative(key: $0.key, status: status, systems: 0)], length: Int($0.length))
    }
  }
}
