import StetNames
import StetText

/// What may not follow an auxiliary, in one segment. Each rule leaves out where sound copy has the same words in a row: at
/// the end of a relative clause ("those who could fled", "the man he spoke to took it").
struct VerbForms {
  let draft: Draft
  let segment: Segment

  private var tokens: [Token] { draft.tokens }
  /// The tokens of a fault that begins at a word.
  func fault(at i: Int) -> Range<Int>? {
    let word = draft.tokens[i]
    guard isNext(i + 1), word.length <= 8, let rule = Rule(rawValue: Self.rules.value(of: word.key.rawValue)) else { return nil }
    // A name ("Will") or a headline; only pronouns open a sentence.
    guard word.isSmallWord || rule == .pronoun, has(rule.next, i + 1) else { return nil }
    switch rule {
    case .modal: return afterModal(i)
    case .negation: return follows(Trait.past | Trait.singular, i, from: i + 1, unless: Self.questions, within: 3)
    case .auxiliary: return follows(Trait.past | Trait.singular, i, from: i + 2, unless: Self.questions, within: 3)
    case .be: return afterBe(i)
    case .infinitive: return afterTo(i)
    case .has: return afterHas(i)
    case .degree: return afterDegree(i)
    case .pronoun: return afterPronoun(i)
    }
  }

  // MARK: Rules

  private enum Rule: UInt64 {
    case modal = 1, negation, auxiliary, be, infinitive, has, degree, pronoun

    /// What the next word must be one of.
    var next: UInt64 {
      switch self {
      case .modal: Trait.adverb | Trait.have | Trait.past
      case .negation: Trait.adverb | Trait.past | Trait.singular
      case .auxiliary: Trait.not
      case .be: Trait.base | Trait.purePast
      case .infinitive: Trait.past
      case .has: Trait.base
      case .degree: Trait.comparative | Trait.superlative
      case .pronoun: Trait.singularVerb | Trait.pluralVerb
      }
    }
  }

  private static let words: [(rule: Rule, words: KeySet)] = [
    (.modal, Words.keys("must could would should cannot couldnt wouldnt shouldnt mustnt")), (.negation, Words.keys("didnt doesnt dont")),
    (.auxiliary, Words.keys("do does did")), (.be, Words.keys("be been")), (.infinitive, Words.keys("to")), (.has, Words.keys("has")),
    (.degree, Words.keys("more most")), (.pronoun, Words.keys("they we he she it")),
  ]
  /// Those that stand in nearly every sentence by themselves, each with what may be wrong behind it.
  static let cues: [CuePair] = {
    let to = Words.keys("to"), plural = Words.keys("they we"), singular = Words.keys("he she it")
    let rest = words.flatMap(\.words.keys).filter { !to.contains($0) && !plural.contains($0) && !singular.contains($0) }
    func next(_ trait: UInt64) -> KeySet { KeySet(forms.filter { $0.trait & trait != 0 }.flatMap(\.words.keys)) }
    return [
      CuePair(.verbHelper, to, next: next(Rule.infinitive.next)), CuePair(.verbHelper, plural, next: next(Trait.singularVerb)),
      CuePair(.verbHelper, singular, next: next(Trait.pluralVerb)), CuePair(.verbHelper, KeySet(rest), next: next(.max)),
    ]
  }()
  private static let rules = words.reduce(into: KeyTable()) { table, line in
    for key in line.words.keys { table.add(key, line.rule.rawValue) }
  }

  /// "must took", "would announced", "could have went"
  private func afterModal(_ i: Int) -> Range<Int>? {
    guard i > segment.tokens.lowerBound, !Self.nouns.contains(tokens[i - 1].key), !has(Self.relatives, before: i, within: 4) else { return nil }
    let next = skippingAdverbs(from: i + 1)
    if isNext(next), has(Trait.have, next) { return follows(Trait.purePast | Trait.base, i, from: next + 1) }
    return follows(Trait.past, i, from: i + 1)
  }

  /// "cannot be condone", "to be wrote"
  private func afterBe(_ i: Int) -> Range<Int>? {
    guard i > segment.tokens.lowerBound, tokens[i - 1].key != Self.need, tokens[i - 1].kind == .word else { return nil }
    return isWhole(i + 1) ? max(segment.tokens.lowerBound, i - 1)..<i + 2 : nil
  }

  /// "able to took": after words that no clause ends with and "to".
  private func afterTo(_ i: Int) -> Range<Int>? {
    guard i > segment.tokens.lowerBound, Self.leading.contains(tokens[i - 1].key), isWhole(i + 1) else { return nil }
    return i - 1..<i + 2
  }

  /// "The bank has announce": where the sentence is too short yet for a relative clause.
  private func afterHas(_ i: Int) -> Range<Int>? {
    let start = draft.roughSentenceStart(i, in: segment.tokens)
    guard i > start, i - start <= 4, isWhole(i + 1) else { return nil }
    let subject = start..<i
    guard subject.count == 1 || !subject.contains(where: { Self.pronouns.contains(tokens[$0].key) || tokens[$0].kind != .word }) else { return nil }
    return i..<i + 2
  }

