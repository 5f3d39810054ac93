import StetGlossary
import StetText

/// Finds entries of one file that cannot both be meant: one term twice, a form both forbidden and right.
struct Contradictions {
  private let entries: [ReadEntry]
  private let log: FaultLog
  private var byTerm: [String: [Int]] = [:]
  /// Preferred and admitted forms without case.
  private var right: [String: [RightForm]] = [:]

  private struct RightForm {
    let text: String
    let status: String
    let entry: Int
    let line: Int
  }

  init(_ entries: [ReadEntry], log: FaultLog) {
    self.entries = entries
    self.log = log
    for (i, entry) in entries.enumerated() {
      if let term = entry.term {
        let key = term.string.lowercased()
        byTerm[key, default: []].append(i)
        right[key, default: []].append(RightForm(text: term.string, status: "preferred", entry: i, line: term.position.line))
      }
      for form in entry.admit {
        let form = RightForm(text: form.string, status: "admitted", entry: i, line: form.position.line)
        right[form.text.lowercased(), default: []].append(form)
      }
    }
  }

  func report() {
    for (_, places) in byTerm where places.count > 1 { reportEqualTerms(places) }
    for i in entries.indices {
      for form in entries[i].forbid { reportRightForm(form, of: i) }
    }
  }

  /// Told at the later entry, against the first with the same source forms or else the first of all.
  private func reportEqualTerms(_ places: [Int]) {
    var firstBySource: [Set<Entry.SourceForm>: Int] = [:]
    for i in places {
      let sources = Set(entries[i].entry.from), same = firstBySource[sources]
      guard let other = same ?? places.first, other != i, let term = entries[i].term, let first = entries[other].term else {
        firstBySource[sources] = i
        continue
      }
      let line = first.position.line
      if same != nil {
        let what = sources.isEmpty ? "without source forms" : "with the same source forms"
        log.error("‘\(term.string)’ is the term of two entries \(what)", at: term.position, hint: "the other is on line \(line)")
      } else {
        firstBySource[sources] = i
        log.warning(
          "‘\(term.string)’ is the term of two entries with other source forms", at: term.position,
          hint: "the other is on line \(line); right for two places or persons of one name")
      }
    }
  }

  private func reportRightForm(_ form: PlacedText, of i: Int) {
    let isExact = entries[i].entry.caseMatching == .exact
    let rivals = right[form.string.lowercased(), default: []].filter { !isExact || $0.text == form.string }
    guard let rival = rivals.first(where: { $0.entry == i }) ?? rivals.first else { return }
    let owner = rival.entry == i ? "in the same entry" : "for ‘\(entries[rival.entry].entry.term)’"
    let hint = rival.text == form.string ? "take it out of one of them" : "‘case: exact’ tells it from ‘\(rival.text)’"
    log.error("‘\(form.string)’ is forbidden here and \(rival.status) on line \(rival.line), \(owner)", at: form.position, hint: hint)
  }
}
