import StetICU
import StetNames
import StetText

/// Reads what capitalised words are made of, without a String for each.
struct NameReader {
  let draft: Draft

  /// Reads the letters of a word and what they sound like; false for what cannot be a name.
  func read(_ word: SeenNames.Word, _ room: inout Meeting.Room) -> Bool {
    let stem = draft.stem(of: draft.tokens[word.first])
    readLetters(stem, &room.letters)
    guard isPlain(room.letters, stem) || Doublets.partner(of: word.key) != nil else { return false }
    Skeleton.shared.strictKey(of: draft.text[stem.range], letters: &room.room, into: &room.sound)
    return true
  }

  /// Replaces `letters` by a word's folded letters, without a String where it is ASCII.
  func readLetters(_ stem: Span, _ letters: inout [UInt8]) {
    letters.removeAll(keepingCapacity: true)
    for byte in draft.text[stem.range] {
      guard (0x61...0x7A).contains(byte | 0x20) else {
        letters = Array(CharacterTable.shared.folded(draft.string(stem)).utf8)
        return
      }
      letters.append(byte | 0x20)
    }
  }

  /// Letters enough, and no capitals inside: "PyTorch" and the like are spelled as their makers please.
  private func isPlain(_ letters: [UInt8], _ stem: Span) -> Bool {
    letters.count >= Spellings.shortest && letters.allSatisfy { (0x61...0x7A).contains($0) }
      && !draft.text[stem.range].dropFirst().contains { (0x41...0x5A).contains($0) }
  }
}
