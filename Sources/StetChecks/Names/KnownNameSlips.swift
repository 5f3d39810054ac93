import StetFindings
import StetGlossary
import StetICU
import StetNames
import StetText

/// Slips in known names, and known names in the forms of other languages, in one draft.
struct KnownNameSlips {
  let draft: Draft
  let matches: DraftMatches
  let capitals: CapitalWords

  private let names = KnownNames.shared

  init(_ draft: Draft, _ matches: DraftMatches, _ capitals: CapitalWords) {
    self.draft = draft
    self.matches = matches
    self.capitals = capitals
  }

  func findings(_ check: String) -> [Finding] {
    // Nearly all words are judged by their letters, once each, and nobody looks where they stand.
    let faults = self.faults()
    if faults.isEmpty { return [] }
    var findings: [Finding] = []
    lazy var known = Set(matches.all.flatMap(\.tokens))
    var isFault = [Bool](repeating: false, count: capitals.count)
    for number in faults.keys { isFault[Int(number)] = true }
    for (at, number) in capitals.numbers.enumerated() where isFault[Int(number)] {
      let i = capitals.places[at]
      guard let fault = faults[number], isCandidate(draft.tokens[i]), let segment = draft.segment(ofToken: i), isLookedAt(segment), !known.contains(i)
      else { continue }
      switch fault {
      case .foreign(let right):
        if stands(i, segment.tokens) { findings.append(finding(i, right, check, "‘\(right)’ in English")) }
      case .slip(let slip):
        guard draft.tokens[i].length >= 6, isVouchedFor(i, slip, segment.tokens) else { continue }
        findings.append(finding(i, slip.right, check, "looks like a slip for ‘\(slip.right)’"))
      }
    }
    return findings
  }

  // MARK: Words

  private enum Fault {
    case foreign(right: String)
    case slip(KnownNames.Slip)
  }

  /// The words that are known names in another form, by their numbers.
  private func faults() -> [UInt32: Fault] {
    var faults: [UInt32: Fault] = [:]
    for number in capitals.keys.indices {
      let key = capitals.keys[number], kind = names.kinds.value(of: key)
      if kind & KnownNames.isForeign != 0, let right = names.english(TokenKey(rawValue: key)) {
        faults[UInt32(number)] = .foreign(right: right)
      } else if kind & KnownNames.isAdmitted == 0, let slip = slip(Int(capitals.firsts[number])) {
        faults[UInt32(number)] = .slip(slip)
      }
    }
    return faults
  }

  private func slip(_ i: Int) -> KnownNames.Slip? {
    let stem = draft.stem(of: draft.tokens[i])
    // Shorter names are too easily others.
    guard stem.count >= 6 || draft.tokens[i].flags.contains(.nonASCII) else { return nil }
    let text = draft.text
    // A capitalised word has no digits: what is neither of these is letters of ASCII alone.
    guard draft.tokens[i].flags.isDisjoint(with: [.nonASCII, .marked]) || text[stem.range].allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else {
      return names.slip(CharacterTable.shared.foldedBytes(draft.string(stem)), unless: KnownNameSlips.isWord)
    }
    guard names.shapes.hasNear(text.span.extracting(stem.range)) else { return nil }
    return names.slip(text[stem.range].map { $0 | 0x20 }, unless: KnownNameSlips.isWord)
  }

  // MARK: Places

  private func finding(_ i: Int, _ right: String, _ check: String, _ message: String) -> Finding {
    let span = draft.stem(of: draft.tokens[i])
    let isForeign = !message.hasPrefix("looks")
    var finding = Finding(
      check: check, severity: .warning, span: span, message: isForeign ? "‘\(draft.string(span))’ is \(message)" : "‘\(draft.string(span))’ \(message)")
    finding.replacements = [right]
    finding.fix = Fix([Edit(span, right)], .review)
    return finding
  }

  private func isLookedAt(_ segment: Segment) -> Bool {
    segment.role != .boilerplate && segment.role != .byline && segment.role != .tableCell
  }

  private func isCandidate(_ token: Token) -> Bool {
    token.length >= 4 && token.flags.isDisjoint(with: [.otherScript, .quoted])
  }

  private static func isWord(_ word: String) -> Bool {
    WordList.english.contains(word) || WordList.givenNames.contains(word) || WordList.surnames.contains(word) || WordList.properWords.contains(word)
  }

  /// In an English sentence: no part of a foreign title ("Banco de Londres"), nothing that is only mentioned ("German: Kiew").
  private func stands(_ i: Int, _ segment: Range<Int>) -> Bool {
    if i > segment.lowerBound {
      let before = draft.tokens[i - 1]
      if before.isGlued && before.kind == .punctuation || before.isMark("(") || before.isMark("[") || before.isMark(":") || before.kind == .opaque { return false }
      if before.kind == .word {
        let word = CharacterTable.shared.folded(draft.string(before))
        guard Words.grammar.contains(before.key) || draft.isEnglish(before) || WordList.givenNames.contains(word) || isKnownGiven(before.key) else { return false }
      }
    }
    guard i + 1 < segment.upperBound, draft.tokens[i + 1].kind == .word else { return true }
    let next = draft.tokens[i + 1]
    return next.isSmallWord && (Words.grammar.contains(next.key) || draft.isEnglish(next))
  }

  private func isKnownGiven(_ key: TokenKey) -> Bool { KnownNames.shared.smallHeads.contains(key) }

  /// The given name or a title stands before it, the right name elsewhere; or the name is long and no letter of it another.
  private func isVouchedFor(_ i: Int, _ slip: KnownNames.Slip, _ segment: Range<Int>) -> Bool {
    if i > segment.lowerBound, draft.tokens[i - 1].isHyphen || draft.tokens[i - 1].isMark("(") { return false }
    let before = i > segment.lowerBound && draft.tokens[i - 1].kind == .word ? draft.tokens[i - 1] : nil
    if let given = slip.given, before?.key == given { return true }
    if slip.isOtherLetter { return false }
    // Another given name: another person.
    if let before, before.isCapitalizedWord, !WordList.titles.contains(CharacterTable.shared.folded(draft.string(before))), before.key != slip.given,
      !Words.grammar.contains(before.key), !draft.isEnglish(before)
    {
      return false
    }
    if slip.letters >= 8 { return true }
    if let before, slip.given != nil, WordList.titles.contains(CharacterTable.shared.folded(draft.string(before))) { return true }
    return capitals.number(of: TokenKey(slip.right)) != nil
  }
}
