import StetChecks

/// What `stet config` prints: what holds for a file, and where each part of it was said.
public struct ConfigurationPage: Sendable {
  /// One line of it.
  private struct Line {
    let key: String
    let values: [String]
    let origin: Origin
    /// A list in JSON even if it has one value.
    var isList = false
  }

  private let path: String
  private let files: [String]
  private let lines: [Line]

  public init(_ settings: Settings, of path: String) {
    self.path = path
    files = settings.files
    var lines = [
      Line(key: "glossaries", values: settings.glossaries.value.map(\.argument), origin: settings.glossaries.origin, isList: true),
      Line(key: "select", values: settings.select.value, origin: settings.select.origin, isList: true),
      Line(key: "ignore", values: settings.ignore.value, origin: settings.ignore.origin, isList: true),
    ]
    lines += settings.severity.sorted { $0.key < $1.key }.map {
      Line(key: "severity.\($0.key)", values: [$0.value.value.rawValue], origin: $0.value.origin)
    }
    lines += [
      Line(key: "fail-on", values: [settings.failOn.value.rawValue], origin: settings.failOn.origin),
      Line(key: "quotes", values: settings.quotes.value.map { [$0.rawValue] } ?? [], origin: settings.quotes.origin),
    ]
    lines += settings.style.map { rule in
      let words = rule.value.words
      return Line(key: "style.\(words.key)", values: [words.value], origin: rule.origin)
    }
    lines += [
      Line(key: "baseline", values: settings.baseline.value.map { [$0.shownFromHere.display] } ?? [], origin: settings.baseline.origin),
      Line(key: "ignore-list", values: settings.ignoreList.value.map { [$0.shownFromHere.display] } ?? [], origin: settings.ignoreList.origin),
    ]
    lines += settings.exclude.map { Line(key: "exclude", values: [$0.value], origin: $0.origin) }
    self.lines = lines
  }

  /// For people: a key, its value, and where it stands.
  public var text: String {
    let sources = files.isEmpty ? "no configuration file" : files.joined(separator: ", ")
    let rows = lines.map { (key: $0.key, value: $0.values.isEmpty ? "–" : $0.values.joined(separator: ", "), origin: "\($0.origin)") }
    let widths = (rows.map(\.key.count).max() ?? 0, min(40, rows.map(\.value.count).max() ?? 0))
    let shown = rows.map { row in
      "  \(padded(row.key, widths.0))  \(padded(row.value, widths.1))  \(row.origin)\n"
    }
    return "\(path): \(sources)\n" + shown.joined()
  }

  /// For programs: one object.
  public var json: String {
    let settings = lines.map { line -> String in
      let values = line.values.map(quoted)
      let value = line.isList ? "[\(values.joined(separator: ", "))]" : values.first ?? "null"
      return "{\"key\": \(quoted(line.key)), \"value\": \(value), \"from\": \(from(line.origin))}"
    }
    return "{\"path\": \(quoted(path)), \"files\": [\(files.map(quoted).joined(separator: ", "))],\n   \"settings\": [\n    "
      + settings.joined(separator: ",\n    ") + "]}"
  }

  /// Several pages as one JSON document.
  public static func document(_ pages: [ConfigurationPage]) -> String {
    "{\"schema\": 1, \"stet\": \"\(stetVersion)\",\n \"drafts\": [\n  " + pages.map(\.json).joined(separator: ",\n  ") + "]}"
  }

  private func from(_ origin: Origin) -> String {
    switch origin {
    case .standard: "null"
    case .commandLine: "{\"option\": true}"
    case .file(let path, let line): "{\"path\": \(quoted(path)), \"line\": \(line)}"
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
}
