/// The changes to one draft as a unified diff that `git apply` and `patch` accept, byte for byte.
public enum UnifiedDiff {
  /// Nothing if both are equal. Lines end with LF, as git sees them; a CR is part of its line.
  ///
  /// - Parameter path: Relative to where the diff will be applied.
  public static func make(path: String, old: [UInt8], new: [UInt8]) -> [UInt8] {
    guard old != new else { return [] }
    let oldLines = lines(old), newLines = lines(new)
    let changes = LineChanges(oldLines, newLines).changes
    var result = header("---", "a/", path) + header("+++", "b/", path)
    for hunk in hunks(of: changes) { append(hunk, oldLines, newLines, to: &result) }
    return result
  }

  /// Lines with their line feeds; the last may lack one.
  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for end in text.indices where text[end] == 0x0A {
      lines.append(text[start...end])
      start = end + 1
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }

  private static let context = 3

  /// Changes whose contexts touch share a hunk.
  private static func hunks(of changes: [LineChange]) -> [[LineChange]] {
    var hunks: [[LineChange]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private static func append(
    _ hunk: [LineChange], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], to result: inout [UInt8]
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let lead = min(context, first.old.lowerBound), tail = min(context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - lead..<last.old.upperBound + tail
    let newRange = first.new.lowerBound - lead..<last.new.upperBound + tail
    result += Array("@@ -\(numbers(oldRange)) +\(numbers(newRange)) @@\n".utf8)
    var at = oldRange.lowerBound
    for change in hunk {
      for line in old[at..<change.old.lowerBound] { append(" ", line, to: &result) }
      for line in old[change.old] { append("-", line, to: &result) }
      for line in new[change.new] { append("+", line, to: &result) }
      at = change.old.upperBound
    }
    for line in old[at..<oldRange.upperBound] { append(" ", line, to: &result) }
  }

  /// First line and count as diff writes them: of nothing the line before it, a count of one not at all.
  private static func numbers(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }

  private static func append(_ sign: String, _ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    result += sign.utf8
    result += line
    if line.last != 0x0A { result += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// The name as git writes it: quoted if it has quotes, backslashes, controls or bytes outside ASCII; with a tab after it
  /// if it has spaces, or `patch` would take the rest for a date.
  private static func header(_ sign: String, _ side: String, _ path: String) -> [UInt8] {
    var name = path[...]
    while name.hasPrefix("./") { name = name.dropFirst(2) }
    name = name.drop { $0 == "/" }
    let whole = side + name
    let needsQuotes = whole.utf8.contains { $0 < 0x20 || $0 >= 0x7F || $0 == 0x22 || $0 == 0x5C }
    let shown = needsQuotes ? "\"" + whole.utf8.map(quoted).joined() + "\"" : whole
    return Array("\(sign) \(shown)\(whole.contains(" ") && !needsQuotes ? "\t" : "")\n".utf8)
  }

  private static func quoted(_ byte: UInt8) -> String {
    switch byte {
    case 0x22: return "\\\""
    case 0x5C: return "\\\\"
    case 0x07...0x0D: return ["\\a", "\\b", "\\t", "\\n", "\\v", "\\f", "\\r"][Int(byte) - 7]
    case 0x20..<0x7F: return String(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
  }
}
