/// Makes blocks of what a Markdown parser tells, in the order of the text.
struct MarkdownReader {
  enum BlockKind { case quotation, listItem, heading, tableCell, paragraph, code, html, other }
  enum InlineKind { case code, image, other }
  enum TextKind { case prose, entity, lineBreak, html, verbatim }

  /// What was found so far.
  var structure: Structure { block.structure }
  private let text: [UInt8]
  /// Most drafts have no tag and no comment.
  private let hasTags: Bool
  /// The block quotations and list items that are open; the innermost gives a paragraph its role.
  private var containers: [Segment.Role] = []
  private var leaf: Segment.Role?
  private var block: MarkdownBlock
  private var comments: CommentScanner
  /// An open code or HTML block, whose text is protected.
  private var verbatimBlock: BlockKind?
  private var imageDepth = 0
  private var imageStart = 0
  private var isCodeSpan = false
  /// The name of an open inline tag whose content is code: `<code>`, `<kbd>` …
  private var codeTag: [UInt8]?
  /// Where the last comment ends that only we took for one.
  private var commentEnd = 0

  init(_ text: [UInt8], from start: Int, after structure: Structure) {
    self.text = text
    block = MarkdownBlock(text, from: start, after: structure)
    comments = CommentScanner(text)
    hasTags = text.firstIndex(of: UInt8(ascii: "<"), in: start..<text.count) != nil
  }

  mutating func enter(_ kind: BlockKind) {
    flush()
    switch kind {
    case .quotation: containers.append(.quotation)
    case .listItem: containers.append(.listItem)
    case .heading: leaf = .heading
    case .tableCell: leaf = .tableCell
    case .code, .html: verbatimBlock = kind
    case .paragraph, .other: break
    }
  }

  mutating func leave(_ kind: BlockKind) {
    flush()
    switch kind {
    case .quotation, .listItem: _ = containers.popLast()
    case .heading, .tableCell: leaf = nil
    case .code, .html: verbatimBlock = nil
    case .paragraph, .other: break
    }
  }

  mutating func enter(_ kind: InlineKind) {
    switch kind {
    case .code:
      isCodeSpan = true
      block.beginOpaque()
    case .image:
      if imageDepth == 0 { imageStart = block.end }
      imageDepth += 1
    case .other: break
    }
  }

  mutating func leave(_ kind: InlineKind) {
    switch kind {
    case .code:
      isCodeSpan = false
      block.endOpaque()
    case .image:
      imageDepth -= 1
      if imageDepth == 0 { block.addImage(from: imageStart) }
    case .other: break
    }
  }

  /// Text of a block; `span` is `nil` for what stands in no draft, such as the line ends of md4c.
  mutating func text(_ kind: TextKind, _ span: Span?) {
    if let verbatimBlock {
      if verbatimBlock == .html, let span { block.add(comments.scan(span)) }
      return
    }
    if case .lineBreak = kind { return block.breakLine() }
    guard let span = span.flatMap({ $0.end > commentEnd ? Span(max($0.start, commentEnd), $0.end) : nil }) else { return }
    if codeTag != nil, kind != .html { return block.add(.opaque, span) }
    switch kind {
    case .prose: addProse(span)
    case .entity: addEntity(span)
    case .html: addTag(span)
    case .verbatim: if isCodeSpan { block.add(.opaque, span) }
    case .lineBreak: break
    }
  }

  private mutating func addProse(_ span: Span) {
    guard hasTags, let comment = InlineComment.first(in: span, of: text) else { return block.add(.prose, span) }
    if comment.start > span.start { block.add(.prose, Span(span.start, comment.start)) }
    block.add([comment])
    commentEnd = comment.end
    if comment.end < span.end { addProse(Span(comment.end, span.end)) }
  }

  private mutating func addEntity(_ span: Span) {
    switch Entity(text, span) {
    case .space: block.add(.space, span)
    case .mark(let scalar): block.add(.mark(scalar), span)
    case .invisible: break
    case .other: block.add(.opaque, span)
    }
  }

  private mutating func addTag(_ span: Span) {
    block.add(comments.scan(span))
    guard !comments.isOpen, let tag = HTMLTag(text, span) else { return }
    if tag.isBreak { return block.breakLine() }
    if let open = codeTag {
      guard tag.isClosing, tag.name == open else { return }
      codeTag = nil
      block.endOpaque()
    } else if tag.holdsCode, !tag.isClosing {
      codeTag = tag.name
      block.beginOpaque()
    }
  }

  private mutating func flush() {
    codeTag = nil
    isCodeSpan = false
    imageDepth = 0
    comments.reset()
    block.finish(role: leaf ?? containers.last ?? .paragraph)
  }
}
