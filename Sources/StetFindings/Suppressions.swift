import StetText

/// The suppressions of one draft, and the findings they silence.
///
/// A finding falls under a suppression if it *begins* where the suppression applies, since that is the line its report
/// names. Of several that apply, the one that begins last did the work; the others may turn out to be unused.
public struct Suppressions: Sendable {
  /// What is left after suppression, and what a suppression itself has to answer for.
  public struct Outcome: Sendable {
    /// Findings that stand, in the order given.
    public var kept: [Finding] = []
    public var suppressed: [(finding: Finding, by: Suppression)] = []
    /// Suppressions that silenced nothing, each with only those of its checks that had nothing to silence.
    public var unused: [Suppression] = []
    /// A check that does not exist, or a directive that does not ("stet-disabel").
    public var unknown: [(suppression: Suppression, name: String)] = []
  }

  /// In the order of their comments.
  public private(set) var all: [Suppression] = []
  private let draft: Draft

  public init(draft: Draft) { self.init(draft: draft, comments: draft.comments) }

  init(draft: Draft, comments: [Span]) {
    self.draft = draft
    var openBlocks: [Int] = []
    for comment in comments {
      guard let directive = Directive(comment: draft.string(comment)) else { continue }
      var suppression = Suppression(
        kind: directive.kind, checks: directive.checks, reason: directive.reason, span: comment,
        effect: effect(of: directive.kind, comment, among: comments))
      if directive.kind == .enable { suppression.isIdle = !close(&openBlocks, by: suppression) }
      if directive.kind == .block { openBlocks.append(all.count) }
      all.append(suppression)
    }
  }

  /// Splits findings into those that stand and those that are silenced.
  ///
  /// - Parameters:
  ///   - knownChecks: Every check there is; other names in suppressions are unknown.
  ///   - ranChecks: The checks that ran, if not all: of a check that did not run nobody can say that its suppression is
  ///     unused.
  public func filter(_ findings: [Finding], knownChecks: Set<String>, ranChecks: Set<String>? = nil) -> Outcome {
    var outcome = Outcome()
    // Most drafts have nothing to heed, and the findings need not be gone through one by one.
    var token = 0
    if all.isEmpty, !findings.contains(where: { sic(after: $0, &token) != nil }) {
      outcome.kept = findings
      return outcome
    }
    var used = Array(repeating: Set<String>(), count: all.count)
    let silencers = silencers(of: findings)
    for (finding, silencer) in zip(findings, silencers) {
      if let mark = sic(after: finding, &token) {
        outcome.suppressed.append((finding, mark))
      } else if let silencer {
        used[silencer].insert(finding.check)
        outcome.suppressed.append((finding, all[silencer]))
      } else {
        outcome.kept.append(finding)
      }
    }
    for (suppression, used) in zip(all, used) {
      report(suppression, used, knownChecks, ranChecks ?? knownChecks, in: &outcome)
    }
    return outcome
  }

  private func report(
    _ suppression: Suppression, _ used: Set<String>, _ known: Set<String>, _ ran: Set<String>, in outcome: inout Outcome
  ) {
    if suppression.kind == .unknown {
      let name = Directive(comment: draft.string(suppression.span))?.name ?? ""
      outcome.unknown.append((suppression, String(name)))
      return
    }
    for check in suppression.checks where !known.contains(check) { outcome.unknown.append((suppression, check)) }
    if suppression.kind == .enable {
      if suppression.isIdle { outcome.unused.append(suppression) }
    } else if suppression.checks.isEmpty {
      if used.isEmpty, known.isSubset(of: ran) { outcome.unused.append(suppression) }
    } else {
      var rest = suppression
      rest.checks.removeAll { used.contains($0) || !known.contains($0) || !ran.contains($0) }
      if !rest.checks.isEmpty { outcome.unused.append(rest) }
    }
  }
}

// Where suppressions apply.
extension Suppressions {
  private func effect(of kind: Suppression.Kind, _ comment: Span, among comments: [Span]) -> Span {
    switch kind {
    case .file: Span(0, draft.text.count)
    case .block: Span(comment.end, draft.text.count)
    case .line: Span(lineSpan(draft.lines.line(of: comment.start)).start, lineSpan(draft.lines.line(of: comment.end - 1)).end)
    case .nextLine: nextLine(after: comment, among: comments)
    case .enable, .sic, .unknown: Span(comment.end, comment.end)
    }
  }

  /// A line with its line break.
  private func lineSpan(_ line: Int) -> Span {
    let starts = draft.lines.starts
    return Span(starts[line], line + 1 < starts.count ? starts[line + 1] : draft.text.count)
  }

  /// The first line after the comment with anything on it but blanks and comments, so that comments may be stacked.
  private func nextLine(after comment: Span, among comments: [Span]) -> Span {
    var line = draft.lines.line(of: comment.end - 1) + 1
    while line < draft.lines.starts.count {
      let span = lineSpan(line)
      if !isBlank(span, but: comments) { return span }
      line += 1
    }
    return Span(draft.text.count, draft.text.count)
  }

