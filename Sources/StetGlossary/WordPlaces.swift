import StetText

/// Where some words stand in a draft, found in one pass when somebody asks: a draft of many megabytes may name an entry with conditions on
/// every line.
final class WordPlaces {
  private let draft: Draft
  private let words: Set<TokenKey>
  /// Indices of tokens, ascending.
  private lazy var places: [TokenKey: [Int]] = {
    let words = KeySet(words), tokens = draft.tokens
    var places: [TokenKey: [Int]] = [:]
    for i in tokens.indices where words.contains(tokens[i].key) { places[tokens[i].key, default: []].append(i) }
    return places
  }()

  init(of words: Set<TokenKey>, in draft: Draft) {
    self.draft = draft
    self.words = words
  }

  /// Whether words follow each other somewhere within a range of tokens. All must be among those that were looked for.
  func occurs(_ words: [TokenKey], in range: Range<Int>) -> Bool {
    range.count <= WordPlaces.near ? stand(words, in: range) : areListed(words, in: range)
  }

  /// In so many tokens it is quicker to look for words than to list all places of the draft.
  private static let near = 256

  private func stand(_ words: [TokenKey], in range: Range<Int>) -> Bool {
    guard let first = words.first, words.count <= range.count else { return false }
    let tokens = draft.tokens
    for i in range.lowerBound...range.upperBound - words.count where tokens[i].key == first && draft.holds(words, at: i) { return true }
    return false
  }

  private func areListed(_ words: [TokenKey], in range: Range<Int>) -> Bool {
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
