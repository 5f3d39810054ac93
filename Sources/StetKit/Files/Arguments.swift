/// The command line as it was typed, held in strings without loss.
///
/// Swift's own `CommandLine.arguments` replaces what is not UTF-8, after which such a file cannot be opened. Here a stray
/// byte becomes a private-use scalar (U+10FF80 + …), and `Path(argument:)` turns it back. Scalars of an argument that look
/// like those are kept apart the same way.
public enum Arguments {
  /// Without the program's own name.
  public static var current: [String] {
    guard let raw = try? Files.read(Path("/proc/self/cmdline")).bytes else { return Array(CommandLine.arguments.dropFirst()) }
    return raw.split(separator: 0, omittingEmptySubsequences: false).dropLast().dropFirst().map { text(of: Array($0)) }
  }

  /// A string that `bytes(of:)` turns back into the same bytes.
  static func text(of bytes: [UInt8]) -> String {
    var text = ""
    forEachScalar(of: bytes) { piece in
      switch piece {
      case .scalar(let scalar) where escapes.contains(scalar.value):
        for byte in Array(String(scalar).utf8) { text.unicodeScalars.append(escape(byte)) }
      case .scalar(let scalar): text.unicodeScalars.append(scalar)
      case .stray(let byte): text.unicodeScalars.append(escape(byte))
      }
    }
    return text
  }

  static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if escapes.contains(scalar.value) {
        bytes.append(UInt8(scalar.value - base))
      } else {
        bytes += String(scalar).utf8
      }
    }
    return bytes
  }

  /// Every byte from 0x80 on has a scalar here; lower ones are never stray.
  private static let escapes: ClosedRange<UInt32> = 0x10FF80...0x10FFFF
  private static let base: UInt32 = 0x10FF00

  private static func escape(_ byte: UInt8) -> Unicode.Scalar { Unicode.Scalar(base + UInt32(byte)) ?? "\u{FFFD}" }
}

extension Path {
  /// The path that an argument of the command line names, stray bytes included.
  public init(argument: String) { self.init(bytes: Arguments.bytes(of: argument)) }
}