  private func isBlank(_ line: Span, but comments: [Span]) -> Bool {
    var at = line.start
    while at < line.end {
      if draft.text[at] <= 0x20 {
        at += 1
      } else if let comment = comments.last(startingUpTo: at), comment.contains(at) {
        at = comment.end
      } else {
        return false
      }
    }
    return true
  }

  /// Ends the blocks that a `stet-enable` speaks of; false if there were none.
  private mutating func close(_ openBlocks: inout [Int], by enable: Suppression) -> Bool {
    let end = enable.span.start
    var closedAny = false
    openBlocks.removeAll { index in
      let spoken = enable.checks.filter { all[index].checks.isEmpty || all[index].checks.contains($0) }
      for check in spoken where all[index].ends[check] == nil {
        all[index].ends[check] = end
        closedAny = true
      }
      let named = all[index].checks
      let isOver = enable.checks.isEmpty || (!named.isEmpty && named.allSatisfy { all[index].ends[$0] != nil })
      if isOver {
        all[index].effect.end = end
        closedAny = true
      }
      return isOver
    }
    return closedAny
  }
}

// Which suppression silences which finding.
extension Suppressions {
  /// For each finding the suppression that silences it, as an index into `all`.
  ///
  /// One sweep over the draft: of each check (and of "" for all checks) the suppressions that have begun are kept as a
  /// stack; what is over is dropped as soon as it is on top.
  private func silencers(of findings: [Finding]) -> [Int?] {
    var result = [Int?](repeating: nil, count: findings.count)
    guard !all.isEmpty else { return result }
    let starting = all.indices.sorted { (all[$0].effect.start, $0) < (all[$1].effect.start, $1) }
    var next = 0
    var begun: [String: [Int]] = [:]
    for index in findings.indices.sorted(by: { findings[$0].span < findings[$1].span }) {
      let start = findings[index].span.start
      while next < starting.count, all[starting[next]].effect.start <= start {
        let suppression = starting[next]
        for check in all[suppression].checks.isEmpty ? [""] : all[suppression].checks {
          begun[check, default: []].append(suppression)
        }
        next += 1
      }
      let check = findings[index].check
      result[index] = ["", check].compactMap { silencer(of: check, at: start, among: &begun[$0, default: []]) }
        .max { (all[$0].effect.start, $0) < (all[$1].effect.start, $1) }
    }
    return result
  }

  private func silencer(of check: String, at offset: Int, among stack: inout [Int]) -> Int? {
    let end = draft.text.count
    while let top = stack.last, all[top].effect.end <= offset, offset < end { stack.removeLast() }
    return stack.last { all[$0].covers(check, at: offset, end: end) }
  }

  /// The `[sic]` or `(sic)` that stands right after a finding or ends it. A note on the whole draft is not silenced: the
  /// mark speaks of one word.
  ///
  /// - Parameter after: Where the finding before ends, in tokens, and where this one does.
  private func sic(after finding: Finding, _ after: inout Int) -> Suppression? {
    guard !finding.concernsWholeDraft else { return nil }
    after = draft.tokens.firstIndex(startingFrom: finding.span.end, near: after)
    // What the three tokens have in their middle says of nearly every finding that there is none.
    let tokens = draft.tokens, sic = Suppressions.sicKey
    func isSic(_ i: Int) -> Bool { tokens.indices.contains(i) && tokens[i].key == sic }
    guard isSic(after + 1) || isSic(after + 2) || isSic(after - 2) else { return nil }
    for first in [after, after + 1, after - 3] where draft.tokens.indices.contains(first) {
      // `“Kiev” [sic]`: the mark may follow the closing quotation mark.
      if first == after + 1, !draft.tokens[after].isClosingQuotationMark { continue }
      guard let span = sicMark(at: first) else { continue }
      return Suppression(kind: .sic, checks: [], reason: nil, span: span, effect: span)
    }
    return nil
  }

  private func sicMark(at first: Int) -> Span? {
    guard first > 0, first + 2 < draft.tokens.count else { return nil }
    let tokens = draft.tokens[first...first + 2]
    guard tokens.allSatisfy({ !$0.flags.contains(.first) }), tokens[first + 1].key == Suppressions.sicKey else { return nil }
    let isBracketed = tokens[first].isMark("[") && tokens[first + 2].isMark("]")
    let isParenthesized = tokens[first].isMark("(") && tokens[first + 2].isMark(")")
    return isBracketed || isParenthesized ? Span(Int(tokens[first].start), tokens[first + 2].end) : nil
  }

  private static let sicKey = TokenKey("sic")
}

extension [Span] {
  /// The last of ascending spans that begins at or before an offset.
  fileprivate func last(startingUpTo offset: Int) -> Span? {
    var low = 0, high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? self[low - 1] : nil
  }
}
