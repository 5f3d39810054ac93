import StetFindings
import StetICU
import StetNames
import StetText

/// Letters of two scripts in one word: "оf" with a Cyrillic о.
struct MixedScriptCheck: Check {
  static let about = About(
    id: "mixed-script", group: .names, severity: .error, fix: .safe,
    summary: "A word has letters of two scripts.",
    why: "It looks right and is not: no search, spelling checker or index will find it.",
    specificity: 85,
    examples: [
      .flags("The head ⟦оf⟧ the agency spoke.", fixed: "The head of the agency spoke."),
      .flags("The ⟦Тhe⟧ last word is “⟦еnd⟧”.", fixed: "The The last word is “end”."),
      .flags("They met in ⟦Кyiv⟧’s centre.", fixed: "They met in Kyiv’s centre.", glossary: ["{term: Kyiv, kind: place}"]),
      .flags("They met in ⟦Оrikhiv⟧.", reviewed: "They met in Orikhiv."),
      .flags("The village of ⟦Краcне⟧ burned.", reviewed: "The village of Красне burned."),
      .flags("The **⟦spokesmаn⟧** of ⟦Zелensky⟧ said so.", fixed: "The **spokesman** of Zелensky said so.", markdown: true),
      .allows("A lens of 3 μm or 3 µm, a resistor of 5 kΩ, a change of Δt."),
      .allows("The TNFα level, the α-helix and the αvβ3 integrin."),
      .allows("Київ is Kyiv, Αθήνα is Athens."),
      .allows("Said “Прочитай SMSку мою” and left."),
      .allows("The sign said NHKが and 5G対応."),
      .allows("See `соpy` in the code.", markdown: true),
      .allows("Café, naïve, Łódź and Đà Nẵng are Latin all through."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let mixed = context.survey[.mixedScript]
    guard !mixed.isEmpty, let confusables = try? Confusables() else { return [] }
    let names = context.matches.index.ownWords
    return mixed.compactMap { finding(at: $0, draft, names, confusables) }
  }

  private func finding(at i: Int, _ draft: Draft, _ names: Set<TokenKey>, _ confusables: borrowing Confusables) -> Finding? {
    let span = draft.stem(of: draft.tokens[i])
    let seen = draft.string(span)
    let scripts = Scripts(seen)
    guard !scripts.hasOthers, (try? confusables.mixesScripts(seen)) == true else { return nil }
    let latin = mapped(seen, Lookalikes.latin) { !$0.isLatin }
    let isKnown = latin.map { isWord($0) || names.contains(TokenKey($0)) } ?? false
    if scripts.hasGreek, !isKnown, !isLookalike(seen, latin) { return nil }
    var finding = Finding(
      check: Self.about.id, severity: Self.about.severity, span: span, message: "‘\(seen)’ has letters of two scripts")
    let isAmongOthers = isAmongForeignWords(i, draft)
    if isAmongOthers, scripts.isStemWithEnding { return nil }
    let cyrillic = mapped(seen, Lookalikes.cyrillic, where: \.isLatin)
    if let cyrillic, !isKnown, isAmongOthers || scripts.cyrillic > scripts.latin || latin == nil {
      finding.replacements = [cyrillic]
      finding.why = "letters that look Cyrillic are Latin"
      finding.fix = Fix([Edit(span, cyrillic)], .review)
    } else if isAmongOthers, !isKnown {
      return nil
    } else if let latin {
      finding.replacements = [latin]
      finding.why = "letters that look Latin are \(scripts.hasGreek ? "Greek" : "Cyrillic")"
      finding.fix = Fix([Edit(span, latin)], isKnown && looksAlike(seen, latin, confusables) ? .safe : .review)
    }
    return finding
  }

  /// Symbols of science are Greek letters beside Latin ones (TNFα); what was meant as a Latin word is longer and has
  /// capitals or ο only.
  private func isLookalike(_ seen: String, _ latin: String?) -> Bool {
    guard latin != nil, seen.count >= 4 else { return false }
    return seen.unicodeScalars.allSatisfy { scalar in
      let properties = CharacterTable.shared.properties(of: scalar.value)
      return properties.isLatin || properties.isUppercase || properties.characterClass != .letter || scalar == "ο"
    }
  }

  private func looksAlike(_ a: String, _ b: String, _ confusables: borrowing Confusables) -> Bool {
    guard let a = try? confusables.skeleton(a), let b = try? confusables.skeleton(b) else { return false }
    return a == b
  }

  /// The word with the letters of one script replaced by those they look like; nil if one of them looks like none.
  private func mapped(
    _ word: String, _ letters: [Unicode.Scalar: Unicode.Scalar], where isForeign: (CharacterProperties) -> Bool
  ) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      let properties = CharacterTable.shared.properties(of: scalar.value)
      guard properties.characterClass == .letter, isForeign(properties) else {
        result.append(scalar)
        continue
      }
      guard let letter = letters[scalar] else { return nil }
      result.append(letter)
    }
    return String(result)
  }

  private func isWord(_ text: String) -> Bool {
    let word = text.lowercased()
    return WordList.english.contains(word) || WordList.shortWords.contains(word)
  }

  /// In a passage of another script a Latin stem with an ending of that script is ordinary: "SMSку".
  private func isAmongForeignWords(_ i: Int, _ draft: Draft) -> Bool {
    [i - 1, i + 1].contains { at in
      guard draft.tokens.indices.contains(at) else { return false }
      let flags = draft.tokens[at].flags
      return flags.contains(.otherScript) && !flags.contains(.latin)
    }
  }
}

/// Which scripts a word has.
private struct Scripts {
  var latin = 0
  var cyrillic = 0
  /// How often Latin and other letters meet.
  private var seams = 0
  var hasGreek = false
  /// Letters of a script that has no Latin look-alikes: Japanese copy mixes them as it pleases.
  var hasOthers = false

  /// "SMSку"
  var isStemWithEnding: Bool { seams == 1 && latin > 1 }

  init(_ word: String) {
    var wasLatin: Bool?
    for scalar in word.unicodeScalars {
      let properties = CharacterTable.shared.properties(of: scalar.value)
      guard properties.characterClass == .letter else { continue }
      if let wasLatin, wasLatin != properties.isLatin { seams += 1 }
      wasLatin = properties.isLatin
      if properties.isLatin {
        latin += 1
      } else if properties.isCyrillic {
        cyrillic += 1
      } else if (0x370...0x3FF).contains(scalar.value) || (0x1F00...0x1FFF).contains(scalar.value) {
        hasGreek = true
      } else {
        hasOthers = true
      }
    }
  }
}
