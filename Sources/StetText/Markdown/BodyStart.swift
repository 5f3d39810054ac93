extension Format {
  /// Where the body of a draft begins, after its byte-order mark and its front matter.
  ///
  /// - Parameter beginning: The first bytes of the draft, so many as are at hand.
  /// - Returns: Nil where these bytes do not tell: what begins as front matter does has no end among them.
  public func bodyStart(in beginning: [UInt8]) -> Int? {
    let start = beginning.afterByteOrderMark
    guard self == .markdown else { return start }
    let matter = FrontMatter(beginning)
    if matter.end > start { return matter.end < beginning.count ? matter.end : nil }
    let looksLikeIt = beginning[start...].starts(with: Array("---".utf8)) || beginning[start...].starts(with: Array("+++".utf8))
    return looksLikeIt ? nil : start
  }
}
