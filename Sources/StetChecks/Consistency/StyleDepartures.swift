import StetFindings
import StetText

/// Places that are not written as the house has decided.
struct StyleDepartures {
  private let draft: Draft
  private let uses: StyleUses
  private let style: HouseStyle

  init(uses: StyleUses, style: HouseStyle) {
    draft = uses.draft
    self.uses = uses
    self.style = style
  }

  var findings: [Finding] {
    guard !style.rules.isEmpty else { return [] }
    return uses.choices.flatMap(findings) + closingMarks
  }

  private func findings(_ choice: StyleUses.Choice) -> [Finding] {
    guard let way = choice.decisions.firstIndex(where: { style.rules.contains($0) }) else { return [] }
    return choice.ways.indices.filter { $0 != way }.flatMap { other in
      choice.ways[other].places.compactMap { finding(at: $0, choice.decisions[way]) }
    }
  }

  private func finding(at span: Span, _ rule: HouseStyle.Rule) -> Finding? {
    switch rule {
    case .acronym(let acronym): self.acronym(span, acronym)
    case .dashes(let dash): self.dash(span, dash)
    case .superlatives(let way):
      self.finding(span, words(of: span).joined(separator: way == .hyphenated ? "-" : " "), .review)
    case .quotationMarks(let way): quotationMarks(span, way)
    case .closingMarks: nil
    case .dates(let way): date(span, way)
    case .percentages(let way): percentage(span, way)
    case .thousands(let way):
      self.finding(span, way == .commas ? grouped(draft.string(span)) : draft.string(span).filter { $0 != "," }, .review)
    }
  }

  // MARK: Wording

  /// - Parameters:
  ///   - replacement: What should stand in the span.
  ///   - edits: What is to be done, if not to replace the span.
  ///   - safety: Nil where it depends on what is meant.
  private func finding(_ span: Span, _ replacement: String, _ safety: Fix.Safety?, edits: [Edit]? = nil) -> Finding {
    let seen = draft.quoted(span)
    var finding = Finding(
      check: InconsistentStyleCheck.about.id, severity: .warning, span: span,
      message: "‘\(seen)’ should be ‘\(replacement)’ in this house’s style")
    finding.replacements = [replacement]
    if let safety { finding.fix = Fix(edits ?? [Edit(span, replacement)], safety) }
    return finding
  }

  private func words(of span: Span) -> [String] {
    draft.tokens[tokens(of: span)].filter { $0.kind != .punctuation }.map { draft.string($0) }
  }

  private func tokens(of span: Span) -> Range<Int> {
    let first = draft.tokens.firstIndex(startingFrom: span.start)
    return first..<max(first, draft.tokens.firstIndex(startingFrom: span.end))
  }

  private func token(_ index: Int) -> Token? { draft.tokens.indices.contains(index) ? draft.tokens[index] : nil }

  /// A token that stands right after the one before, with nothing between them.
  private func glued(_ index: Int) -> Token? { token(index).flatMap { $0.isGlued ? $0 : nil } }

  // MARK: Kinds

  private func acronym(_ span: Span, _ acronym: HouseStyle.Acronym) -> Finding? {
    let range = tokens(of: span)
    let before = range.lowerBound > 0 && !draft.tokens[range.lowerBound].flags.contains(.first) ? token(range.lowerBound - 1) : nil
    let after = token(range.upperBound).flatMap { $0.flags.contains(.first) ? nil : $0 }
    // In a line of capitals nobody can tell "US" from "us".
    let isShouted = [before, after].contains { $0.map { $0.flags.contains(.allCaps) && $0.length > 3 } ?? false }
    if isShouted { return nil }
    if acronym.isDotted {
      // The full stop of the sentence serves for the last point.
      let endsSentence = glued(range.upperBound)?.isMark(".") ?? false
      let text = endsSentence ? String(acronym.form.dropLast()) : acronym.form
      return finding(span, acronym.form, .review, edits: [Edit(span, text)])
    }
    guard let after else { return finding(span, acronym.form, .review, edits: [Edit(span, acronym.form + ".")]) }
    // Before a capital the last point may be the full stop as well.
    return finding(span, acronym.form, after.flags.contains(.capitalized) ? nil : .review)
  }

  private func dash(_ span: Span, _ dash: HouseStyle.Dash) -> Finding? {
    let index = draft.tokens.firstIndex(startingFrom: span.start)
    guard let before = token(index - 1), let own = token(index), let after = token(index + 1) else { return nil }
    let whole = Span(before.end, Int(after.start))
    let text = switch dash {
    case .spacedEn: " – "
    case .spacedEm: " — "
    case .closedEm: "—"
    }
    let isPlain = own.flags.union(after.flags).isDisjoint(with: [.breakBefore, .markupBefore])
      && draft.text[whole.start..<span.start].allSatisfy { $0 == 0x20 } && draft.text[span.end..<whole.end].allSatisfy { $0 == 0x20 }
    return isPlain ? finding(whole, text, .safe) : finding(span, text, nil)
  }

