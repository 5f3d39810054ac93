import StetText
import Yams

/// The tree as Yams reads it, with what `RawText` hid from it put back: aliases, and keys given twice.
struct YamsTree {
  struct Result: Sendable {
    let root: YAMLNode
    let anchors: Anchors
  }

  private var root: YAMLNode
  private var anchors = Anchors()
  private var firstLetters: [Unicode.Scalar: Unicode.Scalar] = [:]
  private let hasMarkers: Bool
  private let log: FaultLog

  private var isTooDeep = false

  /// The tree of a file; nil, and faults in the log, when it is not YAML.
  static func read(_ raw: RawText, log: FaultLog) -> Result? {
    let path = log.path
    let (result, faults) = DeepStack.run {
      let log = FaultLog(path: path)
      let tree = YamsTree(raw, log: log)
      return (tree.map { Result(root: $0.root, anchors: $0.anchors) }, log.faults)
    }
    log.add(faults)
    return result
  }

  /// Nil, and faults in the log, when the file is not YAML.
  private init?(_ raw: RawText, log: FaultLog) {
    var raw = raw.markingAliases()
    self.log = log
    for marker in RawText.keyMarkers.compactMap(Unicode.Scalar.init) {
      do {
        let parser = try Parser(yaml: raw.string, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
          log.error("the file is empty", at: nil, hint: "a glossary has at least ‘entries:’")
          return nil
        }
        hasMarkers = raw.hasAliasMarkers || !firstLetters.isEmpty
        self.root = .list([], Position(root.mark))
        // Nodes refer to their anchors weakly; the parser owns them.
        withExtendedLifetime(parser) { self.root = converted(root, depth: 0) }
        if isTooDeep { return nil }
        return
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let key = keys.first ?? "", position = Position(context.mark)
        if let letter = key.unicodeScalars.first, raw.mark(key: key, at: position, with: marker) {
          firstLetters[marker] = letter
          continue
        }
        log.error("this key is given twice in one mapping", at: position, hint: "keep one of them")
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

  private mutating func converted(_ node: Node, depth: Int) -> YAMLNode {
    let converted: YAMLNode
    guard depth < PlainYAML.deepest else {
      if !isTooDeep { YAMLProblem.tooDeep(at: Position(node.mark)).report(to: log) }
      isTooDeep = true
      return .list([], Position(node.mark))
    }
    switch node {
    case .scalar(let scalar): converted = text(of: scalar)
    case .sequence(let items): converted = .list(items.map { self.converted($0, depth: depth + 1) }, Position(items.mark))
    case .mapping(let mapping): converted = .mapping(self.converted(mapping, depth: depth + 1))
    case .alias(let alias): converted = .alias(PlacedText(string: alias.anchor.rawValue, position: Position(alias.mark)))
    }
    if let anchor = node.anchor { anchors.add(converted, named: anchor.rawValue) }
    return converted
  }

  private mutating func converted(_ mapping: Node.Mapping, depth: Int) -> YAMLMapping {
    var result = YAMLMapping(position: Position(mapping.mark))
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key, case .text(let name) = text(of: scalar) else {
        let nature = key.scalar == nil ? converted(key, depth: depth).nature : "an alias"
        log.error("a key must be text, not \(nature)", at: Position(key.mark), hint: "put text with brackets in quotation marks")
        continue
      }
      if name.string == "<<", scalar.style == .plain {
        result.merged.append(converted(value, depth: depth))
      } else {
        result.pairs.append(YAMLMapping.Pair(key: name, value: converted(value, depth: depth)))
      }
    }
    return result
  }

  /// A scalar as it stands in the file; YAML's null `~` is empty text.
  private func text(of scalar: Node.Scalar) -> YAMLNode {
    let position = Position(scalar.mark)
    guard hasMarkers else {
      return .text(PlacedText(string: scalar.style == .plain && scalar.string == "~" ? "" : scalar.string, position: position))
    }
    var scalars = scalar.string.unicodeScalars[...]
    if scalar.style == .plain, scalars.first == RawText.aliasMarker {
      scalars.removeFirst()
      return .alias(PlacedText(string: String(scalars), position: position))
    }
    let letters = scalars.map { $0 == RawText.aliasMarker ? "*" : firstLetters[$0] ?? $0 }
    let string = String(String.UnicodeScalarView(letters))
    return .text(PlacedText(string: scalar.style == .plain && string == "~" ? "" : string, position: position))
  }
}

extension Position {
  init(_ mark: Mark?) { self.init(line: mark?.line ?? 0, column: mark?.column ?? 0) }
}
