/// A list of paths as other programs print it: one a line, or separated by NUL.
public enum PathList {
  /// The paths, in the form of command-line arguments.
  public static func read(_ bytes: [UInt8]) -> [String] {
    let separator: UInt8 = bytes.contains(0) ? 0 : 0x0A
    return bytes.split(separator: separator).compactMap { line in
      let path = separator == 0x0A && line.last == 0x0D ? line.dropLast() : line
      return path.isEmpty ? nil : Arguments.text(of: Array(path))
    }
  }
}
