import StetICU
import StetText

/// Whether words that are a preferred form but for accents and apostrophes are written as the entry wants.
///
/// Accents that are missing are forgiven ("Nauseda" for Nausėda) unless the entry says `accents: exact`. Accents and soft-sign
/// marks that the preferred form has not are another system's rendering: "Luhans’k" for Luhansk.
struct Accents {
  private let shared: SharedEntry
  private let draft: Draft

  init(_ shared: SharedEntry, _ draft: Draft) {
    self.shared = shared
    self.draft = draft
  }

  /// Asked only for words that fold to the preferred form.
  func differ(_ tokens: some Sequence<Int>) -> Bool {
    guard !shared.entry.from.isEmpty || shared.entry.accents == .exact else { return false }
    return tokens.contains { differs(draft.tokens[$0]) }
  }

  private func differs(_ token: Token) -> Bool {
    if token.isPlain, shared.entry.accents == .fold { return false }
    let seen = Accents.compared(draft.string(draft.stem(of: token)))
    let wanted = shared.entry.term.split(whereSeparator: { $0 == " " || $0 == "-" }).map { Accents.compared(String($0)) }
    // "Prosecutor’s Office": the possessive is part of the term.
    if wanted.contains(seen) || wanted.contains(Accents.compared(draft.string(token.span))) { return false }
    // Less than the preferred form has: a missing accent.
    let marks = Accents.marks(seen)
    return shared.entry.accents == .exact || !wanted.contains { Accents.marks($0) >= marks && CharacterTable.shared.folded($0) == CharacterTable.shared.folded(seen) }
  }

  private static func compared(_ word: String) -> String {
    let unified = String(String.UnicodeScalarView(word.lowercased().unicodeScalars.map { "'‘’ʼ`´".unicodeScalars.contains($0) ? "’" : $0 }))
    return (try? unified.normalized(.nfc)) ?? unified
  }

  private static func marks(_ word: String) -> Int { word.unicodeScalars.count { $0.value >= 0x80 } }
}

extension Token {
  /// Letters of ASCII and no mark within.
  @inline(__always)
  var isPlain: Bool { flags.isDisjoint(with: [.nonASCII, .marked]) }
}
