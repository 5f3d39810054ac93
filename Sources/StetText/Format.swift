/// The file formats whose structure Stet reads.
public enum Format: String, Sendable, CaseIterable {
  case plain, markdown

  /// By the path's ending; anything unknown is plain text.
  public init(path: String) {
    let bytes = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let point = bytes.lastIndex(of: UInt8(ascii: ".")) else {
      self = .plain
      return
    }
    let ending = String(Substring(bytes[bytes.index(after: point)...])).lowercased()
    self = Format.allCases.first { $0.endings.contains(ending) } ?? .plain
  }

  /// The endings that a walk through a folder takes up, without the point.
  public var endings: [String] {
    switch self {
    case .plain: ["txt", "text"]
    case .markdown: ["md", "markdown"]
    }
  }

  func structure(of text: [UInt8]) -> Structure {
    switch self {
    case .plain: PlainText.structure(of: text)
    case .markdown: Markdown.structure(of: text)
    }
  }
}
