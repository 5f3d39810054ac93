/// The pieces of one block of Markdown while it is read.
struct MarkdownBlock {
  private(set) var pieces: [Piece] = []
  private let text: [UInt8]
  /// The end of the last piece of any block: what is told must follow it.
  private var end: Int
  private var isBreakPending = false
  private var isWrapped = false
  /// All text told since `beginOpaque`, which becomes one piece.
  private var opaque: Span?
  private var isOpaque = false
  /// Pieces that are the alternative text of an image.
  private var images: [Range<Int>] = []

  init(_ text: [UInt8], from start: Int) {
    self.text = text
    end = start
  }

  mutating func breakLine() { isBreakPending = true }

  mutating func add(_ kind: Piece.Kind, _ span: Span) {
    // A parser that told a place twice would make tokens overlap.
    guard span.start >= end, span.end <= text.count, !span.isEmpty else { return }
    if isOpaque {
      opaque = opaque?.union(span) ?? span
      return
    }
    if isBreakPending, !pieces.isEmpty {
      pieces.append(.lineBreak(from: end, to: span.start, in: text))
      isWrapped = true
    }
    isBreakPending = false
    if case .prose = kind, let last = pieces.last, case .prose = last.kind, last.span.end == span.start {
      pieces[pieces.count - 1] = Piece(.prose, last.span.union(span))
    } else {
      pieces.append(Piece(kind, span))
    }
    end = span.end
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
    guard first < pieces.count else { return }
    let image = trimmed(first..<pieces.count)
    if !image.isEmpty { images.append(image) }
  }

  /// The block with its pieces so far, the captions before it and after it; begins a new one.
  mutating func finish(role: Segment.Role) -> [Block] {
    if isOpaque { endOpaque() }
    defer {
      pieces = []
      images = []
      isBreakPending = false
      isWrapped = false
    }
    if pieces.isEmpty { return [] }
    if images.isEmpty { return [Block(role: role, pieces: pieces, isHardWrapped: isWrapped)] }
    return splitAtImages(role)
  }

  private func splitAtImages(_ role: Segment.Role) -> [Block] {
    var leading: [Block] = [], trailing: [Block] = []
    var inner = images[...]
    var body = trimmed(pieces.indices)
    while let image = inner.first, image.lowerBound <= body.lowerBound, !body.isEmpty {
      leading.append(caption(image))
      inner.removeFirst()
      body = trimmed(max(image.upperBound, body.lowerBound)..<body.upperBound)
    }
    while let image = inner.last, image.upperBound >= body.upperBound, !body.isEmpty {
      trailing.append(caption(image))
      inner.removeLast()
      body = trimmed(body.lowerBound..<min(image.lowerBound, body.upperBound))
    }
    let middle = body.isEmpty ? [] : [Block(role: role, pieces: opaqueImages(inner, in: body), isHardWrapped: isWrapped)]
    return leading + middle + trailing.reversed()
  }

  private func caption(_ image: Range<Int>) -> Block { Block(role: .caption, pieces: Array(pieces[image])) }

  /// The pieces of a block with each image's text as one opaque piece.
  private func opaqueImages(_ images: ArraySlice<Range<Int>>, in body: Range<Int>) -> [Piece] {
    var result: [Piece] = []
    var next = body.lowerBound
    for image in images {
      result += pieces[next..<image.lowerBound]
      result.append(Piece(.opaque, pieces[image.lowerBound].span.union(pieces[image.upperBound - 1].span)))
      next = image.upperBound
    }
    return result + pieces[next..<body.upperBound]
  }

  /// Without pieces of white space at either end.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound, last = range.upperBound
    while first < last, isWhite(pieces[first]) { first += 1 }
    while last > first, isWhite(pieces[last - 1]) { last -= 1 }
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
