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
    let stops = survey[.stop]
    var next = stops.startIndex
    for segment in segments {
      let firstStop = next
      while next < stops.endIndex, stops[next] < segment.tokens.upperBound { next += 1 }
      guard firstStop < next, segment.role != .tableCell, segment.role != .boilerplate, mayRepeat(segment.tokens, stops, firstStop..<next)
      else { continue }
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

  /// Whether a sentence may stand again right after itself, going by points alone, with up to three points inside: ICU is asked
  /// about few segments.
  private func mayRepeat(_ range: Range<Int>, _ stops: ArraySlice<Int>, _ own: Range<Int>) -> Bool {
    var starts = (range.lowerBound, -1, -1, -1)
    var keys = (draft.tokens[range.lowerBound].key, TokenKey(rawValue: 0), TokenKey(rawValue: 0), TokenKey(rawValue: 0))
    var last = range.lowerBound - 1
    for at in own where stops[at] > last {
      let stop = stops[at]
      guard let i = start(after: stop, range) else { return false }
      last = i
      let key = draft.tokens[i].key
      if key == keys.0 && isTwice(starts.0, i, range) || key == keys.1 && isTwice(starts.1, i, range)
        || key == keys.2 && isTwice(starts.2, i, range) || key == keys.3 && isTwice(starts.3, i, range)
      {
        return true
      }
      starts = (i, starts.0, starts.1, starts.2)
      keys = (key, keys.0, keys.1, keys.2)
    }
    return false
  }

  /// Whether the tokens from one place to another stand again from there on, four or more.
  private func isTwice(_ first: Int, _ second: Int, _ range: Range<Int>) -> Bool {
    guard first >= 0, second - first >= 4, 2 * second - first <= range.upperBound else { return false }
    return (first..<second).allSatisfy { isSame($0, $0 + second - first) }
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
    var seen = PassageTable(segments.count), openings = PassageTable(segments.count)
    for (i, segment) in segments.enumerated() where segment.role == .paragraph || segment.role == .listItem {
      let tokens = segment.tokens
      guard tokens.count >= 10, endsSentence(tokens), hasTenWords(tokens.prefix(20)) else { continue }
      // Both ends and the length tell copies from others well enough; they are compared before anything is said.
      let opening = hash(tokens.prefix(6), 0)
      seen.add(i, hash(tokens.suffix(6), opening &+ UInt64(tokens.count)))
      guard segment.role == .paragraph, tokens.count >= 22 else { continue }
      if let earlier = openings.add(i, opening) { compare(earlier, i) }
    }
    for (first, last) in seen.pairs {
      let first = segments[first].tokens, second = segments[last].tokens
      guard isNear(first, second), isEqual(first, second), !isQuoted(second), !isShouted(second) else { continue }
      found.append(Repeat(kind: .paragraph, first: first, second: second))
    }
  }

  private func hasTenWords(_ tokens: Range<Int>) -> Bool {
    var count = 0
    for i in tokens where draft.tokens[i].kind == .word {
      count += 1
      if count == 10 { return true }
    }
    return false
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

/// Passages by what they are compared by; most stand alone under theirs.
private struct PassageTable {
  private struct Copies {
    let hash: UInt64
    let first: Int
    var last: Int
    var count = 1
  }

  private var all: [Copies] = []
  /// Places in `all` and one more, in open addressing.
  private var slots: [UInt32]

  init(_ count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    all.reserveCapacity(count)
  }

  /// Adds a passage; returns the last one before it with its hash.
  @discardableResult
  mutating func add(_ passage: Int, _ hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] != 0, all[Int(slots[slot]) - 1].hash != hash { slot = (slot + 1) & (slots.count - 1) }
    guard slots[slot] != 0 else {
      all.append(Copies(hash: hash, first: passage, last: passage))
      slots[slot] = UInt32(truncatingIfNeeded: all.count)
      return nil
    }
    let copy = Int(slots[slot]) - 1
    defer { all[copy].last = passage }
    all[copy].count += 1
    return all[copy].last
  }

  /// The passages that stand twice.
  var pairs: [(first: Int, last: Int)] { all.lazy.filter { $0.count == 2 }.map { ($0.first, $0.last) } }
}
