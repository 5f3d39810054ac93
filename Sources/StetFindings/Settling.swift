import StetText

/// One place, one finding: where findings of different checks overlap, the more telling one stays.
///
/// A finding takes up its `core`, or else its span. The higher `specificity` wins, then the higher severity, the longer span and
/// the id that sorts first. Findings of one check may overlap; those of one check on one span become one. Takes O(n log n).
///
/// - Parameters:
///   - specificity: Of a check, by its id (`About.specificity`).
///   - standsApart: Findings that neither hide nor are hidden: notes on the whole draft.
/// - Returns: In the order of reports.
public func settled(
  _ findings: [Finding], specificity: (String) -> Int,
  standsApart: (Finding) -> Bool = { $0.concernsWholeDraft }
) -> [Finding] {
  let merged = merged(findings)
  if areApart(merged) { return merged }
  let contenders = contenders(merged, specificity, standsApart)
  var claims = Claims(merged.map { $0.core ?? $0.span })
  var stays = Array(repeating: true, count: merged.count)
  for contender in contenders.sorted(by: Contender.tellsMore) {
    stays[contender.index] = claims.claim(contender.span, for: contender.check)
  }
  return zip(merged, stays).filter(\.1).map(\.0)
}

/// What tells which of two findings stays: numbers alone, for they are compared again and again.
private struct Contender {
  let index: Int
  /// What it takes up, and how long the finding is.
  let span: Span
  let length: Int
  let severity: Severity
  let specificity: Int
  /// The check's place in the order of ids.
  let check: Int

  static func tellsMore(_ a: Contender, _ b: Contender) -> Bool {
    if a.specificity != b.specificity { return a.specificity > b.specificity }
    if a.severity != b.severity { return a.severity > b.severity }
    if a.length != b.length { return a.length > b.length }
    return a.check != b.check ? a.check < b.check : a.index < b.index
  }
}

private func contenders(
  _ findings: [Finding], _ specificity: (String) -> Int, _ standsApart: (Finding) -> Bool
) -> [Contender] {
  // A few checks at most: they are found sooner one by one than by their hash.
  var checks: [String] = []
  for finding in findings where !checks.contains(finding.check) { checks.append(finding.check) }
  checks.sort()
  let ranks = checks.map(specificity)
  var contenders: [Contender] = []
  contenders.reserveCapacity(findings.count)
  for (index, finding) in findings.enumerated() where !standsApart(finding) {
    let check = checks.firstIndex(of: finding.check) ?? 0
    contenders.append(
      Contender(
        index: index, span: finding.core ?? finding.span, length: finding.span.count, severity: finding.severity,
        specificity: ranks[check], check: check))
  }
  return contenders
}

/// Whether no two of some findings in order have a byte in common, so that there is nothing to settle.
private func areApart(_ findings: [Finding]) -> Bool {
  var reach = 0
  for finding in findings {
    if finding.span.start < reach || finding.core != nil { return false }
    reach = finding.span.end
  }
  return true
}

/// Findings in the order of reports, those of one check on one span made one.
private func merged(_ findings: [Finding]) -> [Finding] {
  let findings = findings.inOrder
  // Few have anything to be merged with.
  let areDistinct = findings.indices.dropFirst().allSatisfy {
    findings[$0].span != findings[$0 - 1].span || findings[$0].check != findings[$0 - 1].check
  }
  if areDistinct { return findings }
  var result: [Finding] = []
  result.reserveCapacity(findings.count)
  for finding in findings {
    if let last = result.last, last.span == finding.span, last.check == finding.check {
      result[result.count - 1] = last.merged(with: finding)
    } else {
      result.append(finding)
    }
  }
  return result
}

