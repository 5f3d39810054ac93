import StetText

/// Where a draft does one thing in one way or another: "U.S." and "US".
struct StyleUses {
  /// One way of several.
  struct Way {
    let name: String
    var places: [Span] = []
  }

  /// Ways of doing the same thing, of which a draft should have one.
  struct Choice {
    /// What a house would decide, in the order of `ways`; empty for what it cannot.
    let decisions: [HouseStyle.Rule]
    var ways: [Way]
    /// The more frequent ways must be used so often, the rarer ones not more often than a third of that, before it is
    /// told: good copy mixes some things.
    let least: Int

    init(_ names: [String], _ decisions: [HouseStyle.Rule], least: Int = 1) {
      self.decisions = decisions
      ways = names.map { Way(name: $0) }
      self.least = least
    }

    mutating func add(_ way: Int, _ span: Span) { ways[way].places.append(span) }
  }

  let draft: Draft
  /// The first tokens of segments where an opening mark is never closed.
  private let torn: Set<Int>
  private(set) var choices: [Choice] = []
  /// The tokens of the copy proper that each kind begins with, and the segments they stand in.
  private var heads = [[(token: Int, segment: Range<Int>)]](repeating: [], count: Kind.allCases.count)

  init(counting draft: Draft, _ survey: Survey) {
    self.init(draft: draft, survey)
    acronyms()
    dashes()
    superlatives()
    quotationMarks()
    dates()
    percentages()
    numbers()
  }

  private init(draft: Draft, _ survey: Survey) {
    self.draft = draft
    let open = draft.quotationMarks.lazy.filter { $0.role == .opening && $0.partner == nil && draft.tokens[$0.token].isMark("“") }
    torn = Set(open.compactMap { draft.segment(ofToken: $0.token)?.tokens.lowerBound })
    for (_, segment, heads) in survey.bySegment(.styleHead) where segment.role == .paragraph || segment.role == .listItem {
      if torn.contains(segment.tokens.lowerBound) { gather(torn: segment) } else { gather(heads, segment) }
    }
  }

  /// What is written in several ways, as far as it is found by single tokens.
  private enum Kind: Int, CaseIterable { case acronym, dash, superlative, date, percentage, number }

  /// Calls `body` with the tokens that a kind begins with.
  private func each(_ kind: Kind, _ body: (_ token: Int, _ segment: Range<Int>) -> Void) {
    for head in heads[kind.rawValue] { body(head.token, head.segment) }
  }

  private mutating func add(_ i: Int, _ segment: Range<Int>) {
    let token = draft.tokens[i]
    var kinds = token.kind == .number ? 1 << UInt64(Kind.number.rawValue) : StyleUses.kinds.value(of: token.key.rawValue)
    while kinds != 0 {
      heads[kinds.trailingZeroBitCount].append((i, segment))
      kinds &= kinds - 1
    }
  }

  /// No dateline, and no words of others.
  private mutating func gather(_ found: ArraySlice<Int>, _ segment: Segment) {
    var start: Int?
    for i in found where !draft.tokens[i].flags.contains(.quoted) {
      let first = start ?? draft.datelineEnd(of: segment) ?? segment.tokens.lowerBound
      start = first
      if i >= first { add(i, segment.tokens) }
    }
  }

  /// The same where an opening mark is never closed.
  private mutating func gather(torn segment: Segment) {
    var start: Int?, isQuoted = false
    for i in segment.tokens {
      let token = draft.tokens[i]
      isQuoted = quoted(i, isQuoted, segment.tokens)
      guard !isQuoted, token.kind == .number ? token.length >= 5 : StyleUses.headKeys.contains(token.key) else { continue }
      let first = start ?? draft.datelineEnd(of: segment) ?? segment.tokens.lowerBound
      start = first
      if i >= first { add(i, segment.tokens) }
    }
  }

  /// In a paragraph where a quotation is never closed, the next mark is trusted more than the one that is missing.
  private func quoted(_ i: Int, _ was: Bool, _ range: Range<Int>) -> Bool {
    let token = draft.tokens[i]
    if token.isMark("”") { return false }
    guard token.isMark("“") else { return was }
    return range.contains(i + 1) && !draft.tokens[i + 1].flags.contains(.spaceBefore)
  }

  private func joins(_ i: Int, _ range: Range<Int>) -> Bool { range.contains(i) && !draft.tokens[i].flags.contains(.spaceBefore) }

