import StetICU

extension Draft {
  /// The sentences of a segment as ranges of token indices, without gaps. Abbreviations, initials and datelines end none.
  ///
  /// Opening ICU's iterator costs more than splitting a paragraph: for many segments use one `SentenceSplitter`.
  public func sentences(of segment: Segment) -> [Range<Int>] { SentenceSplitter().sentences(of: segment, in: self) }
}

/// Splits segments into sentences: ICU proposes, `Abbreviations` drops what is none. One owner at a time.
public struct SentenceSplitter: ~Copyable {
  /// Without ICU's own list of abbreviations: its filter also drops true ends ("… to Ann. Rep. Smith said …"). `nil` if ICU
  /// has no rules; then a segment is one sentence.
  private let boundaries: Boundaries?

  public init() { boundaries = try? Boundaries(.sentence, locale: "en") }

  /// The sentences of a segment as ranges of token indices, without gaps. Closing marks belong to the sentence before.
  public func sentences(of segment: Segment, in draft: Draft) -> [Range<Int>] {
    let range = segment.tokens
    guard !range.isEmpty else { return [] }
    let copy = SentenceText(draft, range)
    guard let ends = try? boundaries?.offsets(in: copy.bytes) else { return [range] }
    let dateline = draft.datelineEnd(of: segment) ?? range.lowerBound
    var sentences: [Range<Int>] = []
    var start = range.lowerBound, next = start
    for end in ends {
      while next < range.upperBound, copy.starts[next - range.lowerBound] < end { next += 1 }
      while next < range.upperBound, draft.closesSentence(next) { next += 1 }
      guard next > start, next < range.upperBound, next > dateline, draft.mayBeginSentence(next, in: range) else { continue }
      sentences.append(start..<next)
      start = next
    }
    sentences.append(start..<range.upperBound)
    return sentences
  }
}

/// A segment's text for ICU: no markup, one space for any white space, and "X" for what is opaque.
private struct SentenceText {
  private(set) var bytes: [UInt8] = []
  /// Where each token begins in `bytes`.
  private(set) var starts: [Int] = []

  init(_ draft: Draft, _ range: Range<Int>) {
    if !draft.tokens[range].contains(where: SentenceText.needsRewriting) {
      let start = Int(draft.tokens[range.lowerBound].start)
      bytes = Array(draft.text[start..<draft.tokens[range.upperBound - 1].end])
      starts = draft.tokens[range].map { Int($0.start) - start }
      return
    }
    bytes.reserveCapacity(Int(draft.tokens[range.upperBound - 1].end) - Int(draft.tokens[range.lowerBound].start))
    starts.reserveCapacity(range.count)
    for token in draft.tokens[range] {
      if token.flags.contains(.spaceBefore), !bytes.isEmpty { bytes.append(0x20) }
      starts.append(bytes.count)
      switch token.kind {
      case .word, .number: bytes += draft.text[token.span.range]
      case .opaque: bytes.append(UInt8(ascii: "X"))
      case .punctuation:
        // The mark itself, for it may be written as an entity; an ellipsis, which ICU has for no end, as a point.
        guard let scalar = UInt32(exactly: token.key.rawValue).flatMap(Unicode.Scalar.init) else { continue }
        bytes += Array(UTF8.encode(scalar.value == 0x2026 ? "." : scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Most segments can be handed to ICU as they are.
  private static func needsRewriting(_ token: Token) -> Bool {
    !token.flags.isDisjoint(with: [.markupBefore, .breakBefore]) || token.kind == .opaque || token.isMark("…")
  }
}

extension Draft {
  /// A mark that belongs to the sentence before it, whatever ICU says.
  fileprivate func closesSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .punctuation else { return false }
    switch token.key.rawValue {
    case 0x29, 0x5D, 0x201D: return true
    case 0x22, 0x27, 0x2019, 0xBB, 0x203A: return !token.flags.contains(.spaceBefore)
    default: return false
    }
  }

  /// Whether a sentence can begin at a token: not with a word in lower case, and not after an abbreviation.
  fileprivate func mayBeginSentence(_ index: Int, in range: Range<Int>) -> Bool {
    var word = index
    while word < range.upperBound, tokens[word].kind == .punctuation { word += 1 }
    if word < range.upperBound, tokens[word].kind == .word, startsLower(tokens[word]) { return false }
    var stop = index - 1
    while stop > range.lowerBound, tokens[stop].kind == .punctuation, !tokens[stop].isMark(".") { stop -= 1 }
    guard stop > range.lowerBound, tokens[stop].isMark("."), !tokens[stop].flags.contains(.spaceBefore) else { return true }
    // A quotation mark or a bracket after the point: the abbreviation ends what is quoted, and mostly the sentence.
    guard stop == index - 1, word < range.upperBound else { return true }
    return !Abbreviations.joins(self, stop, to: word, in: range)
  }

  private func startsLower(_ token: Token) -> Bool {
    !token.flags.contains(.capitalized) && token.flags.contains(.lowercase) && !token.flags.contains(.digits)
  }
}
