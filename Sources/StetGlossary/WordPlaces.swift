import StetText

/// Where some words stand in a draft, found in one pass: a draft of many megabytes may name an entry with conditions on every line.
struct WordPlaces {
  private let draft: Draft
  /// Indices of tokens, ascending.
  private var places: [TokenKey: [Int]] = [:]

  init(of words: Set<TokenKey>, in draft: Draft) {
    self.draft = draft
    guard !words.isEmpty else { return }
    let words = KeySet(words)
    for (i, token) in draft.tokens.enumerated() where words.contains(token.key) { places[token.key, default: []].append(i) }
  }

  /// Whether words follow each other somewhere within a range of tokens. All must be among those that were looked for.
  func occurs(_ words: [TokenKey], in range: Range<Int>) -> Bool {
    guard words.count <= range.count, let rarest = words.indices.min(by: { count(words[$0]) < count(words[$1]) }),
      let found = places[words[rarest]]
    else { return false }
    var at = found.firstIndex(startingFrom: range.lowerBound + rarest, \.self)
    while at < found.count, found[at] - rarest + words.count <= range.upperBound {
      if draft.holds(words, at: found[at] - rarest) { return true }
      at += 1
    }
    return false
  }

  private func count(_ word: TokenKey) -> Int { places[word]?.count ?? 0 }
}

extension Draft {
  /// Whether words follow each other from a token on.
  func holds(_ words: [TokenKey], at start: Int) -> Bool {
    words.indices.allSatisfy { tokens[start + $0].key == words[$0] }
  }
}