  private func span(_ first: Int, _ last: Int) -> Span { draft.tokens[first].span.union(draft.tokens[last].span) }

  // MARK: Kinds

  /// U.S. and US, U.K. and UK, U.N. and UN.
  private mutating func acronyms() {
    for acronym in StyleUses.acronyms {
      var choice = acronym.choice
      let (plain, whole, first, second) = (acronym.plain, acronym.key, acronym.first, acronym.second)
      each(.acronym) { i, range in
        let token = draft.tokens[i]
        guard token.kind == .word, token.flags.contains(.capitalized) else { return }
        if token.key == whole, token.length == 2 || token.flags.contains(.possessive), token.flags.contains(.allCaps) || token.flags.contains(.possessive) {
          // US$, and words in brackets, such as a party's sign.
          if joins(i + 1, range), draft.tokens[i + 1].isMark("$") || draft.tokens[i + 1].isMark(")") { return }
          let stem = draft.stem(of: token)
          if draft.text[stem.range].elementsEqual(plain) { choice.add(1, stem) }
        } else if token.key == first, token.length == 1, joins(i + 1, range), draft.tokens[i + 1].isMark("."), joins(i + 2, range),
          draft.tokens[i + 2].key == second, draft.tokens[i + 2].length == 1, joins(i + 3, range), draft.tokens[i + 3].isMark(".")
        {
          choice.add(0, span(i, i + 3))
        }
      }
      choices.append(choice)
    }
  }

  /// Dashes between words: – and —, with spaces or without. Hyphens and ranges of numbers are something else.
  private mutating func dashes() {
    var choice = Choice(["spaced –", "spaced —", "closed —"], [.dashes(.spacedEn), .dashes(.spacedEm), .dashes(.closedEm)])
    each(.dash) { i, range in
      let token = draft.tokens[i]
      guard token.isMark("–") || token.isMark("—"), i > range.lowerBound, range.contains(i + 1), draft.tokens[i - 1].kind != .number else { return }
      let before = token.flags.contains(.spaceBefore), after = draft.tokens[i + 1].flags.contains(.spaceBefore)
      guard before == after, !token.flags.contains(.first) else { return }
      if token.isMark("–") {
        if before { choice.add(0, token.span) }
      } else {
        choice.add(before ? 1 : 2, token.span)
      }
    }
    choices.append(choice)
  }

  /// "second-largest" and "second largest".
  private mutating func superlatives() {
    var pairs: [[TokenKey]: Choice] = [:]
    each(.superlative) { i, range in
      guard StyleUses.ordinals.contains(draft.tokens[i].key), range.contains(i + 1) else { return }
      let next = draft.tokens[i + 1]
      let isHyphenated = next.isMark("-") && joins(i + 1, range) && joins(i + 2, range)
      let word = isHyphenated ? i + 2 : i + 1
      guard isSuperlative(word), isHyphenated || next.flags.contains(.spaceBefore) else { return }
      let first = draft.string(draft.tokens[i]).lowercased(), second = draft.string(draft.tokens[word]).lowercased()
      pairs[[draft.tokens[i].key, draft.tokens[word].key], default: Choice([first + "-" + second, first + " " + second], [.superlatives(.hyphenated), .superlatives(.open)])]
        .add(isHyphenated ? 0 : 1, span(i, word))
    }
    choices += pairs.values.sorted { $0.ways[0].name < $1.ways[0].name }
  }

  private func isSuperlative(_ i: Int) -> Bool { StyleUses.superlativeWords.contains(draft.tokens[i].key) }

  /// Curly and straight marks. A stray one of the other kind is common in good copy.
  private mutating func quotationMarks() {
    var choice = Choice(
      ["curly quotation marks", "straight quotation marks"], [.quotationMarks(.curly), .quotationMarks(.straight)], least: 3)
    for mark in draft.quotationMarks where mark.role == .opening {
      let token = draft.tokens[mark.token]
      if token.isMark("“") { choice.add(0, token.span) } else if token.isMark("\""), mark.partner != nil { choice.add(1, token.span) }
    }
    choices.append(choice)
  }

