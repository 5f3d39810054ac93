import StetText

/// Reads over a draft once, window by window, and finds where it may be cut: a parser that begins there sees the same
/// paragraphs as one that comes from the draft's beginning.
///
/// On the way lines are counted, and whatever speaks of the draft as a whole makes `mustStayWhole` true: bytes that are no
/// UTF-8, suppressions that reach over paragraphs, and link targets that are named in one place and used in another.
struct CutScanner {
  /// How many bytes behind a place it must have at hand, unless the draft ends, and before it.
  static let lookahead = 1024
  static let lookbehind = 16

  private(set) var cuts: [Cut] = []
  private(set) var mustStayWhole = false

  private let format: Format
  private let spacing: Int
  private var block = OpenBlock()
  /// How many lines have ended.
  private(set) var line = 0
  private var isAtLineStart = true
  private var isAfterBlank = true
  /// A line of this paragraph begins as the definition of a link's target does.
  private var mayDefine = false
  private var bodyStart = 0

  /// - Parameter spacing: The least distance between two cuts.
  init(_ format: Format, spacing: Int) {
    self.format = format
    self.spacing = spacing
  }

  /// Reads on.
  ///
  /// - Parameters:
  ///   - window: Bytes of the draft, of which those before `end` count.
  ///   - start: Where the last call left off.
  ///   - base: Where in the draft the window begins.
  ///   - isLast: The draft ends with the window.
  /// - Returns: How far it came.
  mutating func scan(_ window: [UInt8], from start: Int, to end: Int, base: Int, isLast: Bool) -> Int {
    var at = start
    if base == 0, start == 0 {
      guard let body = format.bodyStart(in: Array(window[..<end])) else {
        mustStayWhole = true
        return end
      }
      bodyStart = body
      if window[..<end].starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }
    let limit = isLast ? end : end - CutScanner.lookahead
    while at < limit, !mustStayWhole {
      if isAtLineStart {
        isAtLineStart = false
        beginLine(window, at, end, base)
      }
      let stop = ByteStops.next(in: window, from: at, to: limit)
      at = stop < limit ? step(window, stop, end) : limit
    }
    return at
  }

  /// Deals with a byte that may be something.
  ///
  /// - Returns: Where to go on.
  private mutating func step(_ window: [UInt8], _ at: Int, _ end: Int) -> Int {
    switch window[at] {
    case 0x0A: return endLine(at + 1)
    case 0x0D: return endLine(at + 1 < end && window[at + 1] == 0x0A ? at + 2 : at + 1)
    case 0: mustStayWhole = true
    case UInt8(ascii: "<"): if speaksOfWhole(window, at, end) { mustStayWhole = true }
    case UInt8(ascii: ">"): block.angle(window, at: at)
    case UInt8(ascii: "]"):
      if mayDefine, at + 1 < end, window[at + 1] == UInt8(ascii: ":") { mustStayWhole = true }
    case 0x80...:
      let length = UTF8Validator.sequenceLength(window, at)
      if length == 0 || at + length > end { mustStayWhole = true }
      return at + length
    default: break
    }
    return at + 1
  }

  private mutating func endLine(_ next: Int) -> Int {
    line += 1
    isAtLineStart = true
    return next
  }

  private mutating func beginLine(_ window: [UInt8], _ at: Int, _ end: Int, _ base: Int) {
    guard base + at >= bodyStart else { return }
    let head = LineHead(window, at, min(end, at + CutScanner.lookahead))
    if head.isBlank { mayDefine = false }
    // A tracker that does not know where it is would find wrong places.
    if isAfterBlank, base + at > bodyStart, head.indent == 0, !block.isOpen, !block.isLost, beginsParagraph(window, at, end) {
      add(Cut(offset: base + at, line: line))
    }
    if format == .markdown {
      block.begin(head, isAfterBlank: isAfterBlank, window, min(end, at + CutScanner.lookahead))
      if !block.isOpen, beginsLikeDefinition(window, head.text, end) { mayDefine = true }
    }
    isAfterBlank = head.isBlank
  }

  private mutating func add(_ cut: Cut) {
    if cut.offset - (cuts.last?.offset ?? 0) >= spacing { cuts.append(cut) }
  }

  /// A letter or a quotation mark: no item of a list, no quotation, no markup; and no byte-order mark, which would be taken off.
  private func beginsParagraph(_ window: [UInt8], _ at: Int, _ end: Int) -> Bool {
    guard at < end else { return false }
    switch window[at] {
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "\""), UInt8(ascii: "("): return true
    case 0x30...0x39: return !OpenBlock.isNumbered(window, at, end)
    // Without no-break spaces, which indent.
    case 0xC3...0xEE, 0xF0...0xF4: return true
    default: return false
    }
  }

  private func beginsLikeDefinition(_ window: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, CutScanner.markers.contains(window[at]) { at += 1 }
    return at < end && window[at] == UInt8(ascii: "[")
  }

  /// `<!-- stet-disable … -->`, `<!-- stet-disable-file … -->` or `<!-- stet-enable … -->`, as far as can be told.
  private func speaksOfWhole(_ window: [UInt8], _ at: Int, _ end: Int) -> Bool {
    guard window.stands("<!--", at: at, before: end) else { return false }
    var word = at + 4
    // White space of all kinds.
    while word < end, window[word] <= 0x20 || window[word] >= 0x80 { word += 1 }
    // Nobody knows what comes after so much of it.
    if word + 32 > end, word > at + CutScanner.lookahead / 2 { return true }
    guard window.stands("stet-", at: word, before: end) else { return false }
    return !CutScanner.local.contains { window.stands($0, at: word, before: end) }
  }

  private static let local: [StaticText] = ["stet-disable-line", "stet-disable-next-line"]
  private static let markers = Set(" \t>-+*0123456789.)".utf8)
}
