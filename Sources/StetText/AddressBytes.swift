import StetICU

/// The parts addresses are made of.
extension AddressScanner {
  /// Labels with points between them, as far as they go.
  struct Host {
    let end: Int
    /// `nil` if there is but one label.
    let lastLabel: Span?
  }

  func host(from start: Int, _ limit: Int) -> Host {
    var label = start, at = start, labels = 0
    while true {
      let begin = at
      while at < limit, isHostByte(text[at]) { at += 1 }
      if at == begin { return Host(end: max(start, begin - 1), lastLabel: labels > 1 ? Span(label, max(label, begin - 1)) : nil) }
      labels += 1
      label = begin
      guard at < limit, text[at] == UInt8(ascii: ".") else { return Host(end: at, lastLabel: labels > 1 ? Span(label, at) : nil) }
      at += 1
    }
  }

  /// An address from `start` whose bytes are known to `from`, without punctuation at its end that belongs to the sentence.
  func trimmed(_ start: Int, from: Int, _ limit: Int) -> Span? {
    var end = from
    var brackets = 0
    while end < limit, isURLByte(end, limit) {
      if text[end] == UInt8(ascii: "(") { brackets += 1 }
      if text[end] == UInt8(ascii: ")") { brackets -= 1 }
      end += UTF8Scalar.decode(text, end, limit).length
    }
    while end > from {
      switch text[end - 1] {
      case UInt8(ascii: ")"):
        // One more closed than opened belongs to the sentence.
        guard brackets < 0 else { return Span(start, end) }
        brackets += 1
      case UInt8(ascii: "("): brackets -= 1
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
        UInt8(ascii: "]"), UInt8(ascii: "["), UInt8(ascii: "*"):
        break
      default: return Span(start, end)
      }
      end -= 1
    }
    return nil
  }

  /// Back over the folders before a file's name.
  func pathStart(_ at: Int, _ floor: Int) -> Int {
    var start = at
    while start > floor, isPathByte(text[start - 1]) { start -= 1 }
    return start
  }

  func hasFileEnding(_ start: Int, _ end: Int) -> Bool {
    var at = end
    while at > start, text[at - 1].isAlphanumeric, end - at < 8 { at -= 1 }
    return at - 1 > start && text[at - 1] == UInt8(ascii: ".") && KnownEndings.isFile(Array(text[at..<end]))
  }

  func isHostByte(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }
  func isLocalPart(_ byte: UInt8) -> Bool {
    isHostByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
  }
  func isPathByte(_ byte: UInt8) -> Bool {
    isHostByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "~")
  }

  /// Whether the name before an @ goes on here: "first.last+news@…".
  func isLocalPartOfEmail(_ at: Int, _ limit: Int) -> Bool {
    at < limit && (text[at] == UInt8(ascii: "@") || text[at] == UInt8(ascii: "+"))
  }

  /// A byte of an address: no white space, no quotation mark or dash of any kind, no bracket but round and square ones.
  func isURLByte(_ at: Int, _ limit: Int) -> Bool {
    let byte = text[at]
    if byte < 0x80 { return byte > 0x20 && byte != 0x7F && !AddressScanner.foreign[Int(byte)] }
    return isLetter(at)
  }

  private static let foreign: [Bool] = (0..<128).map { "<>\"'\\^`{|}".utf8.contains(UInt8($0)) }

  /// A letter of any script, or a mark on one.
  func isLetter(_ at: Int) -> Bool {
    if text[at] < 0x80 { return text[at].isLetter }
    switch CharacterTable.shared.properties(of: UTF8Scalar.decode(text, at, text.count).scalar).characterClass {
    case .letter, .mark, .digit: return true
    default: return false
    }
  }

  /// Whether no letter or digit stands before `at`.
  func isWordStart(_ at: Int, _ l: Limits) -> Bool {
    guard at > l.floor else { return true }
    if text[at - 1] < 0x80 { return !text[at - 1].isAlphanumeric && text[at - 1] != UInt8(ascii: "_") }
    var before = at - 1
    while before > l.floor, text[before] & 0xC0 == 0x80 { before -= 1 }
    return !isLetter(before)
  }

  func isWordEnd(_ at: Int, _ limit: Int) -> Bool { at >= limit || !isLetter(at) && !text[at].isDigit }
}

/// Endings by which a name with a point is known to be an address or a file. Case counts: "PanARMENIAN.Net" is a name.
enum KnownEndings {
  static let domains = set("com org net gov edu io ua ru uk eu info tv")
  private static let moreDomains = set("int mil biz news media press live online site app dev")
  private static let files = set(
    """
    pdf doc docx odt rtf xls xlsx ods csv tsv ppt pptx txt md markdown json jsonl yml yaml toml xml html htm php js css py rb sh \
    swift zip gz tar rar 7z jpg jpeg png gif svg webp tif tiff heic mp3 mp4 mov avi wav webm exe dll iso log ini cfg conf po \
    xliff srt vtt docm epub
    """)

  /// Before a path any two letters may be a country's domain.
  static func hasPath(_ label: [UInt8]) -> Bool {
    domains.contains(label) || moreDomains.contains(label) || label.count == 2 && label.allSatisfy(\.isLower)
  }

  /// In lower or upper case: `report.pdf`, `IMG_0001.JPG`.
  static func isFile(_ label: [UInt8]) -> Bool {
    if files.contains(label) { return true }
    guard !label.contains(where: \.isLower) else { return false }
    return files.contains(label.map { $0.isUpper ? $0 | 0x20 : $0 }) && label.count > 2
  }

  private static func set(_ words: String) -> Set<[UInt8]> { Set(words.split(separator: " ").map { Array($0.utf8) }) }
}
