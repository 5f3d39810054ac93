import StetText

extension [IgnoreList.Entry] {
  /// The entry that covers each finding, as an index; nil where none does. A finding's fingerprint is made only if an entry
  /// asks for it.
  ///
  /// - Parameter all: Every finding of the draft, by which equal fingerprints are numbered.
  public func covering(_ findings: [Finding], among all: [Finding], in draft: Draft) -> [Int?] {
    guard !isEmpty else { return findings.map { _ in nil } }
    var prints: [Finding: String]?
    func fingerprint(_ finding: Finding) -> String {
      let known = prints ?? Dictionary(zip(all, fingerprints(of: all, in: draft)), uniquingKeysWith: { first, _ in first })
      prints = known
      return known[finding] ?? ""
    }
    return findings.map { finding in firstIndex { $0.covers(finding, in: draft) { fingerprint(finding) } } }
  }
}
