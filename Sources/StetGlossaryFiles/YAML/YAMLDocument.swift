import StetText
import Yams

/// The tree of a YAML file with what `RawText` hid from the parser put back: aliases, merge keys, keys given twice.
struct YAMLDocument {
  /// A key of a mapping and its value, aliases not followed.
  typealias Pair = (key: PlacedText, value: Node)

  let root: Node
  private let anchors: Anchors
  private let firstLetters: [Unicode.Scalar: Unicode.Scalar]
  private let hasMarkers: Bool
  private let budget = Budget()

  /// How many mappings may merge one another, one within the other.
  private static let mergeDepth = 8

  /// Nil, and faults in the log, when the file is not YAML.
  init?(_ raw: RawText, log: FaultLog) {
    var raw = raw, firstLetters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for value in RawText.keyMarkers {
      guard let marker = Unicode.Scalar(value) else { continue }
      do {
        let parser = try Parser(yaml: raw.string, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
          log.error("the file is empty", at: nil, hint: "a glossary has at least ‘entries:’")
          return nil
        }
        self.root = root
        // The tree refers to its anchors weakly; the parser owns them.
        anchors = withExtendedLifetime(parser) { raw.hasAliasMarkers ? Anchors(in: root) : Anchors() }
        self.firstLetters = firstLetters
        hasMarkers = raw.hasAliasMarkers || !firstLetters.isEmpty
        return
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let key = keys.first ?? "", position = Position(context.mark)
        if let letter = key.unicodeScalars.first, raw.mark(key: key, at: position, with: marker) {
          firstLetters[marker] = letter
          continue
        }
        log.error("a key is given twice in the mapping of this one", at: position, hint: "keep one of them")
      } catch let error as YamlError {
        YAMLProblem(error, in: raw).report(to: log)
      } catch {
        log.error("not valid YAML: \(error)", at: nil)
      }
      return nil
    }
    log.error("more than \(RawText.keyMarkers.count - 1) keys are given twice", at: nil, hint: "keep one of each")
    return nil
  }

  /// The node itself, or what an alias refers to; nil, and a fault, for an alias of nothing.
  func resolved(_ node: Node, log: FaultLog) -> Node? {
    var node = node
    for _ in 0..<YAMLDocument.mergeDepth {
      guard hasMarkers, let name = aliasName(of: node) else { return node }
      guard let target = anchors.node(named: name, before: Position(node.mark)) else {
        log.error("no anchor ‘&\(name)’ stands before this alias", at: Position(node.mark), hint: "define it, or write the value here")
        return nil
      }
      guard budget.spend(target.count) else {
        if budget.isFirstRefusal {
          log.error("the aliases stand for too much text", at: Position(node.mark), hint: "write the values out")
        }
        return nil
      }
      node = target
    }
    log.error("aliases refer to aliases too often", at: Position(node.mark), hint: "write the value here")
    return nil
  }

  /// The text of a scalar as written, without any conversion.
  func text(of scalar: Node.Scalar) -> PlacedText {
    PlacedText(string: hasMarkers ? restored(scalar.string) : scalar.string, position: Position(scalar.mark))
  }

  /// The pairs of a mapping; merge keys are followed, and what the mapping says itself wins over what is merged.
  func pairs(of mapping: Node.Mapping, log: FaultLog) -> [Pair] { pairs(of: mapping, depth: 0, log: log) }

  private func pairs(of mapping: Node.Mapping, depth: Int, log: FaultLog) -> [Pair] {
    var pairs: [Pair] = [], merged: [Node] = [], lines: [String: Int] = [:]
    pairs.reserveCapacity(mapping.count)
    for (key, value) in mapping {
      guard let scalar = key.scalar else {
        log.error("a key must be text, not \(key.nature)", at: Position(key.mark), hint: "put text with brackets in quotation marks")
        continue
      }
      let name = text(of: scalar)
      if name.string == "<<", scalar.style == .plain {
        merged.append(value)
      } else if hasMarkers, let line = lines.updateValue(name.position.line, forKey: name.string) {
        log.error("‘\(name.string)’ is given twice in one mapping", at: name.position, hint: "it stands on line \(line) too")
      } else {
        pairs.append((name, value))
      }
    }
    for value in merged { merge(value, into: &pairs, depth: depth + 1, log: log) }
    return pairs
  }

  private func merge(_ value: Node, into pairs: inout [Pair], depth: Int, log: FaultLog) {
    guard depth <= YAMLDocument.mergeDepth else {
      return log.error("merge keys are nested too deeply", at: Position(value.mark), hint: "write the keys out")
    }
    guard let node = resolved(value, log: log) else { return }
    switch node {
    case .mapping(let mapping):
      let own = Set(pairs.map(\.key.string))
      pairs += self.pairs(of: mapping, depth: depth, log: log).filter { !own.contains($0.key.string) }
    case .sequence(let sequence) where depth == 1:
      for item in sequence { merge(item, into: &pairs, depth: depth + 1, log: log) }
    default:
      log.error("‘<<’ must merge a mapping, not \(node.nature)", at: Position(value.mark), hint: "name an anchor: ‘<<: *name’")
    }
  }

  private func aliasName(of node: Node) -> String? {
    guard let scalar = node.scalar, scalar.style == .plain, scalar.string.unicodeScalars.first == RawText.aliasMarker else {
      return nil
    }
    return String(scalar.string.unicodeScalars.dropFirst())
  }

  private func restored(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar == RawText.aliasMarker ? "*" : firstLetters[scalar] ?? scalar)
    }
    return String(result)
  }
}

/// The anchored nodes of a document; one name may be given again, then it means the latest before an alias.
private struct Anchors {
  private var nodes: [String: [(position: Position, node: Node)]] = [:]

  init() {}

  init(in root: Node) { collect(root) }

  func node(named name: String, before position: Position) -> Node? {
    nodes[name]?.last { $0.position < position }?.node
  }

  /// The parser refuses nesting beyond 1,000 levels, so the recursion ends.
  private mutating func collect(_ node: Node) {
    if let anchor = node.anchor { nodes[anchor.rawValue, default: []].append((Position(node.mark), node)) }
    switch node {
    case .sequence(let sequence):
      for item in sequence { collect(item) }
    case .mapping(let mapping):
      for (key, value) in mapping {
        collect(key)
        collect(value)
      }
    case .scalar, .alias: break
    }
  }
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

extension Position {
  init(_ mark: Mark?) { self.init(line: mark?.line ?? 0, column: mark?.column ?? 0) }
}

extension Node {
  /// How many nodes are right in it.
  fileprivate var count: Int {
    switch self {
    case .mapping(let mapping): mapping.count
    case .sequence(let sequence): sequence.count
    case .scalar, .alias: 0
    }
  }

  /// What stands there, as a message says it.
  var nature: String {
    switch self {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar, .alias: "text"
    }
  }
}
