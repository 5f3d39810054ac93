/// The keys of a glossary file.
enum FileKey: String, CaseIterable {
  case glossary, language, house, entries, source, date, license, note
}

/// The keys of an entry.
enum EntryKey: String, CaseIterable {
  case term, family, from, kind, gender, admit, forbid, except
  case exceptIf = "except_if"
  case context, within, acronyms, calques, phrases
  case caseMatching = "case"
  case accents, quotes, severity, note, link, source, date, tests
}

/// The keys of `except_if`.
enum ExceptIfKey: String, CaseIterable {
  case before, after
  case inDraft = "in_draft"
}

/// The keys of `tests`.
enum TestsKey: String, CaseIterable { case flags, allows }

/// Words of which one was expected.
package enum Nearest {
  /// The one that is most like what stands there; nil if none is like it.
  package static func word(to written: String, among words: [String]) -> String? {
    let limit = max(1, min(3, written.count / 2))
    let near = words.map { (word: $0, distance: distance(written.lowercased(), $0.lowercased())) }.filter { $0.distance <= limit }
    return near.min { $0.distance < $1.distance }?.word
  }

  /// Letters to add, drop, change or swap with the next; a word that only begins like the other is one away.
  static func distance(_ a: String, _ b: String) -> Int {
    if a == b { return 0 }
    if min(a.utf8.count, b.utf8.count) > 2, a.hasPrefix(b) || b.hasPrefix(a) { return 1 }
    let a = Array(a.unicodeScalars.prefix(64)), b = Array(b.unicodeScalars.prefix(64))
    var before: [Int] = [], row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
