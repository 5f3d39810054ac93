import StetText

/// Finds sentences, lines and paragraphs of a draft that stand twice.
struct RepeatedPassages {
  struct Repeat {
    enum Kind: String {
      case sentence = "this sentence stands twice"
      case paragraph = "this paragraph stands twice"
      case nearly = "this paragraph stands twice, but for a few words"
      case line = "this line stands twice"
      case headline = "this sentence repeats the line above"
    }
    let kind: Kind
    let first: Range<Int>
    /// The copies after the first.
    let second: Range<Int>
    var isSure: Bool { kind == .sentence || kind == .paragraph }
  }

  private let draft: Draft
  private let segments: [Segment]
  private var found: [Repeat] = []

  /// Farther apart than this many tokens, in books and collections, a paragraph is a refrain or a form.
  private static let reach = 3_000

  static func all(in draft: Draft, _ survey: Survey) -> [Repeat] {
    var search = RepeatedPassages(draft: draft)
    search.sentences(survey)
    search.paragraphs()
    search.lines()
    // What a manual says of one command it says of the next.
    return search.found.isEmpty || survey.copy.isManual ? [] : search.found
  }

  private init(draft: Draft) {
    self.draft = draft
    segments = draft.segments
  }

  // MARK: Sentences

  /// A sentence that stands again right after itself; however often, it is one fault. A speaker may say a thing twice.
  private mutating func sentences(_ survey: Survey) {
    for (_, segment, stops) in survey.bySegment(.stop) where segment.role != .tableCell && segment.role != .boilerplate && mayRepeat(segment.tokens, stops) {
      let sentences = draft.sentences(of: segment)
      var first = 0
      while first < sentences.count {
        var end = first + 1
        while end < sentences.count, isEqual(sentences[first], sentences[end]) { end += 1 }
        if end > first + 1, words(sentences[first]) >= 4, !isQuoted(sentences[end - 1]) {
          let copies = sentences[first + 1].lowerBound..<sentences[end - 1].upperBound
          found.append(Repeat(kind: .sentence, first: sentences[first], second: copies))
        }
        first = end
      }
    }
  }

  /// Whether a sentence may begin with the same four tokens as one of the four before it, going by points alone: ICU is asked
  /// about few segments.
  private func mayRepeat(_ range: Range<Int>, _ stops: ArraySlice<Int>) -> Bool {
    var starts = (range.lowerBound, -1, -1, -1)
    var last = range.lowerBound - 1
    for stop in stops where stop > last {
      guard let i = start(after: stop, range) else { return false }
      last = i
      let first = draft.tokens[i].key
      func begins(_ start: Int) -> Bool {
        start >= 0 && draft.tokens[start].key == first && i + 4 <= range.upperBound && (1..<4).allSatisfy { isSame(start + $0, i + $0) }
      }
      if begins(starts.0) || begins(starts.1) || begins(starts.2) || begins(starts.3) { return true }
      starts = (i, starts.0, starts.1, starts.2)
    }
    return false
  }

  /// The first token after a stop that no stop, bracket or quotation mark closes.
  private func start(after stop: Int, _ range: Range<Int>) -> Int? {
    var i = stop + 1
    while i < range.upperBound - 1 {
      let token = draft.tokens[i]
      if !token.endsSentence, !token.isMark("…"), token.kind != .punctuation || !token.isGlued { return i }
      i += 1
    }
    return nil
  }

  // MARK: Paragraphs

  /// A paragraph that stood before, as it is or but for a few words. Quotations that are pulled out of the text stand twice by
  /// design, and what stands three times is a refrain.
  private mutating func paragraphs() {
    var seen: [UInt64: Copies] = [:]
    var openings: [UInt64: Int] = [:]
    for (i, segment) in segments.enumerated() where segment.role == .paragraph || segment.role == .listItem {
      let tokens = segment.tokens
      guard tokens.count >= 10, endsSentence(tokens), words(tokens.prefix(20)) >= 10 else { continue }
      // Both ends and the length tell copies from others well enough; they are compared before anything is said.
      let opening = hash(tokens.prefix(6), 0)
      seen[hash(tokens.suffix(6), opening &+ UInt64(tokens.count)), default: Copies(first: i)].add(i)
      guard segment.role == .paragraph, tokens.count >= 22 else { continue }
      if let earlier = openings.updateValue(i, forKey: opening) { compare(earlier, i) }
    }
    for copies in seen.values where copies.count == 2 {
      let first = segments[copies.first].tokens, second = segments[copies.last].tokens
      guard isNear(first, second), isEqual(first, second), !isQuoted(second), !isShouted(second) else { continue }
      found.append(Repeat(kind: .paragraph, first: first, second: second))
    }
  }

