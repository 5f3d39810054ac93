import StetText

/// Which fixes are applied together, and the one place where edits change text.
///
/// For example:
///
///     let plan = FixPlan(findings: findings, in: draft, including: [.safe])
///     let fixed = plan.apply(to: draft.text)
///
/// Findings are taken in the order of reports. A fix that meets an edit already taken is left out whole, to be tried again
/// on the fixed text; an edit that two fixes share is made once.
public struct FixPlan: Sendable {
  /// Findings whose fixes are made.
  public private(set) var applied: [Finding] = []
  /// Findings with a fix of the wanted safety that meets another one, or that does not fit the draft.
  public private(set) var skipped: [Finding] = []
  /// Ascending and never overlapping.
  public private(set) var edits: [Edit] = []

  public init(findings: [Finding], in draft: Draft, including safeties: Set<Fix.Safety>) {
    for finding in findings.sorted(by: Finding.precedes) {
      guard let fix = finding.fix, safeties.contains(fix.safety) else { continue }
      if let new = newEdits(of: fix, in: draft.text) {
        for edit in new { edits.insert(edit, at: place(of: edit)) }
        applied.append(finding)
      } else {
        skipped.append(finding)
      }
    }
  }

  /// The text with all edits made; every other byte stays as it is.
  public func apply(to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + edits.count * 8)
    var done = 0
    for edit in edits {
      result.append(contentsOf: text[done..<edit.span.start])
      result.append(contentsOf: edit.replacement.utf8)
      done = edit.span.end
    }
    result.append(contentsOf: text[done...])
    return result
  }

  /// The edits of a fix that are not taken yet; nil if one of them cannot be made.
  private func newEdits(of fix: Fix, in text: [UInt8]) -> [Edit]? {
    guard !fix.edits.isEmpty else { return nil }
    var new: [Edit] = []
    for edit in fix.edits.sorted(by: { $0.span < $1.span }) where new.last != edit {
      guard edit.fits(text), new.last.map({ !$0.meets(edit) }) ?? true else { return nil }
      let at = place(of: edit)
      let neighbours = edits[max(0, at - 1)..<min(edits.count, at + 1)]
      if neighbours.contains(edit) { continue }
      guard !neighbours.contains(where: { $0.meets(edit) }) else { return nil }
      new.append(edit)
    }
    return new
  }

  /// Where an edit belongs among those taken.
  private func place(of edit: Edit) -> Int {
    var low = 0, high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].span < edit.span { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Edit {
  /// Whether making both would leave open what the text becomes: they replace a common byte, one inserts inside what the
  /// other replaces, or both insert at one place.
  func meets(_ other: Edit) -> Bool {
    if span.isEmpty, other.span.isEmpty { return span.start == other.span.start }
    return span.start < other.span.end && other.span.start < span.end
  }

  /// Whether it lies in the text and cuts no scalar in two.
  func fits(_ text: [UInt8]) -> Bool {
    span.start >= 0 && span.end <= text.count
      && [span.start, span.end].allSatisfy { $0 == text.count || text[$0] & 0xC0 != 0x80 }
  }
}
