import StetText

/// Reads values of the kinds that glossary files have, and tells the log of those that are something else.
package struct FieldReader {
  package let document: YAMLDocument
  package let log: FaultLog

  package init(document: YAMLDocument, log: FaultLog) {
    self.document = document
    self.log = log
  }

  /// One piece of text. `key` is what messages call it, `noun` what it should hold.
  package func text(_ node: YAMLNode, _ key: String) -> PlacedText? {
    guard let node = document.resolved(node, log: log) else { return nil }
    guard case .text(let written) = node else {
      let hint = isLikelyColonText(node) ? "put text that holds ‘: ’ in quotation marks" : "write it on one line: ‘\(key): …’"
      log.error("‘\(key)’ must be text, not \(node.nature)", at: node.position, hint: hint)
      return nil
    }
    let text = trimmed(written)
    guard !text.string.isEmpty else {
      log.error("‘\(key)’ is empty", at: text.position, hint: "give it a value or take the key out")
      return nil
    }
    return text
  }

  /// A list of pieces of text; one piece alone is a list of one.
  package func list(_ node: YAMLNode, _ key: String, of noun: String) -> [PlacedText] {
    guard let node = document.resolved(node, log: log) else { return [] }
    switch node {
    case .list(let items, _): return items.compactMap { item($0, key) }
    case .text: return text(node, key).map { [$0] } ?? []
    case .mapping, .alias:
      let hint = isLikelyColonText(node) ? "put text that holds ‘: ’ in quotation marks" : "write it as ‘\(key): [one, two]’"
      log.error("‘\(key)’ must be a list of \(noun), not \(node.nature)", at: node.position, hint: hint)
      return []
    }
  }

  private func item(_ node: YAMLNode, _ key: String) -> PlacedText? {
    guard let node = document.resolved(node, log: log) else { return nil }
    guard case .text(let written) = node else {
      let hint = isLikelyColonText(node) ? "put text that holds ‘: ’ in quotation marks" : nil
      log.error("an item of ‘\(key)’ must be text, not \(node.nature)", at: node.position, hint: hint)
      return nil
    }
    let text = trimmed(written)
    guard !text.string.isEmpty else {
      log.error("an item of ‘\(key)’ is empty", at: text.position, hint: "fill it in or take it out")
      return nil
    }
    return text
  }

  /// One of the values of an enumeration.
  package func choice<Value>(_ node: YAMLNode, _ key: String, as: Value.Type = Value.self) -> Value?
  where Value: RawRepresentable<String> & CaseIterable {
    guard let text = text(node, key) else { return nil }
    if let value = Value(rawValue: text.string) { return value }
    let values = Value.allCases.map(\.rawValue)
    let nearest = Nearest.word(to: text.string, among: values).map { "; the nearest is ‘\($0)’" } ?? ""
    let hint = "‘\(key)’ is one of \(values.joined(separator: ", "))\(nearest)"
    log.error("unknown \(key) ‘\(text.string)’", at: text.position, hint: hint)
    return nil
  }

  /// The pairs of a mapping; `example` is how it is written.
  package func pairs(_ node: YAMLNode, _ key: String, example: String) -> [YAMLMapping.Pair] {
    guard let node = document.resolved(node, log: log) else { return [] }
    guard case .mapping(let mapping) = node else {
      log.error("‘\(key)’ must be a mapping, not \(node.nature)", at: node.position, hint: "write it as \(example)")
      return []
    }
    return document.pairs(of: mapping, log: log)
  }

  /// The key as one of an enumeration's, or a fault with what was probably meant.
  package func known<Key>(_ key: PlacedText, as: Key.Type = Key.self, elsewhere: [String: String] = [:]) -> Key?
  where Key: RawRepresentable<String> & CaseIterable {
    if let known = Key(rawValue: key.string) { return known }
    let keys = Key.allCases.map(\.rawValue)
    let hint =
      elsewhere[key.string].map { "‘\(key.string)’ belongs \($0)" }
      ?? Nearest.word(to: key.string, among: keys).map { "the nearest key is ‘\($0)’" }
      ?? "the keys here are \(keys.joined(separator: ", "))"
    log.error("unknown key ‘\(key.string)’", at: key.position, hint: hint)
    return nil
  }

  /// Text such as `Kyiv: a city` is a mapping for YAML.
  private func isLikelyColonText(_ node: YAMLNode) -> Bool {
    guard case .mapping(let mapping) = node, mapping.pairs.count == 1, case .text = mapping.pairs[0].value else { return false }
    return true
  }

  private func trimmed(_ text: PlacedText) -> PlacedText {
    guard let first = text.string.utf8.first, let last = text.string.utf8.last, first <= 0x20 || last <= 0x20 else { return text }
    let inner = text.string.drop(while: \.isWhitespace)
    guard let end = inner.lastIndex(where: { !$0.isWhitespace }) else { return PlacedText(string: "", position: text.position) }
    return PlacedText(string: String(inner[...end]), position: text.position)
  }
}
