import StetTestSupport
import Testing

@testable import StetText

/// Loops over words of eight bytes find what loops over bytes find, wherever in a word it stands.
@Suite struct ByteWordTests {
  /// Bytes that are near those looked for, in stretches of all lengths.
  private func bytes(_ seed: Int) -> [UInt8] {
    var dice = Dice(seed)
    let odd: [UInt8] = [0, 0x01, 0x09, 0x0A, 0x0A, 0x0D, 0x0E, 0x20, 0x21, 0x3B, 0x3C, 0x3D, 0x7F, 0x80, 0x8A, 0x8D, 0xBC, 0xBF, 0xC2, 0xE2, 0xF0, 0xFF]
    return (0..<dice.roll(0..<90)).map { _ in dice.roll(0..<4) == 0 ? odd[dice.roll(0..<odd.count)] : 0x61 }
  }

  @Test(arguments: 0..<300)
  func firstIndex(seed: Int) {
    let text = bytes(seed)
    for byte in [0, 0x3C, 0x7F] as [UInt8] {
      for start in 0...text.count {
        for end in [text.count, min(start + 19, text.count)] {
          #expect(text.firstIndex(of: byte, in: start..<end) == text[start..<end].firstIndex(of: byte), "\(text)")
        }
      }
    }
  }

  @Test(arguments: 0..<300)
  func lines(seed: Int) {
    let text = bytes(seed)
    var expected: [Range<Int>] = [], at = 0
    while at < text.count {
      let end = text[at...].firstIndex(where: \.isNewline) ?? text.count
      expected.append(at..<end)
      at = text.afterLineEnd(end)
    }
    if text.last?.isNewline ?? true { expected.append(text.count..<text.count) }
    #expect(LineTable(text).starts == expected.map(\.lowerBound), "\(text)")
  }

  /// The scanner of plain text finds line ends by itself, on its way.
  @Test(arguments: 0..<100)
  func linesOfPlainText(seed: Int) {
    let text = Array(soup(["a", "b", "é", "漢", "\t", "\n", "\r", "\r\n", "words of a line that is longer than two words of bytes"], 60, seed: seed).utf8)
    let scanner = LineScanner(text)
    #expect(scanner.starts == LineTable(text).starts, "\(text)")
    let ends = scanner.starts.dropFirst() + [text.count + 1]
    let spans = zip(scanner.starts, ends).map { start, next in
      let line = text[start..<min(next, text.count)]
      return line.drop(while: \.isWhite).reversed().drop(while: \.isWhite).count
    }
    #expect(scanner.lines.map { Int($0.end - $0.text) } == spans.filter { $0 > 0 }, "\(text)")
  }

  @Test(arguments: 0..<300)
  func lettersAndSpaces(seed: Int) {
    let text = bytes(seed) + [0x40, 0x41, 0x5A, 0x5B, 0x60, 0x61, 0x7A, 0x7B, 0x1F, 0x20, 0x21, 0xA0]
    for at in 0...text.count - 8 {
      let others = text.span.word(at: at).notLettersOrSpaces
      for i in 0..<8 {
        let byte = text[at + i]
        #expect((others >> UInt64(8 * i + 7) & 1 == 0) == (byte == 0x20 || byte.isLetter), "\(text)")
      }
    }
  }

  @Test(arguments: 0..<300)
  func plainLength(seed: Int) {
    let text = bytes(seed)
    #expect(UTF8Validator.plainLength(text) == text.firstIndex { $0 == 0 || $0 >= 0x80 } ?? text.count, "\(text)")
  }

  @Test(arguments: 0..<100)
  func characterCount(seed: Int) {
    var dice = Dice(seed)
    let text = String((0..<40).map { _ in "aaa é漢👩\u{301}".randomElement(using: &dice) ?? " " })
    let bytes = Array(text.utf8)
    var scalars = 0, units = 0, at = 0
    for scalar in text.unicodeScalars {
      #expect(CharacterCount.scalars(in: bytes, 0..<at) == scalars && CharacterCount.utf16(in: bytes, 0..<at) == units)
      #expect(CharacterCount.scalars(in: bytes, at..<bytes.count) == text.unicodeScalars.count - scalars)
      (scalars, units, at) = (scalars + 1, units + UTF16.width(scalar), at + UTF8.width(scalar))
    }
  }
}
