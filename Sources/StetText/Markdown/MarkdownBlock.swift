/// The blocks of Markdown read so far, and the one that is being read: the last pieces of the structure.
struct MarkdownBlock {
  private(set) var structure: Structure
  private let text: [UInt8]
  /// The first piece of the block that is being read.
  private var first: Int
  /// Where the last piece of any block ends: what is told must follow it.
  private var told: Int
  private var isBreakPending = false
  private var isWrapped = false
  /// All text told since `beginOpaque`, which becomes one piece.
  private var opaque: Span?
  private var isOpaque = false
  /// Pieces that are the alternative text of an image.
  private var images: [Range<Int>] = []

  init(_ text: [UInt8], from start: Int, after structure: Structure) {
    self.text = text
    self.structure = structure
    // A paragraph has some hundreds of bytes.
    self.structure.pieces.reserveCapacity(text.count / 256)
    self.structure.blocks.reserveCapacity(text.count / 256)
    first = structure.pieces.count
    told = start
  }

  /// The number of the piece that comes next.
  var end: Int { structure.pieces.count }

  mutating func add(_ comments: [Span]) { structure.comments += comments }

  mutating func breakLine() { isBreakPending = true }

  mutating func add(_ kind: Piece.Kind, _ span: Span) {
    // A parser that told a place twice would make tokens overlap.
    guard span.start >= told, span.end <= text.count, !span.isEmpty else { return }
    if isOpaque {
      opaque = opaque?.union(span) ?? span
      return
    }
    if isBreakPending, end > first {
      structure.pieces.append(.lineBreak(from: told, to: span.start, in: text))
      isWrapped = true
    }
    isBreakPending = false
    if case .prose = kind, end > first, span.start == told, case .prose = structure.pieces[end - 1].kind {
      structure.pieces[end - 1] = Piece(.prose, structure.pieces[end - 1].span.union(span))
    } else {
      structure.pieces.append(Piece(kind, span))
    }
    told = span.end
  }

  mutating func beginOpaque() {
    isOpaque = true
    opaque = nil
  }

  mutating func endOpaque() {
    isOpaque = false
    if let opaque { add(.opaque, opaque) }
    opaque = nil
  }

  mutating func addImage(from first: Int) {
    guard first < end else { return }
    let image = trimmed(first..<end)
    if !image.isEmpty { images.append(image) }
  }

  /// Ends the block with its pieces so far, with the captions before it and after it; begins a new one.
  mutating func finish(role: Segment.Role) {
    if isOpaque { endOpaque() }
    if end > first {
      if images.isEmpty { append(role, first..<end) } else { splitAtImages(role) }
    }
    first = end
    images.removeAll(keepingCapacity: true)
    isBreakPending = false
    isWrapped = false
  }

  private mutating func append(_ role: Segment.Role, _ pieces: Range<Int>) {
    structure.blocks.append(Block(role: role, pieces: pieces, isHardWrapped: role == .caption ? false : isWrapped))
  }

  private mutating func splitAtImages(_ role: Segment.Role) {
    var trailing: [Range<Int>] = []
    var inner = images[...]
    var body = trimmed(first..<end)
    while let image = inner.first, image.lowerBound <= body.lowerBound, !body.isEmpty {
      append(.caption, image)
      inner.removeFirst()
      body = trimmed(max(image.upperBound, body.lowerBound)..<body.upperBound)
    }
    while let image = inner.last, image.upperBound >= body.upperBound, !body.isEmpty {
      trailing.append(image)
      inner.removeLast()
      body = trimmed(body.lowerBound..<min(image.lowerBound, body.upperBound))
    }
    if !body.isEmpty { append(role, joiningImages(inner, in: body)) }
    for image in trailing.reversed() { append(.caption, image) }
  }

  /// The pieces of a block with each image's text as one opaque piece. They are fewer than before and stand where those did.
  private mutating func joiningImages(_ images: ArraySlice<Range<Int>>, in body: Range<Int>) -> Range<Int> {
    if images.isEmpty { return body }
    var next = body.lowerBound, kept = next
    func keep(_ piece: Piece) {
      structure.pieces[kept] = piece
      kept += 1
    }
    for image in images {
      for i in next..<image.lowerBound { keep(structure.pieces[i]) }
      keep(Piece(.opaque, structure.pieces[image.lowerBound].span.union(structure.pieces[image.upperBound - 1].span)))
      next = image.upperBound
    }
    for i in next..<body.upperBound { keep(structure.pieces[i]) }
    return body.lowerBound..<kept
  }

  /// Without pieces of white space at either end.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound, last = range.upperBound
    while first < last, isWhite(structure.pieces[first]) { first += 1 }
    while last > first, isWhite(structure.pieces[last - 1]) { last -= 1 }
    return first..<last
  }

  private func isWhite(_ piece: Piece) -> Bool {
    switch piece.kind {
    case .lineBreak, .space: true
    case .prose: text.isWhite(piece.span.range)
    case .opaque, .mark: false
    }
  }
}
