import StetTestSupport
@testable import StetText

/// A draft's structure in a form that reads well in a test: a line for each block, with its role and its pieces.
/// ⏎ is a line break, ␣ a written-out space, ⟨ ⟩ is opaque, ‹ › a mark written as an entity.
func outline(_ text: String, _ format: Format = .plain) -> [String] {
  let bytes = Array(text.utf8)
  let structure = format.structure(of: bytes)
  return structure.blocks.map { outline($0, structure.pieces[$0.pieces], bytes) }
}

private func outline(_ block: Block, _ pieces: ArraySlice<Piece>, _ bytes: [UInt8]) -> String {
  let pieces = pieces.map { piece in
    let text = String(decoding: bytes[piece.span.range], as: UTF8.self)
    switch piece.kind {
    // Lines with nothing but white space between them are one piece.
    case .prose: return lines(text)
    case .opaque: return "⟨\(text)⟩"
    case .lineBreak: return "⏎"
    case .space: return "␣"
    case .mark(let scalar): return "‹\(scalar)›"
    }
  }
  return "\(block.role): " + pieces.joined()
}

/// Prose with a sign for each line end and the white space around it.
private func lines(_ prose: String) -> String {
  guard prose.contains(where: \.isNewline) else { return prose }
  return prose.split(whereSeparator: \.isNewline).map { $0.trimming { $0.isWhitespace } }.joined(separator: "⏎")
}

extension StringProtocol {
  fileprivate func trimming(_ isLeft: (Character) -> Bool) -> String {
    String(String(drop(while: isLeft).reversed()).drop(while: isLeft).reversed())
  }
}

/// The words of a draft's tokens, segment by segment.
func words(_ draft: Draft) -> [[String]] {
  draft.segments.map { $0.tokens.map { draft.string(draft.tokens[$0]) } }
}

/// Text thrown together from parts.
func soup(_ parts: [String], _ count: Int, seed: Int) -> String {
  var dice = Dice(seed)
  return (0..<count).map { _ in parts.randomElement(using: &dice) ?? "" }.joined()
}

/// What must hold for the structure of any text: pieces ascend, never overlap, lie in the text and on scalar boundaries.
func faults(in structure: Structure, of bytes: [UInt8]) -> [String] {
  var faults: [String] = []
  var end = 0
  for block in structure.blocks {
    if block.pieces.isEmpty { faults.append("empty block") }
    for piece in structure.pieces[block.pieces] {
      if piece.span.start < end { faults.append("\(piece) begins before \(end)") }
      if piece.span.end > bytes.count { faults.append("\(piece) ends outside") }
      if piece.span.isEmpty, case .prose = piece.kind { faults.append("\(piece) is empty") }
      for edge in [piece.span.start, piece.span.end] where edge < bytes.count && bytes[edge] & 0xC0 == 0x80 {
        faults.append("\(piece) cuts a character")
      }
      end = max(end, piece.span.end)
    }
  }
  var comment = 0
  for span in structure.comments {
    if span.start < comment || span.end > bytes.count { faults.append("comment \(span)") }
    comment = span.end
  }
  return faults
}

extension Structure {
  /// The pieces of all blocks.
  var told: [Piece] { blocks.flatMap { pieces[$0.pieces] } }

  /// The structure with what the tokenizer protects.
  func protected(in text: [UInt8]) -> Structure {
    var structure = self
    structure.pieces = []
    let scanner = AddressScanner(text)
    for i in blocks.indices {
      let own = pieces[blocks[i].pieces], first = structure.pieces.count
      structure.pieces += InlineProtection.protected(own, scanner) ?? Array(own)
      structure.blocks[i].pieces = first..<structure.pieces.count
    }
    return structure
  }
}
