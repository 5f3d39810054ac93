/// Paragraphs of plain text, wrapped or one a line.
enum PlainText {
  static func structure(of text: [UInt8]) -> Structure {
    var blocks: [Block] = []
    var start = 0
    for i in 0...text.count where i == text.count || text[i] == 0x0A {
      if i > start { blocks.append(Block(role: .paragraph, pieces: [Piece(.prose, Span(start, i))])) }
      start = i + 1
    }
    return Structure(blocks: blocks)
  }
}
