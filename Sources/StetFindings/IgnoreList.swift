import StetText

/// Findings that a newsroom has decided to live with, by what they say and not by where they stand: for formats that bear no
/// comments. One a line:
///
///     name-variant "Kharkov" near "The Kharkov was launched" in "archive/*.txt" -- the name of a ship
public struct IgnoreList: Sendable {
  /// One line of the file.
  public struct Entry: Sendable, Hashable {
    public let check: String
    /// What stands in the draft, with single spaces.
    public let text: String
    /// Words of the same paragraph, with single spaces; where they hold `text`, they tell which one is meant.
    public var near: String?
    /// A finding's fingerprint, as the JSON report has it.
    public var print: String?
    /// A pattern of paths, from the list's folder.
    public var pattern: String?
    public var reason: String?
    /// The line in the list's file, as a span of its bytes.
    public let span: Span
  }

  /// A line that cannot be read.
  public struct Fault: Error, Equatable, Sendable {
    /// In the list's file.
    public let offset: Int
    public let message: String
    public let hint: String
  }

  /// In the order of the file.
  public private(set) var entries: [Entry] = []
  public private(set) var faults: [Fault] = []

  public init(_ bytes: [UInt8]) {
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var end = start + line.count
      let next = end + 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      do throws(Fault) {
        if let entry = try IgnoreLine.read(bytes, Span(start, end)) { entries.append(entry) }
      } catch {
        faults.append(error)
      }
      start = next
    }
  }
}

extension IgnoreList.Entry {
  /// Whether it speaks of a finding, whose path matches already.
  ///
  /// - Parameter fingerprint: The finding's own, with or without its number.
  func covers(_ finding: Finding, in draft: Draft, fingerprint: () -> String) -> Bool {
    guard finding.check == check, Folded(draft.text, finding.span).bytes == Array(text.utf8) else { return false }
    if let print, fingerprint() != print { return false }
    guard let near else { return true }
    return stands(near, around: finding.span, in: draft)
  }

  private func stands(_ near: String, around span: Span, in draft: Draft) -> Bool {
    let token = max(0, draft.tokens.firstIndex(startingFrom: max(span.start + 1, span.end)) - 1)
    guard let segment = draft.segment(ofToken: token) else { return false }
    let folded = Folded(draft.text, segment.span), wanted = Array(near.utf8)
    guard !wanted.isEmpty, folded.bytes.count >= wanted.count else { return false }
    let holdsText = near.contains(text)
    for at in 0...(folded.bytes.count - wanted.count) where folded.bytes[at] == wanted[0] && folded.bytes[at..<at + wanted.count].elementsEqual(wanted) {
      guard holdsText else { return true }
      if folded.offsets[at] <= span.start, span.end <= folded.offsets[at + wanted.count - 1] + 1 { return true }
    }
    return false
  }
}

/// Text with each row of white space as one space, and where each byte comes from.
private struct Folded {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [Int] = []

  init(_ text: [UInt8], _ span: Span) {
    for offset in span.range {
      let isSpace = text[offset] == 0x20 || (0x09...0x0D).contains(text[offset])
      if isSpace, bytes.last == 0x20 { continue }
      bytes.append(isSpace ? 0x20 : text[offset])
      offsets.append(offset)
    }
  }
}
