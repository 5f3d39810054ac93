import CMD4C

/// Runs md4c over `text` from an offset on. What it finds comes after the structure given; `nil` if md4c gave up.
///
/// The only file of the target that touches pointers. md4c calls back with pointers into the text, except for line breaks
/// and some white space of its own: those lie outside the buffer and are told as `nil`.
func parseMarkdown(_ text: [UInt8], from start: Int, after structure: Structure) -> Structure? {
  guard start < text.count else { return structure }
  return unsafe text.withUnsafeBytes { buffer in
    guard let base = buffer.baseAddress else { return structure }
    let reader = MarkdownReader(text, from: start, after: structure)
    var context = ParseContext(reader: reader, address: UInt(bitPattern: base), count: buffer.count)
    var parser = markdownParser()
    let first = unsafe (base + start).assumingMemoryBound(to: CChar.self)
    let isRead = unsafe withUnsafeMutablePointer(to: &context) { user in
      unsafe md_parse(first, MD_SIZE(buffer.count - start), &parser, user) == 0
    }
    return isRead ? context.reader.structure : nil
  }
}

/// What the callbacks need; it lives only while `md_parse` runs.
private struct ParseContext {
  var reader: MarkdownReader
  let address: UInt
  let count: Int

  /// The span of a callback's text, or `nil` if it is no part of the draft.
  func span(_ pointer: UInt, _ size: UInt32) -> Span? {
    guard size > 0, pointer >= address, pointer - address < UInt(count) else { return nil }
    let start = Int(pointer - address)
    return start + Int(size) <= count ? Span(start, start + Int(size)) : nil
  }
}

private func markdownParser() -> MD_PARSER {
  var parser = MD_PARSER()
  parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
  unsafe parser.enter_block = { type, _, user in
    unsafe tell(user) { $0.reader.enter(block(type)) }
  }
  unsafe parser.leave_block = { type, _, user in
    unsafe tell(user) { $0.reader.leave(block(type)) }
  }
  unsafe parser.enter_span = { type, _, user in
    unsafe tell(user) { $0.reader.enter(inline(type)) }
  }
  unsafe parser.leave_span = { type, _, user in
    unsafe tell(user) { $0.reader.leave(inline(type)) }
  }
  unsafe parser.text = { type, text, size, user in
    unsafe tell(user) { $0.reader.text(kind(type), $0.span(UInt(bitPattern: text), size)) }
  }
  return parser
}

/// Zero: md4c is to go on.
@inline(__always)
private func tell(_ user: UnsafeMutableRawPointer?, _ news: (inout ParseContext) -> Void) -> CInt {
  guard let user = unsafe user else { return 0 }
  unsafe news(&user.assumingMemoryBound(to: ParseContext.self).pointee)
  return 0
}

private func block(_ type: MD_BLOCKTYPE) -> MarkdownReader.BlockKind {
  switch type {
  case MD_BLOCK_QUOTE: .quotation
  case MD_BLOCK_LI: .listItem
  case MD_BLOCK_H: .heading
  case MD_BLOCK_TH, MD_BLOCK_TD: .tableCell
  case MD_BLOCK_P: .paragraph
  case MD_BLOCK_CODE: .code
  case MD_BLOCK_HTML: .html
  default: .other
  }
}

private func inline(_ type: MD_SPANTYPE) -> MarkdownReader.InlineKind {
  switch type {
  case MD_SPAN_CODE: .code
  case MD_SPAN_IMG: .image
  default: .other
  }
}

private func kind(_ type: MD_TEXTTYPE) -> MarkdownReader.TextKind {
  switch type {
  case MD_TEXT_NORMAL: .prose
  case MD_TEXT_BR, MD_TEXT_SOFTBR: .lineBreak
  case MD_TEXT_ENTITY: .entity
  case MD_TEXT_HTML: .html
  default: .verbatim
  }
}
