import StetText

/// Puts a tree together from what libyaml tells. Aliases stay what they are: `YAMLDocument` follows them.
struct YAMLTree {
  private(set) var root: YAMLNode?
  private(set) var anchors = Anchors()
  /// Whether the rest is not worth reading; the log knows why.
  private(set) var isRefused = false
  /// The alias that came last, if nothing has come after it.
  private(set) var lastAlias: PlacedText?
  private var open: [Open] = []
  private let log: FaultLog

  /// Levels of nesting; a glossary needs four or five.
  private static let deepest = 32

  init(log: FaultLog) { self.log = log }

  /// A list or mapping whose end has not come yet.
  private struct Open {
    enum Key {
      case text(PlacedText)
      case merge
      /// Its value goes nowhere.
      case unusable
    }

    let position: Position
    let anchor: String?
    let isList: Bool
    var items: [YAMLNode] = []
    var pairs: [YAMLMapping.Pair] = []
    var merged: [YAMLNode] = []
    /// The key whose value comes next.
    var key: Key?

    var node: YAMLNode {
      isList ? .list(items, position) : .mapping(YAMLMapping(position: position, pairs: pairs, merged: merged))
    }
  }

  /// False when nothing that follows is wanted.
  mutating func add(_ event: YAMLEvent) -> Bool {
    lastAlias = nil
    switch event.kind {
    case .text(let string, let isPlain):
      // YAML's null is empty text.
      let text = PlacedText(string: isPlain && string == "~" ? "" : string, position: event.position)
      put(.text(text), anchor: event.anchor, isMergeKey: isPlain && string == "<<")
    case .alias(let name):
      let alias = PlacedText(string: name, position: event.position)
      put(.alias(alias), anchor: nil)
      lastAlias = alias
    case .listBegin: begin(event, isList: true)
    case .mappingBegin: begin(event, isList: false)
    case .end:
      if let done = open.popLast() { put(done.node, anchor: done.anchor) }
    case .documentBegin where root != nil:
      refuse(.secondDocument(at: event.position))
    case .documentBegin: break
    }
    return !isRefused
  }

  private mutating func begin(_ event: YAMLEvent, isList: Bool) {
    guard open.count < YAMLTree.deepest else { return refuse(.tooDeep(at: event.position)) }
    open.append(Open(position: event.position, anchor: event.anchor, isList: isList))
  }

  private mutating func refuse(_ problem: YAMLProblem) {
    problem.report(to: log)
    isRefused = true
  }

  private mutating func put(_ node: YAMLNode, anchor: String?, isMergeKey: Bool = false) {
    if let anchor { anchors.add(node, named: anchor) }
    guard let last = open.indices.last else {
      root = node
      return
    }
    if open[last].isList {
      open[last].items.append(node)
    } else if let key = open[last].key {
      open[last].key = nil
      switch key {
      case .text(let name): open[last].pairs.append(YAMLMapping.Pair(key: name, value: node))
      case .merge: open[last].merged.append(node)
      case .unusable: break
      }
    } else {
      open[last].key = isMergeKey ? .merge : key(node)
    }
  }

  private func key(_ node: YAMLNode) -> Open.Key {
    if case .text(let text) = node { return .text(text) }
    let nature = if case .alias = node { "an alias" } else { node.nature }
    log.error("a key must be text, not \(nature)", at: node.position, hint: "put text with brackets in quotation marks")
    return .unusable
  }
}
