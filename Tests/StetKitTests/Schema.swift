import Foundation

/// As much of JSON Schema (draft 7) as our schemas use. A word it does not know fails, so that nothing is passed over.
struct Schema {
  private let root: [String: Any]

  init(_ root: [String: Any]) { self.root = root }

  private func object(at path: [String]) -> Any? { path.reduce(root as Any?) { ($0 as? [String: Any])?[$1] } }
  func keys(at path: [String]) -> Set<String> { Set((object(at: path) as? [String: Any])?.keys.map { $0 } ?? []) }
  func strings(at path: [String]) -> [String] { object(at: path) as? [String] ?? [] }

  func accepts(_ value: Any) -> Bool { accepts(value, root) }

  private func accepts(_ value: Any, _ schema: [String: Any]) -> Bool {
    // As draft 7 has it, nothing beside a reference counts.
    if let reference = schema["$ref"] as? String {
      return accepts(value, object(at: reference.dropFirst(2).split(separator: "/").map(String.init)) as? [String: Any] ?? ["missing": 0])
    }
    return schema.allSatisfy { word, argument in accepts(value, word, argument, schema) }
  }

  private func accepts(_ value: Any, _ word: String, _ argument: Any, _ schema: [String: Any]) -> Bool {
    let object = value as? [String: Any]
    func schemas(_ argument: Any) -> [[String: Any]] { argument as? [[String: Any]] ?? [] }
    switch word {
    case "$schema", "title", "description", "definitions": return true
    case "type": return (argument as? [String] ?? [argument as? String ?? ""]).contains { isType($0, value) }
    case "enum": return (argument as? [Any] ?? []).contains { equal($0, value) }
    case "pattern": return (value as? String).map { (try? Regex(argument as? String ?? "(")).map($0.contains) ?? false } ?? true
    case "required": return object.map { object in (argument as? [String] ?? []).allSatisfy { object[$0] != nil } } ?? true
    case "oneOf": return schemas(argument).count { accepts(value, $0) } == 1
    case "anyOf": return schemas(argument).contains { accepts(value, $0) }
    case "not": return !accepts(value, argument as? [String: Any] ?? [:])
    case "items": return (value as? [Any])?.allSatisfy { accepts($0, argument as? [String: Any] ?? [:]) } ?? true
    case "properties":
      let properties = argument as? [String: [String: Any]] ?? [:]
      return object?.allSatisfy { name, value in properties[name].map { accepts(value, $0) } ?? true } ?? true
    case "propertyNames": return object?.keys.allSatisfy { accepts($0, argument as? [String: Any] ?? [:]) } ?? true
    case "additionalProperties":
      let known = (schema["properties"] as? [String: Any])?.keys.map { $0 } ?? []
      let others = object?.filter { !known.contains($0.key) } ?? [:]
      return (argument as? Bool) == false ? others.isEmpty : others.values.allSatisfy { accepts($0, argument as? [String: Any] ?? [:]) }
    default: return false
    }
  }

  /// Foundation keeps truth values as numbers of one byte.
  private func isBoolean(_ value: Any) -> Bool { (value as? NSNumber).map { unsafe String(cString: $0.objCType) == "c" } ?? (value is Bool) }

  private func isType(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "null": value is NSNull
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": isBoolean(value)
    case "number": value is NSNumber && !isBoolean(value)
    default: false
    }
  }

  private func equal(_ a: Any, _ b: Any) -> Bool {
    if let a = a as? String { return a == b as? String }
    return isBoolean(a) && isBoolean(b) && (a as? Bool) == (b as? Bool)
  }
}
