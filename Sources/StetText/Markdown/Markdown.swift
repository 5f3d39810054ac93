/// The prose of a Markdown draft: CommonMark with GitHub's tables, strikethrough and task lists, by md4c.
///
/// Protected are code, link targets and titles, raw HTML blocks, tags, and front matter but for its title and description.
/// Text between inline tags is prose. An image's alternative text is a caption where the image stands at a paragraph's
/// start or end; within a sentence it is opaque, so that the sentence stays whole. A draft nested more deeply than
/// anybody writes is read as plain text, since md4c's time grows with the square of the depth.
enum Markdown {
  static func structure(of text: [UInt8]) -> Structure {
    let matter = FrontMatter(text)
    return parseMarkdown(text, from: matter.end, after: matter.structure) ?? PlainText.structure(of: text)
  }
}
