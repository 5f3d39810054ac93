/// Makes addresses, handles, tags and file names inside prose opaque, in every format.
enum InlineProtection {
  static func protected(_ structure: Structure, in text: [UInt8]) -> Structure {
    var structure = structure
    let scanner = AddressScanner(text)
    for i in structure.blocks.indices {
      // Most blocks hold nothing of the kind and stay as they are.
      if let pieces = protected(structure.blocks[i].pieces, scanner) { structure.blocks[i].pieces = pieces }
    }
    return structure
  }

  private static func protected(_ pieces: [Piece], _ scanner: AddressScanner) -> [Piece]? {
    var result: [Piece]?
    for (i, piece) in pieces.enumerated() {
      guard case .prose = piece.kind else {
        result?.append(piece)
        continue
      }
      let addresses = scanner.addresses(in: piece.span)
      if !addresses.isEmpty, result == nil { result = Array(pieces[..<i]) }
      if result != nil { result?.append(contentsOf: split(piece.span, at: addresses)) }
    }
    return result
  }

  private static func split(_ span: Span, at addresses: [Span]) -> [Piece] {
    var pieces: [Piece] = []
    var at = span.start
    for address in addresses {
      if address.start > at { pieces.append(Piece(.prose, Span(at, address.start))) }
      pieces.append(Piece(.opaque, address))
      at = address.end
    }
    if at < span.end { pieces.append(Piece(.prose, Span(at, span.end))) }
    return pieces
  }
}
