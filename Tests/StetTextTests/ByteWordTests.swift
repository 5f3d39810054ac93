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
    let table = LineTable(text)
    #expect(table.starts.indices.map { table.span(of: $0, in: text).range } == expected, "\(text)")
    #expect(table.isASCII == text.allSatisfy { $0 < 0x80 }, "\(text)")
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
