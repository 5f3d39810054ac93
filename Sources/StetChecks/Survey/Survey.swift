import StetText

/// Where in a draft the cues are that checks go by, found in one pass over its tokens (`TokenPass`).
public struct Survey: Sendable {
  private let segments: [Segment]
  /// Tokens by cue, in ascending order.
  private let places: CueLists
  /// Whether the copy is about code.
  let copy: TechnicalCopy

  init(_ draft: Draft) {
    segments = draft.segments
    let pass = TokenPass(draft.tokens, CueWords.shared, telling: CueSearch.telling)
    let search = CueSearch(draft, pass)
    let neighbours = NeighbourSearch(draft.tokens, traces: pass.traces)
    places = CueLists([search.words, search.others], [(.capitalized, search.capitals), (.recurring, neighbours.recurring.sorted()), (.wideGap, pass.afterGaps)])
    copy = TechnicalCopy(draft, words: search.wordsInSample, places)
  }

  /// The tokens with a cue, in ascending order.
  subscript(cue: Cue) -> ArraySlice<Int> { places[cue] }

  func has(_ cue: Cue) -> Bool { places.has(cue) }

  /// The tokens with a cue, each with its segment.
  func each(_ cue: Cue) -> CuePlaces { CuePlaces(places[cue], segments) }

  /// The segments that have a token with a cue, each with these tokens.
  func bySegment(_ cue: Cue) -> CueSegments { CueSegments(places[cue], segments) }

  /// The tokens of a range with a cue.
  func tokens(_ cue: Cue, in range: Range<Int>) -> ArraySlice<Int> {
    let all = places[cue]
    let first = all.firstIndex(startingFrom: range.lowerBound, \.self)
    var end = first
    while end < all.endIndex, all[end] < range.upperBound { end += 1 }
    return all[first..<end]
  }
}

/// Segments with a cue, each with its number and the tokens that have it.
struct CueSegments: Sequence, IteratorProtocol {
  private let tokens: ArraySlice<Int>
  private let segments: [Segment]
  private var at: Int
  private var index = -1
  /// The segment with this index, and where its tokens end.
  private var segment = Segment(role: .paragraph, span: Span(0, 0), tokens: 0..<0)

  init(_ tokens: ArraySlice<Int>, _ segments: [Segment]) {
    self.tokens = tokens
    self.segments = segments
    at = tokens.startIndex
  }

  /// The next token, with the number of its segment.
  @inline(__always)
  fileprivate mutating func nextToken() -> (index: Int, segment: Segment, token: Int)? {
    guard at < tokens.endIndex else { return nil }
    let token = tokens[at]
    at &+= 1
    if segment.tokens.upperBound <= token { seek(token) }
    return (index, segment, token)
  }

  private mutating func seek(_ token: Int) {
    repeat { index += 1 } while segments[index].tokens.upperBound <= token
    segment = segments[index]
  }

  mutating func next() -> (index: Int, segment: Segment, tokens: ArraySlice<Int>)? {
    let start = at
    guard let (index, segment, _) = nextToken() else { return nil }
    while at < tokens.endIndex, tokens[at] < segment.tokens.upperBound { at &+= 1 }
    return (index, segment, tokens[start..<at])
  }
}

/// Tokens with a cue, each with its segment.
struct CuePlaces: Sequence, IteratorProtocol {
  private var walk: CueSegments

  init(_ tokens: ArraySlice<Int>, _ segments: [Segment]) { walk = CueSegments(tokens, segments) }

  @inline(__always)
  mutating func next() -> (segment: Segment, token: Int)? {
    guard let (_, segment, token) = walk.nextToken() else { return nil }
    return (segment, token)
  }
}
