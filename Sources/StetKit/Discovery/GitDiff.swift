/// Reads `git diff --unified=0` as far as it tells which lines of which files are new.
struct GitDiff {
  /// By path from the repository's root. A file that was only renamed has no lines.
  private(set) var files: [Path: ChangedLines] = [:]
  private var current: Path?

  init(_ output: [UInt8]) {
    var isHeader = false
    /// Lines of the hunk that are still to come; those may begin like anything.
    var left = 0
    for line in output.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if left > 0, line.first != UInt8(ascii: "\\") {
        left -= 1
      } else if line.starts(with: "diff --git ".utf8) {
        (isHeader, current) = (true, nil)
      } else if isHeader, line.starts(with: "+++ ".utf8) {
        open(Array(line.dropFirst(4)))
      } else if line.starts(with: "@@ ".utf8) {
        left = hunk(line)
      } else if line.starts(with: "* Unmerged path ".utf8) {
        // Both sides of a conflict stand in it: all of it is to be looked at.
        files[Path(bytes: GitDiff.plain(Array(line.dropFirst(16))))] = .all
      }
    }
  }

  private mutating func open(_ name: [UInt8]) {
    let name = GitDiff.plain(name)
    guard name.starts(with: "b/".utf8) else { return }
    let path = Path(bytes: name.dropFirst(2))
    files[path] = .lines([])
    current = path
  }

  /// `@@ -12,3 +12,0 @@`; how many lines of text follow.
  private mutating func hunk(_ line: ArraySlice<UInt8>) -> Int {
    let parts = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard parts.count > 2 else { return 0 }
    func range(_ part: Substring) -> (start: Int, count: Int) {
      let numbers = part.dropFirst().split(separator: ",").map { Int($0) ?? 0 }
      return (numbers.first ?? 0, numbers.count > 1 ? numbers[1] : 1)
    }
    let old = range(parts[1]), new = range(parts[2])
    if let current, case .lines(let ranges)? = files[current] {
      // Without new lines the number is that of the line before.
      let start = new.count == 0 ? new.start : new.start - 1
      files[current] = .lines(ranges + [max(0, start)..<max(0, start) + new.count])
    }
    return old.count + new.count
  }

  /// A name with spaces has a tab after it, an odd one is quoted.
  private static func plain(_ name: [UInt8]) -> [UInt8] {
    name.first == UInt8(ascii: "\"") ? unquoted(name) : name.last == 0x09 ? Array(name.dropLast()) : name
  }

  /// A name as C writes it: `"b/caf\303\251.md"`.
  static func unquoted(_ name: [UInt8]) -> [UInt8] {
    let escapes: [UInt8: UInt8] = [
      UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11,
      UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
    ]
    var result: [UInt8] = [], rest = name.dropFirst()
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        result.append(byte)
        continue
      }
      if (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(next) {
        let digits = [next] + rest.prefix(2)
        rest = rest.dropFirst(2)
        result.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1) - 48 }))
      } else {
        result.append(escapes[next] ?? next)
      }
    }
    return result
  }
}
