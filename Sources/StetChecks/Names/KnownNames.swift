import StetFindings
import StetGlossary
import StetICU
import StetNames
import StetText

/// Names that news copy prints daily, as keys of tokens; made once.
struct KnownNames: Sendable {
  static let shared = KnownNames()

  /// Whole names that have lost their capitals, by their first word.
  private(set) var small: [TokenKey: [[TokenKey]]] = [:]
  /// Their first words.
  private(set) var smallHeads = KeySet([])
  /// The last words of names, of six letters and more, with the other words before them.
  private(set) var right: [TokenKey: (word: String, given: TokenKey?)] = [:]
  /// What the words of `right` are made of, by their first letter.
  private var shapes: [UInt8: [NameShape]] = [:]
  /// Spellings that are right, or are no slip.
  private(set) var admitted: Set<TokenKey> = []
  /// Forms of other languages, with what English prints.
  private(set) var foreign: [TokenKey: String] = [:]

  private init() {
    let names = WellKnownNames.all
    // Made at nearly every start: nothing is to grow twice.
    small.reserveCapacity(names.count * 2)
    right.reserveCapacity(names.count * 2)
    admitted.reserveCapacity(names.count * 2)
    foreign.reserveCapacity(names.count * 2)
    for name in names { add(name) }
    for (first, names) in small where names.count > 1 { small[first] = names.sorted { $0.count > $1.count } }
    smallHeads = KeySet(small.keys)
    for key in foreign.keys { kinds.add(key, KnownNames.isForeign) }
    for key in admitted { kinds.add(key, KnownNames.isAdmitted) }
    for key in right.keys { kinds.add(key, KnownNames.isRight) }
  }

  private mutating func add(_ name: WellKnownNames.Name) {
    guard let last = name.words.last else { return }
    let keys = name.words.map { TokenKey(word: $0) }, forms = name.admitted.map { (text: $0, key: TokenKey(word: $0)) }
    let all = [(text: last, key: keys[keys.count - 1])] + forms
    if name.kind != .person || keys.count > 1 { small[keys[0], default: []].append(keys) }
    for form in all { admitted.insert(form.key) }
    guard name.kind != .word else { return }
    for form in forms where keys.count > 1 { small[keys[0], default: []].append(keys.dropLast() + [form.key]) }
    for form in forms where name.kind == .place { small[form.key, default: []].append([form.key]) }
    for form in name.foreign {
      // Keys know no accents: "Mariupól" has the key of Mariupol.
      let key = TokenKey(word: form)
      if key != all[0].key { foreign[key] = String(decoding: last, as: UTF8.self) }
    }
    for form in all where form.text.count >= 6 && !form.text.contains(UInt8(ascii: "-")) {
      let text = String(decoding: form.text, as: UTF8.self)
      // "Michel" is many people's given name.
      if WordList.givenNames.contains(text.lowercased()) { continue }
      right[form.key] = (text, name.kind == .person ? keys[0] : nil)
      let shape = NameShape(CharacterTable.shared.foldedBytes(text))
      shapes[shape.first, default: []].append(shape)
    }
  }

  /// What of `foreign`, `admitted` and `right` a key is in, to be asked about every capitalised word.
  private(set) var kinds = KeyTable()
  static let isForeign: UInt64 = 1, isAdmitted: UInt64 = 2, isRight: UInt64 = 4

  // MARK: Without capitals

  /// The tokens of a known name in small letters that begins at a token.
  func lowercase(at i: Int, in segment: Range<Int>, of draft: Draft) -> Range<Int>? {
    guard let names = small[draft.tokens[i].key] else { return nil }
    return names.lazy.map { i..<i + $0.count }.first { range in
      guard range.upperBound <= segment.upperBound, range.allSatisfy({ draft.tokens[$0].isSmall }) else { return false }
      return names.contains { $0.count == range.count && zip($0, range).allSatisfy { $0 == draft.tokens[$1].key } }
        && range.dropFirst().allSatisfy { draft.tokens[$0].flags.contains(.spaceBefore) }
    }
  }

  // MARK: With a slip