  private func quotationMarks(_ span: Span, _ way: HouseStyle.QuotationMark) -> Finding? {
    let index = draft.tokens.firstIndex(startingFrom: span.start)
    guard let mark = draft.quotationMarks.first(where: { $0.token == index }), let partner = mark.partner else { return nil }
    let marks = way == .curly ? ("“", "”") : ("\"", "\"")
    let close = draft.tokens[partner].span
    return finding(span, marks.0, .safe, edits: [Edit(span, marks.0), Edit(close, marks.1)])
  }

  /// "5 May 2014" and "May 5, 2014", with or without the year.
  private func date(_ span: Span, _ way: HouseStyle.Date) -> Finding? {
    let range = tokens(of: span), words = words(of: span)
    guard words.count == 2 else { return nil }
    var whole = span
    var year = range.upperBound
    if glued(year)?.isMark(",") ?? false { year += 1 }
    let isFollowedByYear = token(year).map { $0.kind == .number && $0.length == 4 && !$0.isGlued } ?? false
    if isFollowedByYear, let last = token(year) { whole = span.union(last.span) }
    let yearText = isFollowedByYear ? token(year).map { draft.string($0) } : nil
    let text = way == .monthFirst
      ? words[1] + " " + words[0] + (yearText.map { ", " + $0 } ?? "") : words[1] + " " + words[0] + (yearText.map { " " + $0 } ?? "")
    // "from 5 to 7 May", "Sept. 5": more than the two words would have to change.
    let before = draft.tokens[range.lowerBound].flags.contains(.first) ? nil : token(range.lowerBound - 1)
    let isPartOfMore = before.map { $0.kind == .punctuation && !$0.isQuotationMark && !$0.isMark("(") || Self.joining.contains($0.key) } ?? false
    let isShortened = Self.shortMonths.contains(draft.tokens[range.lowerBound].key) || Self.shortMonths.contains(draft.tokens[range.upperBound - 1].key)
    let hasPoint = glued(range.upperBound)?.isMark(".") ?? false
    let isRange = glued(range.upperBound).map { $0.isMark("–") || $0.isMark("-") } ?? false
    return finding(whole, text, isPartOfMore || isRange || (hasPoint && isShortened) ? nil : .review)
  }

  private func percentage(_ span: Span, _ way: HouseStyle.Percentage) -> Finding? {
    let index = draft.tokens.firstIndex(startingFrom: span.start)
    guard let number = token(index - 1) else { return nil }
    let whole = number.span.union(span), isSign = draft.string(span) == "%"
    switch way {
    case .sign: return number.kind == .number ? finding(whole, draft.string(number) + "%", .review) : nil
    case .percent: return isSign ? finding(whole, draft.string(number) + " percent", .review) : finding(span, "percent", .safe)
    case .perCent: return isSign ? finding(whole, draft.string(number) + " per cent", .review) : finding(span, "per cent", .safe)
    }
  }

  private func grouped(_ digits: String) -> String {
    let digits = Array(digits)
    return digits.indices.map { i in (i > 0 && (digits.count - i) % 3 == 0 ? "," : "") + String(digits[i]) }.joined()
  }

  // MARK: Commas and full stops at closing quotation marks

  private var closingMarks: [Finding] {
    if style.rules.contains(.closingMarks(.inside)) { return marksOutside }
    return style.rules.contains(.closingMarks(.outside)) ? commasInside : []
  }

  private func isClosing(_ mark: QuotationMark) -> Bool {
    let token = draft.tokens[mark.token]
    return mark.role == .closing && mark.partner != nil && (token.isMark("”") || token.isMark("\""))
  }

  /// `”,` and `”.` that should be `,”` and `.”`. After a question the mark is not moved but would have to go.
  private var marksOutside: [Finding] {
    draft.quotationMarks.filter(isClosing).compactMap { mark in
      let close = draft.tokens[mark.token]
      guard close.isGlued, let before = token(mark.token - 1), before.kind == .word || before.kind == .number,
        let after = glued(mark.token + 1), after.isMark(",") || after.isMark("."), glued(mark.token + 2)?.kind != .punctuation
      else { return nil }
      return finding(close.span.union(after.span), draft.string(after) + draft.string(close), .safe)
    }
  }

  /// `,”` after a few words that are nobody's speech, which begin small: “special operation,” as the ministry calls it.
  private var commasInside: [Finding] {
    draft.quotationMarks.filter(isClosing).compactMap { mark in
      let close = draft.tokens[mark.token]
      guard close.isGlued, let comma = glued(mark.token - 1), comma.isMark(","), let partner = mark.partner,
        (2...6).contains(mark.token - partner), let first = token(partner + 1), first.isSmall
      else { return nil }
      return finding(comma.span.union(close.span), draft.string(close) + ",", .review)
    }
  }

  private static let shortMonths = Words.keys("Jan Feb Aug Sept Oct Nov Dec")
  private static let joining = Words.keys("and to or until from between")
}

extension HouseStyle {
  /// Whether the house has decided on it.
  func decides(_ choice: StyleUses.Choice) -> Bool { choice.decisions.contains { rules.contains($0) } }
}
