import StetText

/// A value of a YAML file. Scalars are text as written, without any conversion.
enum YAMLNode: Equatable, Sendable {
  case text(PlacedText)
  case list([YAMLNode], Position)
  case mapping(YAMLMapping)
  /// The name of an anchor, and where the alias stands.
  case alias(PlacedText)

  var position: Position {
    switch self {
    case .text(let text), .alias(let text): text.position
    case .list(_, let position): position
    case .mapping(let mapping): mapping.position
    }
  }

  /// What stands there, as a message says it.
  var nature: String {
    switch self {
    case .mapping: "a mapping"
    case .list: "a list"
    case .text, .alias: "text"
    }
  }

  /// How many nodes are right in it.
  var count: Int {
    switch self {
    case .mapping(let mapping): mapping.pairs.count + mapping.merged.count
    case .list(let items, _): items.count
    case .text, .alias: 0
    }
  }
}

/// Keys with their values, in the order of the file.
struct YAMLMapping: Equatable, Sendable {
  struct Pair: Equatable, Sendable {
    let key: PlacedText
    let value: YAMLNode
  }

  let position: Position
  var pairs: [Pair] = []
  /// The values of merge keys `<<`.
  var merged: [YAMLNode] = []
}

/// A piece of text and where it begins in its file.
struct PlacedText: Equatable, Sendable {
  var string: String
  let position: Position
}
