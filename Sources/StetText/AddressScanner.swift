/// Finds what looks like an address in prose. It goes by bytes and looks closer only at `: . / @ # \`; every byte is
/// looked at a fixed number of times, however the text is made.
struct AddressScanner {
  let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  /// Addresses in ascending order; none overlaps another.
  func addresses(in span: Span) -> [Span] {
    var found: [Span] = []
    var floor = span.start
    var slashesSeenTo = span.start
    var at = span.start
    let text = self.text, bytes = text.span, triggers = self.triggers
    while at < span.end {
      // Words and the spaces between them are passed.
      if bytes.has(8, from: at) {
        let others = bytes.word(at: at).notLettersOrSpaces
        at &+= others == 0 ? 8 : others.firstByte
        guard others != 0, at < span.end else { continue }
      }
      guard triggers[Int(text[at])], mayBegin(at, span.end) else {
        at += 1
        continue
      }
      let limits = Limits(floor: floor, at: at, end: span.end)
      var next = at + 1
      let address: Span?
      switch text[at] {
      case UInt8(ascii: ":"): address = url(limits)
      case UInt8(ascii: "@"): address = email(limits) ?? handle(limits)
      case UInt8(ascii: "#"): address = tag(limits)
      case UInt8(ascii: "."): address = dotted(limits, next: &next)
      case UInt8(ascii: "\\"): address = windowsPath(limits)
      default:
        address = at < slashesSeenTo ? nil : path(limits, seenTo: &slashesSeenTo)
      }
      at = next
      if let address {
        found.append(address)
        (floor, at) = (address.end, max(address.end, at))
      }
    }
    return found
  }

  /// A trigger at `at`, the earliest byte an address may begin with and the end of the prose.
  struct Limits {
    let floor: Int
    let at: Int
    let end: Int
  }

