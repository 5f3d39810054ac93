// What goes on a word, and what ends it.
extension WordReader {
  enum Join { case apostrophe, point }

  /// How the mark at `at` continues the word: an apostrophe between letters, a point, comma or colon between digits.
  func joins(_ at: Int, _ length: Int, byte: UInt8, _ letters: Int, _ start: Int, _ limit: Int) -> Join? {
    let next = at + length
    guard next < limit, at > start else { return nil }
    switch byte {
    case 0x27, 0x60: return letters > 0 && isLetter(next, limit) ? .apostrophe : nil
    case 0x2E, 0x2C, 0x3A:
      return letters == 0 && classes[Int(text[next])] == .digit && classes[Int(text[at - 1])] == .digit ? .point : nil
    default: return nil
    }
  }

  private func isLetter(_ at: Int, _ limit: Int) -> Bool {
    if text[at] < 0x80 { return classes[Int(text[at])] == .letter }
    return table.properties(of: decode(at, limit).scalar).characterClass == .letter
  }

  /// Whether "s" stands at `at` and the word ends after it.
  func endsPossessive(after at: Int, _ limit: Int) -> Bool {
    guard at < limit, text[at] | 0x20 == 0x73 else { return false }
    guard at + 1 < limit else { return true }
    // "Podil’s’k": the s stands between two soft signs.
    let (scalar, length) = decode(at + 1, limit)
    if isApostrophe(scalar), at + 1 + length < limit, isLetter(at + 1 + length, limit) { return false }
    if text[at + 1] < 0x80 {
      switch classes[Int(text[at + 1])] {
      case .letter, .digit: return false
      default: return true
      }
    }
    switch table.properties(of: scalar).characterClass {
    case .letter, .digit, .mark, .ignorable: return false
    default: return true
    }
  }

  private func isApostrophe(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? scalar == 0x27 || scalar == 0x60 : table.properties(of: scalar).characterClass == .apostrophe
  }

  /// A middle dot between letters, as BGN/PCGN parts т and с: "Brat·s’ke". Not one between two names: "London·Paris".
  func joinsDot(_ scalar: UInt32, _ at: Int, _ start: Int, _ limit: Int) -> Bool {
    guard scalar == 0xB7, at > start, at + 2 < limit, classes[Int(text[at - 1])] == .letter else { return false }
    return classes[Int(text[at + 2])] == .letter && (text[at - 1] & 0x20 == 0 || text[at + 2] & 0x20 != 0)
  }
}
