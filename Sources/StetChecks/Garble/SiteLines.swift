import StetNames
import StetText

/// Lines that a site's machinery leaves in copy: what would be prose in a sentence is none on a line of its own.
struct SiteLines: Sendable {
  static let shared = SiteLines()

  /// A whole line: "Leave a comment".
  private var whole: [[TokenKey]] = []
  /// How a line begins that leads to another story: "Read also:".
  private var openings: [[TokenKey]] = []
  /// What stands behind a headline, parted by a dash: "- Last hour".
  private var tails: [[TokenKey]] = []
  /// The first words of all but the tails, and the first words of the tails.
  private let first: KeySet
  private let firstOfTails: KeySet

  /// No listed line has more tokens.
  private static let longest = 8
  /// A line that leads to another story; what is longer is a paragraph behind it.
  private static let longestTitle = 20

  private init() {
    var first: [TokenKey] = [], firstOfTails: [TokenKey] = []
    for line in WordList.siteLines.all {
      let keys = Token.tokens(of: line).map(\.key)
      guard let head = keys.first else { continue }
      if head == SiteLines.hyphen {
        tails.append(Array(keys.dropFirst()))
        firstOfTails += keys.dropFirst().prefix(1)
      } else if keys.last == SiteLines.colon {
        openings.append(keys)
        first.append(head)
      } else {
        whole.append(keys)
        first.append(head)
      }
    }
    self.first = KeySet(first)
    self.firstOfTails = KeySet(firstOfTails)
  }

  /// What of a segment the site wrote; nil for copy.
  func span(in segment: Segment, _ draft: Draft, _ survey: Survey) -> Span? {
    guard segment.role != .tableCell, segment.role != .metadata else { return nil }
    let token = draft.tokens[segment.tokens.lowerBound]
    if token.kind == .word, first.contains(token.key), token.flags.contains(.capitalized), isPlain(segment, draft) {
      return line(segment.tokens, draft)
    }
    return survey.has(.dash) ? tail(segment.tokens, draft, survey) : nil
  }

  /// No heading of a document and no line with a link, which somebody put there.
  private func isPlain(_ segment: Segment, _ draft: Draft) -> Bool {
    if draft.format != .plain, segment.role == .heading { return false }
    return !draft.tokens[segment.tokens.prefix(40)].contains { $0.kind == .opaque || $0.flags.contains(.markupBefore) }
  }

  private func line(_ tokens: Range<Int>, _ draft: Draft) -> Span? {
    let end = draft.tokens[tokens.upperBound - 1].end
    let whole = Span(Int(draft.tokens[tokens.lowerBound].start), end)
    if tokens.count <= SiteLines.longest, self.whole.contains(keys(tokens, draft)) || openings.contains(keys(tokens, draft)) { return whole }
    guard let colon = tokens.prefix(SiteLines.longest).first(where: { draft.tokens[$0].isMark(":") }),
      openings.contains(keys(tokens.lowerBound..<colon + 1, draft)),
      colon + 1 < tokens.upperBound, draft.tokens[colon + 1].kind != .word || draft.tokens[colon + 1].flags.contains(.capitalized)
    else { return nil }
    return tokens.count <= SiteLines.longestTitle ? whole : Span(whole.start, draft.tokens[colon].end)
  }

  /// "Mayor opens the bridge - Last hour", at the end of a line or before a stop.
  private func tail(_ tokens: Range<Int>, _ draft: Draft, _ survey: Survey) -> Span? {
    for dash in survey.tokens(.dash, in: tokens.dropFirst(2).dropLast(2)) where draft.tokens[dash].flags.contains(.spaceBefore) {
      let mark = draft.tokens[dash], i = dash + 1
      guard mark.isMark("-") || mark.isMark("–") || mark.isMark("—") || mark.isMark("|"), draft.tokens[i].flags.contains(.spaceBefore),
        draft.tokens[i].isCapitalizedWord, firstOfTails.contains(draft.tokens[i].key)
      else { continue }
      var end = i
      while end < tokens.upperBound, draft.tokens[end].kind == .word { end += 1 }
      let isLast = end == tokens.upperBound || draft.tokens[end].isMark(".")
      if isLast, tails.contains(keys(i..<end, draft)) { return draft.tokens[i].span.union(draft.tokens[end - 1].span) }
    }
    return nil
  }

  private func keys(_ tokens: Range<Int>, _ draft: Draft) -> [TokenKey] { draft.tokens[tokens].map(\.key) }

  private static let hyphen = TokenKey(mark: "-"), colon = TokenKey(mark: ":")
}
