/// Findings that were there when somebody decided to look only at new ones.
///
/// A baseline is a text file that git can merge: one finding a line, in order of its fingerprint, so that two branches
/// seldom touch neighbouring lines.
///
///     # stet-baseline 1
///     v1-f369263ab4ea1fa3   1c0ffee5   90aa31d2   name-variant   drafts/a.md   Kiev
public struct Baseline: Sendable {
  /// One finding; the columns of its line, which tabs separate.
  public struct Entry: Hashable, Sendable {
    public let key: FingerprintKey
    public let check: String
    /// Where it was found, from the baseline's folder. A hint only: the file may have been renamed since.
    public let path: String
    /// What stood there, for people.
    public let text: String

    public init(key: FingerprintKey, check: String, path: String, text: String) {
      self.key = key
      self.check = check
      self.path = path
      self.text = text
    }
  }

  /// Why a file is no baseline.
  public struct Fault: Error, Equatable, Sendable {
    /// 1-based.
    public let line: Int
    public let message: String
    public let hint: String?
  }

  /// In no order.
  public let entries: Set<Entry>

  public init(_ entries: Set<Entry>) { self.entries = entries }

  private static let header = "# stet-baseline "
  static let version = "1"

  /// The file's content.
  public var text: String {
    let lines = entries.map(Baseline.line).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Baseline.header + Baseline.version + "\n" + lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ entry: Entry) -> String {
    let columns = [entry.key.print, entry.key.before ?? "-", entry.key.after ?? "-", entry.check, entry.path, String(entry.text.prefix(60))]
    return columns.map(escaped).joined(separator: "\t")
  }

  /// Reads a baseline. Lines that git's union merge has doubled count once.
  public static func read(_ text: String) throws(Fault) -> Baseline {
    var entries: Set<Entry> = []
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }[...]
    try readHeader(lines.popFirst() ?? "")
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
      guard columns.count >= 6, columns[0].hasPrefix("v1-") else { throw fault(String(line), at: index + 2) }
      let key = FingerprintKey(
        print: columns[0], before: columns[1] == "-" ? nil : columns[1], after: columns[2] == "-" ? nil : columns[2])
      entries.insert(Entry(key: key, check: columns[3], path: columns[4], text: columns[5]))
    }
    return Baseline(entries)
  }

  private static func readHeader(_ line: Substring) throws(Fault) {
    guard line.hasPrefix(header) else {
      throw Fault(line: 1, message: "this is no baseline", hint: "‘--write-baseline’ makes one; its first line is ‘\(header)\(version)’")
    }
    let written = line.dropFirst(header.count)
    if written != version {
      throw Fault(line: 1, message: "the baseline has the format \(written)", hint: "this version of Stet reads \(version): write it again")
    }
  }

  private static func fault(_ line: String, at number: Int) -> Fault {
    if ["<<<<<<<", "=======", ">>>>>>>"].contains(where: line.hasPrefix) {
      return Fault(line: number, message: "git has left a conflict here", hint: "keep the lines of both sides, or write the baseline again")
    }
    return Fault(line: number, message: "this line is no finding", hint: "take it out, or write the baseline again")
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = "", isEscaped = false
    for scalar in text.unicodeScalars {
      switch (isEscaped, scalar) {
      case (false, "\\"):
        isEscaped = true
        continue
      case (true, "t"): result += "\t"
      case (true, "n"): result += "\n"
      case (true, "r"): result += "\r"
      default: result.unicodeScalars.append(scalar)
      }
      isEscaped = false
    }
    return result
  }
}
