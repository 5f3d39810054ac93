import StetText

/// A value of a YAML file. Scalars are text as written, without any conversion.
package enum YAMLNode: Equatable, Sendable {
  case text(PlacedText)
  case list([YAMLNode], Position)
  case mapping(YAMLMapping)
  /// The name of an anchor, and where the alias stands.
  case alias(PlacedText)

  package var position: Position {
    switch self {
    case .text(let text), .alias(let text): text.position
    case .list(_, let position): position
    case .mapping(let mapping): mapping.position
    }
  }

  /// What stands there, as a message says it.
  package var nature: String {
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
package struct YAMLMapping: Equatable, Sendable {
  package struct Pair: Equatable, Sendable {
    package let key: PlacedText
    package let value: YAMLNode
  }

  package let position: Position
  package var pairs: [Pair] = []
  /// The values of merge keys `<<`.
  var merged: [YAMLNode] = []
}

/// A piece of text and where it begins in its file.
package struct PlacedText: Equatable, Sendable {
  package var string: String
  package let position: Position
}
