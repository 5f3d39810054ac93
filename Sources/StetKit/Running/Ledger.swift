import StetFindings
import StetText

/// The account of one baseline during a run.
struct Ledger {
  private let file: BaselineFile
  private var matching: BaselineMatching
  /// What was found, as it would be written down.
  private var found: Set<Baseline.Entry> = []
  private var checked: Set<String> = []
  private var pending: [BaselineMatching.Pending] = []
  private var known = 0
  private var new = 0

  init(_ file: BaselineFile) {
    self.file = file
    matching = BaselineMatching(file.baseline)
  }

  /// - Returns: For each finding of the outcome, whether it is old for sure.
  mutating func take(_ outcome: DraftOutcome) -> [Bool] {
    let path = file.path(of: outcome.source)
    checked.insert(path)
    return zip(outcome.findings, outcome.keys).map { finding, key in
      let text = outcome.draft.map { $0.string(finding.span) } ?? ""
      found.insert(Baseline.Entry(key: key, check: finding.check, path: path, text: text))
      let candidate = BaselineMatching.Pending(key: key, check: finding.check, path: path)
      let isOld = matching.takesForSure(candidate)
      if isOld { known += 1 } else { pending.append(candidate) }
      return isOld
    }
  }

  /// Decides on everything that was not old for sure, in the order it came.
  mutating func settle() -> [Bool] {
    let isOld = matching.settle(pending)
    known += isOld.count { $0 }
    new = isOld.count { !$0 }
    pending = []
    return isOld
  }

  func summary(_ scope: RunScope) -> String {
    let isWhole = scope.coversAll(of: file.folder)
    let gone = scope.isOfLines ? 0 : matching.gone { isWhole || checked.contains($0) }
    let advice = gone > 0 ? " (‘--write-baseline’ drops \(gone == 1 ? "it" : "them"))" : ""
    return "baseline \(file.shown): \(known) known, \(new) new, \(gone) gone\(advice)"
  }

  /// The baseline as it is to be, and a sentence on it. What this run did not look at is kept if it is there still.
  func written() -> (text: String, sentence: String) {
    let others = file.baseline.entries.filter { !checked.contains($0.path) && file.exists($0.path) }
    let entries = found.union(others)
    let gone = matching.gone { checked.contains($0) || !file.exists($0) }
    let counts = "\(entries.count) finding\(entries.count == 1 ? "" : "s"): \(new) new, \(entries.count - new) known, \(gone) gone"
    return (Baseline(entries).text, "wrote \(file.shown): " + counts)
  }
}
