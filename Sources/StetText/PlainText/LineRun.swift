/// Lines with no blank line, rule or change of quotation depth between them.
struct LineRun {
  let lines: Range<Int>
  /// The longest line's right edge; a single line far longer than all others holds a long word and does not count.
  let longest: Int

  /// The runs of a draft's lines.
  static func all(of lines: [TextLine]) -> [LineRun] {
    var runs: [LineRun] = []
    // Three lines are a paragraph, mostly.
    runs.reserveCapacity(lines.count / 3 + 1)
    var first = 0
    while first < lines.count {
      let depth = lines[first].depth
      var longest = Int(lines[first].right), second = 0, next = first + 1
      while next < lines.count, !lines[next].flags.contains(.blankBefore), lines[next].depth == depth {
        let right = Int(lines[next].right)
        // Without branches: which line is the longest so far cannot be foreseen.
        second = max(second, min(longest, right))
        longest = max(longest, right)
        next += 1
      }
      let isAlone = next - first > 3 && longest > second + second / 5
      runs.append(LineRun(lines: first..<next, longest: isAlone ? second : longest))
      first = next
    }
    return runs
  }
}
