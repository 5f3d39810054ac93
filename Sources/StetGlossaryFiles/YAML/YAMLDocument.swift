import StetText

/// The tree of a YAML file. Aliases and merge keys are followed as the file is read, only where a value is wanted, and
/// never beyond a budget.
package struct YAMLDocument {
  package let root: YAMLNode
  private let anchors: Anchors
  private let budget = Budget()

  /// How many mappings may merge one another, one within the other.
  private static let mergeDepth = 8

  /// Nil, and faults in the log, for bytes that are not YAML.
  package init?(_ bytes: [UInt8], log: FaultLog) {
    guard let text = YAMLText(bytes, log: log) else { return nil }
    var tree = YAMLTree(log: log)
    if let error = parseYAML(text.bytes, { tree.add($0) }) {
      YAMLProblem(error, after: tree.lastAlias, in: text).report(to: log)
      return nil
    }
    if tree.isRefused { return nil }
    guard let root = tree.root else {
      log.error("the file is empty", at: nil, hint: "a glossary has at least ‘entries:’")
      return nil
    }
    self.root = root
    anchors = tree.anchors
  }

  /// The node itself, or what an alias refers to; nil, and a fault, for an alias of nothing.
  package func resolved(_ node: YAMLNode, log: FaultLog) -> YAMLNode? {
    guard case .alias(let alias) = node else { return node }
    guard let target = anchors.node(named: alias.string, before: alias.position) else {
      log.error("no anchor ‘&\(alias.string)’ stands before this alias", at: alias.position, hint: "define it, or write the value here")
      return nil
    }
    guard budget.spend(target.count) else {
      if budget.isFirstRefusal {
        log.error("the aliases stand for too much text", at: alias.position, hint: "write the values out")
      }
      return nil
    }
    return target
  }

  /// The pairs of a mapping; what the mapping says itself wins over what it merges.
  package func pairs(of mapping: YAMLMapping, log: FaultLog) -> [YAMLMapping.Pair] {
    let pairs = unique(mapping.pairs, log: log)
    return mapping.merged.isEmpty ? pairs : merging(mapping.merged, into: pairs, depth: 1, log: log)
  }

  /// The first of each key; the others are faults.
  private func unique(_ pairs: [YAMLMapping.Pair], log: FaultLog) -> [YAMLMapping.Pair] {
    var lines: [String: Int] = [:]
    if pairs.count <= 24 {
      // For a few keys comparing each with each is quicker than a dictionary.
      let isUnique = pairs.indices.allSatisfy { i in !pairs[..<i].contains { $0.key.string == pairs[i].key.string } }
      if isUnique { return pairs }
    }
    return pairs.filter { pair in
      guard let line = lines[pair.key.string] else {
        lines[pair.key.string] = pair.key.position.line
        return true
      }
      let key = pair.key
      log.error("‘\(key.string)’ is given twice in one mapping", at: key.position, hint: "it stands on line \(line) too")
      return false
    }
  }

  private func merging(_ merged: [YAMLNode], into pairs: [YAMLMapping.Pair], depth: Int, log: FaultLog) -> [YAMLMapping.Pair] {
    var result = pairs, known = Set(pairs.map(\.key.string))
    for value in merged {
      guard depth <= YAMLDocument.mergeDepth else {
        log.error("merge keys are nested too deeply", at: value.position, hint: "write the keys out")
        break
      }
      guard let node = resolved(value, log: log) else { continue }
      switch node {
      case .mapping(let mapping):
        let inner = merging(mapping.merged, into: unique(mapping.pairs, log: log), depth: depth + 1, log: log)
        result += inner.filter { known.insert($0.key.string).inserted }
      case .list(let items, _) where depth == 1:
        result = merging(items, into: result, depth: depth + 1, log: log)
        known.formUnion(result.map(\.key.string))
      default:
        log.error("‘<<’ must merge a mapping, not \(node.nature)", at: value.position, hint: "name an anchor: ‘<<: *name’")
      }
    }
    return result
  }
}

/// The anchored nodes of a document; one name may be given again, then it means the latest before an alias.
struct Anchors: Sendable {
  private var nodes: [String: [YAMLNode]] = [:]

  mutating func add(_ node: YAMLNode, named name: String) { nodes[name, default: []].append(node) }

  func node(named name: String, before position: Position) -> YAMLNode? { nodes[name]?.last { $0.position < position } }
}

/// Ends the expanding of aliases that would fill the memory.
private final class Budget {
  private var left = 1_000_000
  private var refusals = 0

  func spend(_ count: Int) -> Bool {
    left -= count + 1
    if left < 0 { refusals += 1 }
    return left >= 0
  }

  var isFirstRefusal: Bool { refusals == 1 }
}