extension Finding {
  /// Both findings of one check on one span: what either says. A fix remains only if both have the same edits.
  func merged(with other: Finding) -> Finding {
    guard self != other else { return self }
    var result = Finding(
      check: check, severity: max(severity, other.severity), span: span, message: joined(message, other.message) ?? message)
    result.core = core == other.core ? core : nil
    result.why = joined(why, other.why)
    result.replacements = replacements.joined(with: other.replacements)
    result.systems = systems.joined(with: other.systems)
    result.related = related.joined(with: other.related)
    // Several entries fit: none of them is *the* entry, and the replacements tell which they are.
    result.entry = entry == other.entry ? entry : nil
    result.glossary = entry == other.entry || glossary == other.glossary ? glossary : nil
    result.grade = Grade.allCases.first { $0 == grade || $0 == other.grade }
    if let fix, let otherFix = other.fix, fix.edits == otherFix.edits {
      result.fix = fix.safety == .safe ? otherFix : fix
    }
    return result
  }
}

/// Both texts as one line; one of them if they are equal or the other is missing.
private func joined(_ a: String?, _ b: String?) -> String? {
  guard let a, let b, a != b else { return a ?? b }
  return a + "; " + b
}

extension Array where Element: Hashable {
  /// Both in order, each element once.
  fileprivate func joined(with other: [Element]) -> [Element] {
    var seen = Set<Element>()
    return (self + other).filter { seen.insert($0).inserted }
  }
}

/// Which check has claimed which bytes. The draft is cut where any span begins or ends; a piece has one owner, and a tree
/// over the pieces knows the lowest and highest owner of every stretch.
private struct Claims {
  private let cuts: [Int]
  /// A binary tree in an array: the leaves are the second half.
  private var lowest: [Int]
  private var highest: [Int]
  /// For each piece the first piece at or after it that nobody owns, found by following the numbers.
  private var nextFree: [Int]

  init(_ spans: [Span]) {
    var cuts = spans.flatMap { [$0.start, $0.end] }.sorted()
    var kept = 0
    for cut in cuts where kept == 0 || cuts[kept - 1] != cut {
      cuts[kept] = cut
      kept += 1
    }
    cuts.removeSubrange(kept...)
    self.cuts = cuts
    lowest = Array(repeating: .max, count: 2 * cuts.count)
    highest = Array(repeating: .min, count: 2 * cuts.count)
    nextFree = Array(0...cuts.count)
  }

  /// Gives a span to a check unless another one owns a byte of it. An empty span owns nothing and disturbs nobody.
  mutating func claim(_ span: Span, for check: Int) -> Bool {
    guard !span.isEmpty else { return true }
    let pieces = piece(at: span.start)..<piece(at: span.end)
    guard isFree(pieces, for: check) else { return false }
    var piece = free(from: pieces.lowerBound)
    while piece < pieces.upperBound {
      own(piece, check)
      nextFree[piece] = piece + 1
      piece = free(from: piece + 1)
    }
    return true
  }

  private func isFree(_ pieces: Range<Int>, for check: Int) -> Bool {
    var low = pieces.lowerBound + cuts.count, high = pieces.upperBound + cuts.count
    while low < high {
      if low & 1 == 1 {
        if isForeign(low, check) { return false }
        low += 1
      }
      if high & 1 == 1 {
        high -= 1
        if isForeign(high, check) { return false }
      }
      low /= 2
      high /= 2
    }
    return true
  }

  private func isForeign(_ node: Int, _ check: Int) -> Bool {
    lowest[node] < check || highest[node] > check
  }

  private mutating func own(_ piece: Int, _ check: Int) {
    var node = piece + cuts.count
    while node > 0 {
      lowest[node] = min(lowest[node], check)
      highest[node] = max(highest[node], check)
      node /= 2
    }
  }

  private mutating func free(from piece: Int) -> Int {
    var last = piece
    while nextFree[last] != last { last = nextFree[last] }
    var at = piece
    while at != last {
      let next = nextFree[at]
      nextFree[at] = last  // so that nobody walks this way twice
      at = next
    }
    return last
  }

  private func piece(at offset: Int) -> Int { cuts.firstIndex(startingFrom: offset, \.self) }
}
