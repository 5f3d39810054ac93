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
  /// How rare the words of the place are, as far as one can tell: long words are rarer than short ones, words of grammar are in every
  /// line.
  var rarity: Int { alternatives.count == 1 && PatternPlace.grammar.contains(alternatives[0].key) ? length : 1_000 + length }
  /// Strict keys of the alternatives that names may be near to, as numbers in a pool; nil for words of listed phrases.
  var strictKeys: [UInt32]?
  /// The slot of its strict keys, shared by all patterns that have this place.
  var slot: Int?

  private static let grammar = KeySet(.functionWords)

  /// The words and marks of a listed form; hyphens join words and are no place of their own.
  static func places(of form: String, _ status: Posting.Status) -> [PatternPlace] {
    Token.tokens(of: form).lazy.filter { !$0.isHyphen }.map {
      PatternPlace(alternatives: [Alternative(key: $0.key, status: status, systems: 0)], length: Int($0.length))
    }
  }
}
