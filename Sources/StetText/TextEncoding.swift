/// How a draft's bytes were read, and how they must be written.
public struct TextEncoding: Hashable, Sendable {
  /// "UTF-8", "UTF-16LE", "windows-1251" … as ICU and `--encoding` know it.
  public let name: String
  /// The file begins with a byte-order mark.
  public let hasByteOrderMark: Bool
  /// Read beyond doubt, or forced; a draft read in doubt is never written.
  public let isCertain: Bool

  public init(name: String, hasByteOrderMark: Bool, isCertain: Bool) {
    self.name = name
    self.hasByteOrderMark = hasByteOrderMark
    self.isCertain = isCertain
  }

  public static let utf8 = TextEncoding(name: "UTF-8", hasByteOrderMark: false, isCertain: true)
  public var isUTF8: Bool { name == "UTF-8" }
}
