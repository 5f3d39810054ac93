/// The prose of a Markdown draft, by md4c.
enum Markdown {
  static func structure(of text: [UInt8]) -> Structure { PlainText.structure(of: text) }
}