  /// "September 5" and "5 September".
  private mutating func dates() {
    var choice = Choice(["month before day", "day before month"], [.dates(.monthFirst), .dates(.dayFirst)])
    each(.date) { i, range in
      guard StyleUses.months.contains(draft.tokens[i].key), draft.tokens[i].flags.contains(.capitalized) else { return }
      if range.contains(i + 1), isDay(i + 1) {
        choice.add(0, span(i, i + 1))
      } else if i > range.lowerBound, isDay(i - 1), i - 1 == range.lowerBound || !StyleUses.months.contains(draft.tokens[max(range.lowerBound, i - 2)].key) {
        choice.add(1, span(i - 1, i))
      }
    }
    choices.append(choice)
  }

  private func isDay(_ i: Int) -> Bool {
    let token = draft.tokens[i]
    guard token.kind == .number, token.length <= 2, let day = Int(draft.string(token)) else { return false }
    return (1...31).contains(day)
  }

  /// "percent", "per cent" and "%"; the sign in brackets saves room and does not count.
  private mutating func percentages() {
    var choice = Choice(
      ["percent", "per cent", "%"], [.percentages(.percent), .percentages(.perCent), .percentages(.sign)], least: 2)
    each(.percentage) { i, range in
      guard i > range.lowerBound else { return }
      if draft.tokens[i].key == StyleUses.percent {
        choice.add(0, draft.tokens[i].span)
      } else if draft.tokens[i].key == StyleUses.per, range.contains(i + 1), draft.tokens[i + 1].key == StyleUses.cent {
        choice.add(1, span(i, i + 1))
      } else if draft.tokens[i].isMark("%"), draft.tokens[i - 1].kind == .number {
        let bracketed = i >= range.lowerBound + 2 && draft.tokens[i - 2].isMark("(") || range.contains(i + 1) && draft.tokens[i + 1].isMark(")")
        if !bracketed { choice.add(2, draft.tokens[i].span) }
      }
    }
    choices.append(choice)
  }

  /// "12,000" and "12000".
  private mutating func numbers() {
    var choice = Choice(["commas in thousands", "no commas in thousands"], [.thousands(.commas), .thousands(.plain)], least: 2)
    each(.number) { i, _ in
      let token = draft.tokens[i]
      guard token.kind == .number, token.length >= 5, token.length <= 9 else { return }
      let text = draft.text[token.span.range]
      if text.allSatisfy({ (0x30...0x39).contains($0) }) {
        if text.last == 0x30, text.first != 0x30 { choice.add(1, token.span) }
      } else if text.count >= 6, text.contains(0x2C), !text.contains(0x2E), !text.contains(0x3A) {
        choice.add(0, token.span)
      }
    }
    choices.append(choice)
  }

  private struct Acronym {
    let plain: [UInt8]
    /// Of the whole and of its two letters.
    let key, first, second: TokenKey
    let choice: Choice
  }

  private static let acronyms = [("U.S.", "US"), ("U.K.", "UK"), ("U.N.", "UN"), ("E.U.", "EU")].map { dotted, plain in
    let decisions = [dotted, plain].compactMap { HouseStyle.Acronym($0).map { HouseStyle.Rule.acronym($0) } }
    return Acronym(
      plain: Array(plain.utf8), key: TokenKey(plain), first: TokenKey(String(plain.prefix(1))), second: TokenKey(String(plain.suffix(1))),
      choice: Choice([dotted, plain], decisions))
  }
  private static let ordinalWords = "second third fourth fifth sixth"
  private static let monthNames = "January February March April May June July August September October November December Sept Oct Nov Dec Jan Feb Aug"
  private static let headWords: [(kind: Kind, keys: [TokenKey])] = [
    (.acronym, keys("US UK UN EU U E").keys), (.dash, ["–", "—"].map { TokenKey(mark: $0) }), (.superlative, keys(ordinalWords).keys),
    (.date, keys(monthNames).keys), (.percentage, keys("percent per").keys + [TokenKey(mark: "%")]),
  ]
  static let headKeys = KeySet(headWords.flatMap(\.keys))
  /// By key, a bit for each kind that may begin with it.
  private static let kinds = headWords.reduce(into: KeyTable()) { table, line in
    for key in line.keys { table.add(key, 1 << UInt64(line.kind.rawValue)) }
  }
  private static func keys(_ words: String) -> KeySet { Words.keys(words) }
  private static let ordinals = keys(ordinalWords)
  private static let superlativeWords = keys("largest biggest highest longest oldest most richest smallest lowest tallest busiest")
  private static let months = keys(monthNames)
  private static let percent = TokenKey("percent"), per = TokenKey("per"), cent = TokenKey("cent")
}
