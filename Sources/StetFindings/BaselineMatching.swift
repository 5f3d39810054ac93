/// Tells the findings of a run that a baseline knows from those that are new. Each entry accounts for one finding.
///
/// A finding is old for sure when its own file had it, with the same words on both sides. What remains is settled at the end,
/// when it is known which entries nothing has answered to: first by one side's words in the same file, for copy that was
/// worked on; then by both sides, then by one, in other files, for what was moved and for files that were renamed.
public struct BaselineMatching: Sendable {
  /// A finding that is not old for sure.
  public struct Pending: Sendable {
    public let key: FingerprintKey
    public let check: String
    public let path: String

    public init(key: FingerprintKey, check: String, path: String) {
      self.key = key
      self.check = check
      self.path = path
    }
  }

  private struct Place: Hashable {
    let print: Substring
    let path: String
  }

  /// Entries that nothing has answered to yet.
  private var open: Set<Baseline.Entry>
  private var places: [Place: [Baseline.Entry]] = [:]

  public init(_ baseline: Baseline) {
    open = baseline.entries
    // In a fixed order, so that the same run comes out the same.
    for entry in baseline.entries.sorted(by: { ($0.key.print, $0.path) < ($1.key.print, $1.path) }) {
      places[Place(print: entry.key.base, path: entry.path), default: []].append(entry)
    }
  }

  /// Whether the finding was there, in this file and with these words around it.
  public mutating func takesForSure(_ finding: Pending) -> Bool {
    let place = Place(print: finding.key.base, path: finding.path)
    guard let entry = places[place]?.popLast() else { return false }
    open.remove(entry)
    return true
  }

  /// Settles what is left of the run; true for each finding that is old after all, in the order given.
  public mutating func settle(_ pending: [Pending]) -> [Bool] {
    var isOld = pending.map { _ in false }
    let stages: [(Pending) -> [Key]] = [
      { p in [p.key.before, p.key.after].compactMap { $0.map { Key(path: p.path, check: p.check, half: $0) } } },
      { p in [Key(path: nil, check: p.check, half: String(p.key.base))] },
      { p in [p.key.before, p.key.after].compactMap { $0.map { Key(path: nil, check: p.check, half: $0) } } },
    ]
    for stage in stages where isOld.contains(false) && !open.isEmpty {
      var index: [Key: [Baseline.Entry]] = [:]
      for entry in open.sorted(by: { ($0.key.print, $0.path) > ($1.key.print, $1.path) }) {
        let asPending = Pending(key: entry.key, check: entry.check, path: entry.path)
        for key in stage(asPending) { index[key, default: []].append(entry) }
      }
      for (i, finding) in pending.enumerated() where !isOld[i] { isOld[i] = take(stage(finding), from: &index) }
    }
    return isOld
  }

  private struct Key: Hashable {
    let path: String?
    let check: String
    let half: String
  }

  private mutating func take(_ keys: [Key], from index: inout [Key: [Baseline.Entry]]) -> Bool {
    for key in keys {
      while let entry = index[key]?.popLast() {
        if open.remove(entry) != nil { return true }
      }
    }
    return false
  }

  /// Entries that no finding answers to, of the files that `isChecked` knows: their faults are gone.
  public func gone(where isChecked: (String) -> Bool) -> Int { open.count { isChecked($0.path) } }
}
