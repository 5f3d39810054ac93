/// An entry, once for all who look at it: copying one, with all its lists, takes longer than finding it.
public final class SharedEntry: Sendable {
  public let entry: Entry
  /// The preferred form, and a person’s family name where it may stand alone.
  public let term: PreferredName
  public let family: PreferredName?
  /// Counted over all glossaries.
  let number: Int

  init(_ entry: Entry, _ number: Int) {
    self.number = number
    self.entry = entry
    term = PreferredName(entry.term)
    family = entry.familyName.map { PreferredName($0) }
  }
}

/// A name as it should be written, and its words.
public struct PreferredName: Sendable {
  /// Its words, joined again.
  public let text: String
  /// The same as a list, for findings that have nothing else to propose.
  public let alone: [String]
  public let parts: [NamePart]

  fileprivate init(_ name: String) {
    parts = NamePart.parts(of: name)
    // Nearly every name is its words.
    text = parts.count == 1 && parts[0].text.utf8.count == name.utf8.count ? name : NamePart.joined(parts[...])
    alone = [text]
  }
}

/// A word of a name as it should be written.
public struct NamePart: Sendable {
  public let text: String
  /// What joins it to the part before: a space, a hyphen or, of the first, nothing.
  public let separator: String

  public init(text: String, separator: String) {
    self.text = text
    self.separator = separator
  }

  static func parts(of name: String) -> [NamePart] {
    var parts: [NamePart] = []
    let bytes = Array(name.utf8)
    var separator = "", start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "-") {
      if start < end {
        let text = end - start == bytes.count ? name : String(decoding: bytes[start..<end], as: UTF8.self)
        parts.append(NamePart(text: text, separator: separator))
        separator = "-"
      }
      start = end + 1
      if end < bytes.count, bytes[end] == UInt8(ascii: " "), !parts.isEmpty { separator = " " }
    }
    return parts
  }

  /// The parts with what joins them.
  public static func joined(_ parts: ArraySlice<NamePart>) -> String {
    if parts.count == 1, let only = parts.first, only.separator.isEmpty { return only.text }
    return parts.reduce(into: "") {
      $0 += $1.separator
      $0 += $1.text
    }
  }
}
