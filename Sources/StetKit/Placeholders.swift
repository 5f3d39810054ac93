// A stand-in for what StetText will bring; this file goes when it does.
import StetText

extension TextEncoding {
  func applying(
    edits: [(span: Span, replacement: [UInt8])], toUTF8Form utf8: [UInt8], original bytes: [UInt8]
  ) throws(DraftError) -> [UInt8] {
    var result = bytes
    for edit in edits.reversed() { result.replaceSubrange(edit.span.range, with: edit.replacement) }
    return result
  }
}