  /// No full stop before a space and no colon before a word, as nearly all of them stand.
  @inline(__always)
  func mayBegin(_ at: Int, _ end: Int) -> Bool {
    switch text[at] {
    case UInt8(ascii: "."): at + 1 < end && isHostByte(text[at + 1])
    // "://" and "mailto:"
    case UInt8(ascii: ":"): at + 1 < end && text[at + 1] == UInt8(ascii: "/") || at > 0 && text[at - 1] | 0x20 == UInt8(ascii: "o")
    case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "\\"): true
    default: false
    }
  }

  private let triggers = AddressScanner.allTriggers
  private static let allTriggers: [Bool] = (0..<256).map { ":@#./\\".utf8.contains(UInt8($0)) }

  // MARK: Kinds of addresses

  /// `scheme://…` and `mailto:…`, from the colon.
  private func url(_ l: Limits) -> Span? {
    var start = l.at
    while start > l.floor, l.at - start < 12, text[start - 1].isAlphanumeric || text[start - 1] == UInt8(ascii: "+") {
      start -= 1
    }
    guard start < l.at, text[start].isLetter, isWordStart(start, l) else { return nil }
    if l.at - start >= 2, text.has(.authority, at: l.at, before: l.end) { return trimmed(start, from: l.at + 3, l.end) }
    return text.has(.mailto, at: start, before: l.at + 1) ? trimmed(start, from: l.at + 1, l.end) : nil
  }

  /// `name@example.org`.
  private func email(_ l: Limits) -> Span? {
    var start = l.at
    while start > l.floor, isLocalPart(text[start - 1]) { start -= 1 }
    while start < l.at, text[start] == UInt8(ascii: ".") || text[start] == UInt8(ascii: "-") { start += 1 }
    let host = host(from: l.at + 1, l.end)
    guard start < l.at, let last = host.lastLabel, last.count >= 2, text[last.start].isLetter else { return nil }
    return Span(start, host.end)
  }

  /// `@name`, and `@name@host` of the fediverse.
  private func handle(_ l: Limits) -> Span? {
    guard isWordStart(l.at, l) else { return nil }
    var end = l.at + 1
    while end < l.end, text[end].isAlphanumeric || text[end] == UInt8(ascii: "_") { end += 1 }
    guard end > l.at + 1, text[l.at + 1].isLetter || text[l.at + 1] == UInt8(ascii: "_") else { return nil }
    if end < l.end, text[end] == UInt8(ascii: "@") {
      let host = host(from: end + 1, l.end)
      if host.lastLabel != nil { end = host.end }
    }
    return Span(l.at, end)
  }

  /// `#name`, in any script.
  private func tag(_ l: Limits) -> Span? {
    guard isWordStart(l.at, l), l.at + 1 < l.end, isLetter(l.at + 1) else { return nil }
    var end = l.at + 1
    while end < l.end, text[end].isDigit || text[end] == UInt8(ascii: "_") || isLetter(end) {
      end += UTF8Scalar.decode(text, end, l.end).length
    }
    return Span(l.at, end)
  }

  /// `www.…`, `example.com`, `example.co.uk/path`, `report.pdf`, from the first point.
  private func dotted(_ l: Limits, next: inout Int) -> Span? {
    var start = l.at
    while start > l.floor, isHostByte(text[start - 1]) { start -= 1 }
    guard start < l.at, isWordStart(start, l) else { return nil }
    let host = host(from: start, l.end)
    next = max(next, host.end)
    guard let last = host.lastLabel, isWordEnd(host.end, l.end), !isLocalPartOfEmail(host.end, l.end) else { return nil }
    if l.at == start + 3, text.has(.www, at: start, before: l.end) { return trimmed(start, from: start, l.end) }
    let label = Array(text[last.range])
    if host.end + 1 < l.end, text[host.end] == UInt8(ascii: "/"), isURLByte(host.end + 1, l.end), KnownEndings.hasPath(label) {
      return trimmed(start, from: host.end, l.end)
    }
    if KnownEndings.domains.contains(label) { return Span(start, host.end) }
    return KnownEndings.isFile(label) ? Span(pathStart(start, l.floor), host.end) : nil
  }

  /// `/usr/share/doc`, `~/a/b`, `../a/b`, `a/b/c.txt`, from the first slash of a word.
  private func path(_ l: Limits, seenTo: inout Int) -> Span? {
    let start = pathStart(l.at, l.floor)
    var end = l.at, slashes = 0, names = 0
    while end < l.end, isPathByte(text[end]) {
      if text[end] == UInt8(ascii: "/") { slashes += 1 } else if end == start || text[end - 1] == UInt8(ascii: "/") { names += 1 }
      end += 1
    }
    seenTo = end
    while end > start, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    guard slashes >= 2, isWordStart(start, l), isWordEnd(end, l.end) else { return nil }
    if hasFileEnding(start, end) { return Span(start, end) }
    switch text[start] {
    case UInt8(ascii: "/"): return names >= 2 && (text[start + 1].isLower || slashes >= 3) ? Span(start, end) : nil
    case UInt8(ascii: "~"): return Span(start, end)
    case UInt8(ascii: "."): return text[l.at - 1] == UInt8(ascii: ".") ? Span(start, end) : nil
    default: return nil
    }
  }

  /// `C:\Users\…` and `\\server\…`.
  private func windowsPath(_ l: Limits) -> Span? {
    var start = l.at
    if start - 2 >= l.floor, text[start - 1] == UInt8(ascii: ":"), text[start - 2].isLetter { start -= 2 }
    let isShare = l.at + 1 < l.end && text[l.at + 1] == UInt8(ascii: "\\")
    guard start < l.at || isShare, isWordStart(start, l) else { return nil }
    var end = l.at
    while end < l.end, isPathByte(text[end]) || text[end] == UInt8(ascii: "\\") { end += 1 }
    while end > l.at, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return end > l.at + 2 ? Span(start, end) : nil
  }
}
