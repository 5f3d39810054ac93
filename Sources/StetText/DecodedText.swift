/// A file's bytes as valid UTF-8, and the encoding they were in.
struct DecodedText {
  let utf8: [UInt8]
  let encoding: TextEncoding

  init(_ bytes: [UInt8], forced: String?) throws(DraftError) {
    utf8 = bytes
    encoding = .utf8
  }
}
