/// What a byte is at the start of a token.
enum ASCIIClass: UInt8 {
  case space, newline, letter, digit, mark, nonASCII

  /// By byte.
  static let all: [ASCIIClass] = (0..<256).map { byte in
    switch byte {
    case 0x0A, 0x0D: .newline
    case 0x00...0x20, 0x7F: .space
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x80...: .nonASCII
    default: .mark
    }
  }
}
