/// Which block of Markdown is open that may hold empty lines, so that an empty line parts nothing in it: fenced code or raw HTML.
///
/// Only blocks outside lists and quotations are followed, since those end with the first line that begins at the margin after
/// an empty one. Where a line could open a block inside one of them or outside, nobody is sure from there on: `isLost`.
struct OpenBlock {
  private enum Kind: Equatable {
    case none
    case fence(UInt8, length: Int)
    case html(end: HTMLEnd)
  }

  /// What ends a block of raw HTML: each ends with `>`, and this stands before it.
  private enum HTMLEnd { case comment, instruction, declaration, characterData, tag }

  private var kind = Kind.none
  /// A list or a quotation may go on.
  private var mayBeNested = false
  private(set) var isLost = false

  var isOpen: Bool { kind != .none }

  /// Takes in the beginning of a line.
  ///
  /// - Parameters:
  ///   - isAfterBlank: The line before it is empty, or there is none.
  ///   - end: How far bytes are at hand; not before the line's end, or more than anybody writes after a fence.
  mutating func begin(_ head: LineHead, isAfterBlank: Bool, _ bytes: [UInt8], _ end: Int) {
    guard head.text < end else { return }
    switch kind {
    case .fence(let mark, let length):
      if !head.isBlank, head.indent < 4, closes(mark, length, bytes, head.text, end) { kind = .none }
    case .html: break
    case .none:
      if head.isBlank || head.indent >= 4 { return }
      open(head, isAfterBlank, bytes, end)
    }
  }

  private mutating func open(_ head: LineHead, _ isAfterBlank: Bool, _ bytes: [UInt8], _ end: Int) {
    if let opened = fence(bytes, head.text, end) ?? html(bytes, head.text, end) {
      // At the margin it ends whatever list or quotation there is.
      if head.indent > 0, mayBeNested { isLost = true }
      mayBeNested = false
      kind = opened
    } else if isMarker(bytes, head.text, end) {
      mayBeNested = true
    } else if isAfterBlank, head.indent == 0 {
      mayBeNested = false
    }
  }

  /// Takes in a `>`.
  mutating func angle(_ bytes: [UInt8], at: Int) {
    guard case .html(let wanted) = kind else { return }
    let isEnd =
      switch wanted {
      case .comment: bytes.stands("--", at: at - 2, before: at)
      case .instruction: bytes.stands("?", at: at - 1, before: at)
      case .declaration: true
      case .characterData: bytes.stands("]]", at: at - 2, before: at)
      case .tag: Self.closingTags.contains { bytes.stands($0, at: at - $0.bytes.count, before: at) }
      }
    if isEnd { kind = .none }
  }

  // MARK: What a line begins with

  private func run(of mark: UInt8, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, bytes[at] == mark { at += 1 }
    return at - start
  }

  private func isLineEnd(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool { at >= end || bytes[at] == 0x0A || bytes[at] == 0x0D }

  private func closes(_ mark: UInt8, _ length: Int, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let count = run(of: mark, bytes, start, end)
    guard count >= length else { return false }
    var at = start + count
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    return isLineEnd(bytes, at, end)
  }

  private mutating func fence(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Kind? {
    let mark = bytes[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let count = run(of: mark, bytes, start, end)
    guard count >= 3 else { return nil }
    guard mark == UInt8(ascii: "`") else { return .fence(mark, length: count) }
    // Another backtick in the line makes it code within a paragraph.
    var at = start + count
    while !isLineEnd(bytes, at, end) {
      if bytes[at] == mark { return nil }
      at += 1
    }
    if at >= end { isLost = true }
    return .fence(mark, length: count)
  }

  private mutating func html(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Kind? {
    guard bytes[start] == UInt8(ascii: "<"), start + 1 < end else { return nil }
    if bytes.stands("<!--", at: start, before: end) { return .html(end: .comment) }
    if bytes.stands("<?", at: start, before: end) { return .html(end: .instruction) }
    if bytes.stands("<![cdata[", at: start, before: end) { return .html(end: .characterData) }
    if bytes.stands("<!", at: start, before: end) { return isLetter(bytes, start + 2, end) ? .html(end: .declaration) : nil }
    // Parsers disagree on this one.
    if bytes.stands("<textarea", at: start, before: end) { isLost = true }
    let isTag = Self.openingTags.contains { tag in
      let after = start + tag.bytes.count
      return bytes.stands(tag, at: start, before: end) && (after >= end || bytes[after] <= 0x20 || bytes[after] == UInt8(ascii: ">"))
    }
    return isTag ? .html(end: .tag) : nil
  }

  private func isLetter(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool { at < end && (0x61...0x7A).contains(bytes[at] | 0x20) }

  /// The mark of a list item or of a quotation, or what looks like one.
  private func isMarker(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    switch bytes[start] {
    case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return true
    case 0x30...0x39: return Self.isNumbered(bytes, start, end)
    default: return false
    }
  }

  /// Whether digits stand there with a full stop or a bracket after them.
  static func isNumbered(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return at < end && (bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ")"))
  }

  private static let openingTags: [StaticText] = ["<script", "<pre", "<style"]
  private static let closingTags: [StaticText] = ["</script", "</pre", "</style"]
}
