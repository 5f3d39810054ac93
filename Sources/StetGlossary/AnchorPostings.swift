/// The postings of a word that anchor their pattern, remembered for words that stand in many patterns: “of” is part of a
/// thousand names and anchors none, and stands in every line.
struct AnchorPostings {
  private var known: [Int: [Int]] = [:]
  /// Fewer postings are looked through as quickly as they are remembered.
  static let few = 4

  /// The postings of a range that anchor their pattern, in order.
  mutating func postings(in range: Range<Int>, of index: GlossaryIndex) -> [Int] {
    if let anchors = known[range.lowerBound] { return anchors }
    let anchors = range.filter { index.patterns[Int(index.postings[$0].pattern)].anchor == index.postings[$0].place }
    known[range.lowerBound] = anchors
    return anchors
  }
}
