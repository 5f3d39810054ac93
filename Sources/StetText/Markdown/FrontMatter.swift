/// The YAML or TOML at the very start of a draft. It is protected, but for the values of keys that readers see.
struct FrontMatter {
  /// Where the draft's body begins.
  private(set) var end: Int
  /// One block for each value that is prose.
  private(set) var structure = Structure()

  private let text: [UInt8]
  private static let proseKeys = Set(["title", "subtitle", "description", "summary"].map { Array($0.utf8) })

  init(_ text: [UInt8]) {
    self.text = text
    end = text.afterByteOrderMark
    guard end + 3 < text.count, text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "+") else { return }
    let fence = text[end]
    guard isFence(end, fence), let close = closing(fence) else { return }
    let separator = fence == UInt8(ascii: "-") ? UInt8(ascii: ":") : UInt8(ascii: "=")
    var line = afterLine(end)
    guard hasKey(from: line, separator) else { return }
    while line < close {
      addValue(line, separator, close)
      line = afterLine(line)
    }
    end = afterLine(close)
  }

  private func lineEnd(_ at: Int) -> Int {
    var at = at
    while at < text.count, !text[at].isNewline { at += 1 }
    return at
  }

  private func afterLine(_ at: Int) -> Int { text.afterLineEnd(lineEnd(at)) }

  /// A line of three marks and nothing else.
  private func isFence(_ at: Int, _ mark: UInt8) -> Bool {
    guard at + 3 <= text.count, text[at] == mark, text[at + 1] == mark, text[at + 2] == mark else { return false }
    let after = text.skippingBlanks(at + 3, text.count)
    return after == text.count || text[after].isNewline
  }

  private func closing(_ fence: UInt8) -> Int? {
    var line = afterLine(end)
    while line < text.count {
      if isFence(line, fence) || fence == UInt8(ascii: "-") && isFence(line, UInt8(ascii: ".")) { return line }
      line = afterLine(line)
    }
    return nil
  }

  /// Whether the first line that is not blank has a key: "---" alone may be a rule above prose.
  private func hasKey(from line: Int, _ separator: UInt8) -> Bool {
    let at = text.skippingWhite(line, text.count)
    guard at < text.count else { return false }
    if text[at] == UInt8(ascii: "#") || separator == UInt8(ascii: "=") && text[at] == UInt8(ascii: "[") { return true }
    return keyEnd(at, separator) != nil
  }

  /// The end of a key that begins at `at` and has its separator.
  private func keyEnd(_ at: Int, _ separator: UInt8) -> Int? {
    var end = at
    while end < text.count,
      text[end].isAlphanumeric || text[end] == UInt8(ascii: "_") || text[end] == UInt8(ascii: "-")
        || text[end] == UInt8(ascii: ".")
    {
      end += 1
    }
    guard end > at else { return nil }
    let mark = text.skippingBlanks(end, text.count)
    return mark < text.count && text[mark] == separator ? end : nil
  }

  private mutating func addValue(_ line: Int, _ separator: UInt8, _ close: Int) {
    guard let keyEnd = keyEnd(line, separator) else { return }
    let key = text[line..<keyEnd].map { $0.isUpper ? $0 | 0x20 : $0 }
    guard FrontMatter.proseKeys.contains(key) else { return }
    let end = lineEnd(line)
    let start = text.skippingBlanks(text.skippingBlanks(keyEnd, end) + 1, end)
    guard start < end, let pieces = ScalarValue(text: text, start: start, end: end).pieces(isTOML: separator == UInt8(ascii: "="))
    else { return }
    let first = structure.pieces.count
    structure.pieces += pieces
    structure.blocks.append(Block(role: .metadata, pieces: first..<structure.pieces.count))
  }
}

/// A value of one line, quoted or not, without its quotation marks, escapes and comment.
private struct ScalarValue {
  let text: [UInt8]
  let start: Int
  let end: Int

  func pieces(isTOML: Bool) -> [Piece]? {
    let first = text[start]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      if isTOML, start + 2 < end, text[start + 1] == first, text[start + 2] == first { return nil }
      return quoted(first, hasEscapes: first == UInt8(ascii: "\""), doubles: !isTOML)
    }
    // Block scalars, lists, anchors and tags are more than a line of prose.
    guard !isTOML, !Array("|>[{&*!#%@`".utf8).contains(first) else { return nil }
    return plain()
  }

  private func plain() -> [Piece]? {
    var stop = start
    while stop < end, !(text[stop] == UInt8(ascii: "#") && text[stop - 1].isBlank) { stop += 1 }
    while stop > start, text[stop - 1].isBlank { stop -= 1 }
    return stop > start ? [Piece(.prose, Span(start, stop))] : nil
  }

  /// `nil` if the closing mark is on a later line.
  private func quoted(_ mark: UInt8, hasEscapes: Bool, doubles: Bool) -> [Piece]? {
    var pieces: [Piece] = []
    var from = start + 1
    var at = from
    func prose(to end: Int) { if end > from { pieces.append(Piece(.prose, Span(from, end))) } }
    while at < end {
      if hasEscapes, text[at] == UInt8(ascii: "\\"), at + 1 < end {
        prose(to: at)
        let isMark = !text[at + 1].isAlphanumeric
        if !isMark { pieces.append(Piece(.opaque, Span(at, at + 2))) }
        from = isMark ? at + 1 : at + 2
        at += 2
      } else if text[at] == mark {
        guard doubles, !hasEscapes, at + 1 < end, text[at + 1] == mark else {
          prose(to: at)
          return pieces.isEmpty ? nil : pieces
        }
        prose(to: at + 1)
        from = at + 2
        at += 2
      } else {
        at += 1
      }
    }
    return nil
  }
}
