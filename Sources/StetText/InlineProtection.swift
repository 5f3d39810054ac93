/// Makes addresses, handles, tags and file names inside prose opaque, in every format.
enum InlineProtection {
  /// The pieces of a block with what has to be protected; nil for the many blocks that hold nothing of the kind.
  static func protected(_ pieces: ArraySlice<Piece>, _ scanner: AddressScanner) -> [Piece]? {
    var result: [Piece]?
    for i in pieces.indices {
      let piece = pieces[i]
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
