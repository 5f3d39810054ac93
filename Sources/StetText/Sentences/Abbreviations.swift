/// Tells the point of an abbreviation or an initial from a full stop.
enum Abbreviations {
  /// Whether the point at token `stop` leaves the sentence open before the word or number at token `next`.
  static func joins(_ draft: Draft, _ stop: Int, to next: Int, in range: Range<Int>) -> Bool {
    let word = draft.tokens[stop - 1], follower = draft.tokens[next]
    guard word.kind == .word else { return false }
    if follower.kind == .number { return beforeNumber.contains(word.key) || titles.contains(word.key) }
    if titles.contains(word.key), word.flags.contains(.capitalized) { return true }
    // "… in the U.S. The talks", "… Smith Jr. He": words that begin sentences and stand in no name.
    if starters.contains(follower.key) { return false }
    if others.contains(word.key) { return true }
    return word.length == 1
      && (isInitial(draft, stop - 1, range) || follower.length == 1 && follower.flags.contains(.capitalized))
  }

  /// "J. Smith", "Jane D. Smith", "U.S. Army", "5 p.m. Police"; not "vitamin C. Doctors".
  private static func isInitial(_ draft: Draft, _ letter: Int, _ range: Range<Int>) -> Bool {
    guard letter > range.lowerBound else { return true }
    let before = draft.tokens[letter - 1]
    if before.isMark("."), !draft.tokens[letter].flags.contains(.spaceBefore) { return true }
    guard draft.tokens[letter].flags.contains(.capitalized) else { return false }
    return before.kind == .punctuation || before.flags.contains(.capitalized)
  }

  /// Before a name.
  private static let titles = keys(
    """
    mr mrs ms messrs mx dr drs prof gen lt col maj sgt capt cmdr cpl pvt pfc adm brig sen sens rep reps gov rev fr hon pres supt insp \
    det amb atty asst dep st ste mt ft vs
    """)
  private static let beforeNumber = keys(
    "no nos p pp vol vols fig figs art arts sec ch para jan feb mar apr jun jul aug sep sept oct nov dec approx ca c")
  /// They may end a sentence, or not.
  private static let others = keys("inc corp co cos bros ltd plc jr sr est dept univ assn approx ca sq")
  private static let starters = keys(
    """
    the a an he she it they we you i this that these those but and in on at as for if when after while there here what who why how \
    his her its their our my so then now however meanwhile not no yes since by with from to of or nor yet some many most all both \
    such one two also another according despite during under before until though although because earlier later last
    """)

  private static func keys(_ words: String) -> Set<TokenKey> { Set(words.split(separator: " ").map { TokenKey(String($0)) }) }
}