  /// "more longer than", "the most biggest"
  private func afterDegree(_ i: Int) -> Range<Int>? {
    guard i > segment.tokens.lowerBound, isWhole(i + 1) else { return nil }
    let before = tokens[i - 1].key
    if has(Trait.superlative, i + 1) {
      return tokens[i].key == Self.most && before == Self.the ? i - 1..<i + 2 : nil
    }
    guard tokens[i].key != Self.most, Self.copulas.contains(before),
      !has(Self.existential, before: i, within: 4), i + 2 >= segment.tokens.upperBound || tokens[i + 2].key == Self.than || tokens[i + 2].endsSentence
    else { return nil }
    return i..<i + 2
  }

  /// "They was", "he have": where the pronoun opens its clause.
  private func afterPronoun(_ i: Int) -> Range<Int>? {
    guard !tokens[i].flags.contains(.quoted) else { return nil }
    let isPlural = Self.plural.contains(tokens[i].key)
    guard has(isPlural ? Trait.singularVerb : Trait.pluralVerb, i + 1) else { return nil }
    let opens = i == segment.tokens.lowerBound || tokens[i - 1].endsSentence && tokens[i].flags.contains(.capitalized)
    guard opens || isPlural && Self.conjunctions.contains(tokens[i - 1].key) else { return nil }
    return i..<i + 2
  }

  // MARK: Words in a row

  /// A fault from `i` to the word after the adverbs that begin at `next`, if that word has one of the wrong forms.
  private func follows(_ wrong: UInt64, _ i: Int, from next: Int, unless excluded: KeySet = VerbForms.nothing, within reach: Int = 0) -> Range<Int>? {
    let at = skippingAdverbs(from: next)
    guard isNext(at), has(wrong, at), isWhole(at), !has(excluded, before: i, within: reach) else { return nil }
    return i..<at + 1
  }

  private func skippingAdverbs(from start: Int) -> Int {
    var at = start
    while at < start + 2, isNext(at), has(Trait.adverb, at) { at += 1 }
    return at
  }

  /// A word in small letters that nothing but white space parts from the one before.
  private func isNext(_ i: Int) -> Bool {
    i < segment.tokens.upperBound && tokens[i].isSmallWord && !tokens[i].isGlued && !tokens[i].flags.contains(.markupBefore)
  }

  /// No part of a compound ("must left-hand"), nothing put right by an editor ("distribute[d]").
  private func isWhole(_ i: Int) -> Bool {
    !(i + 1 < segment.tokens.upperBound && tokens[i + 1].isGlued && (tokens[i + 1].isHyphen || tokens[i + 1].isMark("[") || tokens[i + 1].kind == .opaque))
  }

  private func has(_ words: KeySet, before i: Int, within reach: Int) -> Bool {
    tokens[max(segment.tokens.lowerBound, i - reach)..<i].contains { words.contains($0.key) }
  }

  private static let nothing = KeySet([])

  // MARK: What a word can be

  /// Forms of verbs and other words that stand behind a word of the rules, a bit each.
  private enum Trait {
    static let past: UInt64 = 1, purePast: UInt64 = 2, base: UInt64 = 4, singular: UInt64 = 8
    static let adverb: UInt64 = 16, have: UInt64 = 32, not: UInt64 = 64
    static let comparative: UInt64 = 128, superlative: UInt64 = 256, singularVerb: UInt64 = 512, pluralVerb: UInt64 = 1024
  }

  private func has(_ some: UInt64, _ i: Int) -> Bool { Self.traits.value(of: draft.tokens[i].key.rawValue) & some != 0 }

  /// By key, what a word can be.
  private static let forms: [(trait: UInt64, words: KeySet)] = [
    (Trait.past, KeySet(.verbPasts)), (Trait.purePast, KeySet(.verbPurePasts)), (Trait.base, KeySet(.verbBases)),
    (Trait.singular, KeySet(.verbSingulars)), (Trait.adverb, Words.keys("not also never always already even still only just soon")),
    (Trait.have, Words.keys("have")), (Trait.not, Words.keys("not")),
    (
      Trait.comparative,
      Words.keys(
        """
        better worse easier bigger smaller larger greater higher lower stronger weaker faster slower safer cheaper richer poorer older younger
        longer shorter wider deeper simpler clearer closer nearer
        """)
    ),
    (
      Trait.superlative,
      Words.keys(
        "best worst biggest largest greatest highest strongest latest oldest easiest fastest longest safest cheapest richest poorest youngest")
    ),
    (Trait.singularVerb, Words.keys("was is has")), (Trait.pluralVerb, Words.keys("have are")),
  ]
  private static let traits = forms.reduce(into: KeyTable()) { table, line in
    for key in line.words.keys { table.add(key, line.trait) }
  }

  private static let need = TokenKey("need"), most = TokenKey("most"), the = TokenKey("the"), than = TokenKey("than")
  private static let nouns = Words.keys("a an the its this that these those or and")
  private static let relatives = Words.keys("who whom which that what whatever all everything everyone as than those anything best least")
  private static let questions = Words.keys("what who which whatever that why")
  private static let leading = Words.keys(
    "want wants wanted able unable order decided decides try tries tried trying managed manages failed fails hopes hoped intends refused begins began continued starts started likely unwilling tends")
  private static let pronouns = Words.keys("i you he she it we they that which who what all")
  private static let copulas = Words.keys("is are was were be been become becomes became much even far")
  private static let existential = Words.keys("there")
  private static let plural = Words.keys("they we")
  private static let conjunctions = Words.keys("because although since while when if but")
}