  private struct Copies {
    let first: Int
    var last = 0
    var count = 0

    init(first: Int) { self.first = first }

    mutating func add(_ i: Int) {
      last = i
      count += 1
    }
  }

  private func hash(_ tokens: Range<Int>, _ seed: UInt64) -> UInt64 {
    tokens.reduce(seed) { ($0 ^ draft.tokens[$1].key.rawValue) &* 0x9E37_79B9_7F4A_7C15 }
  }

  /// The same from both ends up to one place, which is a seventh of it or less. What
  /// differs in a number or a name tells of another thing.
  private mutating func compare(_ a: Int, _ b: Int) {
    let first = segments[a].tokens, second = segments[b].tokens
    let shorter = min(first.count, second.count), longer = max(first.count, second.count)
    guard isNear(first, second), longer - shorter <= longer / 7, !isQuoted(second) else { return }
    var head = 0, tail = 0
    while head < shorter, isSame(first.lowerBound + head, second.lowerBound + head) { head += 1 }
    while tail < shorter - head, isSame(first.upperBound - 1 - tail, second.upperBound - 1 - tail) { tail += 1 }
    guard head + tail < longer, longer - head - tail <= longer / 7 else { return }
    let other = second.lowerBound + head..<second.upperBound - tail
    guard !draft.tokens[other].contains(where: { $0.kind != .word || $0.flags.contains(.capitalized) }) else { return }
    found.append(Repeat(kind: .nearly, first: first, second: second))
  }

  private func isNear(_ a: Range<Int>, _ b: Range<Int>) -> Bool { b.lowerBound - a.upperBound < RepeatedPassages.reach }

  // MARK: Lines

  /// A short line right after itself: a caption or a heading that was taken over twice, no badges or links. Or a headline without a stop, and a
  /// paragraph that begins with the same words and a stop.
  private mutating func lines() {
    for i in segments.indices.dropFirst() {
      let first = segments[i - 1].tokens, second = segments[i].tokens
      guard isSame(first.lowerBound, second.lowerBound), segments[i].role != .tableCell, segments[i - 1].role != .metadata,
        !draft.tokens[second.lowerBound].flags.contains(.markupBefore)
      else { continue }
      if second.count < 10, isEqual(first, second) {
        if isRepeatedLine(i) { found.append(Repeat(kind: .line, first: first, second: second)) }
      } else if let sentence = sentence(of: second, repeating: first) {
        found.append(Repeat(kind: .headline, first: first, second: sentence))
      }
    }
  }

  /// Three are a refrain, and verses repeat.
  private func isRepeatedLine(_ i: Int) -> Bool {
    let line = segments[i].tokens
    guard words(line) >= 2, !isQuoted(line), !line.contains(where: { draft.tokens[$0].flags.contains(.digits) }) else { return false }
    return ![i - 2, i + 1].contains { segments.indices.contains($0) && isEqual(segments[$0].tokens, line) }
  }

  private func sentence(of paragraph: Range<Int>, repeating line: Range<Int>) -> Range<Int>? {
    guard line.count >= 6, line.count < paragraph.count, !endsSentence(line) else { return nil }
    let end = paragraph.lowerBound + line.count
    guard draft.tokens[end].isMark("."), zip(line, paragraph).allSatisfy({ isSame($0, $1) }), words(line) >= 6 else { return nil }
    return paragraph.lowerBound..<end + 1
  }

  // MARK: What tokens say

  private func isSame(_ a: Int, _ b: Int) -> Bool { draft.tokens[a].key == draft.tokens[b].key && draft.tokens[a].kind != .opaque }

  private func isEqual(_ a: Range<Int>, _ b: Range<Int>) -> Bool { a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) } }

  /// A line without a sentence's end is a line of a list or of a form.
  private func endsSentence(_ tokens: Range<Int>) -> Bool {
    let last = draft.tokens[tokens.upperBound - 1]
    return last.endsSentence || last.isMark("…") || last.isMark(")") || last.isQuotationMark
  }

  private func words(_ tokens: Range<Int>) -> Int { draft.words(in: tokens) }

  private func isQuoted(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { draft.tokens[$0].kind != .word || draft.tokens[$0].flags.contains(.quoted) }
  }

  private func isShouted(_ tokens: Range<Int>) -> Bool {
    tokens.count { draft.tokens[$0].flags.contains(.lowercase) } * 2 < words(tokens)
  }
}