  /// What a capitalised word that no list knows should be, if a slip parts it from a known name; whether letters are only
  /// swapped, lost or added, which makes no other name.
  ///
  /// - Parameter isWord: Asked only of words that look like a known name.
  func slip(_ word: String, unless isWord: (String) -> Bool) -> (right: String, given: TokenKey?, isOtherLetter: Bool)? {
    var letters = Array(word.utf8)
    guard letters.count >= 6, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    let shape = NameShape(letters)
    guard shapes[shape.first]?.contains(where: { $0.isOneSlip(from: shape) }) == true, !isWord(word) else { return nil }
    func found() -> (String, TokenKey?)? {
      let key = TokenKey(folded: letters)
      return kinds.value(of: key.rawValue) & KnownNames.isRight != 0 ? right[key].map { ($0.word, $0.given) } : nil
    }
    // The first letter and the last two stand: endings make other names and other forms.
    let end = letters.count - 2
    for i in 1..<end where i + 1 < end && letters[i] != letters[i + 1] {
      letters.swapAt(i, i + 1)
      if let name = found() { return (name.0, name.1, false) }
      letters.swapAt(i, i + 1)
    }
    for i in 1..<end {
      let letter = letters.remove(at: i)
      if let name = found() { return (name.0, name.1, false) }
      letters.insert(letter, at: i)
    }
    for i in 1...end {
      letters.insert(0, at: i)
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        letters[i] = letter
        if let name = found() { return (name.0, name.1, false) }
      }
      letters.remove(at: i)
    }
    for i in 1..<end {
      let own = letters[i]
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") where letter != own {
        letters[i] = letter
        if let name = found() { return (name.0, name.1, true) }
      }
      letters[i] = own
    }
    return nil
  }
}

/// Slips in known names, and known names in the forms of other languages, in one draft.
struct KnownNameSlips {
  let draft: Draft
  let matches: DraftMatches
  let survey: Survey

  func findings(_ check: String) -> [Finding] {
    // Keys that are no slip, each once.
    var judged = KeyTable()
    var findings: [Finding] = []
    let names = KnownNames.shared
    lazy var known = Set(matches.all.flatMap(\.tokens))
    for (segment, i) in survey.each(.capitalized) where segment.role != .boilerplate && segment.role != .byline && segment.role != .tableCell {
      guard isCandidate(draft.tokens[i]) else { continue }
      let key = draft.tokens[i].key, kind = names.kinds.value(of: key.rawValue)
      if kind & KnownNames.isForeign != 0, let right = names.foreign[key] {
        if !known.contains(i), stands(i, segment.tokens) { findings.append(finding(i, right, check, "‘\(right)’ in English")) }
        continue
      }
      guard draft.tokens[i].length >= 6, kind & KnownNames.isAdmitted == 0, judged.value(of: key.rawValue) == 0 else { continue }
      let word = CharacterTable.shared.folded(draft.string(draft.stem(of: draft.tokens[i])))
      guard let slip = names.slip(word, unless: isWord) else {
        judged.add(key, 1)
        continue
      }
      if !known.contains(i), isVouchedFor(i, slip, segment.tokens, letters: word.utf8.count) {
        findings.append(finding(i, slip.right, check, "looks like a slip for ‘\(slip.right)’"))
      }
    }
    return findings
  }

  private func finding(_ i: Int, _ right: String, _ check: String, _ message: String) -> Finding {
    let span = draft.stem(of: draft.tokens[i])
    let isForeign = !message.hasPrefix("looks")
    var finding = Finding(
      check: check, severity: .warning, span: span, message: isForeign ? "‘\(draft.string(span))’ is \(message)" : "‘\(draft.string(span))’ \(message)")
    finding.replacements = [right]
    finding.fix = Fix([Edit(span, right)], .review)
    return finding
  }

  private func isCandidate(_ token: Token) -> Bool {
    token.length >= 4 && token.flags.isDisjoint(with: [.otherScript, .quoted])
  }

  private func isWord(_ word: String) -> Bool {
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

  private func isKnownGiven(_ key: TokenKey) -> Bool { KnownNames.shared.small[key] != nil }

  /// The given name or a title stands before it, the right name elsewhere; or the name is long and no letter of it another.
  private func isVouchedFor(_ i: Int, _ slip: (right: String, given: TokenKey?, isOtherLetter: Bool), _ segment: Range<Int>, letters: Int) -> Bool {
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
    if letters >= 8 { return true }
    if let before, slip.given != nil, WordList.titles.contains(CharacterTable.shared.folded(draft.string(before))) { return true }
    let key = TokenKey(slip.right)
    return survey[.capitalized].contains { draft.tokens[$0].key == key }
  }
}
